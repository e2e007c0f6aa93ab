"""How many questions an adaptive interview needs beside a drawn paper, on simulated people.

One rule: both get the same people and the same pool, and both end at the same standard error; the
people are simulated from the model itself, so this says what the method gives, not what a
particular set of questions does.
"""

import random
import statistics
from typing import Any

from server.adaptive import calibration, rules
from server.adaptive.rules import Item, Response, Wanted

PEOPLE = 200
POOL = 200
LEAST_SAVED = 0.40
TOPICS = "abc"
WANTED = Wanted(least=3, most=60, shares=dict.fromkeys(TOPICS, 1 / 3))

Row = dict[str, Any]


def run() -> list[Row]:
    """For right-or-wrong and for five levels: the questions needed, the error made; calibration."""
    rows: list[Row] = []
    for levels, words in ((2, "right or wrong"), (5, "five levels")):
        rows += _length(levels, words)
    return [*rows, *_calibrated()]


def _length(levels: int, words: str) -> list[Row]:
    rng = random.Random(7)
    pool = [_item(rng, number, levels) for number in range(POOL)]
    people = [rng.gauss(0, 1) for _ in range(PEOPLE)]
    counts, errors, ends = [], [], []
    for number, theta in enumerate(people):
        taken = _interview(pool, theta, number, rng)
        found = rules.estimate(taken)
        counts.append(len(taken))
        errors.append(found.theta - theta)
        ends.append(found.se)
    fixed = _fixed(pool, people, rng)
    adaptive = statistics.mean(counts)
    saved = 1 - adaptive / fixed
    data = f"{PEOPLE} simulated people, pool of {POOL}, {words}"
    return [
        {
            "name": "irt",
            "measure": f"questions until SE(θ) ≤ {rules.TARGET_SE}, {words}",
            "ours": adaptive,
            "denominator": fixed,
            "ratio": adaptive / fixed,
            "unit": "questions",
            "n": PEOPLE,
            "interval": _interval(counts, rng),
            "target": f"{LEAST_SAVED:.0%} fewer",
            "ok": saved >= LEAST_SAVED,
            "data": data,
            "note": f"{saved:.0%} fewer; longest {max(counts)}; drawn papers, mean over people",
        },
        {
            "name": "irt",
            "measure": f"error made (RMSE of θ), {words}",
            "ours": statistics.fmean(one * one for one in errors) ** 0.5,
            "denominator": statistics.fmean(ends),
            "ratio": statistics.fmean(one * one for one in errors) ** 0.5 / statistics.fmean(ends),
            "unit": "θ",
            "n": PEOPLE,
            "target": f"SE(θ) ≤ {rules.TARGET_SE} for everybody",
            "ok": max(ends) <= rules.TARGET_SE,
            "data": data,
            "note": f"stated mean SE beside it; largest stated {max(ends):.3f}",
        },
    ]


def _interview(pool: list[Item], theta: float, number: int, rng: random.Random) -> list[Response]:
    taken: list[Response] = []
    while True:
        item = rules.following(pool, taken, WANTED, seed=str(number))
        if item is None or rules.enough(rules.estimate(taken), WANTED):
            return taken
        taken.append(_answer(item, theta, rng))


def _fixed(pool: list[Item], people: list[float], rng: random.Random) -> int:
    """The shortest drawn paper whose mean standard error over people reaches the same level."""
    for count in range(5, len(pool)):
        errors = [
            rules.estimate([_answer(item, theta, rng) for item in rng.sample(pool, count)]).se
            for theta in people[:60]
        ]
        if statistics.mean(errors) <= rules.TARGET_SE:
            return count
    raise RuntimeError("no paper of this pool is exact enough")


def _calibrated() -> list[Row]:
    rng = random.Random(3)
    true = [_item(rng, number, 2) for number in range(8)]
    start = [rules.Item(item.id, 1.0, (0.0,)) for item in true]
    sittings = []
    for _ in range(calibration.LEAST_ANSWERS):
        theta = rng.gauss(0, 1)
        sittings.append({item.id: _answer(item, theta, rng).level for item in true})
    found = calibration.calibrate(start, sittings)
    away = [abs(one.item.b[0] - item.b[0]) for one, item in zip(found, true, strict=True)]
    return [
        {
            "name": "irt",
            "measure": "calibration: error of a threshold",
            "ours": statistics.mean(away),
            "unit": "θ",
            "n": calibration.LEAST_ANSWERS,
            "data": f"{calibration.LEAST_ANSWERS} simulated interviews with {len(true)} questions",
            "note": f"mean over questions; largest {max(away):.2f}; before, all at 0",
        }
    ]


def _item(rng: random.Random, number: int, levels: int) -> Item:
    a = min(2.5, max(0.5, rng.lognormvariate(0.2, 0.3)))
    middle = rng.gauss(0, 1)
    b = tuple(middle + rules.SPREAD * (step - (levels - 2) / 2) for step in range(levels - 1))
    return Item(str(number), a, b, TOPICS[number % 3])


def _answer(item: Item, theta: float, rng: random.Random) -> Response:
    found = rules.chances(item, theta)
    return Response(item, rng.choices(range(len(found)), found)[0])


def _interval(counts: list[int], rng: random.Random) -> tuple[float, float]:
    """95 % by bootstrap over people."""
    means = sorted(statistics.mean(rng.choices(counts, k=len(counts))) for _ in range(1000))
    return means[25], means[974]
