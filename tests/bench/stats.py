"""Figures about figures: intervals, error rates at a threshold, and halves of the data.

One rule: subjects, not frames, are drawn again, and a threshold is never chosen on the half on
which it is reported.
"""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
_DRAWS = 1_000


def bootstrap(
    by_subject: Mapping[str, Sequence[float]],
    statistic: Callable[[Numbers], float],
    *,
    draws: int = _DRAWS,
    seed: int = 1,
) -> tuple[float, float]:
    """95 % interval of a statistic of all values, drawing subjects with replacement.

    (nan, nan) for a single subject: how people differ is unknown then, not zero. Raises ValueError
    where there is no value at all.
    """
    chance = np.random.default_rng(seed)
    values = [np.asarray(each, dtype=np.float64) for each in by_subject.values() if len(each)]
    if not values:
        raise ValueError("no subject has a value")
    if len(values) == 1:
        return math.nan, math.nan
    found = [
        statistic(
            np.concatenate([values[i] for i in chance.integers(len(values), size=len(values))])
        )
        for _ in range(draws)
    ]
    low, high = np.percentile(found, (2.5, 97.5))
    return float(low), float(high)


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a share; (0, 1) for n = 0. Wilson's score interval."""
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} hits of {n}")
    if n == 0:
        return 0.0, 1.0
    z, share = 1.959964, hits / n
    middle = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At the ends the two terms are equal but for rounding, which may leave the share outside.
    low = 0.0 if hits == 0 else (middle - half) / (1 + z * z / n)
    high = 1.0 if hits == n else (middle + half) / (1 + z * z / n)
    return low, high


def per_hour(episodes: int, hours: float) -> tuple[float, float, float]:
    """Episodes an hour with a 95 % interval (exact Poisson): (rate, low, high)."""
    from scipy.stats import chi2

    if hours <= 0:
        raise ValueError(f"{hours} hours")
    low = 0.0 if episodes == 0 else chi2.ppf(0.025, 2 * episodes) / 2
    high = chi2.ppf(0.975, 2 * (episodes + 1)) / 2
    return episodes / hours, float(low) / hours, float(high) / hours


def equal_error(genuine: ArrayLike, impostor: ArrayLike) -> tuple[float, float]:
    """(rate, threshold) at which as many genuine scores lie below as impostor scores at or above.

    Higher scores mean more alike. The threshold lies halfway to the next lower score: at the score
    itself it would reject whoever is a little less alike than the least alike seen here.
    """
    same, other = _sorted(genuine), _sorted(impostor)
    levels = np.unique(np.concatenate([same, other]))
    rejected = np.searchsorted(same, levels, side="left") / len(same)
    accepted = 1 - np.searchsorted(other, levels, side="left") / len(other)
    best = int(np.argmin(np.abs(rejected - accepted)))
    threshold = (levels[best - 1] + levels[best]) / 2 if best else levels[best]
    if best and threshold <= levels[best - 1]:
        threshold = levels[best]  # no number lies between the two
    return float((rejected[best] + accepted[best]) / 2), float(threshold)


def threshold_at(impostor: ArrayLike, rate: float) -> float:
    """The lowest threshold at which no more than `rate` of the impostor scores are accepted."""
    other = _sorted(impostor)[::-1]
    allowed = math.floor(rate * len(other))
    return float(np.nextafter(other[allowed], np.inf)) if allowed < len(other) else -math.inf


def accuracy_at(genuine: ArrayLike, impostor: ArrayLike, threshold: float) -> tuple[float, float]:
    """(false-match rate, false-non-match rate) where scores from the threshold on are accepted."""
    same, other = _sorted(genuine), _sorted(impostor)
    return float(np.mean(other >= threshold)), float(np.mean(same < threshold))


def halves(subjects: Sequence[str], seed: int = 1) -> tuple[frozenset[str], frozenset[str]]:
    """Two disjoint halves of the subjects, the same on every run."""
    names = sorted(set(subjects))
    order = np.random.default_rng(seed).permutation(len(names))
    first = frozenset(names[i] for i in order[: len(names) // 2])
    return first, frozenset(names) - first


def _sorted(scores: ArrayLike) -> Numbers:
    """In float64: compared in float32, a threshold just above a score is that score."""
    found = np.sort(np.asarray(scores, dtype=np.float64))
    if not len(found) or np.isnan(found[-1]):
        raise ValueError("an error rate needs scores, and every score a number")
    return found
