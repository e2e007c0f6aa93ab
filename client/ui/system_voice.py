"""The system's own voice on Windows and macOS, by Qt.

One rule: Qt's engine lives on the GUI thread; orders come from any thread, in order, and each is
answered once. Until the engine itself says that it is silent, it counts as heard. *Not run here*:
the voices of those systems; tests put an engine of their own in.
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, get_ident
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

log = logging.getLogger(__name__)

NO_VOICE = "This computer has no voice that reads questions aloud. Please read along."
"""Without a cure: which voices a system has, and how one comes by more, `client.preflight` says."""
SLOWER = -0.4
"""Qt's rate goes from -1 to 1, 0 being the voice's own pace."""
SILENT_S = 2.0
"""How long stopping waits for an engine to fall silent; a voice ends within its syllable."""
MOCK = "mock"
"""Qt's engine for its own tests: it takes as long as a voice, and says nothing."""
CHOOSES_OUTPUT = "winrt"
"""The one engine of Windows and macOS that speaks through a loudspeaker of our choice; the others
know the system's own only."""
CUT_AT = 31
"""Characters of a loudspeaker's name that PortAudio gives on Windows (MME); Qt gives all."""


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    language: str
    slower: bool
    on_done: Callable[[str], None]


class SystemVoice(QObject):
    """Aloud's `Voice` on QTextToSpeech; to be made on the GUI thread."""

    _asked = Signal(object)
    _hushed = Signal(object)
    _tuned = Signal()

    def __init__(
        self,
        make_engine: Callable[[Any], Any] | None = None,
        find_output: Callable[[str], Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`make_engine(output)`: the engine for a loudspeaker, None the system's own; `find_output`
        finds a loudspeaker by its name, None: the engine cannot speak through it."""
        super().__init__(parent)
        self._home = get_ident()
        self._volume = 1.0
        self._make_engine = make_engine or _engine
        self._find_output = find_output or _output
        self._output: Any = None
        self._engine: Any = None
        self._made = False
        self._saying: _Said | None = None
        self._sounding = False
        """From the order to the engine's word that it is silent."""
        self._until_s = -math.inf
        self._waiting: list[Event] = []
        # Queued where the order comes from another thread, at once on this one.
        self._asked.connect(self._say)
        self._hushed.connect(self._hush)
        self._tuned.connect(self._tune)

    @property
    def volume(self) -> float:
        """0 to 1; at once where the engine can, else from the next text on."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = volume
        self._tuned.emit()

    @property
    def sounded_until_s(self) -> float:
        """When it was last heard, on the monotonic clock: now, while it may still be heard."""
        return time.monotonic() if self._sounding else self._until_s

    def use(self, name: str | None) -> bool:
        """Speaks through that loudspeaker from the next text on; on the GUI thread.

        None is the system's own. False: this engine knows only that one, and goes on with it.
        """
        output = None if name is None else self._find_output(name)
        if output != self._output:
            self._output = output
            self._drop()
        return name is None or output is not None

    def say(
        self, text: str, *, language: str, slower: bool, on_done: Callable[[str], None]
    ) -> None:
        """Reads in place of what is being read; from any thread."""
        self._asked.emit(_Said(text, language, slower, on_done))

    def stop(self) -> None:
        """Falls silent; from any thread. Others than the GUI thread wait until it is."""
        if get_ident() == self._home:
            self._hush(None)
            # Who stops it here ends the app: nobody is to wait for a thread that waits for them.
            self._release()
            return
        silent = Event()
        self._hushed.emit(silent)
        if not silent.wait(SILENT_S):
            log.warning("the system's voice does not say that it is silent")

    def _say(self, said: _Said) -> None:
        self._hush(None)
        engine = self._ready()
        if engine is None:
            said.on_done(NO_VOICE)
            return
        self._saying, self._sounding = said, True
        engine.setLocale(QLocale(said.language.replace("-", "_")))
        engine.setRate(SLOWER if said.slower else 0.0)
        engine.setVolume(self._volume)
        engine.say(said.text)

    def _hush(self, silent: Event | None) -> None:
        if silent is not None:
            self._waiting.append(silent)
        if self._engine is not None:
            self._engine.stop()
        self._over("")
        if self._engine is None or self._engine.state().name in ("Ready", "Error"):
            self._settled()

    def _tune(self) -> None:
        if self._engine is not None:
            self._engine.setVolume(self._volume)

    def _ready(self) -> Any:
        """The engine; None where there is none but Qt's mock."""
        if not self._made:
            self._made, self._engine = True, self._make_engine(self._output)
            if self._engine is not None:
                self._engine.stateChanged.connect(self._changed)
        return self._engine

    def _drop(self) -> None:
        """The next text has an engine made anew."""
        self._hush(None)
        engine, self._engine, self._made = self._engine, None, False
        if engine is not None:
            engine.stateChanged.disconnect(self._changed)
            engine.deleteLater()
        self._settled()

    def _changed(self, state: Any) -> None:
        if state.name in ("Ready", "Error"):
            self._settled()
            self._over(NO_VOICE if state.name == "Error" else "")

    def _settled(self) -> None:
        """The engine is silent."""
        if self._sounding:
            self._sounding, self._until_s = False, time.monotonic()
        self._release()

    def _release(self) -> None:
        while self._waiting:
            self._waiting.pop().set()

    def _over(self, reason: str) -> None:
        said, self._saying = self._saying, None
        if said is not None:
            said.on_done(reason)


def _engine(output: Any) -> Any:
    from PySide6.QtTextToSpeech import QTextToSpeech

    name = _name()
    if name is None:
        return None
    if output is None:
        return QTextToSpeech(name)
    return QTextToSpeech(name, {"audioDevice": output})


def _output(name: str) -> Any:
    """Qt's loudspeaker of PortAudio's name; None where there is none, or the engine takes none."""
    if _name() != CHOOSES_OUTPUT:
        return None
    from PySide6.QtMultimedia import QMediaDevices

    return named(name, {one.description(): one for one in QMediaDevices.audioOutputs()})


def named(name: str, outputs: dict[str, Any]) -> Any:
    """What bears the name in full, else what begins with a name that was cut; None is nothing."""
    cut = [one for full, one in outputs.items() if len(name) >= CUT_AT and full.startswith(name)]
    return outputs.get(name, cut[0] if len(cut) == 1 else None)


def _name() -> str | None:
    """The engine that Qt prefers on this system."""
    from PySide6.QtTextToSpeech import QTextToSpeech

    names = [name for name in QTextToSpeech.availableEngines() if name != MOCK]
    return names[0] if names else None
