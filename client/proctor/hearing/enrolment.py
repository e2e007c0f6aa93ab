"""The template of a voice sample, or the sentence that says what to do better.

One rule: a sample that would make a poor template is refused at once, while the person can still
read the sentence again.
"""

import math

import numpy as np
from numpy.typing import NDArray

from client.proctor.hearing.listening import Listening
from client.proctor.hearing.lows import lows_db
from client.proctor.hearing.pieces import RATE_HZ, Pieces
from client.proctor.hearing.vad import SILENCE
from client.proctor.types import VoiceEnrolled
from client.proctor.voices import LIKELY, REFUSALS, Sample, refuse

_LIMIT = 32_700
_FLOOR_DBFS = -120.0
_LOWS_S = 1.0


def enrolled(pcm: bytes, listening: Listening) -> VoiceEnrolled:
    """`pcm`: int16, mono, 16 kHz, half a sample at its end is dropped."""
    chunks = Pieces().take(pcm, 0.0).chunks
    said, _ = listening.activity.hear(chunks, SILENCE)
    speech = chunks[said >= LIKELY].ravel().astype(np.float32) / np.float32(32_768)
    embedder = listening.embedder
    middle = len(speech) // 2
    halves = [embedder.embed(part) for part in (speech[:middle], speech[middle:])]
    likeness = None
    if halves[0] is not None and halves[1] is not None:
        likeness = embedder.likeness(halves[0], halves[1])
    limited = np.abs(chunks.astype(np.int32)) >= _LIMIT
    sample = Sample(
        speech_s=len(speech) / RATE_HZ,
        speech_dbfs=_dbfs(speech),
        clipped=float(limited.mean()) if chunks.size else 0.0,
        halves=likeness,
    )
    reason = refuse(sample, embedder.short.other_below)
    vector = embedder.embed(speech) if reason is None else None
    if vector is None:
        return VoiceEnrolled(None, REFUSALS[reason or "short"])
    for start in range(0, len(speech), round(_LOWS_S * RATE_HZ)):
        found = lows_db(speech[start : start + round(_LOWS_S * RATE_HZ)])
        listening.learn_lows(found)
    return VoiceEnrolled(embedder.template(vector, sample.speech_s), model=embedder.label)


def _dbfs(wave: NDArray[np.float32]) -> float:
    power = float(np.mean(wave.astype(np.float64) ** 2)) if len(wave) else 0.0
    return 10 * math.log10(power) if power > 0 else _FLOOR_DBFS
