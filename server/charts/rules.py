"""Sums that a chart shows: decisions only.

One rule: nothing is drawn that is not counted: what has no number yet is told as a count of its
own, never as zero.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BANDS = 10
"""Of equal width, by share of the marks."""


@dataclass(frozen=True, slots=True)
class Total:
    """One interview's total."""

    milli: int
    max_marks: int
    final: bool
    """Whether people decided all of it."""


@dataclass(frozen=True, slots=True)
class Band:
    """How many totals lie in a tenth of the marks; the last one has its upper end too."""

    from_percent: int
    until_percent: int
    final: int
    provisional: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the times on one question lie, in milliseconds."""

    count: int
    quarter: int
    median: int
    three_quarters: int


def bands(totals: Iterable[Total]) -> list[Band]:
    """Totals by tenths of their marks, empty tenths among them; those without marks left out."""
    final, provisional = [0] * BANDS, [0] * BANDS
    for total in totals:
        if total.max_marks <= 0:
            continue
        band = min(max(total.milli, 0) * BANDS // (total.max_marks * 1000), BANDS - 1)
        (final if total.final else provisional)[band] += 1
    width = 100 // BANDS
    return [Band(at * width, (at + 1) * width, final[at], provisional[at]) for at in range(BANDS)]


def spread(values: Sequence[int]) -> Spread | None:
    """Quartiles by linear interpolation between neighbours; None for nothing."""
    if not values:
        return None
    ordered = sorted(values)
    quarter, median, three = (_at(ordered, share) for share in (1, 2, 3))
    return Spread(len(ordered), quarter, median, three)


def _at(ordered: Sequence[int], quarters: int) -> int:
    place = (len(ordered) - 1) * quarters
    low, rest = divmod(place, 4)
    if rest == 0:
        return ordered[low]
    return ordered[low] + round((ordered[low + 1] - ordered[low]) * rest / 4)
