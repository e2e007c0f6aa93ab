"""A voice as 46 numbers without any weights: how its mel cepstra lie and how much they move.

Pure. One rule: nothing in here was fitted to anybody's recordings; the scales follow from how
cepstra fall with their index, so the same numbers come out on every machine.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from client.proctor.hearing.pieces import RATE_HZ

Vector = NDArray[np.float64]

COEFFICIENTS = 23
"""Without the first, which is only loudness."""
RECIPE = (
    "cepstra 1: pre-emphasis 0.97, 25 ms Hamming every 10 ms, 512 points, 40 mel bands 60-7600 Hz, "
    "orthonormal cosine transform, coefficients 1-23, mean / (1.6 i^-0.5) and deviation / "
    "(0.8 i^-0.5), joined by a constant 10 and scaled to length 1"
)
"""What the numbers are; its hash stands where a model's file would."""
_WINDOW, _HOP, _POINTS, _BANDS = 400, 160, 512, 40
_LEAST_FRAMES = 50
_CONSTANT = 10.0
"""Joined to the vector, so that its length survives being scaled away."""
_MEAN_SCALE, _MOVE_SCALE = 1.6, 0.8


def cepstra(wave: NDArray[np.floating]) -> Vector | None:
    """(47,) of length 1, or None for less than half a second, silence, or what is no number.

    `wave`: (n,) speech at 16 kHz; its loudness does not matter.
    """
    wave = np.asarray(wave, dtype=np.float64)
    if wave.ndim != 1 or len(wave) < _WINDOW + _LEAST_FRAMES * _HOP or not np.isfinite(wave).all():
        return None
    loudness = float(np.sqrt(np.mean(wave * wave)))
    if loudness <= 0:
        return None
    wave = wave * (0.1 / loudness)
    wave = wave[1:] - 0.97 * wave[:-1]
    frames = np.lib.stride_tricks.sliding_window_view(wave, _WINDOW)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hamming(_WINDOW), _POINTS, axis=1)) ** 2
    found = np.log(power @ _bands() + 1e-7) @ _cosines()
    index = np.sqrt(np.arange(1, COEFFICIENTS + 1))
    placed = found.mean(axis=0) * index / _MEAN_SCALE
    moving = found.std(axis=0) * index / _MOVE_SCALE
    joined = np.concatenate([placed, moving, [_CONSTANT]])
    return joined / np.linalg.norm(joined)


def likeness(one: Vector, other: Vector) -> float:
    """1 for the same numbers, falling with their distance; about 0 for two strangers."""
    apart = (one[:-1] / one[-1] - other[:-1] / other[-1]) * _CONSTANT
    return 1 - float(np.sqrt(np.mean(apart * apart))) / 2


@cache
def _bands() -> NDArray[np.float64]:
    """(257, 40) triangles, equally wide on the mel scale."""
    low, high = (2595 * np.log10(1 + hz / 700) for hz in (60, 7600))
    edge = 700 * (10 ** (np.linspace(low, high, _BANDS + 2) / 2595) - 1)
    hz = np.linspace(0, RATE_HZ / 2, _POINTS // 2 + 1)[:, None]
    rising = (hz - edge[:-2]) / (edge[1:-1] - edge[:-2])
    falling = (edge[2:] - hz) / (edge[2:] - edge[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling))


@cache
def _cosines() -> NDArray[np.float64]:
    """(40, 23): the orthonormal cosine transform without its first column."""
    band = np.arange(_BANDS)[:, None] + 0.5
    order = np.arange(1, COEFFICIENTS + 1)[None]
    return np.sqrt(2 / _BANDS) * np.cos(np.pi / _BANDS * band * order)
