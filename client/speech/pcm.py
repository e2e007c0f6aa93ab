"""Sound as numbers: 16 kHz, mono, 16 bit, and the level of one block.

Pure. One rule: what is measured here says nothing yet; what follows from seconds of it is told by
`hints`.
"""

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
"""What Whisper, Silero and our Opus files take."""
BLOCK_S = 0.05
"""Seconds of sound in one block from the microphone."""
BLOCK = int(RATE_HZ * BLOCK_S)
FLOOR_DBFS = -96.0
"""What digital silence reads: the step of 16 bit."""
CLIPPED_AT = 32_700
CLIPPED_SAMPLES = 3
"""Samples at the limit in one block: fewer are no audible distortion."""

Pcm: TypeAlias = NDArray[np.int16]
"""(n,) int16 at `RATE_HZ`, mono."""

Hint = Literal["too_quiet", "clipping", "noise", "silent"]

HINTS: dict[Hint, str] = {
    "too_quiet": "You are hard to hear. Move closer to the microphone or raise its level.",
    "clipping": "You are too loud for the microphone. Lower its level or move back a little.",
    "noise": "There is a lot of noise. Close the window, switch off what hums, or use a headset.",
    "silent": "The microphone gives no sound at all. Check whether it is muted, or choose another.",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the last block was, and what follows from the last seconds."""

    rms_dbfs: float
    """Root mean square, decibels below full scale; `FLOOR_DBFS` for silence."""
    peak_dbfs: float
    hint: Hint | None
    """A key of `HINTS`."""


@dataclass(frozen=True, slots=True)
class Block:
    """What was measured of one block."""

    seconds: float
    rms_dbfs: float
    peak_dbfs: float
    clipped: bool
    zero: bool


def measure(pcm: Pcm) -> Block:
    """Level, clipping and exact silence of one block of at least one sample."""
    wide = pcm.astype(np.float64)
    size = np.abs(wide)
    return Block(
        seconds=len(pcm) / RATE_HZ,
        rms_dbfs=_dbfs(math.sqrt(float(np.mean(wide * wide)))),
        peak_dbfs=_dbfs(float(size.max())),
        clipped=int(np.count_nonzero(size >= CLIPPED_AT)) >= CLIPPED_SAMPLES,
        zero=not pcm.any(),
    )


def _dbfs(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20 * math.log10(amplitude / 32_768)) if amplitude > 0 else FLOOR_DBFS
