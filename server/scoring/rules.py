"""Which score counts, and what an interview's scores come to.

Pure. One rule: a person's points stand over a machine's, and a total is as settled as its least
settled part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

LABEL = "provisional, for review"
"""Stands beside every score that no person gave."""
PERSON = "person"
"""Grader of an override."""
TESTS = "tests"
"""Grader of code: whether it is right is decided by running it, and by nothing else."""

NEEDING_A_PERSON = frozenset({"needs_person", "needs_review", "failed"})
"""States of a score that a person has to settle."""


@dataclass(frozen=True, slots=True)
class Given:
    """A score that somebody gave."""

    id: str
    grader: str
    state: str
    points_milli: int | None
    spread_milli: int | None = None
    why: tuple[str, ...] = ()
    """Codes of the reasons for which a person has to look."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A question with the score that counts for it."""

    marks: int
    score: Given | None


@dataclass(frozen=True, slots=True)
class Total:
    """The sum over an interview."""

    points_milli: int | None
    """None where no question has points yet."""
    max_marks: int
    state: Literal["open", "needs_person", "provisional", "final"]


def current(scores: Sequence[Given]) -> Given:
    """The score that counts of `scores`, oldest first: a person's over the tests of code over any
    other machine's, then the newest. One that failed says nothing of the answer and stands behind
    any other.
    """
    by_person = [score for score in scores if score.grader == PERSON]
    by_tests = [score for score in scores if score.grader == TESTS]
    by_machine = [score for score in scores if score.state != "failed"]
    return (by_person or by_tests or by_machine or list(scores))[-1]


def total(questions: Sequence[Standing]) -> Total:
    """The sum, and how far it can be trusted: as far as its least settled part."""
    given = [question.score for question in questions]
    known = [
        score.points_milli
        for score in given
        if score is not None and score.points_milli is not None
    ]
    states = {"open" if score is None else score.state for score in given}
    state: Literal["open", "needs_person", "provisional", "final"] = "final"
    if not questions or "open" in states:
        state = "open"
    elif states & NEEDING_A_PERSON:
        state = "needs_person"
    elif "provisional" in states:
        state = "provisional"
    marks = sum(question.marks for question in questions)
    return Total(sum(known) if known else None, marks, state)
