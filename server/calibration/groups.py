"""Whether groups of people pass equally often, and whether a question is harder for one of them.

Pure. One rule: groups are what somebody who may know them writes into a file, nothing of it is
kept, and a small group gets no verdict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.calibration.fairness import Functioning, Impact, Solved, functioning, impact

PASS = 0.5
"""Share of the marks from which a person passes, and an answer counts as solved."""
STEPS = 10
"""People are compared with those whose whole score lies in the same tenth."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer's share of the marks, and whose it is."""

    person: str
    group: str
    question: str
    share: float


@dataclass(frozen=True, slots=True)
class Harder:
    """How one question works for a group beside all others of the same whole score."""

    question: str
    group: str
    found: Functioning


def impacts(marks: Sequence[Mark]) -> list[Impact]:
    """By group: how many people pass with the mean of their answers."""
    passed: dict[str, tuple[int, int]] = {}
    for (_, group), mean in _means(marks).items():
        hits, n = passed.get(group, (0, 0))
        passed[group] = (hits + (mean >= PASS), n + 1)
    return impact(dict(sorted(passed.items())))


def questions(marks: Sequence[Mark]) -> list[Harder]:
    """Every question for every group, by the file's order."""
    means = _means(marks)
    found: list[Harder] = []
    for group in sorted({mark.group for mark in marks}):
        for question in dict.fromkeys(mark.question for mark in marks):
            solved = [
                Solved(
                    total=round(means[(mark.person, mark.group)] * STEPS),
                    focal=mark.group == group,
                    solved=mark.share >= PASS,
                )
                for mark in marks
                if mark.question == question
            ]
            found.append(Harder(question, group, functioning(solved)))
    return found


def _means(marks: Iterable[Mark]) -> dict[tuple[str, str], float]:
    shares: dict[tuple[str, str], list[float]] = {}
    for mark in marks:
        shares.setdefault((mark.person, mark.group), []).append(mark.share)
    return {whose: sum(each) / len(each) for whose, each in shares.items()}
