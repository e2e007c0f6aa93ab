"""Speech for the tests, and a virtual microphone that can be unplugged.

`sound` tests need `PULSE_SERVER`. `dev.py test` starts one; by hand, also as root:
`pulseaudio -n --daemonize=yes --exit-idle-time=-1 --use-pid-file=no` with HOME and
XDG_RUNTIME_DIR set to an own folder and `--load="module-native-protocol-unix
socket=$DIR/native auth-anonymous=1"`, then `PULSE_SERVER=unix:$DIR/native`.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
import soxr

from client.speech.devices import AudioDevice, microphones
from client.speech.pcm import RATE_HZ, Pcm
from client.speech.tts import synthesise


def pactl(*words: str) -> str:
    return subprocess.run(
        ["pactl", *words], check=True, capture_output=True, text=True
    ).stdout.strip()


@dataclass
class Cable:
    """A loudspeaker whose sound comes back as a microphone."""

    sink: AudioDevice
    microphone: AudioDevice
    module: str
    """Of the microphone."""

    def unplug(self) -> None:
        """Takes the microphone away."""
        pactl("unload-module", self.module)

    def plug(self, rate_hz: int) -> None:
        """Puts it back under its name, at this rate."""
        self.module = _source(self.microphone.key, rate_hz)


def plugged(name: str, rate_hz: int = 44_100) -> Iterator[Cable]:
    sink = pactl("load-module", "module-null-sink", f"sink_name={name}_out")
    made: Cable | None = None
    source = _source(name, rate_hz)
    try:
        (microphone,) = [one for one in microphones() if one.key == name]
        speaker = AudioDevice(f"{name}_out", name, index="pulse", pulse=f"{name}_out")
        made = Cable(speaker, microphone, source)
        yield made
    finally:
        left = source if made is None else made.module
        subprocess.run(["pactl", "unload-module", left], capture_output=True)
        pactl("unload-module", sink)


def _source(name: str, rate_hz: int) -> str:
    words = (f"master={name}_out.monitor", f"source_name={name}", f"rate={rate_hz}", "channels=1")
    return pactl("load-module", "module-remap-source", *words)


@pytest.fixture
def cable() -> Iterator[Cable]:
    yield from plugged("invigil_test_one")


@pytest.fixture
def second_cable() -> Iterator[Cable]:
    yield from plugged("invigil_test_two")


@pytest.fixture(scope="session")
def speech() -> Pcm:
    """A spoken sentence of some three seconds; needs espeak-ng."""
    frames, rate_hz = synthesise("A hash table maps keys to values in constant time.", "en")
    return soxr.resample(np.frombuffer(frames, np.int16), rate_hz, RATE_HZ)
