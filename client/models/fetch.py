"""Brings a model onto this machine from the first of its sources that works.

One rule: a file appears under its name only whole and checked: gathered beside it, hashed,
flushed to the disk, then renamed. Only a command fetches; the app never does, so nothing is
downloaded during an interview.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from client.models import build_face, build_people
from client.models.download import (
    PARTS,
    Network,
    Say,
    checked,
    download,
    part_of,
    part_path,
    room,
    written,
)
from client.models.errors import FetchError
from client.models.manifest import Model, Pin, Source

Builder = Callable[[Say], bytes]
"""Puts a model together; raises FetchError."""

BUILDERS: Mapping[str, Builder] = {"face": build_face.build, "people": build_people.build}


@dataclass(frozen=True, slots=True)
class Way:
    """Where models come from."""

    network: Network = field(default_factory=Network)
    mirror: str | None = None
    """Address of a folder laid out as a bundle: then nothing else is asked."""
    folder: Path | None = None
    """Such a folder on a disk: then no network is asked at all."""
    builders: Mapping[str, Builder] = field(default_factory=lambda: BUILDERS)


def fetch(
    model: Model,
    folder: Path,
    *,
    say: Say,
    way: Way | None = None,
) -> Path:
    """The path of the file, now in `folder`; `say` gets sentences about progress.

    Raises FetchError with the cause of every source that failed.
    """
    way = way or Way()
    causes: list[str] = []
    retryable = False
    if not model.sources:
        raise FetchError(f"Nobody offers the {model.name} model: make it with `{model.make}`.")
    for source in model.sources:
        try:
            return _from(source, folder, way, say)
        except FetchError as failed:
            causes.append(f"{source.name}: {failed}")
            retryable = retryable or failed.retryable
            say(f"{source.name} did not work: {failed}")
    raise FetchError(
        f"The {model.name} model could not be fetched. " + " ".join(causes), retryable=retryable
    )


def _from(source: Source, folder: Path, way: Way, say: Say) -> Path:
    for pin in source.files:
        with part_of(pin, folder) as part:
            _gather(source, pin, part, way, say)
            if source.folder is None:
                return _moved(part, folder / pin.name)
    return _whole(source, folder)


def _gather(source: Source, pin: Pin, part: Path, way: Way, say: Say) -> None:
    """Leaves the checked file at `part`."""
    inside = source.place if source.folder is None else f"{source.folder}/{pin.name}"
    if way.folder is not None:
        _copied(pin, way.folder / inside, part)
    elif way.mirror is not None:
        url = f"{way.mirror.rstrip('/')}/{inside}"
        download(pin, url, part, say=say, network=way.network)
    elif source.build is not None:
        _built(pin, way.builders[source.build](say), part)
    elif source.url is not None:
        url = source.url if source.folder is None else source.url + pin.name
        download(pin, url, part, say=say, network=way.network)
    else:
        raise FetchError(f"{source.place} has no download: put it there by hand.")


def _copied(pin: Pin, path: Path, part: Path) -> None:
    if not path.is_file():
        raise FetchError(f"{path} is not there.")
    room(part.parent, pin.size)
    try:
        shutil.copyfile(path, part)
        _flushed(part)
    except OSError as error:
        raise written(error, pin.name) from error
    checked(pin, part, f"{path} was read", "copy it again.")


def _built(pin: Pin, content: bytes, part: Path) -> None:
    try:
        part.write_bytes(content)
        _flushed(part)
    except OSError as error:
        raise written(error, pin.name) from error
    checked(pin, part, f"{pin.name} was built", "it was thrown away.")


def _whole(source: Source, folder: Path) -> Path:
    """The folder appears whole: its files are moved beside it, and it is renamed at once."""
    assert source.folder is not None
    try:
        gathered = Path(tempfile.mkdtemp(prefix=f".{source.folder}.", suffix=".part", dir=folder))
    except OSError as error:
        raise written(error, str(folder)) from error
    try:
        for pin in source.files:
            os.replace(part_path(pin, folder), gathered / pin.name)
        target = folder / source.folder
        if target.exists():
            shutil.rmtree(target)
        gathered.chmod(0o755)
        return gathered.rename(target)
    except OSError as error:
        raise written(error, source.folder) from error
    finally:
        shutil.rmtree(gathered, ignore_errors=True)
        with suppress(OSError):  # another file waits there
            (folder / PARTS).rmdir()


def _moved(part: Path, target: Path) -> Path:
    try:
        return part.replace(target)
    except OSError as error:
        raise written(error, target.name) from error


def _flushed(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
