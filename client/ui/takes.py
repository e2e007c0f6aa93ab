"""What is recorded: spoken answers and the voice sample, piece by piece onto the record.

One rule: a piece is on disk before the row that names it, and a disk without room is told and
costs nothing that was written before.
"""

import logging
import math
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from client import exam
from client.ui.conductor import Conductor
from client.ui.record import Evidence
from client.ui.recorded import Pieces, opened, recorded
from shared.events import Artifact, SystemNoted

if TYPE_CHECKING:
    from client.speech.microphone import Microphone
    from client.speech.pcm import Pcm
    from client.speech.recorder import Part, Recorder, Take
    from client.spool.store import Spool

log = logging.getLogger(__name__)

RATE_HZ = 16_000
"""As `client.speech.pcm` says; that module is imported with the microphone, not before."""
VOICE_SAMPLE = "0" * 32
"""Stands for a question where the take is the voice sample."""
TAIL_S = 0.35
"""How long our own voice is still in the room, and in the sound server's buffers, after its last
sample was handed over. Chosen with room to spare; `test_echo.py` hears nothing after it."""
SAMPLE_BYTES = 30 * 32_000
"""Of the voice sample's sound as it was heard: half a minute is more than the sentence takes."""


class Takes:
    """Records one take at a time; `feed` is called on the microphone's thread."""

    def __init__(
        self, conductor: Conductor, sounded_until_s: Callable[[], float] = lambda: -math.inf
    ) -> None:
        """`sounded_until_s`: when the app's own voice was last heard, on the monotonic clock."""
        self._conductor = conductor
        self._sounded_until_s = sounded_until_s
        self._from_s = -math.inf
        """What was heard before belongs to no take."""
        self._recorded: Pieces = {}
        """Of this run and of those before it."""
        self._background = conductor.background
        self._spool: Spool | None = None
        self._folder: Path | None = None
        self._recorder: Recorder | None = None
        self._pieces: dict[tuple[str, int], list[bytes]] = {}
        self._guard = Lock()
        """Guards the making of a recorder, which has a thread, against `stop`."""
        self._stopped = False
        self._short_of_room = False
        self._of_sample = False
        self.sample = b""
        """The voice sample as it was heard: int16, mono, 16 kHz."""

    @property
    def ready(self) -> bool:
        """Whether there is a place to record to."""
        return self._folder is not None

    @property
    def running(self) -> bool:
        """Whether something is being recorded."""
        return self._recorder is not None

    def use_spool(self, spool: "Spool") -> None:
        """Where takes grow; pieces that a kill left there are put on record."""
        self._spool, self._folder, self._recorded = spool, spool.folder / "takes", {}
        self._background.run(
            lambda: recorded(spool), self._know, lambda error: log.error("%s", error), lane="sound"
        )
        self._background.run(
            self._left_over, self._recovered, lambda error: log.error("%s", error), lane="sound"
        )

    def start(self, question: str, take: int, microphone: "Microphone | None") -> None:
        """Begins a take; "" is the voice sample."""
        name = question or VOICE_SAMPLE
        folder = self._folder
        self._pieces[(name, take)] = []
        self._of_sample = not question
        self.sample = b""

        def work() -> None:
            from client.errors import NoMicrophone
            from client.speech.recorder import Recorder

            if microphone is None or not microphone.listening or folder is None:
                raise NoMicrophone(
                    "No microphone is in use. Plug one in, choose it under Devices, and record."
                )
            self._from_s = self._sounded_until_s() + TAIL_S
            time.sleep(min(TAIL_S, max(0.0, self._from_s - time.monotonic())))
            for old in folder.glob(f"{VOICE_SAMPLE}-*.ogg"):
                old.unlink()
            recorder = Recorder(
                folder,
                question=name,
                take=take,
                on_part=self._on_part,
                on_error=lambda error: self._background.call(self.disk_full),
            )
            with self._guard:
                if not self._stopped:
                    self._recorder = recorder
            if self._stopped:
                recorder.end()
            microphone.take_begins()

        def done(_: None) -> None:
            self._conductor.feed(exam.RecordingStarted())
            if self._conductor.state.phase == "stopping":
                self.end()

        self._background.run(
            work, done, lambda error: self._conductor.failed("record", error), lane="sound"
        )

    def feed(self, pcm: "Pcm", at_s: float) -> bool:
        """Adds what was heard, and ended at `at_s`, to the take that runs; never waits.

        Answers whether it belongs to one.
        """
        recorder = self._recorder
        if recorder is None or at_s - len(pcm) / RATE_HZ < self._from_s:
            return False
        recorder.feed(pcm)
        if self._of_sample and len(self.sample) < SAMPLE_BYTES:
            self.sample += pcm.tobytes()
        return True

    def end(self) -> None:
        """Ends the take once its last piece is on disk."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            self._background.run(
                recorder.end,
                self._ended,
                lambda error: self._conductor.failed("record", error),
                lane="sound",
            )

    def pop(self, question: str, take: int) -> tuple[bytes, ...]:
        """The pieces of a take that is over, for its transcript."""
        return tuple(self._pieces.pop((question, take), ()))

    def holds(self, question: str, take: int) -> bool:
        """Whether the sound of that take lies on this machine."""
        return (question, take) in self._recorded

    def sound(self, question: str, take: int) -> tuple[bytes, ...]:
        """The pieces of a take as they lie in the spool, in order; to be called off the GUI thread.

        Nothing where this machine did not record it; raises SpoolDamaged.
        """
        pieces = self._recorded.get((question, take), {})
        return () if self._spool is None else opened(self._spool, dict(pieces))

    def stop(self) -> None:
        """Completes what is being recorded."""
        with self._guard:
            self._stopped = True
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.end()

    def disk_full(self) -> None:
        """There was no room for a piece; told once until there is."""
        self._short_of_room = True
        if "disk_full" not in self._conductor.state.live.notices:
            self._conductor.system(SystemNoted(what="disk_full", detail="recording"))

    # ---- on other threads ---------------------------------------------------------------------

    def _on_part(self, part: "Part") -> None:
        content = part.content()
        self._background.call(lambda: self._part(part, content))

    def _left_over(self) -> "tuple[Part, ...]":
        from client.speech.recorder import recovered_parts, stored_parts

        assert self._spool is not None
        assert self._folder is not None
        if not self._folder.is_dir():
            return ()
        return recovered_parts(self._folder, stored=stored_parts(self._spool.rows()))

    # ---- back on the GUI thread ---------------------------------------------------------------

    def _know(self, earlier: Pieces) -> None:
        for key, pieces in earlier.items():
            self._recorded[key] = pieces | self._recorded.get(key, {})

    def _room_again(self) -> None:
        record = self._conductor.record
        if not self._short_of_room or record is None:
            return

        def told() -> None:
            self._short_of_room = False
            if "disk_full" in self._conductor.state.live.notices:
                self._conductor.system(SystemNoted(what="disk_back", detail="recording"))

        record.then(told)

    def _part(self, part: "Part", content: bytes) -> None:
        self._pieces.setdefault((part.question, part.take), []).append(content)
        if part.question != VOICE_SAMPLE:
            self._store(part, content)
        self._room_again()

    def _store(self, part: "Part", content: bytes) -> None:
        record = self._conductor.record
        if record is None:
            return

        def named(artifact: Artifact) -> None:
            key = (part.question, part.take)
            self._recorded.setdefault(key, {})[part.part] = artifact.sha256
            self._conductor.feed(
                exam.ChunkStored(part.question, part.take, part.part, artifact, part.duration_ms)
            )
            record.then(part.discard)

        record.put(Evidence(content, part.media_type), named)

    def _ended(self, take: "Take") -> None:
        record = self._conductor.record
        if record is None:
            return
        if take.question != VOICE_SAMPLE:
            record.then(lambda: self._conductor.feed(exam.TakeEnded()))
            self._room_again()
            return
        self._conductor.feed(exam.TakeEnded())
        content = b"".join(self.pop(take.question, take.take))
        if not content:
            self._conductor.failed("voice", _nothing_heard())
            return
        from client.speech.opus import MEDIA_TYPE

        detail = f"{take.duration_ms} ms"
        record.put(Evidence(content, MEDIA_TYPE), _stored(self._conductor, detail))

    def _recovered(self, parts: "tuple[Part, ...]") -> None:
        for part in parts:
            if part.question == VOICE_SAMPLE:
                part.discard()
            else:
                self._store(part, part.content())


def _stored(conductor: Conductor, detail: str) -> Callable[[Artifact], None]:
    return lambda artifact: conductor.feed(exam.VoiceStored(artifact, detail))


def _nothing_heard() -> Exception:
    from client.errors import SpeechError

    return SpeechError("Nothing was recorded. Check the microphone under Devices and try again.")
