"""Agreement of two graders: Pearson, quadratic weighted kappa, mean error, bias by band.

Pure. One rule: intervals draw whole questions again: answers to one question are alike.
"""

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEVELS = 5
"""Steps above zero into which shares of the marks are rounded for kappa."""
DRAWS = 1000
BANDS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0))
"""Of the human share: below, up to; the last one includes its end."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One answer as two graders see it, in shares of the marks from 0 to 1."""

    question: str
    human: float
    other: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its 95 % interval; None where it cannot be computed."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Band:
    """How far the other grader lies from people among answers that they gave about as much."""

    low: float
    high: float
    n: int
    bias: float | None
    """Mean of other minus human; above 0: too generous. None for no answer."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two graders over a set of answers."""

    n: int
    questions: int
    pearson: Measured
    kappa: Measured
    mean_error: Measured
    """Mean absolute difference, in shares of the marks."""
    bias: Measured
    bands: tuple[Band, ...]


def agreement(pairs: Sequence[Pair], *, draws: int = DRAWS, seed: int = 1) -> Agreement:
    """All figures; draws of questions are the same for each, and from run to run."""
    by_question: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_question.setdefault(pair.question, []).append(pair)
    groups = list(by_question.values())
    chance = random.Random(seed)  # noqa: S311 -- draws of a bootstrap
    drawn: list[list[Pair]] = []
    if len(groups) > 1:
        for _ in range(draws):
            chosen = chance.choices(groups, k=len(groups))
            drawn.append([pair for group in chosen for pair in group])

    def measured(figure: Callable[[Sequence[Pair]], float | None]) -> Measured:
        found = sorted(value for one in drawn if (value := figure(one)) is not None)
        if not found:
            return Measured(figure(pairs), None, None)
        last = len(found) - 1
        return Measured(figure(pairs), found[round(0.025 * last)], found[round(0.975 * last)])

    return Agreement(
        n=len(pairs),
        questions=len(groups),
        pearson=measured(pearson),
        kappa=measured(kappa),
        mean_error=measured(mean_error),
        bias=measured(bias),
        bands=tuple(_band(pairs, low, high) for low, high in BANDS),
    )


def pearson(pairs: Sequence[Pair]) -> float | None:
    """Correlation; None where one grader gives everybody the same."""
    human, other = [one.human for one in pairs], [one.other for one in pairs]
    if len(set(human)) < 2 or len(set(other)) < 2:
        return None
    try:
        return statistics.correlation(human, other)
    except statistics.StatisticsError:
        return None  # differences too small for floating point


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Quadratic weighted kappa over `LEVELS` steps; None where chance agrees as well as it gets."""
    n = len(pairs)
    if n == 0:
        return None
    human = [_level(one.human) for one in pairs]
    other = [_level(one.other) for one in pairs]
    seen = sum((a - b) ** 2 for a, b in zip(human, other, strict=True)) / n
    counts_a = [human.count(level) for level in range(LEVELS + 1)]
    counts_b = [other.count(level) for level in range(LEVELS + 1)]
    by_chance = sum(
        (a - b) ** 2 * count_a * count_b / n**2
        for a, count_a in enumerate(counts_a)
        for b, count_b in enumerate(counts_b)
    )
    return None if by_chance == 0 else 1 - seen / by_chance


def mean_error(pairs: Sequence[Pair]) -> float | None:
    """Mean absolute difference; None for nothing."""
    return statistics.fmean(abs(one.other - one.human) for one in pairs) if pairs else None


def bias(pairs: Sequence[Pair]) -> float | None:
    """Mean of other minus human; None for nothing."""
    return statistics.fmean(one.other - one.human for one in pairs) if pairs else None


def _band(pairs: Sequence[Pair], low: float, high: float) -> Band:
    here = [one for one in pairs if low <= one.human < high or (high == 1.0 and one.human == 1.0)]
    return Band(low, high, len(here), bias(here))


def _level(share: float) -> int:
    return max(0, min(LEVELS, int(share * LEVELS + 0.5)))
