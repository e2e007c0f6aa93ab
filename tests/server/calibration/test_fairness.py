"""Like answers are to get like scores; small groups get no verdict."""

import pytest

from server.calibration import fairness
from server.calibration.fairness import Solved, functioning, impact, shift
from server.scoring.baseline import Expected, KeyPoint, grade

ANSWER = (
    "As Emily said, a queue decouples producer and consumer. It is going to keep messages, and a "
    "handler is not safe without repeating checks."
)
POINTS = Expected(
    [KeyPoint("a queue decouples producer and consumer", 1), KeyPoint("keep messages", 1)]
)


@pytest.mark.parametrize(
    "changed",
    [
        fairness.wordier(ANSWER),
        fairness.in_dialect(ANSWER),
    ],
)
def test_words_and_dialect_do_not_move_the_baseline(changed: str):
    assert changed != ANSWER
    before, after = (
        (grade(text, POINTS, max_marks=10, missing="").points_milli or 0) / 10_000
        for text in (ANSWER, changed)
    )
    found = shift([(before, after)])
    assert found is not None
    assert (found.largest, found.moved) == (0, 0)


def test_a_shift_is_told_by_mean_largest_and_share():
    found = shift([(0.5, 0.5), (0.5, 0.7), (0.5, 0.4)])
    assert found is not None
    assert found.mean == pytest.approx(0.1 / 3)
    assert found.largest == pytest.approx(0.2)
    assert found.moved == pytest.approx(2 / 3)
    assert shift([]) is None


def test_impact_compares_with_the_best_group_and_leaves_small_ones_alone():
    a, b, c = impact({"a": (80, 100), "b": (30, 60), "c": (1, 5)})
    assert (a.ratio, a.is_adverse) == (1.0, False)
    assert (b.ratio, b.is_adverse) == (pytest.approx(0.625), True)
    assert (c.ratio, c.is_adverse) == (None, False)


def test_a_question_that_is_harder_for_one_group_of_the_same_ability_is_found():
    fair = [Solved(t, f, n < 5 + 2 * t) for t in range(3) for f in (True, False) for n in range(10)]
    assert functioning(fair).size == "A"
    unfair = [
        Solved(t, f, n < (2 + t if f else 7 + t))
        for t in range(3)
        for f in (True, False)
        for n in range(10)
    ]
    found = functioning(unfair)
    assert found.size == "C"
    assert (found.delta or 0) < 0
    assert functioning(unfair[:8]).size == "unknown"


def test_everyday_speech_shortens_verbs_and_leaves_the_words_of_the_trade_alone():
    assert fairness.in_dialect("Splitting a substring is something.") == (
        "Splittin' a substring is something."
    )
