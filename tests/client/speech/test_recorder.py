"""A take becomes parts that are on disk until somebody has them, whatever happens."""

import errno
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from client.errors import DiskFull
from client.speech.opus import OpusFile, duration_ms
from client.speech.pcm import BLOCK, RATE_HZ
from client.speech.recorder import Part, Recorder, Take, recovered_parts, stored_parts
from client.spool.store import StoredRow
from shared.events import AnswerChunk, AnswerDone, Artifact
from shared.ids import new_id

QUESTION = new_id()


def murmur(seconds: float) -> np.ndarray:
    chance = np.random.default_rng(1)
    return (chance.standard_normal(int(seconds * RATE_HZ)) * 1000).astype(np.int16)


def record(
    folder: Path,
    seconds: float,
    parts: list[Part],
    *,
    part_s: float = 10.0,
    on_error: Callable[[DiskFull], None] = lambda error: None,
) -> Take:
    recorder = Recorder(
        folder, question=QUESTION, take=1, on_part=parts.append, on_error=on_error, part_s=part_s
    )
    sound = murmur(seconds)
    for start in range(0, len(sound), BLOCK):
        recorder.feed(sound[start : start + BLOCK])
    return recorder.end()


def test_take_is_cut_into_complete_parts(tmp_path: Path):
    parts: list[Part] = []
    take = record(tmp_path, 5.0, parts, part_s=2.0)
    assert take == Take(QUESTION, 1, parts=3, duration_ms=5000, dropped=0)
    assert [part.duration_ms for part in parts] == [2000, 2000, 1000]
    assert [part.key for part in parts] == [(QUESTION, 1, n) for n in (1, 2, 3)]
    assert duration_ms(b"".join(part.content() for part in parts)) == 5000


def test_take_without_a_sound_has_no_part(tmp_path: Path):
    parts: list[Part] = []
    assert record(tmp_path, 0.0, parts) == Take(QUESTION, 1, 0, 0, 0)
    assert parts == []


def test_part_stays_until_its_owner_has_it(tmp_path: Path):
    parts: list[Part] = []
    record(tmp_path, 1.0, parts)
    assert recovered_parts(tmp_path, stored=frozenset()) == tuple(parts)
    parts[0].discard()
    assert recovered_parts(tmp_path, stored=frozenset()) == ()


def test_part_that_the_record_names_is_not_found_again(tmp_path: Path):
    parts: list[Part] = []
    record(tmp_path, 1.0, parts)
    assert recovered_parts(tmp_path, stored={(QUESTION, 1, 1)}) == ()
    assert list(tmp_path.iterdir()) == []


def test_file_that_a_kill_cut_off_is_repaired(tmp_path: Path):
    file = OpusFile(tmp_path / f"{QUESTION}-2-7.ogg")
    file.write(murmur(3.0))
    file.abandon()
    (part,) = recovered_parts(tmp_path, stored=frozenset())
    assert part.key == (QUESTION, 2, 7)
    assert part.duration_ms >= 2450
    assert duration_ms(part.content()) == part.duration_ms
    assert recovered_parts(tmp_path, stored=frozenset()) == (part,)


def test_take_goes_on_after_a_kill_without_touching_what_it_left(tmp_path: Path):
    left = OpusFile(tmp_path / f"{QUESTION}-1-1.ogg")
    left.write(murmur(1.0))
    left.abandon()
    parts: list[Part] = []
    record(tmp_path, 1.0, parts)
    assert [part.part for part in parts] == [2]
    assert len(recovered_parts(tmp_path, stored=frozenset())) == 2


def test_empty_and_foreign_files_are_no_parts(tmp_path: Path):
    (tmp_path / f"{QUESTION}-1-1.ogg").write_bytes(b"")
    (tmp_path / "song.ogg").write_bytes(b"mine")
    assert recovered_parts(tmp_path, stored=frozenset()) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["song.ogg"]


@pytest.mark.expects_log
def test_owner_that_fails_leaves_the_file(tmp_path: Path):
    def fail(part: Part) -> None:
        raise RuntimeError("an owner's fault")

    recorder = Recorder(tmp_path, question=QUESTION, take=1, on_part=fail)
    recorder.feed(murmur(0.5))
    recorder.end()
    (part,) = recovered_parts(tmp_path, stored=frozenset())
    assert part.duration_ms == 500


class FullDisk:
    """Lets so many blocks through, then none, then all."""

    def __init__(self, *, room: int, full: int) -> None:
        self.left, self.full = room, full
        self._write = OpusFile.write

    def __call__(self, file: OpusFile, pcm: np.ndarray) -> None:
        self.left -= 1
        if -self.full <= self.left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self._write(file, pcm)


@pytest.mark.expects_log
def test_full_disk_is_said_once_and_costs_only_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    disk = FullDisk(room=40, full=2)
    monkeypatch.setattr(OpusFile, "write", lambda file, pcm: disk(file, pcm))
    parts: list[Part] = []
    said: list[DiskFull] = []
    take = record(tmp_path, 10.0, parts, on_error=said.append)
    assert len(said) == 1
    assert "Free some space" in said[0].message
    kept = {part.part: part.duration_ms for part in parts}
    assert kept[1] >= 1450  # two seconds were spoken before the disk was full
    assert sum(kept.values()) == take.duration_ms
    assert 7000 <= take.duration_ms <= 8000  # two tries, a second each
    assert take.error == ""


def test_parts_of_a_record_are_read_from_its_rows():
    audio = Artifact(sha256="ab" * 32, media_type="audio/ogg", size=9)
    chunk = AnswerChunk(question=QUESTION, take=2, part=3, audio=audio, duration_ms=5)
    done = AnswerDone(question=QUESTION)
    rows = [
        StoredRow(1, "answer.chunk", b"", chunk.model_dump_json().encode(), acknowledged=True),
        StoredRow(2, "answer.done", b"", done.model_dump_json().encode(), acknowledged=False),
    ]
    assert stored_parts(rows) == {(QUESTION, 2, 3)}
