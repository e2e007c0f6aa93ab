"""One spoken answer: blocks from the microphone become complete files of at most ten seconds.

One rule: a part's file lies in the spool's folder while it grows and until its owner has it
durable elsewhere, so neither a kill nor a full disk loses more than the last half second.
"""

import json
import logging
import queue
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from client.errors import DiskFull
from client.speech.opus import MEDIA_TYPE, OpusFile, repaired
from client.speech.pcm import RATE_HZ, Pcm
from client.spool.files import NO_ROOM, write_whole
from client.spool.store import StoredRow
from shared.events import Kind

log = logging.getLogger(__name__)

PART_S = 10.0
"""Longest part: what travels as one blob."""
QUEUE_BLOCKS = 1200
"""One minute of blocks: what a stalled disk may hold up before sound is lost."""
RETRY_AFTER_BLOCKS = 20
"""Blocks left out after the disk had no room (one second), so that trying is not all we do."""
PART_NAME = re.compile(r"([0-9a-f]{32})-(\d{1,4})-(\d{1,5})\.ogg")

PartKey = tuple[str, int, int]
"""(question, take, part)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A complete Ogg/Opus file of one take."""

    question: str
    take: int
    """From 1."""
    part: int
    """From 1 within the take."""
    path: Path
    duration_ms: int
    media_type: str = MEDIA_TYPE

    @property
    def key(self) -> PartKey:
        """What the record knows this part by."""
        return (self.question, self.take, self.part)

    def content(self) -> bytes:
        """The whole file, at most some 40 kB."""
        return self.path.read_bytes()

    def discard(self) -> None:
        """Forgets the file: its owner has stored it and the row that names it."""
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Take:
    """A finished recording attempt."""

    question: str
    take: int
    parts: int
    duration_ms: int
    dropped: int
    """Blocks that could not be taken."""
    error: str = ""
    """For the person, where the recording broke off."""


class Recorder:
    """Records one take on a thread of its own; `feed` may be called from any one thread.

    `on_part` is called on that thread with each finished part, whose owner calls `discard` once
    its blob and row are durable; what is not discarded is found again by `recovered_parts`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        question: str,
        take: int,
        on_part: Callable[[Part], None],
        on_error: Callable[[DiskFull], None] = lambda error: None,
        part_s: float = PART_S,
    ) -> None:
        self._folder = folder
        self._question = question
        self._take = take
        self._on_part = on_part
        self._on_error = on_error
        self._part_samples = int(part_s * RATE_HZ)
        self._blocks: queue.Queue[Pcm | None] = queue.Queue(QUEUE_BLOCKS)
        self._file: OpusFile | None = None
        self._in_part = 0
        self._parts = 0
        self._duration_ms = 0
        self._dropped = 0
        self._error = ""
        self._skip = 0
        self._abandoned: list[tuple[int, OpusFile]] = []
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._thread = Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    def feed(self, pcm: Pcm) -> None:
        """Adds (n,) int16 samples at 16 kHz; never waits."""
        try:
            self._blocks.put_nowait(pcm)
        except queue.Full:
            self._dropped += 1

    def end(self) -> Take:
        """Completes the last part, hands it over, and answers what the take came to."""
        self._blocks.put(None)
        self._thread.join()
        return Take(
            question=self._question,
            take=self._take,
            parts=self._parts,
            duration_ms=self._duration_ms,
            dropped=self._dropped,
            error=self._error,
        )

    def _run(self) -> None:
        while (pcm := self._blocks.get()) is not None:
            if self._skip:
                self._skip -= 1
                self._dropped += 1
                continue
            self._guard(lambda pcm=pcm: self._write(pcm))
        self._guard(self._complete)
        for number, file in self._abandoned:
            self._guard(lambda number=number, file=file: self._rescue(number, file))

    def _guard(self, step: Callable[[], None]) -> None:
        """Runs one step; a disk without room costs a second and is said once until it works."""
        try:
            step()
        except (DiskFull, OSError) as error:
            self._dropped += 1
            self._skip = RETRY_AFTER_BLOCKS
            if self._file is not None:
                self._file.abandon()
                self._abandoned.append((self._parts, self._file))
                self._file = None
            if not self._error:
                said = error if isinstance(error, DiskFull) else DiskFull(self._folder)
                self._error = said.message
                full = isinstance(error, DiskFull) or error.errno in NO_ROOM
                log.error("recording broke off: %s", "disk full" if full else "disk error")
                self._on_error(said)
        except Exception:  # the top of this thread: the owner's callback failed, the file stays
            log.exception("a part could not be handed over")

    def _write(self, pcm: Pcm) -> None:
        while len(pcm):
            if self._file is None:
                number = self._free_number()
                self._file = OpusFile(self._path(number))
                self._parts = number
                self._in_part = 0
            room = self._part_samples - self._in_part
            self._file.write(pcm[:room])
            self._in_part += min(room, len(pcm))
            pcm = pcm[room:]
            if self._in_part >= self._part_samples:
                self._complete()

    def _free_number(self) -> int:
        """The next part's number; a file that a kill left under it is another's to hand over."""
        number = self._parts + 1
        while self._path(number).exists():
            number += 1
        return number

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._question}-{self._take}-{number}.ogg"

    def _complete(self) -> None:
        if self._file is None:
            return
        self._file.finish()
        file, self._file = self._file, None
        self._error = ""
        self._hand_over(self._parts, file.path, file.duration_ms)

    def _rescue(self, number: int, file: OpusFile) -> None:
        """Hands over what a part held when the disk ran full; without sound, it goes."""
        fixed = repaired(file.path.read_bytes())
        if fixed is None:
            file.path.unlink()
            return
        write_whole(file.path, fixed[0])
        self._hand_over(number, file.path, fixed[1])

    def _hand_over(self, number: int, path: Path, milliseconds: int) -> None:
        self._duration_ms += milliseconds
        self._on_part(Part(self._question, self._take, number, path, milliseconds))


def recovered_parts(folder: Path, *, stored: Collection[PartKey]) -> tuple[Part, ...]:
    """What a kill left in `folder`, as complete files, in order; to be called before recording.

    Parts that the record already names are removed, and so are files without any sound.
    """
    found: list[Part] = []
    for path in folder.glob("*.ogg"):
        named = PART_NAME.fullmatch(path.name)
        if named is None:
            continue
        question, take, part = named[1], int(named[2]), int(named[3])
        content = path.read_bytes()
        fixed = None if (question, take, part) in stored else repaired(content)
        if fixed is None:
            path.unlink()
            continue
        if fixed[0] != content:
            write_whole(path, fixed[0])
        found.append(Part(question, take, part, path, fixed[1]))
    return tuple(sorted(found, key=lambda one: one.key))


def stored_parts(rows: Iterable[StoredRow]) -> frozenset[PartKey]:
    """The parts that a record already names (`Spool.rows()`)."""
    named = (json.loads(row.body) for row in rows if row.kind == Kind.ANSWER_CHUNK)
    return frozenset((one["question"], one["take"], one["part"]) for one in named)
