"""Brings a model onto this machine from the first of its sources that works.

One rule: a file appears under its name only whole and checked: written beside it, hashed,
flushed to the disk, then renamed.
"""

import hashlib
import os
import ssl
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import httpx
import truststore

from client.models import build_face
from client.models.errors import FetchError
from client.models.manifest import Model, Source

Say = Callable[[str], None]
Builder = Callable[[Say], bytes]

BUILDERS: Mapping[str, Builder] = {"face": build_face.build}
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
    if not model.sources:
        raise FetchError(
            f"The {model.name} model has no download: put its folder {model.folder} with "
            f"{', '.join(model.needs)} into {folder}."
        )
    causes: list[str] = []
    retryable = False
    for source in model.sources:
        try:
            return _store(source, _content(source, say, transport, builders=builders), folder)
        except FetchError as failed:
            causes.append(f"{source.name}: {failed}")
            retryable = retryable or failed.retryable
            say(f"{source.name} did not work: {failed}")
    raise FetchError(
        f"The {model.name} model could not be fetched. " + " ".join(causes), retryable=retryable
    )


def _content(
    source: Source,
    say: Say,
    transport: httpx.BaseTransport | None,
    *,
    builders: Mapping[str, Builder],
) -> Iterator[bytes]:
    if source.build is not None:
        return iter([builders[source.build](say)])
    return _download(source, say, transport)


def _download(source: Source, say: Say, transport: httpx.BaseTransport | None) -> Iterator[bytes]:
    assert source.url is not None
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    received, step = 0, 0
    try:
        with (
            httpx.Client(
                transport=transport, verify=context, follow_redirects=True, timeout=30
            ) as http,
            http.stream("GET", source.url) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                raise FetchError(
                    f"{answer.url.host} answered {answer.status_code}.",
                    retryable=answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR,
                )
            say(f"downloading {source.file} ({source.size / 1e6:.1f} MB)")
            for piece in answer.iter_bytes():
                received += len(piece)
                if received > source.size:
                    raise FetchError(f"{source.file} is longer than {source.size} bytes.")
                if received * _PROGRESS_STEPS // source.size > step:
                    step = received * _PROGRESS_STEPS // source.size
                    say(f"{source.file}: {100 * received // source.size} %")
                yield piece
    except httpx.HTTPError as error:
        raise FetchError(
            f"The network gave no file: {type(error).__name__}. Check the connection and proxy.",
            retryable=True,
        ) from error


def _store(source: Source, pieces: Iterator[bytes], folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{source.file}.", suffix=".part", dir=folder)
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
        if digest.hexdigest() != source.sha256:
            raise FetchError(
                f"{source.file} came with SHA-256 {digest.hexdigest()[:12]}…, expected "
                f"{source.sha256[:12]}…; it was thrown away.",
                retryable=True,
            )
        return partial.replace(folder / source.file)
    except OSError as error:
        raise FetchError(f"{source.file} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)
