"""Sound as numbers: 16 kHz, mono, 16 bit, and what its level says to the person.

Pure. One rule: a hint names what the person can change, and comes from measured blocks, never
from a single peak.
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
TOO_QUIET_DBFS = -45.0
"""Speech at arm's length reads -35 to -15 dBFS RMS; rooms read below -50."""
QUIET_FOR_S = 3.0
SILENT_FOR_S = 2.0
CLIPPED_AT = 32_700
CLIPPED_SAMPLES = 3
"""Samples at the limit in one block: fewer are no audible distortion."""
CLIPPED_FOR_S = 1.0

Pcm: TypeAlias = NDArray[np.int16]
"""(n,) int16 at `RATE_HZ`, mono."""

Hint = Literal["too_quiet", "clipping", "silent"]

HINTS: dict[Hint, str] = {
    "too_quiet": "You are hard to hear. Move closer to the microphone or raise its level.",
    "clipping": "You are too loud for the microphone. Lower its level or move back a little.",
    "silent": "The microphone gives no sound at all. Check whether it is muted, or choose another.",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the last block was, and what follows from the last seconds."""

    rms_dbfs: float
    """Root mean square, decibels below full scale; `FLOOR_DBFS` for silence."""
    peak_dbfs: float
    hint: Hint | None
    """A key of `HINTS`; `too_quiet` also stands while nobody speaks."""


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


def judge(past: tuple[Block, ...], block: Block) -> tuple[tuple[Block, ...], Level]:
    """The blocks to remember, and the level with its hint."""
    past = _last((*past, block), QUIET_FOR_S)
    hint: Hint | None = None
    if any(one.clipped for one in _last(past, CLIPPED_FOR_S)):
        hint = "clipping"
    elif _spans(past, SILENT_FOR_S) and all(one.zero for one in _last(past, SILENT_FOR_S)):
        hint = "silent"
    elif _spans(past, QUIET_FOR_S) and all(one.rms_dbfs < TOO_QUIET_DBFS for one in past):
        hint = "too_quiet"
    return past, Level(block.rms_dbfs, block.peak_dbfs, hint)


def _last(blocks: tuple[Block, ...], seconds: float) -> tuple[Block, ...]:
    total = 0.0
    for index in range(len(blocks) - 1, -1, -1):
        total += blocks[index].seconds
        if total >= seconds - 1e-9:
            return blocks[index:]
    return blocks


def _spans(blocks: tuple[Block, ...], seconds: float) -> bool:
    return sum(block.seconds for block in blocks) >= seconds - 1e-9


def _dbfs(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20 * math.log10(amplitude / 32_768)) if amplitude > 0 else FLOOR_DBFS
