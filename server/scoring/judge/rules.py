"""What several judgements of one answer come to: points, spread, and whether a person must look.

Pure. One rule: points are added up here and nowhere else, and a part that is unknown makes the
whole unknown; nothing that failed is ever a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from server.scoring.judge.quotes import Found
from server.scoring.judge.rubric import Criterion

State = Literal["provisional", "needs_review", "needs_person", "failed"]

WIDE_MILLI = 150
"""Of the marks, times 1000: samples further apart than this show that the rubric or the answer is
unclear."""
MOVES_MILLI = 50
"""The same for one judgement against another: the bar that injections are held to."""
MIDDLE_MILLI = (400, 600)
"""Between these an error of one level decides over passing: a person looks first where it matters
most."""
NEARLY_ALL_MILLI = 900
"""From here on each criterion must be borne by words of its own: whoever believes an answer gives
all marks, and quotes for one criterion what is about another."""
WHY = {
    "spread": "its judgements differ",
    "middle": "it lies in the middle of the scale",
    "unverified": "a level has no proof in the words of the answer",
    "unsure": "it rests on words that were not heard clearly",
    "injection": "it rests on sentences that address the grader",
    "canary": "the model followed the answer instead of its rules",
    "unadmitted": "no model that the calibration gate admitted could judge it",
    "unnamed": "the consent named no language model outside",
    "top": "nearly all marks rest on words that are not about what they are given for",
}
"""Reasons for a person to look, by their code."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion in one judgement."""

    level: int | None
    """None where its quotes are not in the answer."""
    quotes: tuple[Found, ...]
    finding: str
    own: bool | None = None
    """Whether the quotes hold a word of this very criterion; None where it has none that an answer
    could be held to, as for style."""


Sample = Mapping[str, Mark]
"""One judgement: marks by the criteria's keys."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One criterion over all judgements."""

    criterion: Criterion
    share_milli: int | None
    """Mean level over its highest, times 1000; None where a person decides."""
    levels: tuple[int | None, ...]
    """Of each judgement."""
    quotes: tuple[Found, ...]
    """Of the judgement nearest to the mean."""
    finding: str
    own: bool | None = None
    """`Mark.own` of that judgement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is proposed."""

    state: State
    points_milli: int | None
    """Points times 1000; None where a person decides."""
    spread_milli: int | None
    """Points times 1000 between the lowest and the highest judgement; None for one alone."""
    why: tuple[str, ...]
    """Codes of `WHY`."""
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """All judgements of one answer."""

    samples: Sequence[Sample]
    """Of the answer without suspect sentences; at least one."""
    whole: Sample | None = None
    """Of the answer with them; None where there are none."""
    sure: Sample | None = None
    """Of the answer without unsure words; None where there are none."""
    canary: bool = False
    """Whether a level was given for what no answer can hold."""


def settle(criteria: Sequence[Criterion], tried: Tried, *, max_marks: int) -> Verdict:
    """The proposal for an answer with at least one criterion and one judgement."""
    settled = tuple(_settled(one, tried.samples) for one in criteria)
    totals = [total for sample in tried.samples if (total := share(criteria, sample)) is not None]
    # Whoever obeyed once may have obeyed anywhere.
    found = None if tried.canary else _whole(settled)
    why: list[str] = []
    if tried.canary:
        why.append("canary")
    elif found is None:
        why.append("unverified")
    if _moves(criteria, tried.whole, found):
        why.append("injection")
    if _moves(criteria, tried.sure, found):
        why.append("unsure")
    points = found
    if found is not None and found >= NEARLY_ALL_MILLI and not _borne(settled):
        why.append("top")
        settled = _unborne_unknown(settled)
        points = None
    if "injection" in why:
        points = None  # a sentence about marks decides nothing, in neither direction
    spread = max(totals) - min(totals) if len(totals) > 1 else None
    if spread is not None and spread > WIDE_MILLI:
        why.append("spread")
    if points is not None and MIDDLE_MILLI[0] <= points <= MIDDLE_MILLI[1]:
        why.append("middle")
    return Verdict(
        state="needs_review" if why else "provisional",
        points_milli=None if points is None else points * max_marks,
        spread_milli=None if spread is None else spread * max_marks,
        why=tuple(why),
        settled=settled,
    )


def share(criteria: Sequence[Criterion], sample: Sample) -> int | None:
    """Of the marks, times 1000, in one judgement; None where a level is unknown."""
    weight = sum(one.weight for one in criteria)
    sum_milli = 0
    for one in criteria:
        level = sample[one.key].level
        if level is None:
            return None
        sum_milli += one.weight * 1000 * level // one.top
    return sum_milli // weight


def _settled(criterion: Criterion, samples: Sequence[Sample]) -> Settled:
    marks = [sample[criterion.key] for sample in samples]
    levels = [mark.level for mark in marks]
    known = [level for level in levels if level is not None]
    # Half of the judgements must have proof: one lucky quote does not speak for the others.
    if 2 * len(known) <= len(levels):
        finding = next((mark.finding for mark in marks), "")
        return Settled(criterion, None, tuple(levels), (), finding)
    mean = sum(known) / len(known)
    nearest = min(
        (mark for mark in marks if mark.level is not None),
        key=lambda mark: abs((mark.level or 0) - mean),
    )
    share_milli = round(1000 * mean / criterion.top)
    return Settled(
        criterion, share_milli, tuple(levels), nearest.quotes, nearest.finding, nearest.own
    )


def _unborne_unknown(settled: Sequence[Settled]) -> tuple[Settled, ...]:
    """Those that rest on other words, or all where none rests on its own, are a person's."""
    some = any(one.own for one in settled)
    return tuple(
        one if one.own or (some and one.own is None) else replace(one, share_milli=None)
        for one in settled
    )


def _borne(settled: Sequence[Settled]) -> bool:
    """Whether marks rest on words about what they are given for, as far as that can be asked."""
    return any(one.own for one in settled) and all(one.own is not False for one in settled)


def _whole(settled: Sequence[Settled]) -> int | None:
    weight = sum(one.criterion.weight for one in settled)
    sum_milli = 0
    for one in settled:
        if one.share_milli is None:
            return None
        sum_milli += one.criterion.weight * one.share_milli
    return sum_milli // weight


def _moves(criteria: Sequence[Criterion], other: Sample | None, points: int | None) -> bool:
    if other is None:
        return False
    there = share(criteria, other)
    if there is None or points is None:
        return there != points
    return abs(there - points) > MOVES_MILLI
