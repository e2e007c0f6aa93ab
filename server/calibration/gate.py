"""Whether a change of model or prompt may go live.

Pure. One rule: both are measured on the same answers, drawn together; what is worse beyond chance,
or cannot be told from so few answers, is refused until a person says why it may pass.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from server.calibration.figures import DRAWS, Pair, mean_error, pearson

LEAST_ANSWERS = 50
"""Below that an interval is wider than any difference that matters."""
LEAST_QUESTIONS = 3
WORSE = 0.01
"""Shares of the marks by which the mean error may grow unseen."""


@dataclass(frozen=True, slots=True)
class Both:
    """One answer as people, the old and the new grader see it, in shares of the marks."""

    question: str
    human: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the gate says."""

    passes: bool
    words: str
    error_change: tuple[float, float, float] | None
    """Mean error afterwards minus before: value and 95 % interval; above 0 is worse."""
    pearson_change: tuple[float, float, float] | None
    """The same of the correlation; below 0 is worse."""


def rule(both: Sequence[Both], *, override: str = "", seed: int = 1) -> Ruling:
    """Compares; `override` is a person's reason to let a refused change pass."""
    groups: dict[str, list[Both]] = {}
    for one in both:
        groups.setdefault(one.question, []).append(one)
    if len(both) < LEAST_ANSWERS or len(groups) < LEAST_QUESTIONS:
        words = f"{len(both)} answers to {len(groups)} questions are too few to tell."
        return _ruled(words, override, None, None)
    chance = random.Random(seed)  # noqa: S311 -- draws of a bootstrap
    kept = list(groups.values())
    drawn = [
        [one for group in chance.choices(kept, k=len(kept)) for one in group] for _ in range(DRAWS)
    ]
    error = _interval(_error_change(both), [_error_change(one) for one in drawn])
    agreed = _interval(_pearson_change(both), [_pearson_change(one) for one in drawn])
    worse: list[str] = []
    if error[1] > 0 or error[0] > WORSE:
        worse.append(f"the mean error grows by {error[0]:.3f} of the marks")
    if agreed[2] < 0:
        worse.append(f"the correlation with people falls by {-agreed[0]:.3f}")
    return _ruled(" and ".join(worse), override, error, agreed)


def _ruled(
    fault: str,
    override: str,
    error: tuple[float, float, float] | None,
    agreed: tuple[float, float, float] | None,
) -> Ruling:
    if not fault:
        return Ruling(True, "It is not worse than before.", error, agreed)
    sentence = fault[0].upper() + fault[1:].rstrip(".") + "."
    if override.strip():
        return Ruling(True, f"{sentence} Let through: {override.strip()}", error, agreed)
    return Ruling(False, sentence, error, agreed)


def _error_change(both: Sequence[Both]) -> float:
    after = mean_error([Pair(one.question, one.human, one.after) for one in both]) or 0.0
    return after - (mean_error([Pair(one.question, one.human, one.before) for one in both]) or 0.0)


def _pearson_change(both: Sequence[Both]) -> float:
    """A grader that gives everybody the same counts as no correlation."""
    after = pearson([Pair(one.question, one.human, one.after) for one in both]) or 0.0
    return after - (pearson([Pair(one.question, one.human, one.before) for one in both]) or 0.0)


def _interval(value: float, drawn: list[float]) -> tuple[float, float, float]:
    found = sorted(drawn)
    last = len(found) - 1
    return value, found[round(0.025 * last)], found[round(0.975 * last)]
