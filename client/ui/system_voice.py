"""The system's own voice on Windows and macOS, by Qt.

One rule: Qt's engine lives on the GUI thread; orders come from any thread, in order, and each is
answered once. *Not run here*: the voices of those systems; tests put an engine of their own in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from client.speech.tts import NO_VOICE

SLOWER = -0.4
"""Qt's rate goes from -1 to 1, 0 being the voice's own pace."""
MOCK = "mock"
"""Qt's engine for its own tests: it takes as long as a voice, and says nothing."""


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    language: str
    slower: bool
    on_done: Callable[[str], None]


class SystemVoice(QObject):
    """Aloud's `Voice` on QTextToSpeech; to be made on the GUI thread."""

    _asked = Signal(object)
    _hushed = Signal()

    def __init__(
        self, make_engine: Callable[[], Any] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.volume = 1.0
        self._make_engine = make_engine or _engine
        self._engine: Any = None
        self._made = False
        self._saying: _Said | None = None
        # Queued where the order comes from another thread, at once on this one.
        self._asked.connect(self._say)
        self._hushed.connect(self._hush)

    def say(
        self, text: str, *, language: str, slower: bool, on_done: Callable[[str], None]
    ) -> None:
        """Reads in place of what is being read; from any thread."""
        self._asked.emit(_Said(text, language, slower, on_done))

    def stop(self) -> None:
        """Falls silent; from any thread."""
        self._hushed.emit()

    def _say(self, said: _Said) -> None:
        self._hush()
        engine = self._ready()
        if engine is None:
            said.on_done(NO_VOICE)
            return
        self._saying = said
        engine.setLocale(QLocale(said.language.replace("-", "_")))
        engine.setRate(SLOWER if said.slower else 0.0)
        engine.setVolume(self.volume)
        engine.say(said.text)

    def _hush(self) -> None:
        if self._engine is not None:
            self._engine.stop()
        self._over("")

    def _ready(self) -> Any:
        """The engine; None where there is none but Qt's mock."""
        if not self._made:
            self._made, self._engine = True, self._make_engine()
            if self._engine is not None:
                self._engine.stateChanged.connect(self._changed)
        return self._engine

    def _changed(self, state: Any) -> None:
        if state.name == "Ready":
            self._over("")
        elif state.name == "Error":
            self._over(NO_VOICE)

    def _over(self, reason: str) -> None:
        said, self._saying = self._saying, None
        if said is not None:
            said.on_done(reason)


def _engine() -> Any:
    from PySide6.QtTextToSpeech import QTextToSpeech

    names = [name for name in QTextToSpeech.availableEngines() if name != MOCK]
    return QTextToSpeech(names[0]) if names else None
