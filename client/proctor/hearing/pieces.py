"""Cuts the microphone's pieces into the chunks that the voice detector takes.

Pure. One rule: a gap, or a clock that went back, begins anew; what was heard before it is never
joined to what comes after.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
CHUNK = 512
"""Samples that Silero looks at: 32 ms."""
CHUNK_S = CHUNK / RATE_HZ
GAP_S = 0.4
"""Pieces of half a second come with up to 0.1 s of jitter; a lost piece is longer."""

Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Cut:
    """The whole chunks that one more piece completed."""

    chunks: Samples
    """(k, 512)."""
    at_s: NDArray[np.float64]
    """(k,) capture time of each chunk's end on the monotonic clock."""
    anew: bool
    """Whether nothing before them belongs to them."""


class Pieces:
    """Joins pieces of any length."""

    def __init__(self) -> None:
        self._rest: Samples = np.zeros(0, np.int16)
        self._end_s: float | None = None

    def take(self, pcm: bytes, at_s: float) -> Cut:
        """`pcm`: int16, mono, 16 kHz, half a sample at its end is dropped; `at_s`: its end."""
        samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], dtype="<i2").astype(np.int16)
        if not len(samples) or not math.isfinite(at_s):
            return Cut(np.zeros((0, CHUNK), np.int16), np.zeros(0), anew=False)
        begins_s = at_s - len(samples) / RATE_HZ
        anew = self._end_s is None or abs(begins_s - self._end_s) > GAP_S
        if not anew:
            samples = np.concatenate([self._rest, samples])
        count = len(samples) // CHUNK
        self._rest, self._end_s = samples[count * CHUNK :].copy(), at_s
        ends = np.arange(1, count + 1) * CHUNK - len(samples)
        return Cut(samples[: count * CHUNK].reshape(count, CHUNK), at_s + ends / RATE_HZ, anew=anew)
