"""Reads questions aloud and plays recordings: espeak-ng, or any samples, through sounddevice.

One rule: captions are always there, so a voice that cannot speak is a reason, never an error; what
is spoken stops at once when asked.
"""

import io
import logging
import math
import re
import shutil
import subprocess
import time
import wave
from collections.abc import Callable
from threading import Event, Lock, Thread

from client.errors import NoMicrophone
from client.speech.devices import AudioDevice, library, number_of, steered
from client.speech.portaudio import streams

log = logging.getLogger(__name__)

NO_VOICE = "This computer has no voice for reading aloud (install espeak-ng). Please read along."
NO_SPEAKER = "No loudspeaker or headphones can be used. Please read along."
WORDS_A_MINUTE, SLOWER_WORDS_A_MINUTE = 160, 115
"""espeak-ng's default is 175; a question is easier to follow a little slower."""
SPEAK_S = 20.0
"""Seconds granted for making the sound; it takes 0.03 to 0.08 s."""
BLOCK_FRAMES = 1024
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def why_silent() -> str:
    """Why nothing can be read aloud here; empty where it can."""
    return "" if shutil.which("espeak-ng") else NO_VOICE


Sound = tuple[bytes, int]
"""(int16 mono samples, rate in Hz)."""


class Speaker:
    """One voice: what is new replaces what is being heard."""

    def __init__(self, device: AudioDevice | None = None) -> None:
        self._device = device
        self._guard = Lock()
        self._stop = Event()
        self._thread: Thread | None = None
        self.volume = 1.0
        """0 to 1; heard at once."""
        self.sounded_until_s = -math.inf
        """When the last sound went out, on the monotonic clock."""

    def use(self, device: AudioDevice | None) -> None:
        """Speaks through another loudspeaker from the next text on; None is the default one."""
        self._device = device

    def say(
        self,
        text: str,
        *,
        language: str = "en",
        slower: bool = False,
        on_done: Callable[[str], None] = lambda reason: None,
    ) -> None:
        """Speaks in the background; `on_done` as with `play`."""

        def make() -> Sound:
            if why_silent():
                raise ValueError(NO_VOICE)
            return synthesise(text, language, slower=slower)

        self.play(make, on_done=on_done)

    def play(
        self, make: Callable[[], Sound], *, on_done: Callable[[str], None] = lambda reason: None
    ) -> None:
        """Plays in the background what `make` gives; it may raise ValueError or OSError.

        `on_done` is called once on the speaker's thread: with an empty text when everything was
        heard or it was stopped, else with the reason for silence.
        """
        with self._guard:
            self._silence()
            stop = self._stop = Event()
            self._thread = Thread(
                target=self._run, args=(make, stop, on_done), name="speaker", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Falls silent at once and joins the thread."""
        with self._guard:
            self._silence()

    def _silence(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, make: Callable[[], Sound], stop: Event, on_done: Callable[[str], None]) -> None:
        reason = ""
        try:
            frames, rate_hz = make()
            self._play(frames, rate_hz, stop)
        except NoMicrophone:
            reason = NO_SPEAKER
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            log.info("voice failed: %s", type(error).__name__)
            reason = NO_VOICE
        except (
            Exception
        ) as error:  # the top of this thread; PortAudio's errors have no base of ours
            log.info("loudspeaker failed: %s", type(error).__name__)
            reason = NO_SPEAKER
        on_done(reason)

    def _play(self, frames: bytes, rate_hz: int, stop: Event) -> None:
        sound = library()
        streams.begin()
        try:
            with steered(self._device, "sink"):
                stream = sound.RawOutputStream(
                    samplerate=rate_hz,
                    channels=1,
                    dtype="int16",
                    device=number_of(self._device, "output"),
                )
                stream.start()
            try:
                with stream:
                    for start in range(0, len(frames), BLOCK_FRAMES * 2):
                        if stop.is_set():
                            stream.abort()
                            return
                        stream.write(_louder(frames[start : start + BLOCK_FRAMES * 2], self.volume))
                    stream.stop()
            finally:
                self.sounded_until_s = time.monotonic()
        finally:
            streams.end()


def _louder(frames: bytes, volume: float) -> bytes:
    """int16 samples times 0..1."""
    if volume >= 1.0:
        return frames
    import numpy as np

    samples = np.frombuffer(frames, np.int16) * max(0.0, volume)
    return samples.astype(np.int16).tobytes()


def synthesise(text: str, language: str, *, slower: bool = False) -> Sound:
    """(16-bit mono samples, rate in Hz) of `text`; raises OSError, ValueError, SubprocessError.

    The text goes in by standard input: it can be no option, and no other program sees it.
    """
    voice = language.lower() if LANGUAGE.fullmatch(language) else "en"
    pace = SLOWER_WORDS_A_MINUTE if slower else WORDS_A_MINUTE
    for name in (voice, voice.split("-")[0], "en"):
        done = subprocess.run(
            ["espeak-ng", "--stdout", "--stdin", "-v", name, "-s", str(pace)],
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=SPEAK_S,
            check=False,
        )
        if done.returncode == 0 and done.stdout:
            break
    else:
        raise ValueError("espeak-ng gave no sound")
    # A pipe's header says nothing about the length: what comes after it are the samples.
    with wave.open(io.BytesIO(done.stdout)) as sound:
        return sound.readframes(sound.getnframes()), sound.getframerate()
