"""The graded response model, and the 2-parameter logistic one, which is its case of two levels.

Pure, in plain Python. One rule: ability θ is on the scale of the prior, which is the standard
normal distribution; every estimate comes with its standard error. Sources: Samejima (1969) for the
model, Bock and Mislevy (1982) for the estimate, Kingsbury and Zara (1989) for the exposure.
"""

import hashlib
import itertools
import math
import operator
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

GRID = tuple(step / 10 for step in range(-40, 41))
"""Where θ is looked at: beyond ±4 the prior holds six of 100,000 people."""
_PRIOR = tuple(math.exp(-theta * theta / 2) for theta in GRID)

LOCATION = {"easy": -1.0, "medium": 0.0, "hard": 1.0}
"""Where a question lies before anybody answered it: an author's "hard" is one that one in six of
the average people gets right."""
DISCRIMINATION = 1.0
"""Before anybody answered it: between the 0.5 of a poor question and the 2 of a very good one."""
LEVELS = 5
"""Into how many levels points are put: no, little, half, most, all of it."""
SPREAD = 0.8
"""Distance between the levels' thresholds before anybody answered: from little to all of it
ability grows by 2.4."""

TARGET_SE = 0.35
"""Reliability 0.88 (1 − SE²): good enough to tell people apart, as tests of ability are asked."""
RANDOMESQUE = 5
"""One of as many of the best questions is drawn, so that the very best is not soon known."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as far as it measures."""

    id: str
    a: float
    """Discrimination: how steeply the chances change at a threshold; above 0."""
    b: tuple[float, ...]
    """Thresholds of the levels, growing; one of them: right or wrong (2PL)."""
    topic: str = ""

    def __post_init__(self) -> None:
        if self.a <= 0 or not self.b or list(self.b) != sorted(self.b):
            raise ValueError(f"item {self.id}: a={self.a} above 0 and growing b={self.b} expected")


@dataclass(frozen=True, slots=True)
class Response:
    """What became of one question."""

    item: Item
    level: int
    """0 to the number of thresholds."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Where somebody stands, and how surely."""

    theta: float
    se: float
    """Standard deviation of the posterior; 1 before the first answer."""
    answers: int


def cold(key: str, difficulty: str, *, topic: str = "", levels: int = LEVELS) -> Item:
    """An item from its drafted difficulty alone."""
    middle = LOCATION.get(difficulty, 0.0)
    first = middle - SPREAD * (levels - 2) / 2
    b = tuple(first + SPREAD * step for step in range(levels - 1))
    return Item(key, DISCRIMINATION, b, topic)


def level_of(points_milli: int, marks: int, *, levels: int = LEVELS) -> int:
    """The level of a score: full marks alone are the highest, none at all the lowest."""
    if marks <= 0:
        return 0
    share = min(max(points_milli / (1000 * marks), 0.0), 1.0)
    return min(levels - 1, math.floor(share * (levels - 1) + 1e-9))


def chances(item: Item, theta: float) -> list[float]:
    """The chance of each level at θ; they add up to 1."""
    above = [1.0, *(_logistic(item.a * (theta - b)) for b in item.b), 0.0]
    return [max(high - low, 1e-12) for high, low in itertools.pairwise(above)]


def information(item: Item, theta: float) -> float:
    """Fisher information of one item at θ, per unit of θ squared."""
    above = [1.0, *(_logistic(item.a * (theta - b)) for b in item.b), 0.0]
    slopes = [item.a * p * (1 - p) for p in above]
    return sum(
        (high - low) ** 2 / max(p - q, 1e-12)
        for high, low, p, q in zip(slopes, slopes[1:], above, above[1:], strict=False)
    )


def test_information(items: Sequence[Item], theta: float) -> float:
    """Of all items together."""
    return sum(information(item, theta) for item in items)


def estimate(responses: Sequence[Response]) -> Estimate:
    """Expected a posteriori, with the standard normal prior, by quadrature over `GRID`."""
    weights = posterior(responses)
    mean = sum(theta * weight for theta, weight in zip(GRID, weights, strict=True))
    spread = sum((theta - mean) ** 2 * weight for theta, weight in zip(GRID, weights, strict=True))
    return Estimate(mean, math.sqrt(spread), len(responses))


def posterior(responses: Sequence[Response]) -> list[float]:
    """The chance of each θ of `GRID`; they add up to 1."""
    logs = [-theta * theta / 2 for theta in GRID]
    for response in responses:
        for at, levels in enumerate(_on_grid(response.item.a, response.item.b)[0]):
            logs[at] += math.log(levels[response.level])
    most = max(logs)
    weights = [math.exp(one - most) for one in logs]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def average_information(items: Sequence[Item]) -> float:
    """Test information, averaged over the people of the prior."""
    whole = sum(_PRIOR)
    return (
        sum(
            weight * test_information(items, theta)
            for theta, weight in zip(GRID, _PRIOR, strict=True)
        )
        / whole
    )


