"""Whole files or none: how the spool puts bytes on disk.

One rule: a name appears only after its bytes are on the medium, and a failed write leaves
nothing behind.
"""

import contextlib
import errno
import os
from pathlib import Path
from uuid import uuid4

from client.errors import DiskFull

TEMPORARY = ".partial"
"""Suffix of files that are not complete; swept when a spool is opened."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Writes `path` by a temporary file, fsync and rename.

    Raises DiskFull where there is no room, OSError for other causes; either leaves the old state.
    """
    temporary = path.with_name(f"{path.name}.{uuid4().hex[:8]}{TEMPORARY}")
    try:
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(fd, view) :]
            os.fsync(fd)
        finally:
            os.close(fd)
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if error.errno in NO_ROOM:
            raise DiskFull(path.parent) from error
        raise


def sync_folder(folder: Path) -> None:
    """Makes a rename or a new name in `folder` survive a power cut; Windows needs no such call."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def sweep_partial(folder: Path) -> int:
    """Removes what an interrupted write left; answers how many files that were."""
    swept = 0
    for path in folder.glob(f"*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            path.unlink()
            swept += 1
    return swept
