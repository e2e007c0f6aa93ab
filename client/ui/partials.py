"""What was understood so far of an answer that is still being spoken.

One rule: it is shown and forgotten: no row, no file and no answer is made of it.
"""

from collections import deque
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from client.speech.looking import LEAST_TAIL_S, TAIL_S, Looking, looked
from client.ui.conductor import Conductor
from client.ui.transcripts import Transcripts

if TYPE_CHECKING:
    from client.speech.pcm import Pcm
    from client.speech.stt import Partial

RATE_HZ = 16_000
"""As `client.speech.pcm` says; that module is imported with the microphone, not before."""


class Partials(QObject):
    """Lives on the GUI thread, `feed` apart."""

    understood = Signal(str)
    """The newest words of the take that runs."""

    def __init__(
        self, conductor: Conductor, transcripts: Transcripts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._conductor, self._transcripts = conductor, transcripts
        self._looking = Looking()
        self._numbers = count(1)
        self._take = 0
        """Number of the take that runs; 0 between two."""
        self._language = ""
        self._blocks: deque[Pcm] = deque()
        self._samples = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    @property
    def at_work(self) -> bool:
        """Whether this machine has the room to look at the take that runs."""
        return bool(self._take) and not self._looking.off

    def begin(self) -> None:
        """A take begins."""
        policy = self._conductor.state.policy
        self._blocks.clear()
        self._samples = 0
        if policy.transcribe and not self._looking.off:
            self._take, self._language = next(self._numbers), policy.language
            self._wait()

    def feed(self, pcm: "Pcm") -> None:
        """(n,) int16 of the take; called on the microphone's thread, never waits."""
        if self._take:
            self._blocks.append(pcm)
            self._samples += len(pcm)
            while self._samples > TAIL_S * RATE_HZ:
                self._samples -= len(self._blocks.popleft())

    def end(self) -> None:
        """The take is over: the answer's own transcript comes next."""
        self._take = 0
        self._timer.stop()

    def _wait(self) -> None:
        self._timer.start(round(self._looking.wait_s * 1000))

    def _look(self) -> None:
        blocks, take = tuple(self._blocks), self._take
        strained = "rate_low" in self._conductor.state.live.notices
        if strained or sum(map(len, blocks)) < LEAST_TAIL_S * RATE_HZ:
            self._wait()
            return
        pcm = b"".join(block.tobytes() for block in blocks)
        self._transcripts.look(pcm, self._language, lambda found: self._looked(take, found))

    def _looked(self, take: int, found: "Partial | None") -> None:
        if found is None:
            self._looking = Looking(known=False)
            return
        self._looking = looked(self._looking, found.took_s)
        if take == self._take:
            if found.text:
                self.understood.emit(found.text)
            if not self._looking.off:
                self._wait()
