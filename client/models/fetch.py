"""Brings a model onto this machine from the first of its sources that works.

One rule: a file appears under its name only whole and checked: written beside it, hashed,
flushed to the disk, then renamed.
"""

import hashlib
import os
import shutil
import ssl
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import httpx
import truststore

from client.models import build_face, build_people
from client.models.errors import FetchError
from client.models.manifest import Model, Pin, Source

Say = Callable[[str], None]
Builder = Callable[[Say], bytes]

BUILDERS: Mapping[str, Builder] = {"face": build_face.build, "people": build_people.build}
_PROGRESS_STEPS = 10


def fetch(
    model: Model,
    folder: Path,
    *,
    say: Say,
    transport: httpx.BaseTransport | None = None,
    builders: Mapping[str, Builder] = BUILDERS,
) -> Path:
    """The path of the file, now in `folder`; `say` gets sentences about progress.

    Raises FetchError with the cause of every source that failed.
    """
    causes: list[str] = []
    retryable = False
    if not model.sources:
        raise FetchError(f"Nobody offers the {model.name} model: make it with `{model.make}`.")
    for source in model.sources:
        try:
            if source.folder is not None:
                return _fetch_folder(source, folder, say, transport)
            pin = source.files[0]
            if source.build is not None:
                return _store(pin, iter([builders[source.build](say)]), folder)
            return _store(pin, _download(pin, _url(source), say, transport), folder)
        except FetchError as failed:
            causes.append(f"{source.name}: {failed}")
            retryable = retryable or failed.retryable
            say(f"{source.name} did not work: {failed}")
    raise FetchError(
        f"The {model.name} model could not be fetched. " + " ".join(causes), retryable=retryable
    )


def _fetch_folder(
    source: Source, folder: Path, say: Say, transport: httpx.BaseTransport | None
) -> Path:
    """The folder appears whole: its files are gathered beside it and moved at once."""
    assert source.folder is not None
    url = _url(source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        gathered = Path(tempfile.mkdtemp(prefix=f".{source.folder}.", suffix=".part", dir=folder))
    except OSError as error:
        raise FetchError(f"{folder} cannot be written ({error.strerror}).") from error
    try:
        for pin in source.files:
            _store(pin, _download(pin, url + pin.name, say, transport), gathered)
        target = folder / source.folder
        if target.exists():
            shutil.rmtree(target)
        return gathered.rename(target)
    except OSError as error:
        raise FetchError(f"{source.folder} cannot be written ({error.strerror}).") from error
    finally:
        shutil.rmtree(gathered, ignore_errors=True)


def _url(source: Source) -> str:
    if source.url is None:
        raise FetchError(f"{source.place} has no download: put it there by hand.")
    return source.url


def _download(
    pin: Pin, url: str, say: Say, transport: httpx.BaseTransport | None
) -> Iterator[bytes]:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    received, step = 0, 0
    try:
        with (
            httpx.Client(
                transport=transport, verify=context, follow_redirects=True, timeout=30
            ) as http,
            http.stream("GET", url) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                raise FetchError(
                    f"{answer.url.host} answered {answer.status_code}.",
                    retryable=answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR,
                )
            say(f"downloading {pin.name} ({pin.size / 1e6:.1f} MB)")
            for piece in answer.iter_bytes():
                received += len(piece)
                if received > pin.size:
                    raise FetchError(f"{pin.name} is longer than {pin.size} bytes.")
                if received * _PROGRESS_STEPS // pin.size > step:
                    step = received * _PROGRESS_STEPS // pin.size
                    say(f"{pin.name}: {100 * received // pin.size} %")
                yield piece
    except httpx.HTTPError as error:
        raise FetchError(
            f"The network gave no file: {type(error).__name__}. Check the connection and proxy.",
            retryable=True,
        ) from error


def _store(pin: Pin, pieces: Iterator[bytes], folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{pin.name}.", suffix=".part", dir=folder)
    except OSError as error:
        raise FetchError(f"{folder} cannot be written ({error.strerror}).") from error
    partial = Path(name)
    try:
        digest = hashlib.sha256()
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != pin.sha256:
            raise FetchError(
                f"{pin.name} came with SHA-256 {digest.hexdigest()[:12]}…, expected "
                f"{pin.sha256[:12]}…; it was thrown away.",
                retryable=True,
            )
        return partial.replace(folder / pin.name)
    except OSError as error:
        raise FetchError(f"{pin.name} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)
