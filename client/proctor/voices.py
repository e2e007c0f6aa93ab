"""What follows from speech probabilities and likenesses: spoken or not, same voice, other, unsure.

Pure: no clock, thread, disk or model. One rule: between the two thresholds nothing is said, and
what cannot be told is None.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

SURELY = 0.7
"""From this probability on speech begins: at 0.5 two of five recorded noises held "speech"."""
LIKELY = 0.5
"""A chunk of at least this probability is a voice that may be compared."""
STILL = 0.35
"""Below this a chunk counts as a pause."""
PAUSE_CHUNKS = 9
"""0.29 s: pauses inside a sentence are shorter, and belong to the speech."""
STRETCHES = 3
"""Likenesses of whole stretches that a verdict needs; one is never enough."""
REMEMBERED = 5

Verdict = Literal["same", "other", "unsure"]


@dataclass(frozen=True, slots=True)
class Flow:
    """Whether somebody is speaking now."""

    speaking: bool = False
    pause: int = 0
    """Chunks since the last that was no pause."""


def flow(before: Flow, probability: float) -> Flow:
    """After one more chunk of 32 ms; a probability that is no number counts as a pause."""
    if not before.speaking:
        return Flow(speaking=probability >= SURELY)
    if probability >= STILL:
        return Flow(speaking=True)
    pause = before.pause + 1
    return Flow(speaking=pause <= PAUSE_CHUNKS, pause=pause)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where likeness speaks for the same voice and where for another."""

    same_from: float
    other_below: float

    def __post_init__(self) -> None:
        if not self.other_below <= self.same_from:
            raise ValueError(f"{self.other_below} lies above {self.same_from}")

    def verdict(self, likeness: float) -> Verdict:
        """On one likeness; one that is no number is unsure."""
        if likeness >= self.same_from:
            return "same"
        return "other" if likeness < self.other_below else "unsure"


def judge(likenesses: Sequence[float], bounds: Bounds) -> tuple[Verdict, float] | None:
    """By the median of the newest stretches, with that median; None while there are too few."""
    known = [each for each in likenesses if math.isfinite(each)][-REMEMBERED:]
    if len(known) < STRETCHES:
        return None
    middle = median(known)
    return bounds.verdict(middle), middle


def second_voice(likeness: float | None, bounds: Bounds) -> float | None:
    """1 where the voice is unlike the candidate's, 0 where it is theirs, else None."""
    if likeness is None:
        return None
    return {"same": 0.0, "other": 1.0, "unsure": None}[bounds.verdict(likeness)]


LOWS_HEARD_DB = -12.0
"""A microphone that never delivers more than this below 250 Hz cannot tell a loudspeaker."""
LOST_DB = 10.0
"""So far below the candidate's own voice, the lows of a small loudspeaker are missing."""
KEPT_DB = 5.0
"""The candidate's own windows differ by about so much."""
OWN_WINDOWS = 3
"""Seconds-long windows of the candidate's voice that say what this microphone delivers."""


def playback(lows_db: float | None, own_db: Sequence[float]) -> float | None:
    """1 where the lows are missing that the candidate's own voice has on this microphone, 0 where
    they are there, None in between, or where the microphone itself delivers none.

    `lows_db`: level of 80-250 Hz against 400-2000 Hz; `own_db`: the same of the own voice.
    """
    known = [each for each in own_db if math.isfinite(each)]
    if lows_db is None or not math.isfinite(lows_db) or len(known) < OWN_WINDOWS:
        return None
    usual = median(known)
    if usual < LOWS_HEARD_DB:
        return None
    if lows_db <= min(usual - LOST_DB, LOWS_HEARD_DB):
        return 1.0
    return 0.0 if lows_db >= usual - KEPT_DB else None


Refusal = Literal["short", "quiet", "clipped", "two"]

LEAST_SAMPLE_S = 2.5
"""Of speech: the sentence on the screen takes 4 s, a quick reader 3."""
LEAST_DBFS = -45.0
"""Of the speech's root mean square, as for the microphone's level."""
MOST_CLIPPED = 0.002
"""Share of samples at the limit: more is audible and changes the spectrum."""

REFUSALS: dict[Refusal, str] = {
    "short": "There was too little speech. Read the whole sentence aloud once more.",
    "quiet": "You were hard to hear. Move closer to the microphone and read the sentence again.",
    "clipped": "It was too loud for the microphone. Lower its level and read the sentence again.",
    "two": "It seems to hold more than one voice. Read it again while nobody else speaks.",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured of a voice sample."""

    speech_s: float
    speech_dbfs: float
    clipped: float
    """Share of samples at the limit, 0..1."""
    halves: float | None
    """Likeness of its first half to its second; None where that cannot be told."""


def refuse(sample: Sample, other_below: float) -> Refusal | None:
    """Why no template is made of it; None where one is."""
    if sample.clipped > MOST_CLIPPED:
        return "clipped"
    if not sample.speech_s >= LEAST_SAMPLE_S:
        return "short"
    if not sample.speech_dbfs >= LEAST_DBFS:
        return "quiet"
    if sample.halves is not None and sample.halves < other_below:
        return "two"
    return None
