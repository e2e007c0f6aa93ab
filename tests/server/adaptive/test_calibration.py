"""Item parameters come back from simulated answers; too few answers move nothing."""

import random

from server.adaptive import calibration, rules
from server.adaptive.rules import Item


def sittings(items: list[Item], people: int, seed: int) -> list[dict[str, int]]:
    rng = random.Random(seed)
    found = []
    for _ in range(people):
        theta = rng.gauss(0, 1)
        found.append(
            {
                item.id: rng.choices(range(len(item.b) + 1), rules.chances(item, theta))[0]
                for item in items
            }
        )
    return found


def test_parameters_come_back_and_those_with_few_answers_stay() -> None:
    true = [
        Item("easy", 1.6, (-1.2,)),
        Item("hard", 0.8, (1.0,)),
        Item("five", 1.2, (-1.0, 0.0, 0.9)),
    ]
    true += [Item(f"more{n}", 1.0 + 0.2 * n, (0.5 * n - 0.5,)) for n in range(3)]
    start = [Item(item.id, 1.0, (0.0,) if len(item.b) == 1 else (-0.8, 0.0, 0.8)) for item in true]
    start.append(Item("new", 1.0, (0.4,)))
    seen = sittings(true, 400, 5)
    for one in seen[: calibration.LEAST_ANSWERS - 1]:
        one["new"] = 1
    found = {one.item.id: one for one in calibration.calibrate(start, seen)}
    assert (found["new"].moved, found["new"].item) == (False, start[-1])
    for item in true:
        after = found[item.id]
        assert (after.moved, after.answers) == (True, 400)
        assert abs(after.item.a - item.a) < 0.45, item
        for one, other in zip(after.item.b, item.b, strict=True):
            assert abs(one - other) < 0.4, item


def test_interviews_with_too_few_known_questions_say_nothing() -> None:
    items = [Item(str(n), 1.0, (0.0,)) for n in range(2)]
    found = calibration.calibrate(items, sittings(items, 300, 1))
    assert [(one.answers, one.moved) for one in found] == [(0, False), (0, False)]
    assert calibration.calibrate([], []) == []
