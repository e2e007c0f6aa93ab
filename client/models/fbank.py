"""The features that the speaker model takes, so that the app needs no torch.

Pure. One rule: these are SpeechBrain's `Fbank(n_mels=80)` and its sentence mean, number for number;
`export-speaker` refuses a model for which they are not.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
WINDOW = 400
"""25 ms, as many points as the Fourier transform."""
HOP = 160
BANDS = 80
FLOOR = 1e-10
TOP_DB = 80.0
"""What lies further below the loudest band of the recording is cut off there."""


def fbank(wave: NDArray[np.floating]) -> NDArray[np.float32]:
    """(1 + n // 160, 80) float32 decibels without their mean over time.

    `wave`: (n,) at 16 kHz in -1..1. Raises ValueError for less than one window or for what is no
    number.
    """
    wave = np.asarray(wave, dtype=np.float64)
    if wave.ndim != 1 or len(wave) < WINDOW:
        raise ValueError(f"the wave has shape {wave.shape}, expected at least ({WINDOW},)")
    if not np.isfinite(wave).all():
        raise ValueError("the wave holds what is no number")
    padded = np.pad(wave, WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    power = np.abs(np.fft.rfft(frames * _hamming(), axis=1)) ** 2
    decibels = 10 * np.log10(np.maximum(power @ _triangles(), FLOOR))
    decibels = np.maximum(decibels, decibels.max() - TOP_DB)
    return (decibels - decibels.mean(axis=0)).astype(np.float32)


@cache
def _hamming() -> NDArray[np.float64]:
    """The periodic window: torch's, not numpy's symmetric one."""
    return np.hamming(WINDOW + 1)[:-1]


@cache
def _triangles() -> NDArray[np.float64]:
    """(201, 80): each band's weight at each frequency. Both slopes are as wide as the lower one."""
    top = 2595 * np.log10(1 + RATE_HZ / 2 / 700)
    hz = 700 * (10 ** (np.linspace(0, top, BANDS + 2) / 2595) - 1)
    centre, width = hz[1:-1], np.diff(hz)[:-1]
    frequency = np.linspace(0, RATE_HZ / 2, WINDOW // 2 + 1)
    away = np.abs(frequency[:, None] - centre[None]) / width[None]
    return np.maximum(0.0, 1.0 - away)
