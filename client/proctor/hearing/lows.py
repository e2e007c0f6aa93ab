"""How much of a voice lies below 250 Hz, where small loudspeakers give nothing.

Pure. One rule: it is a level, not a verdict; a telephone, a poor microphone and a high voice also
lack lows.
"""

import numpy as np
from numpy.typing import NDArray

from client.proctor.hearing.pieces import CHUNK, RATE_HZ

LOW_HZ = (80.0, 250.0)
MIDDLE_HZ = (400.0, 2_000.0)
_LEAST_CHUNKS = 30


def lows_db(wave: NDArray[np.floating]) -> float | None:
    """Level of the low band against the middle one, decibels, in the louder chunks.

    `wave`: (n,) speech at 16 kHz. None for less than a second, silence, or what is no number.
    """
    wave = np.asarray(wave, dtype=np.float64)
    if len(wave) < _LEAST_CHUNKS * CHUNK or not np.isfinite(wave).all():
        return None
    frames = wave[: len(wave) // CHUNK * CHUNK].reshape(-1, CHUNK)
    power = np.abs(np.fft.rfft(frames * np.hanning(CHUNK), axis=1)) ** 2
    loud = power.sum(axis=1)
    spectrum = power[loud >= 0.3 * np.median(loud)].mean(axis=0)
    hz = np.fft.rfftfreq(CHUNK, 1 / RATE_HZ)
    low, middle = (
        float(spectrum[(hz >= band[0]) & (hz < band[1])].sum()) for band in (LOW_HZ, MIDDLE_HZ)
    )
    if low <= 0 or middle <= 0:
        return None
    return 10 * float(np.log10(low / middle))
