"""One process to a spool, held by the operating system.

One rule: the lock dies with its process, so a power cut never locks anybody out.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from client.errors import DiskFull, SpoolBusy, SpoolError
from client.sentences import NOT_WRITABLE
from client.spool.files import NO_ROOM

LOCK_FILE = "spool.lock"


class FileLock:
    """An exclusive lock on `path`; `acquire` says whether it was got."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None

    def acquire(self) -> bool:
        """Takes the lock without waiting; False where someone else holds it.

        Raises OSError where the file cannot be opened.
        """
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if not _try_lock(fd):
            os.close(fd)
            return False
        self._fd = fd
        return True

    def release(self) -> None:
        """Gives the lock up; harmless when it is not held."""
        if self._fd is not None:
            # Not by closing alone: a child that another thread starts at this moment has the file
            # too, until it runs its own program, and the lock would live as long.
            _unlock(self._fd)
            os.close(self._fd)
            self._fd = None


@contextmanager
def held(folder: Path) -> Iterator[FileLock]:
    """The spool's lock, kept where the block ends well and given back where it raises.

    Raises SpoolBusy where another process holds it, DiskFull, SpoolError.
    """
    lock = FileLock(folder / LOCK_FILE)
    try:
        got = lock.acquire()
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(folder) from error
        raise SpoolError(
            NOT_WRITABLE(folder=folder, detail=error.strerror),
            folder=folder,
        ) from error
    if not got:
        raise SpoolBusy(folder)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> bool:
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(fd: int) -> None:
        with contextlib.suppress(OSError):
            msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)
