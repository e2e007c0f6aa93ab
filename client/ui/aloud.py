"""Reading questions aloud, where this machine has a voice.

One rule: `speaking` is true from the order to the last sound, so that the proctor never takes
our own voice for somebody's.
"""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from client.ui.background import Background

if TYPE_CHECKING:
    from client.speech.devices import AudioDevice
    from client.speech.tts import Speaker


class Aloud:
    """One voice; `on_said(reason, told)` and `on_change()` are called on the GUI thread."""

    def __init__(
        self,
        background: Background,
        *,
        on_said: Callable[[str, bool], None],
        on_change: Callable[[], None],
    ) -> None:
        self._background = background
        self._on_said, self._on_change = on_said, on_change
        self._device: AudioDevice | None = None
        self._speaker: Speaker | None = None
        self._guard = Lock()
        self._stopped = False
        self._texts = 0
        """Ordered and not over yet: a new text ends the one before it."""

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or about to be."""
        return self._texts > 0

    def use(self, device: "AudioDevice | None") -> None:
        """Speaks through this loudspeaker from the next text on."""

        def work() -> None:
            self._device = device
            if self._speaker is not None:
                self._speaker.use(device)

        self._background.run(work, lane="sound")

    def say(self, text: str, language: str, *, told: bool) -> None:
        """Reads aloud; `told` is handed on to `on_said`."""
        self._count(+1)

        def done(reason: str) -> None:
            self._background.call(lambda: self._said(reason, told))

        def work() -> None:
            with self._guard:
                if not self._stopped:
                    self._voice().say(text, language=language, on_done=done)

        self._background.run(work, None, lambda error: self._count(-1), lane="sound")

    def hush(self) -> None:
        """Falls silent."""
        if self._speaker is not None:
            self._background.run(self._speaker.stop, lane="sound")

    def stop(self) -> None:
        """Falls silent for good."""
        with self._guard:
            self._stopped = True
        if self._speaker is not None:
            self._speaker.stop()

    def _voice(self) -> "Speaker":
        from client.speech.tts import Speaker

        if self._speaker is None:
            self._speaker = Speaker(self._device)
        return self._speaker

    def _said(self, reason: str, told: bool) -> None:
        self._count(-1)
        self._on_said(reason, told)

    def _count(self, change: int) -> None:
        before = self.speaking
        self._texts += change
        if self.speaking != before:
            self._on_change()
