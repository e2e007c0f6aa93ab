"""Listens for long pauses of a person who records, and says when to ask about one.

One rule: where there is no voice detector nobody is asked; whatever goes wrong in here costs the
question, never the recording.
"""

import logging
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from client.speech.endpointing import Pausing, begun, heard, thinking
from client.speech.pcm import Pcm

if TYPE_CHECKING:
    from client.proctor.hearing.pieces import Pieces
    from client.proctor.hearing.vad import Heard, VoiceActivity

log = logging.getLogger(__name__)


class PauseWatch:
    """`on_change(asking)` is called on whichever thread `hear` or `thinking` is called."""

    def __init__(self, on_change: Callable[[bool], None]) -> None:
        self._on_change = on_change
        self._guard = Lock()
        self._state = Pausing()
        self._at_s = 0.0
        self._listening = False
        self._voice: VoiceActivity | None = None
        self._memory: Heard | None = None
        self._pieces: Pieces | None = None

    @property
    def state(self) -> Pausing:
        """What is known of this person's speaking."""
        return self._state

    def begin(self) -> None:
        """A take begins: opens the voice detector where that is still to be done."""
        from client.proctor.hearing.pieces import Pieces
        from client.proctor.hearing.vad import SILENCE, VoiceActivity, silero

        if self._voice is None:
            model = silero()
            try:
                self._voice = None if model is None else VoiceActivity(model)
            except RuntimeError as error:
                log.warning("pauses are not asked about: %s", error)
        with self._guard:
            self._pieces, self._memory = Pieces(), SILENCE
            self._state = begun(self._state)
            self._listening = self._voice is not None

    def end(self) -> None:
        """The take is over: what was learned is kept."""
        with self._guard:
            self._listening = False

    def hear(self, pcm: Pcm, at_s: float) -> None:
        """(n,) int16 at 16 kHz, and when they ended on the monotonic clock."""
        with self._guard:
            if not self._listening:
                return
            assert self._voice is not None
            assert self._pieces is not None
            assert self._memory is not None
            before = self._state.asking
            cut = self._pieces.take(pcm.tobytes(), at_s)
            try:
                said, self._memory = self._voice.hear(cut.chunks, self._memory)
            except RuntimeError as error:
                log.warning("pauses are not asked about: %s", error)
                self._listening = False
                return
            for probability, end_s in zip(said, cut.at_s, strict=True):
                self._state = heard(self._state, float(probability), float(end_s))
            self._at_s, asking = at_s, self._state.asking
        if asking != before:
            self._on_change(asking)

    def thinking(self) -> None:
        """The person said "still thinking"."""
        with self._guard:
            self._state = thinking(self._state, self._at_s)
        self._on_change(False)
