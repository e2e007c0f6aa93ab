"""The line of writes: order, patience with a full disk, and what comes back."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from client.errors import ClientError, DiskFull, SpoolError
from client.exam import Now
from client.ui.background import Background
from client.ui.record import Evidence, Record
from shared.events import Artifact, Severity, SignalOpened, SystemNoted
from shared.model import Wire

NOW = Now(1_800_000_000_000, 5_000_000, "one")
FOLDER = Path("spool")


@dataclass
class Disk:
    """A spool whose disk can be full or broken."""

    done: list[str] = field(default_factory=list)
    room: threading.Event = field(default_factory=threading.Event)
    tries: int = 0
    broken: Exception | None = None

    def _write(self, what: str) -> None:
        self.tries += 1
        if self.broken is not None:
            raise self.broken
        if not self.room.is_set():
            raise DiskFull(FOLDER)
        self.done.append(what)

    def append(self, body: Wire, *, at: datetime, mono_ms: int, state: bytes | None = None) -> int:
        said = getattr(body, "detail", "") or type(body).__name__
        self._write(f"row {said}" + (f" with {state.decode()}" if state else ""))
        return len(self.done)

    def put_blob(self, content: bytes, media_type: str) -> Artifact:
        self._write(f"blob {content.decode()}")
        return Artifact(sha256="a" * 64, media_type=media_type, size=len(content))

    def save_state(self, state: bytes) -> None:
        self._write(f"state {state.decode()}")


@dataclass
class Line:
    """A record on a disk, and what it told."""

    disk: Disk
    record: Record
    told: list[bool]
    failures: list[ClientError]


@pytest.fixture
def line(qtbot) -> Iterator[Line]:
    background, disk = Background(), Disk()
    disk.room.set()
    told: list[bool] = []
    failures: list[ClientError] = []
    record = Record(
        disk, background, on_disk=told.append, on_failure=failures.append, room_every_s=0.01
    )
    yield Line(disk, record, told, failures)
    record.close()
    background.close()


def row(name: str) -> SystemNoted:
    return SystemNoted(what="clock_moved", detail=name)


def opened(artifact: Artifact | None) -> SignalOpened:
    return SignalOpened(
        signal="face_absent",
        severity=Severity.LOW,
        onset_ms=0,
        at_ms=1,
        evidence=() if artifact is None else (artifact,),
    )


def test_rows_are_written_in_the_order_decided_and_the_last_carries_the_state(qtbot, line: Line):
    after: list[str] = []
    line.record.append((row("one"), row("two")), NOW, state=b"S", then=lambda: after.append("1"))
    line.record.append((row("three"),), NOW, then=lambda: after.append("2"))
    line.record.append((), NOW, state=b"T", then=lambda: after.append("3"))
    qtbot.waitUntil(lambda: after == ["1", "2", "3"])
    assert line.disk.done == ["row one", "row two with S", "row three", "state T"]
    assert line.record.waiting == 0


def test_what_follows_from_a_row_waits_until_it_is_on_disk(qtbot, line: Line):
    line.disk.room.clear()
    after: list[str] = []
    line.record.append((row("one"),), NOW, then=lambda: after.append("row"))
    line.record.then(lambda: after.append("order"))
    qtbot.waitUntil(lambda: line.disk.tries >= 3)
    assert after == []
    line.disk.room.set()
    qtbot.waitUntil(lambda: after == ["row", "order"])


def test_evidence_is_on_disk_before_the_row_that_names_it(qtbot, line: Line):
    named: list[Artifact | None] = []

    def body(artifact: Artifact | None) -> Wire:
        named.append(artifact)
        return opened(artifact)

    line.record.append_with(Evidence(b"picture", "image/jpeg"), body, NOW)
    line.record.append_with(None, body, NOW)
    qtbot.waitUntil(lambda: line.record.waiting == 0)
    assert line.disk.done == ["blob picture", "row SignalOpened", "row SignalOpened"]
    assert [one is None for one in named] == [False, True]


def test_a_full_disk_holds_the_line_is_told_once_and_loses_nothing(qtbot, line: Line):
    line.disk.room.clear()
    for name in ("one", "two"):
        line.record.append((row(name),), NOW)
    line.record.append_with(Evidence(b"picture", "image/jpeg"), opened, NOW)
    qtbot.waitUntil(lambda: line.told == [False] and line.disk.tries >= 4)
    assert (line.disk.done, line.record.waiting) == ([], 3)
    line.disk.room.set()
    qtbot.waitUntil(lambda: line.record.waiting == 0)
    assert line.told == [False, True]
    assert line.disk.done == ["row one", "row two", "blob picture", "row SignalOpened"]
    assert line.failures == []


@pytest.mark.expects_log
def test_closing_ends_the_wait_for_room(qtbot, line: Line):
    line.disk.room.clear()
    line.record.append((row("one"),), NOW)
    qtbot.waitUntil(lambda: line.told == [False])
    line.record.close()
    qtbot.waitUntil(lambda: line.record.waiting == 0)
    assert [one.code for one in line.failures] == ["disk_full"]


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (SpoolError("The disk is gone. Close the app.", folder=FOLDER), "The disk is gone"),
        (ValueError("a fault of ours"), "open it again"),
    ],
)
def test_a_write_that_cannot_be_done_is_a_sentence(
    qtbot, line: Line, broken: Exception, words: str
):
    after: list[Callable[[], None]] = []
    line.disk.broken = broken
    line.record.append((row("one"),), NOW, then=lambda: after.append(print))
    qtbot.waitUntil(lambda: bool(line.failures))
    assert words in line.failures[0].message
    assert after == []
    assert line.record.waiting == 0
