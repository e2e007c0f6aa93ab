"""Recordings and simulated sounds for the benchmarks about voices, and a way to play them.

One rule: what is simulated says so in its row; rooms, loudspeakers and keys are made from numbers.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from client.proctor import engine
from client.proctor.ears import Ears
from client.proctor.known import Known
from client.proctor.pipe import Hearing, Sound
from client.proctor.rules import rules_for
from client.proctor.types import Measure, Observation, Opened
from client.speech.microphone import decode
from shared.policy import Accommodations, Policy
from shared.templates import Template

RATE_HZ = 16_000
PIECE = 4_000
"""0.25 s, as the window sends it."""
LIBRISPEECH = "LibriSpeech test-other, 100 utterances of 10 speakers"
NO_SAMPLES = "INVIGIL_SAMPLES names no folder"

Pcm = NDArray[np.int16]


def folder() -> Path | None:
    """The recordings, where there are any."""
    named = os.environ.get("INVIGIL_SAMPLES", "")
    return Path(named) if named and Path(named).is_dir() else None


@cache
def utterances() -> dict[str, tuple[Pcm, ...]]:
    """Speaker -> what they said, in the order of the files."""
    root = folder()
    assert root is not None
    found: dict[str, tuple[Pcm, ...]] = {}
    for each in sorted((root / "speech_librispeech_test_other").iterdir()):
        if each.is_dir():
            found[each.name] = tuple(decode(path) for path in sorted(each.glob("*.flac")))
    return found


@cache
def noises() -> dict[str, Pcm]:
    """Recorded rooms and streets without clean speech."""
    root = folder()
    assert root is not None
    return {path.stem: decode(path) for path in sorted((root / "noise").rglob("*.wav"))}


def speech(speaker: str) -> Pcm:
    """All of a speaker, one utterance after the other."""
    return np.concatenate(utterances()[speaker])


def long_enough(noise: Pcm, samples: int) -> Pcm:
    """The noise again and again."""
    return np.tile(noise, samples // len(noise) + 1)[:samples]


def mixed(wave: Pcm, other: Pcm, below_db: float) -> Pcm:
    """`other` added so many decibels below `wave`, by their root mean squares."""
    one, two = wave.astype(np.float64), other[: len(wave)].astype(np.float64)
    two = np.pad(two, (0, len(one) - len(two)))
    return clipped(one + two * (rms(one) / max(rms(two), 1e-9)) * 10 ** (-below_db / 20))


def louder(wave: Pcm, by_db: float) -> Pcm:
    """The same with another level."""
    return clipped(wave.astype(np.float64) * 10 ** (by_db / 20))


def rms(wave: NDArray[np.floating]) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(wave * wave)))


def clipped(wave: NDArray[np.floating]) -> Pcm:
    """As a sound card would give it."""
    return np.clip(np.rint(wave), -32_768, 32_767).astype(np.int16)


def keyboard(seconds: float, seed: int) -> Pcm:
    """Simulated typing: four to seven clicks a second, each a short ringing burst of noise."""
    chance = np.random.default_rng(seed)
    wave = chance.standard_normal(round(seconds * RATE_HZ)) * 20
    at_s = 0.2
    while at_s < seconds - 0.1:
        length = int(chance.uniform(0.004, 0.02) * RATE_HZ)
        time = np.arange(4 * length) / RATE_HZ
        ring = np.sin(2 * np.pi * chance.uniform(1_500, 5_000) * time)
        burst = (ring + chance.standard_normal(len(time))) * np.exp(-time * RATE_HZ / length)
        start = int(at_s * RATE_HZ)
        room = wave[start : start + len(burst)]
        room += burst[: len(room)] * chance.uniform(1_500, 6_000)
        at_s += chance.uniform(0.1, 0.3)
    return clipped(wave)


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """A simulated one: which band it plays, how steeply it stops, and the room between."""

    name: str
    low_hz: float
    high_hz: float
    order: int = 2

    def play(self, wave: Pcm, seed: int) -> Pcm:
        """What a microphone in the same room hears of it."""
        from scipy import signal

        band = signal.butter(
            self.order, [self.low_hz, self.high_hz], "bandpass", fs=RATE_HZ, output="sos"
        )
        played = np.asarray(signal.sosfilt(band, wave.astype(np.float64)))
        limit = float(np.percentile(np.abs(played), 99.9)) + 1e-9
        return in_a_room(clipped(np.tanh(1.2 * played / limit) * limit / 1.2), seed, direct_db=3)


LOUDSPEAKERS = (
    Loudspeaker("telephone", 500, 6_000),
    Loudspeaker("tablet", 350, 7_000),
    Loudspeaker("laptop", 220, 7_500),
    Loudspeaker("desk loudspeaker", 120, 7_500),
)


def in_a_room(wave: Pcm, seed: int, *, direct_db: float = 8.0) -> Pcm:
    """With a simulated decaying echo of 0.2 to 0.5 s, the direct sound so much above it."""
    from scipy import signal

    chance = np.random.default_rng(seed)
    time = np.arange(RATE_HZ // 2) / RATE_HZ
    echo = chance.standard_normal(len(time)) * np.exp(-6.9 * time / chance.uniform(0.2, 0.5))
    echo[: int(0.0025 * RATE_HZ)] = 0
    echo *= 10 ** (-direct_db / 20) / np.sqrt(np.sum(echo**2))
    echo[0] = 1
    return clipped(np.asarray(signal.fftconvolve(wave.astype(np.float64), echo))[: len(wave)])


class Played:
    """One interview's ears, played sound at no real time, with the product's rules behind them."""

    def __init__(self) -> None:
        self.ears = Ears()
        self.template: Template | None = None
        self.at_s = 100.0
        self._zero_s = self.at_s
        self._engine = engine.begin(rules_for(Policy(), Accommodations()))
        self.opened: list[Opened] = []

    def enrol(self, sample: Pcm) -> bool:
        """Whether the sample was good enough."""
        self.template = self.ears.enrol(sample.tobytes()).template
        return self.template is not None

    def play(self, wave: Pcm, *, answer: bool = False) -> list[Observation]:
        """All observations; what opened goes to `opened`."""
        self.ears.expect(Hearing(spoken_open=answer))
        seen: list[Observation] = []
        for piece in pieces(wave):
            self.at_s += len(piece) / RATE_HZ
            heard = self.ears.hear(
                Sound(piece.tobytes(), self.at_s), Known(voice=self.template), self._zero_s
            )
            if heard:
                newest = max(each.at_ms for each in heard)
                self._engine, signals = engine.step(self._engine, heard, newest)
                self.opened += [each for each in signals if isinstance(each, Opened)]
            seen += heard
        return seen


def pieces(wave: Pcm) -> Iterator[Pcm]:
    """As the window sends them."""
    for start in range(0, len(wave), PIECE):
        yield wave[start : start + PIECE]


def values(seen: Sequence[Observation], measure: Measure) -> list[float | None]:
    """Of one measure, in order."""
    return [each.value for each in seen if each.measure is measure]
