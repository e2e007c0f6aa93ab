"""Keeps sealed blobs on disk under their content address, one folder for each interview.

One rule: a blob is either whole, synced and at its address, or not there at all. The content is
sealed before it comes here; this module never sees inside. Evidence leaves room on the disk for
answers and events, which come last to be refused.
"""

import errno
import logging
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from shared.ids import ID_PATTERN, SHA256_PATTERN, sha256_hex

_log = logging.getLogger(__name__)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class StorageFull(OSError):
    """The disk or the quota has no room; nothing was kept of the blob."""


class StorageDown(OSError):
    """The storage does not answer; what was asked may be tried again."""


class Blobs(Protocol):
    """What both stores do; see `BlobStore`."""

    def put(self, session: str, content: bytes) -> str:
        """Keeps `content` durably and returns its address."""
        ...

    def get(self, session: str, address: str) -> bytes | None:
        """The bytes at `address`."""
        ...

    def has(self, session: str, address: str) -> bool:
        """Whether the blob is kept."""
        ...

    def remove(self, session: str, address: str) -> None:
        """Removes one blob."""
        ...

    def forget(self, session: str) -> bool:
        """Removes every blob of an interview; answers whether nothing is left."""
        ...

    def each(self) -> Iterator[tuple[str, str]]:
        """Session and address of every blob."""
        ...

    def check(self) -> None:
        """Raises OSError where nothing can be written."""
        ...

    def clear(self) -> None:
        """Removes everything."""
        ...


class BlobStore:
    """Blobs below `root`; safe for several threads and processes at once.

    `reserve`: bytes that stay free on the disk.
    """

    def __init__(self, root: Path, *, reserve: int = 0) -> None:
        self._root = root
        self._reserve = reserve

    def put(self, session: str, content: bytes) -> str:
        """Keeps `content` durably and returns its address; the same content again is free."""
        address = sha256_hex(content)
        target = self._path(session, address)
        if target.exists():
            return address
        partial = target.with_name(f".{address}.{secrets.token_hex(8)}.part")
        try:
            made = [folder for folder in self._shelf(target) if not folder.exists()]
            target.parent.mkdir(parents=True, exist_ok=True)
            if self._reserve and _free(target.parent) - len(content) < self._reserve:
                raise StorageFull(errno.ENOSPC, "what is left is for answers and events")
            _write_durably(partial, content)
            os.replace(partial, target)
            _sync_folder(target.parent)
            for folder in made:  # a new folder's own name is an entry in the one above
                _sync_folder(folder.parent)
        except OSError as error:
            partial.unlink(missing_ok=True)
            if error.errno in _FULL:
                raise StorageFull(error.errno, "no room for evidence") from error
            raise
        return address

    def get(self, session: str, address: str) -> bytes | None:
        """The bytes at `address`; None where nothing is kept."""
        try:
            return self._path(session, address).read_bytes()
        except FileNotFoundError:
            return None

    def has(self, session: str, address: str) -> bool:
        """Whether the blob is kept."""
        return self._path(session, address).exists()

    def remove(self, session: str, address: str) -> None:
        """Removes one blob; fine where it is gone already. Raises OSError where it cannot."""
        self._path(session, address).unlink(missing_ok=True)

    def forget(self, session: str) -> bool:
        """Removes every blob of an interview; what cannot be removed is logged and stays sealed.

        Answers whether nothing is left.
        """
        check_form(session, ID_PATTERN)
        folder = self._root / session[:2] / session
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            _log.warning("blobs of interview %s could not be removed", session)
            return False
        return True

    def each(self) -> Iterator[tuple[str, str]]:
        """Session and address of every blob; what is still being written is left out."""
        for path in sorted(self._root.glob("*/*/*/*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.parents[1].name, path.name

    def check(self) -> None:
        """Writes and removes a few bytes; raises OSError where that cannot be done."""
        self._root.mkdir(parents=True, exist_ok=True)
        probe = self._root / f".{secrets.token_hex(8)}.probe"
        try:
            probe.write_bytes(b"probe")
        finally:
            probe.unlink(missing_ok=True)

    def clear(self) -> None:
        """Removes every blob of every interview."""
        shutil.rmtree(self._root, ignore_errors=True)

    def _path(self, session: str, address: str) -> Path:
        return self._root / name_of(session, address)

    def _shelf(self, target: Path) -> list[Path]:
        """The folders between the root and a blob, from the inside out, the root included."""
        return [folder for folder in target.parents if folder.is_relative_to(self._root)]


def name_of(session: str, address: str) -> str:
    """Where a blob is kept: relative, with slashes."""
    # Both come from a URL: only their exact forms may become part of a name.
    check_form(session, ID_PATTERN)
    check_form(address, SHA256_PATTERN)
    return f"{session[:2]}/{session}/{address[:2]}/{address}"


def check_form(text: str, pattern: str) -> None:
    """Raises ValueError for what is no id and no address."""
    if not re.fullmatch(pattern, text):
        raise ValueError("session or address is not of its form")


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _write_durably(path: Path, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
