"""The graded response model against catsim's, and what follows from an estimate."""

import math
import random

import numpy as np
import pytest
from catsim import irt
from catsim.estimation import NumericalSearchEstimator
from catsim.item_bank import ItemBank
from hypothesis import given
from hypothesis import strategies as st

from server.adaptive import rules
from server.adaptive.rules import Item, Response, Wanted

A = st.floats(0.3, 3)
B = st.floats(-3, 3)
THETA = st.floats(-4, 4)


def bank(count: int, seed: int, *, levels: int = 2) -> list[Item]:
    rng = random.Random(seed)
    found = []
    for number in range(count):
        middle = rng.gauss(0, 1)
        b = tuple(middle + 0.8 * (step - (levels - 2) / 2) for step in range(levels - 1))
        found.append(Item(f"i{number}", rng.uniform(0.7, 2.0), b, "ab"[number % 2]))
    return found


def answered(items: list[Item], theta: float, seed: int) -> list[Response]:
    rng = random.Random(seed)
    made = []
    for item in items:
        found = rules.chances(item, theta)
        made.append(Response(item, rng.choices(range(len(found)), found)[0]))
    return made


@given(A, B, THETA)
def test_chance_and_information_of_two_levels_are_catsims(a: float, b: float, theta: float) -> None:
    item = Item("x", a, (b,))
    assert rules.chances(item, theta)[1] == pytest.approx(float(irt.icc(theta, a, b)), abs=1e-9)
    assert rules.information(item, theta) == pytest.approx(float(irt.inf(theta, a, b)), abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_theta_and_standard_error_are_those_of_catsims_likelihood(seed: int) -> None:
    items = bank(25, seed)
    responses = answered(items, random.Random(seed).gauss(0, 1), seed)
    rows = np.array([[item.a, item.b[0], 0.0, 1.0] for item in items])
    right = [bool(response.level) for response in responses]
    grid = np.linspace(-6, 6, 2401)
    logs = np.array([irt.log_likelihood(theta, right, rows) for theta in grid]) - grid**2 / 2
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    mean = float((grid * weights).sum())
    se = float(np.sqrt(((grid - mean) ** 2 * weights).sum()))
    found = rules.estimate(responses)
    assert found.theta == pytest.approx(mean, abs=0.005)
    assert found.se == pytest.approx(se, abs=0.005)
    # Without the prior the likelihood alone: catsim's estimator and the top of ours.
    theirs = NumericalSearchEstimator().estimate(
        item_bank=ItemBank(rows),
        administered_items=list(range(len(items))),
        response_vector=right,
        est_theta=0.0,
    )
    flat = [
        math.log(weight) + theta * theta / 2
        for theta, weight in zip(rules.GRID, rules.posterior(responses), strict=True)
    ]
    assert rules.GRID[flat.index(max(flat))] == pytest.approx(theirs, abs=0.06)


@given(A, st.lists(B, min_size=2, max_size=5, unique=True), THETA)
def test_levels_add_up_and_information_is_the_slope_of_the_chances(a, b, theta) -> None:
    item = Item("x", a, tuple(sorted(b)))
    chances = rules.chances(item, theta)
    assert sum(chances) == pytest.approx(1, abs=1e-6)
    step = 1e-4
    more, less = rules.chances(item, theta + step), rules.chances(item, theta - step)
    by_hand = sum(
        ((up - down) / (2 * step)) ** 2 / here
        for up, down, here in zip(more, less, chances, strict=True)
        if here > 1e-9
    )
    assert rules.information(item, theta) == pytest.approx(by_hand, rel=0.02, abs=1e-4)


def test_nothing_answered_is_the_prior_and_better_answers_stand_higher() -> None:
    nobody = rules.estimate([])
    assert (nobody.theta, nobody.answers) == (pytest.approx(0, abs=1e-9), 0)
    assert nobody.se == pytest.approx(1, abs=0.01)
    item = rules.cold("q", "medium")
    stood = [rules.estimate([Response(item, level)]).theta for level in range(rules.LEVELS)]
    assert stood == sorted(stood)
    hard = rules.estimate([Response(rules.cold("q", "hard"), rules.LEVELS - 1)]).theta
    easy = rules.estimate([Response(rules.cold("q", "easy"), rules.LEVELS - 1)]).theta
    assert easy < stood[-1] < hard


@pytest.mark.parametrize(
    ("points", "marks", "level"),
    [
        (0, 10, 0),
        (2400, 10, 0),
        (2500, 10, 1),
        (9999, 10, 3),
        (10_000, 10, 4),
        (-5, 10, 0),
        (5, 0, 0),
    ],
)
def test_points_become_levels(points: int, marks: int, level: int) -> None:
    assert rules.level_of(points, marks) == level


@pytest.mark.parametrize(("a", "b"), [(0.0, (0.0,)), (1.0, ()), (1.0, (1.0, 0.0))])
def test_an_item_that_is_none_is_refused(a, b) -> None:
    with pytest.raises(ValueError, match="item x"):
        Item("x", a, b)


def test_the_next_item_is_informative_balanced_and_the_same_for_the_same_seed() -> None:
    pool = bank(40, 3)
    wanted = Wanted(shares={"a": 0.75, "b": 0.25}, least=40, most=40)
    taken: list[Response] = []
    for _ in range(20):
        item = rules.following(pool, taken, wanted, seed="s")
        assert item == rules.following(list(reversed(pool)), taken, wanted, seed="s")
        assert item is not None
        best = sorted((rules.information(one, 0.0) for one in pool), reverse=True)
        if not taken:
            assert rules.information(item, 0.0) >= best[2 * rules.RANDOMESQUE]
        taken += answered([item], 0.5, len(taken))
    assert sum(one.item.topic == "a" for one in taken) == 15
    assert len({one.item.id for one in taken}) == 20
    assert rules.following([], taken, wanted, seed="s") is None
    assert rules.following([taken[0].item], taken, wanted, seed="s") is None


def test_exposure_is_spread_and_an_item_that_may_not_be_asked_is_not() -> None:
    pool = bank(40, 4)
    first = {rules.following(pool, [], Wanted(), seed=str(seed)).id for seed in range(60)}  # pyright: ignore[reportOptionalMemberAccess]
    assert len(first) == rules.RANDOMESQUE
    barred = dict.fromkeys(first, 0.0)
    for seed in range(20):
        item = rules.following(pool, [], Wanted(), seed=str(seed), exposure=barred)
        assert item is not None
        assert item.id not in first
    # Nothing may be asked: better one that is asked often than none.
    everything = {item.id: 0.0 for item in pool}
    assert rules.following(pool, [], Wanted(), seed="s", exposure=everything) is not None


def test_it_ends_at_the_standard_error_but_not_before_a_few_and_not_after_many() -> None:
    wanted = Wanted(se=0.35, least=5, most=9)
    assert not rules.enough(rules.Estimate(0, 0.2, 4), wanted)
    assert rules.enough(rules.Estimate(0, 0.35, 5), wanted)
    assert not rules.enough(rules.Estimate(0, 0.36, 8), wanted)
    assert rules.enough(rules.Estimate(0, 0.9, 9), wanted)


def test_stated_standard_error_is_the_error_that_is_made() -> None:
    items = bank(12, 9, levels=5)
    rng = random.Random(2)
    missed = []
    for person in range(150):
        theta = rng.gauss(0, 1)
        found = rules.estimate(answered(items, theta, person))
        missed.append((found.theta - theta) / found.se)
    assert sum(one * one for one in missed) / len(missed) == pytest.approx(1, abs=0.3)
    assert rules.expected_se(items) == pytest.approx(
        rules.estimate(answered(items, 0, 1)).se, abs=0.08
    )


def test_total_has_a_standard_error_that_grows_slower_than_its_marks() -> None:
    def marked(count: int, share: float = 0.5) -> list[rules.Marked]:
        return [rules.Marked("medium", 10, round(10_000 * share)) for _ in range(count)]

    assert rules.error_of_total(marked(rules.LEAST_MARKED - 1)) is None
    few, many = rules.error_of_total(marked(4)), rules.error_of_total(marked(16))
    assert few is not None
    assert many is not None
    assert many == pytest.approx(2 * few, rel=0.15)
    assert 0 < few < 40
    # Near the top there is less room to vary.
    best = rules.error_of_total(marked(16, 1.0))
    assert best is not None
    assert best < many


def test_standard_error_of_a_total_is_the_spread_over_other_questions() -> None:
    rng = random.Random(11)
    items = [rules.cold(str(n), ("easy", "medium", "hard")[n % 3]) for n in range(12)]

    def total(theta: float) -> int:
        return sum(one.level for one in answered(items, theta, rng.randrange(10**9)))

    theta = 0.3
    totals = [total(theta) * 2.5 for _ in range(300)]
    mean = sum(totals) / len(totals)
    spread = (sum((one - mean) ** 2 for one in totals) / len(totals)) ** 0.5
    responses = answered(items, theta, 3)
    marked = [
        rules.Marked(("easy", "medium", "hard")[n % 3], 10, one.level * 2500)
        for n, one in enumerate(responses)
    ]
    assert rules.error_of_total(marked) == pytest.approx(spread, rel=0.2)
