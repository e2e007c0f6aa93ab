"""Item parameters from what people answered: marginal maximum likelihood, by expectation and
maximisation (Bock and Aitkin, 1981), with weak priors.

Pure. One rule: where there are too few answers, the drafted difficulty stays.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from server.adaptive.rules import GRID, Item, chances

LEAST_ANSWERS = 200
"""Of one item. De Ayala (2009) names 250 for two parameters without priors; with the priors below
a simulation of 200 gives b within 0.25 (`dev.py bench irt`)."""
LEAST_ITEMS = 3
"""In one interview: fewer say nothing of what they have in common."""
ROUNDS = 25
A_MEAN, A_SD = 0.0, 0.5
"""Prior of log a: 95 % between 0.37 and 2.7."""
B_SD = 2.0
"""Prior of thresholds."""
_COARSE = range(0, len(GRID), 2)
"""Every second point of the grid: 0.2 apart, a fifth of the prior's standard deviation."""

Sitting = Mapping[str, int]
"""One interview: the level that each item's answer reached."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """An item as the answers say it is."""

    item: Item
    answers: int
    moved: bool
    """False: too few answers, it is as it was."""


def calibrate(items: Sequence[Item], sittings: Sequence[Sitting]) -> list[Calibrated]:
    """The items with the parameters that make the sittings most likely, in the same order.

    Items with fewer than `LEAST_ANSWERS` keep theirs and still help to place people. A level that
    nobody reached leaves its threshold to the prior.
    """
    known = {item.id: item for item in items}
    useful = [{key: level for key, level in one.items() if key in known} for one in sittings]
    useful = [one for one in useful if len(one) >= LEAST_ITEMS]
    answers = {item.id: sum(item.id in one for one in useful) for item in items}
    moving = [item.id for item in items if answers[item.id] >= LEAST_ANSWERS]
    for _ in range(ROUNDS if moving else 0):
        counts = _expected(known, useful, moving)
        farthest = 0.0
        for key in moving:
            before, after = known[key], _fitted(known[key], counts[key])
            farthest = max(farthest, *(abs(x - y) for x, y in zip(before.b, after.b, strict=True)))
            known[key] = after
        if farthest < 0.005:
            break
    return [Calibrated(known[item.id], answers[item.id], item.id in moving) for item in items]


def _expected(
    known: Mapping[str, Item], sittings: Sequence[Sitting], moving: Sequence[str]
) -> dict[str, list[list[float]]]:
    """For each item: how many people of each θ reached each level."""
    counts = {key: [[0.0] * (len(known[key].b) + 1) for _ in GRID] for key in moving}
    logs = {
        key: [[math.log(p) for p in chances(item, theta)] for theta in GRID]
        for key, item in known.items()
    }
    for sitting in sittings:
        weights = [-theta * theta / 2 for theta in GRID]
        for key, level in sitting.items():
            table = logs[key]
            for at in _COARSE:
                weights[at] += table[at][level]
        most = max(weights[at] for at in _COARSE)
        grown = {at: math.exp(weights[at] - most) for at in _COARSE}
        whole = sum(grown.values())
        for key, level in sitting.items():
            if key in counts:
                table = counts[key]
                for at, weight in grown.items():
                    table[at][level] += weight / whole
    return counts


def _fitted(item: Item, counts: Sequence[Sequence[float]]) -> Item:
    """One parameter after the other to its best, twice: the likelihood has one hill."""
    a, b = item.a, list(item.b)

    def score(a: float, b: Sequence[float]) -> float:
        made = Item(item.id, a, tuple(b), item.topic)
        found = -((math.log(a) - A_MEAN) ** 2) / (2 * A_SD**2)
        found -= sum(one * one for one in b) / (2 * B_SD**2)
        for at in _COARSE:
            row = counts[at]
            if any(row):
                logs = chances(made, GRID[at])
                found += sum(n * math.log(p) for n, p in zip(row, logs, strict=True) if n)
        return found

    for _ in range(2):
        a = math.exp(_best(lambda x: score(math.exp(x), b), math.log(0.25), math.log(4.0)))
        for place in range(len(b)):
            low = b[place - 1] + 0.02 if place else -4.0
            high = b[place + 1] - 0.02 if place + 1 < len(b) else 4.0
            if low < high:

                def moved(x: float, a: float = a, place: int = place) -> float:
                    return score(a, [*b[:place], x, *b[place + 1 :]])

                b[place] = _best(moved, low, high)
    return Item(item.id, a, tuple(b), item.topic)


def _best(value: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one hill is highest, to 0.005 (golden section)."""
    ratio = (math.sqrt(5) - 1) / 2
    one, other = high - ratio * (high - low), low + ratio * (high - low)
    at_one, at_other = value(one), value(other)
    while high - low > 0.005:
        if at_one > at_other:
            high, other, at_other = other, one, at_one
            one = high - ratio * (high - low)
            at_one = value(one)
        else:
            low, one, at_one = one, other, at_other
            other = low + ratio * (high - low)
            at_other = value(other)
    return (low + high) / 2
