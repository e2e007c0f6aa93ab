"""A full disk stops one step, harms nothing, and is over when there is room again."""

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.errors import DiskFull
from client.spool import files
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.events import AnswerRevised
from shared.ids import new_id
from shared.session import Grant
from tests.client.spool.memory_server import T0

QUESTION = new_id()


class SmallDisk:
    """A disk that can be filled and emptied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, spool: Spool | None = None) -> None:
        with open(self.folder / "ballast", "wb", buffering=0) as ballast:
            for size in (65_536, 4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        ballast.write(b"\0" * size)

    def empty(self) -> None:
        (self.folder / "ballast").unlink()


class PretendedDisk(SmallDisk):
    """Where nothing can be mounted: the same errors, raised where the system would."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self._patch = patch
        self._spool: Spool | None = None

    def fill(self, spool: Spool | None = None) -> None:
        def no_room(*_: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        self._patch.setattr(files.os, "write", no_room)
        if spool is not None:
            spool._db.execute("PRAGMA max_page_count = 1")
            self._spool = spool

    def empty(self) -> None:
        self._patch.undo()
        if self._spool is not None:
            self._spool._db.execute("PRAGMA max_page_count = 1000000")


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    mounted = (
        sys.platform == "linux"
        and os.geteuid() == 0
        and subprocess.run(command, capture_output=True).returncode == 0
    )
    if not mounted:
        yield PretendedDisk(folder, monkeypatch)
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def append(spool: Spool, n: int) -> int:
    body = AnswerRevised(question=QUESTION, revision=n, text="x" * 20_000, at_ms=n)
    return spool.append(body, at=T0, mono_ms=n, state=str(n).encode())


@pytest.fixture
def made(disk: SmallDisk, grant: Grant, signing_key: SigningKey) -> Iterator[Spool]:
    with Spool.create(disk.folder / "spool", grant, signing_key) as spool:
        yield spool


def until_full(step: Callable[[], object]) -> int:
    """How often `step` works before the disk is full; the rest of a page may still take some."""
    for count in range(100):
        try:
            step()
        except DiskFull:
            return count
    raise AssertionError("the disk never became full")


def test_rows_go_on_where_they_stopped(disk: SmallDisk, made: Spool):
    append(made, 1)
    disk.fill(made)
    until_full(lambda: append(made, made.head.seq + 1))
    last = made.head.seq
    assert made.load_state() == str(last).encode()
    assert len(made.pending()) == last
    with pytest.raises(DiskFull, match="Free some space"):
        append(made, 99)
    disk.empty()
    assert append(made, last + 1) == last + 1
    folder = made.folder
    made.close()
    with Spool.open(folder) as again:
        assert again.head.seq == last + 1


def test_blob_without_room_leaves_no_file(disk: SmallDisk, made: Spool):
    disk.fill(made)
    until_full(lambda: made.put_blob(b"s" * 50_000, "audio/ogg"))
    blobs = {path.name for path in (made.folder / "blobs").iterdir()}
    assert blobs == {artifact.sha256 for artifact in made.pending_blobs()}
    disk.empty()
    artifact = made.put_blob(b"sound", "audio/ogg")
    assert made.open_blob(artifact.sha256) == b"sound"


def test_interview_cannot_begin_without_room_and_can_later(
    disk: SmallDisk, grant: Grant, signing_key: SigningKey
):
    folder = disk.folder / "later"
    disk.fill()
    with pytest.raises(DiskFull):
        Spool.create(folder, grant, signing_key)
    disk.empty()
    with Spool.create(folder, grant, signing_key) as spool:
        append(spool, 1)


def test_full_disk_at_the_start_keeps_what_was_there(disk: SmallDisk, made: Spool):
    append(made, 1)
    folder = made.folder
    made.close()
    disk.fill()
    with contextlib.suppress(DiskFull):
        Spool.open(folder).close()
    disk.empty()
    with Spool.open(folder) as again:
        assert again.head.seq == 1