def expected_se(items: Sequence[Item], theta: float = 0.0) -> float:
    """The standard error to expect at θ after all items; the prior counts as information 1."""
    return 1 / math.sqrt(1 + test_information(items, theta))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an adaptive interview goes on and ends."""

    se: float = TARGET_SE
    least: int = 5
    """Questions before the standard error may end it."""
    most: int = 30
    shares: Mapping[str, float] | None = None
    """Share of the questions for each topic; None: topics do not matter."""
    randomesque: int = RANDOMESQUE


def enough(found: Estimate, wanted: Wanted) -> bool:
    """Whether another question is not needed."""
    if found.answers >= wanted.most:
        return True
    return found.answers >= wanted.least and found.se <= wanted.se


def following(
    pool: Sequence[Item],
    taken: Sequence[Response],
    wanted: Wanted,
    *,
    seed: str,
    exposure: Mapping[str, float] | None = None,
) -> Item | None:
    """The item to ask next: among the most informative of the topic that is most behind.

    `exposure`: how often each item may be asked, 0 to 1 (Sympson and Hetter's control parameters);
    left out: always. Same arguments, same item. None: nothing is left.
    """
    asked = {response.item.id for response in taken}
    left = [item for item in pool if item.id not in asked]
    if not left:
        return None
    left = _balanced(left, taken, wanted.shares)
    theta = estimate(taken).theta if taken else 0.0
    ranked = sorted(left, key=lambda item: (-information(item, theta), item.id))
    best = ranked[: max(1, wanted.randomesque)]
    if exposure is not None:
        allowed = [item for item in ranked if _chance(seed, item.id) < exposure.get(item.id, 1.0)]
        best = allowed[: max(1, wanted.randomesque)] or best
    return min(best, key=lambda item: _chance(f"{seed}\n{len(taken)}", item.id))


@dataclass(frozen=True, slots=True)
class Marked:
    """A question that has points."""

    difficulty: str
    marks: int
    points_milli: int


LEAST_MARKED = 3
"""Questions with points below which a standard error would rest on the prior alone."""


def error_of_total(marked: Sequence[Marked]) -> float | None:
    """Standard error of the sum of points, in points; None for fewer than `LEAST_MARKED`.

    The spread of the sum that the same person would have over other questions of the same kinds
    (Lord's conditional standard error of measurement), averaged over what their answers say of
    their ability. It rests on the drafted difficulties.
    """
    if len(marked) < LEAST_MARKED:
        return None
    items = [cold("", one.difficulty) for one in marked]
    responses = [
        Response(item, level_of(one.points_milli, one.marks))
        for item, one in zip(items, marked, strict=True)
    ]
    weights = posterior(responses)
    whole = 0.0
    for item, one in zip(items, marked, strict=True):
        spread = _on_grid(item.a, item.b)[1]
        whole += one.marks**2 * sum(map(operator.mul, weights, spread))
    return math.sqrt(whole)


@lru_cache(maxsize=512)
def _on_grid(a: float, b: tuple[float, ...]) -> tuple[list[list[float]], list[float]]:
    """(chances of the levels, variance of the share of the marks) at each θ of `GRID`.

    Kept: papers draft few difficulties, and every page of results asks for the same ones.
    """
    item = Item("", a, b)
    found = [chances(item, theta) for theta in GRID]
    return found, [_variance(levels) for levels in found]


def _variance(found: Sequence[float]) -> float:
    """Of the share of a question's marks, by the chance of each level."""
    shares = [level / (len(found) - 1) for level in range(len(found))]
    mean = sum(share * chance for share, chance in zip(shares, found, strict=True))
    return sum((share - mean) ** 2 * chance for share, chance in zip(shares, found, strict=True))


def _balanced(
    left: list[Item], taken: Sequence[Response], shares: Mapping[str, float] | None
) -> list[Item]:
    if not shares:
        return left
    there = Counter(response.item.topic for response in taken)
    count = len(taken) + 1
    open_topics = {item.topic for item in left} & shares.keys()
    if not open_topics:
        return left
    behind = max(sorted(open_topics), key=lambda topic: shares[topic] * count - there[topic])
    return [item for item in left if item.topic == behind]


def _chance(seed: str, key: str) -> float:
    """From 0 to below 1, by a hash, so that no library's generator matters."""
    digest = hashlib.sha256(f"{seed}\n{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def _logistic(x: float) -> float:
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    grown = math.exp(x)
    return grown / (1 + grown)
