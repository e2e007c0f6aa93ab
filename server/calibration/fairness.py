"""Whether a grader treats like answers alike, whoever they come from.

Pure. One rule: it compares scores and never guesses at a person; groups are what somebody who may
know them brings along, and a small group gets no verdict.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

FOUR_FIFTHS = 0.8
"""Ratio of pass rates below which US agencies speak of adverse impact (29 CFR 1607.4 D)."""
LEAST = 20
"""People in a group: below that a ratio says nothing."""
MODERATE, LARGE = 1.0, 1.5
"""Bounds of the ETS classes for differential item functioning, on its delta scale."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Scores of pairs of answers that differ in one thing that must not count."""

    n: int
    mean: float
    """Changed minus original, in shares of the marks."""
    largest: float
    """Largest absolute difference."""
    moved: float
    """Share of pairs further apart than `tolerance`."""


def shift(pairs: Sequence[tuple[float, float]], *, tolerance: float = 0.05) -> Shift | None:
    """`pairs`: (score of the original, of the changed one), shares of the marks; None for none."""
    if not pairs:
        return None
    moves = [changed - original for original, changed in pairs]
    return Shift(
        len(moves),
        sum(moves) / len(moves),
        max(map(abs, moves)),
        sum(abs(move) > tolerance for move in moves) / len(moves),
    )


def wordier(answer: str) -> str:
    """The same said with more words and nothing more."""
    return (
        "Well, let me think about this for a moment. What I would say is the following. "
        f"{answer.strip()} So, all in all, this is how I would put it."
    )


_DIALECT = (
    (r"\bis not\b", "ain't"),
    (r"\bare not\b", "ain't"),
    (r"\bdoes not\b", "don't"),
    (r"\bdo not have any\b", "don't have no"),
    (r"\bgoing to\b", "gonna"),
    (r"\bthose (\w+s)\b", r"them \1"),
    (r"\bit is\b", "it be"),
    (r"\b(?!(?:sub|some|any)?(?:str|spr|th|k|r|br|s|w|p|st|sw|sl)ing\b)(\w{2,})ing\b", r"\1in'"),
)


def in_dialect(answer: str) -> str:
    """The same in everyday spoken English of many regions: grammar and sound, no content."""
    for pattern, instead in _DIALECT:
        answer = re.sub(pattern, instead, answer)
    return answer


@dataclass(frozen=True, slots=True)
class Impact:
    """How often a group passes, beside the group that passes most often."""

    group: str
    n: int
    rate: float
    ratio: float | None
    """None where a group is too small or nobody passes."""

    @property
    def is_adverse(self) -> bool:
        """Whether somebody has to look into it; small numbers are never adverse."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


def impact(passed: Mapping[str, tuple[int, int]]) -> list[Impact]:
    """`passed`: (how many passed, of how many) by group."""
    rates = {group: (hits / n if n else 0.0) for group, (hits, n) in passed.items()}
    large = [rates[group] for group, (_, n) in passed.items() if n >= LEAST]
    best = max(large, default=0.0)
    return [
        Impact(group, n, rates[group], rates[group] / best if n >= LEAST and best else None)
        for group, (_, n) in passed.items()
    ]


@dataclass(frozen=True, slots=True)
class Solved:
    """One person and one question."""

    total: int
    """Their whole score, in any steps: people are compared with those of the same total."""
    focal: bool
    """Whether they are of the group that is looked at."""
    solved: bool


@dataclass(frozen=True, slots=True)
class Functioning:
    """Mantel-Haenszel's differential functioning of one question."""

    delta: float | None
    """-2.35 ln of the common odds ratio; below 0 it is harder for the focal group. None where it
    cannot be computed."""
    size: Literal["A", "B", "C", "unknown"]
    """`A` negligible, `B` moderate, `C` large (ETS), `unknown`."""


def functioning(found: Sequence[Solved]) -> Functioning:
    """Compares people of the same total."""
    above = below = 0.0
    focal = sum(one.focal for one in found)
    for total in {one.total for one in found}:
        here = [one for one in found if one.total == total]
        a = sum(not one.focal and one.solved for one in here)
        b = sum(not one.focal and not one.solved for one in here)
        c = sum(one.focal and one.solved for one in here)
        d = sum(one.focal and not one.solved for one in here)
        above += a * d / len(here)
        below += b * c / len(here)
    if focal < LEAST or len(found) - focal < LEAST or not above or not below:
        return Functioning(None, "unknown")
    delta = -2.35 * math.log(above / below)
    size = "A" if abs(delta) < MODERATE else "B" if abs(delta) < LARGE else "C"
    return Functioning(delta, size)
