"""Has a take transcribed while it still runs, in the person's pauses.

One rule: it only saves time: a take whose stretches were not heard ahead is transcribed whole at
its end, and nothing of a stretch is written down by itself.
"""

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from client.speech import ahead
from client.speech.ahead import Ahead
from client.speech.endpointing import Pausing
from client.ui.conductor import Conductor
from client.ui.transcripts import Transcripts, name_of

if TYPE_CHECKING:
    from client.speech.pcm import Pcm
    from client.speech.stt import Partial

RATE_HZ = 16_000
"""As `client.speech.pcm` says; that module is imported with the microphone, not before."""


class HearingAhead(QObject):
    """Lives on the GUI thread, `feed` apart."""

    understood = Signal(str)
    """What was said since the last stretch that is not heard again."""

    def __init__(
        self, conductor: Conductor, transcripts: Transcripts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._conductor, self._transcripts = conductor, transcripts
        self._state = Ahead()
        self._take = ""
        """Name of the take that runs; empty between two."""
        self._language = ""
        self._guard = Lock()
        """For what `feed` and the GUI thread share."""
        self._blocks: deque[Pcm] = deque()
        self._first = 0
        """Sample of the take that the first block begins with."""
        self._samples = 0
        """Of the take, so far."""

    def begin(self, question: str, take: int) -> None:
        """A take begins."""
        policy = self._conductor.state.policy
        self._state = ahead.begun(self._state)
        with self._guard:
            self._blocks.clear()
            self._first = self._samples = 0
            wanted = policy.transcribe and not self._state.off
            self._take = name_of(question, take) if wanted else ""
        self._language = policy.language

    def feed(self, pcm: "Pcm") -> None:
        """(n,) int16 of the take; called on the microphone's thread, which never waits long."""
        with self._guard:
            if not self._take:
                return
            self._samples += len(pcm)
            self._blocks.append(pcm)
            while self._samples - self._first > (ahead.MOST_S + 1) * RATE_HZ:
                self._first += len(self._blocks.popleft())

    def listened(self, person: Pausing) -> None:
        """The voice detector was asked again; what is due is begun."""
        take = self._take
        if not take:
            return
        self._state = ahead.listened(self._state, person)
        taken_s = self._samples / RATE_HZ
        strained = "rate_low" in self._conductor.state.live.notices
        if not ahead.due(self._state, person, taken_s=taken_s, strained=strained):
            return
        start = round(self._state.settled_s * RATE_HZ)
        with self._guard:
            blocks, first, upto = self._from(start), self._first, self._samples
        if start < first:
            return  # nobody paused for so long that its sound is not kept any more
        pcm = b"".join(block.tobytes() for block in blocks)[2 * (start - first) :]
        self._state = ahead.asked(self._state, upto / RATE_HZ)
        self._transcripts.hear(
            pcm, take, start, self._language, lambda found: self._answered(take, found)
        )

    def end(self) -> None:
        """The take is over: its own transcript comes next."""
        with self._guard:
            self._take = ""
            self._blocks.clear()

    def _from(self, start: int) -> "tuple[Pcm, ...]":
        """The blocks from the one with the take's sample `start` on; those before it go."""
        while self._blocks and self._first + len(self._blocks[0]) <= start:
            self._first += len(self._blocks.popleft())
        return tuple(self._blocks)

    def _answered(self, take: str, found: "Partial | None") -> None:
        if found is None:
            self._state = Ahead(known=False)
            return
        if take != self._take:
            # Its take is over, and the next one counts anew: only what is known of the machine.
            self._state = ahead.judged(self._state, found.took_s)
            return
        self._state = ahead.answered(self._state, found.took_s, taken_s=self._samples / RATE_HZ)
        if found.text:
            self.understood.emit(found.text)
