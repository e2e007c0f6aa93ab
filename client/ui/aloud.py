"""Reading questions aloud and playing answers, where this machine has a voice or a loudspeaker.

One rule: `speaking` is true from the order to the last sound, so that the proctor never takes
our own voice for somebody's, and no recording begins before it is silent.
"""

import logging
import math
import sys
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from client.ui.background import Background

if TYPE_CHECKING:
    from client.speech.devices import AudioDevice
    from client.speech.tts import Sound, Speaker


log = logging.getLogger(__name__)


class Voice(Protocol):
    """What reads texts: espeak-ng through our own loudspeaker, or the system's own voice."""

    @property
    def volume(self) -> float:
        """0 to 1."""
        ...

    @volume.setter
    def volume(self, volume: float) -> None: ...

    @property
    def sounded_until_s(self) -> float:
        """When it was last heard, on the monotonic clock."""
        ...

    def use(self, name: str | None) -> bool:
        """Speaks through that loudspeaker, None the system's own; whether it can."""
        ...

    def say(
        self, text: str, *, language: str, slower: bool, on_done: Callable[[str], None]
    ) -> None:
        """`on_done` once, with the reason for silence or nothing."""
        ...

    def stop(self) -> None:
        """Falls silent, and away from the GUI thread waits until it is."""
        ...


class Aloud:
    """One voice; `on_said(reason, told)` and `on_change()` are called on the GUI thread."""

    def __init__(
        self,
        background: Background,
        *,
        on_said: Callable[[str, bool], None],
        on_change: Callable[[], None],
        make_voice: "Callable[[], Voice | None] | None" = None,
    ) -> None:
        self._background = background
        self._on_said, self._on_change = on_said, on_change
        self._own = (make_voice or _own_voice)()
        """The system's voice; None: our loudspeaker reads with espeak-ng."""
        self._device: AudioDevice | None = None
        self._speaker: Speaker | None = None
        self._guard = Lock()
        self._stopped = False
        self._texts = self._sounds = 0
        """Ordered and not over yet: what is new ends what was before it."""
        self._slower, self._volume = False, 1.0

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or about to be; a played answer counts."""
        return self._texts + self._sounds > 0

    @property
    def reading(self) -> bool:
        """Whether it is a text that is being read."""
        return self._texts > 0

    @property
    def playing(self) -> bool:
        """Whether it is an answer that is being played."""
        return self._sounds > 0

    @property
    def sounded_until_s(self) -> float:
        """When our last sound went out, on the monotonic clock."""
        voices = (self._own, self._speaker)
        return max((one.sounded_until_s for one in voices if one is not None), default=-math.inf)

    @property
    def by_system(self) -> bool:
        """Whether the system's own voice reads what was not prepared."""
        return self._own is not None

    def use(self, device: "AudioDevice | None") -> bool:
        """Speaks through this loudspeaker from the next text on.

        False: the system's own voice cannot, and goes on through the system's own loudspeaker.
        """

        def work() -> None:
            self._device = device
            if self._speaker is not None:
                self._speaker.use(device)

        self._background.run(work, lane="sound")
        return self._own is None or self._own.use(
            None if device is None or device.default else device.name
        )

    def tune(self, *, slower: bool, volume: float) -> None:
        """Slower from the next text on, louder or quieter (0 to 1) at once; for this run."""
        self._slower, self._volume = slower, volume
        if self._speaker is not None:
            self._speaker.volume = volume
        if self._own is not None:
            self._own.volume = volume

    def say(
        self,
        text: str,
        language: str,
        *,
        told: bool,
        prepared: "Callable[[bool], Sound] | None" = None,
    ) -> None:
        """Reads aloud; `told` is handed on to `on_said`.

        `prepared(slower)`: its sound, made ahead; where it raises, the machine's own voice reads.
        """
        self._count(texts=+1)

        def done(reason: str) -> None:
            self._background.call(lambda: self._said(reason, told))

        def work() -> None:
            sound = None if prepared is None else _made(prepared, slower=self._slower)
            self._hush_own()
            with self._guard:
                if self._stopped:
                    return
                speaker = self._loudspeaker()
                if sound is not None:
                    ready = sound
                    speaker.play(lambda: ready, on_done=done)
                elif self._own is not None:
                    speaker.stop()
                    self._own.say(text, language=language, slower=self._slower, on_done=done)
                else:
                    speaker.say(text, language=language, slower=self._slower, on_done=done)

        self._background.run(work, None, lambda error: self._count(texts=-1), lane="sound")

    def play(self, make: "Callable[[], Sound]", on_played: Callable[[str], None]) -> None:
        """Plays a sound in place of whatever is heard; `on_played` gets the reason for silence."""
        self._count(sounds=+1)

        def played(reason: str) -> None:
            self._count(sounds=-1)
            on_played(reason)

        def done(reason: str) -> None:
            self._background.call(lambda: played(reason))

        def work() -> None:
            self._hush_own()
            with self._guard:
                if self._stopped:
                    return
                self._loudspeaker().play(make, on_done=done)

        self._background.run(work, None, lambda error: self._count(sounds=-1), lane="sound")

    def hush(self) -> None:
        """Falls silent."""

        def work() -> None:
            self._hush_own()
            if self._speaker is not None:
                self._speaker.stop()

        self._background.run(work, lane="sound")

    def stop(self) -> None:
        """Falls silent for good."""
        with self._guard:
            self._stopped = True
        self._hush_own()
        if self._speaker is not None:
            self._speaker.stop()

    def _hush_own(self) -> None:
        """Never with the guard held: it waits for the GUI thread, which may wait for the guard."""
        if self._own is not None:
            self._own.stop()

    def _loudspeaker(self) -> "Speaker":
        from client.speech.tts import Speaker

        if self._speaker is None:
            self._speaker = Speaker(self._device)
            self._speaker.volume = self._volume
        return self._speaker

    def _said(self, reason: str, told: bool) -> None:
        self._count(texts=-1)
        self._on_said(reason, told)

    def _count(self, *, texts: int = 0, sounds: int = 0) -> None:
        before = (self.reading, self.playing)
        self._texts += texts
        self._sounds += sounds
        if (self.reading, self.playing) != before:
            self._on_change()


def _made(prepared: "Callable[[bool], Sound]", *, slower: bool) -> "Sound | None":
    """The sound that was made ahead; None where there is none that can be played."""
    try:
        return prepared(slower)
    except KeyError:
        return None  # others were prepared, this text was not
    except (OSError, ValueError) as error:
        log.info("no prepared sound: %s", type(error).__name__)
        return None


def _own_voice() -> "Voice | None":
    if sys.platform not in ("win32", "darwin"):
        return None
    from client.ui.system_voice import SystemVoice

    return SystemVoice()
