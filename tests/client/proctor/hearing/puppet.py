"""A voice made from numbers: pulses through moving resonances, which Silero takes for speech.

One rule: two puppets differ in pitch and in the length of their throats, as two people do.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
VOWELS = (
    (730, 1090, 2440),
    (270, 2290, 3010),
    (300, 870, 2240),
    (530, 1840, 2480),
    (570, 840, 2410),
)
"""Resonances of a, i, u, e, o in Hz, as phonetics books print them."""
_HIGHER = (3_400, 4_300)
_FRAME, _HOP = 512, 128


@dataclass(frozen=True)
class Puppet:
    pitch_hz: float = 120.0
    throat: float = 1.0
    """Above 1: a shorter one, so higher resonances."""

    def says(self, seconds: float, *, seed: int = 1, peak: int = 9_000) -> NDArray[np.int16]:
        """Four or five syllables a second, gliding into each other."""
        chance = np.random.default_rng(seed)
        count = round(seconds * RATE_HZ)
        beat = np.cumsum(chance.uniform(0.15, 0.3, size=int(seconds * 8) + 8))
        time = np.arange(count + _FRAME) / RATE_HZ
        glide = np.interp(time, beat, chance.uniform(0.85, 1.25, len(beat)))
        phase = np.cumsum(self.pitch_hz * glide) / RATE_HZ
        pulses = np.diff(np.floor(phase), prepend=0.0)
        pulses += chance.standard_normal(len(time)) * 0.015
        vowels = np.array(VOWELS)[chance.integers(len(VOWELS), size=len(beat))] * self.throat
        wave = np.zeros(len(time))
        window = np.hanning(_FRAME)
        hz = np.fft.rfftfreq(2 * _FRAME, 1 / RATE_HZ)
        for start in range(0, count, _HOP):
            at_s = start / RATE_HZ
            centres = [np.interp(at_s, beat, vowels[:, i]) for i in range(3)]
            spectrum = np.fft.rfft(pulses[start : start + _FRAME] * window, 2 * _FRAME)
            spectrum = spectrum * self._throat(hz, [*centres, *_HIGHER])
            part = np.fft.irfft(spectrum)[: len(wave) - start]
            wave[start : start + len(part)] += part
        opening = 0.15 + 0.85 * np.abs(np.sin(np.pi * np.interp(time, beat, np.arange(len(beat)))))
        wave = (wave * opening)[:count]
        return (wave / np.abs(wave).max() * peak).astype(np.int16)

    def _throat(self, hz: NDArray[np.float64], centres: list[float]) -> NDArray[np.float64]:
        response = 1 / (1 + (hz / 300) ** 2) ** 0.5
        for number, middle in enumerate(centres):
            width = 70 + 30 * number
            response = response * middle**2 / np.hypot(middle**2 - hz**2, width * hz)
        return response


LOW, HIGH = Puppet(105, 0.92), Puppet(190, 1.2)
