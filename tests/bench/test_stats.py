"""The figures about figures, on cases whose answer is known."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import stats

SCORES = st.lists(st.floats(-1, 1), min_size=1, max_size=60)
NAMES = st.lists(st.text("abcdef", min_size=1, max_size=3), max_size=20)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_of_a_share_holds_the_share_and_lies_within_0_and_1(a: int, b: int) -> None:
    hits, n = min(a, b), max(a, b)
    low, high = stats.wilson(hits, n)
    assert 0 <= low <= high <= 1
    if n:
        assert low <= hits / n <= high


@given(st.integers(1, 500), st.data())
def test_hits_and_misses_have_mirrored_intervals(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    low, high = stats.wilson(hits, n)
    other_low, other_high = stats.wilson(n - hits, n)
    # Rounding of one division and one root.
    assert (1 - other_high, 1 - other_low) == pytest.approx((low, high), abs=1e-12)


def test_a_share_of_nothing_is_unknown() -> None:
    assert stats.wilson(0, 0) == (0.0, 1.0)


def test_the_interval_of_a_share_is_the_published_one() -> None:
    # Newcombe 1998, table I: 81 of 263.
    low, high = stats.wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_no_episode_in_an_hour_is_no_proof_of_none() -> None:
    rate, low, high = stats.per_hour(0, 1.0)
    # The rule of three, at both sides: -ln(0.025).
    assert (rate, low) == (0.0, 0.0)
    assert high == pytest.approx(-math.log(0.025), rel=1e-6)


@given(st.integers(0, 200), st.floats(0.01, 100))
def test_episodes_an_hour_lie_within_their_interval(episodes: int, hours: float) -> None:
    rate, low, high = stats.per_hour(episodes, hours)
    assert 0 <= low <= rate <= high


def test_no_hours_are_refused() -> None:
    with pytest.raises(ValueError, match="hours"):
        stats.per_hour(3, 0.0)


@given(SCORES, SCORES)
def test_the_equal_error_is_a_rate_and_nearly_the_same_from_both_sides(
    genuine: list[float], impostor: list[float]
) -> None:
    rate, threshold = stats.equal_error(genuine, impostor)
    assert 0 <= rate <= 0.5 or min(genuine) < max(impostor)
    accepted, rejected = stats.accuracy_at(genuine, impostor, threshold)
    assert rate == pytest.approx((accepted + rejected) / 2, abs=1e-12)  # the same two means


@given(SCORES, SCORES)
def test_the_equal_error_does_not_care_which_way_the_scores_point(
    genuine: list[float], impostor: list[float]
) -> None:
    forth, _ = stats.equal_error(genuine, impostor)
    back, _ = stats.equal_error([-each for each in impostor], [-each for each in genuine])
    # Steps of both curves: one score may stand on the threshold.
    ties = max(
        max(genuine.count(each) / len(genuine) for each in genuine),
        max(impostor.count(each) / len(impostor) for each in impostor),
    )
    assert abs(forth - back) <= ties + 1e-9


def test_a_threshold_between_two_groups_lies_in_the_middle_of_the_gap() -> None:
    assert stats.equal_error([0.8, 0.9], [0.1, 0.2])[1] == 0.5


def test_scores_of_single_precision_keep_their_rate() -> None:
    impostor = np.linspace(0, 1, 101, dtype=np.float32)
    threshold = stats.threshold_at(impostor, 0.1)
    assert stats.accuracy_at([1.0], impostor, threshold)[0] <= 0.1


def test_scores_that_are_apart_have_no_error_and_alike_ones_half() -> None:
    assert stats.equal_error([0.8, 0.9], [0.1, 0.2])[0] == 0.0
    assert stats.equal_error([0.1, 0.2], [0.8, 0.9])[0] == 1.0
    same = list(np.linspace(0, 1, 100))
    assert stats.equal_error(same, same)[0] == pytest.approx(0.5, abs=0.01)  # one step of 100


def test_all_scores_alike_are_a_guess() -> None:
    assert stats.equal_error([0.5, 0.5], [0.5, 0.5])[0] == 0.5


@pytest.mark.parametrize(("genuine", "impostor"), [([], [0.1]), ([0.1], []), ([math.nan], [0.1])])
def test_an_error_rate_of_nothing_is_refused(
    genuine: Sequence[float], impostor: Sequence[float]
) -> None:
    with pytest.raises(ValueError, match="score"):
        stats.equal_error(genuine, impostor)


@given(SCORES, st.floats(0, 1))
def test_a_threshold_accepts_no_more_than_its_rate(impostor: list[float], rate: float) -> None:
    threshold = stats.threshold_at(impostor, rate)
    accepted = sum(each >= threshold for each in impostor)
    assert accepted <= rate * len(impostor) + 1e-9


@given(SCORES, st.floats(0, 1))
def test_a_threshold_is_the_lowest_that_keeps_its_rate(impostor: list[float], rate: float) -> None:
    threshold = stats.threshold_at(impostor, rate)
    lower = [each for each in impostor if each < threshold]
    if lower:
        accepted = sum(each >= max(lower) for each in impostor)
        assert accepted > rate * len(impostor) - 1e-9


@given(NAMES, st.integers(0, 5))
def test_halves_share_nobody_and_lose_nobody(names: list[str], seed: int) -> None:
    first, second = stats.halves(names, seed)
    assert not first & second
    assert first | second == set(names)
    assert 0 <= len(second) - len(first) <= 1
    assert stats.halves(list(reversed(names)), seed) == (first, second)


def test_an_interval_draws_subjects_and_not_their_frames() -> None:
    agreeing = {f"s{n}": [float(n % 2)] * 200 for n in range(6)}
    spread = {f"s{n}": [0.0, 1.0] * 100 for n in range(6)}
    low, high = stats.bootstrap(agreeing, np.mean)
    assert high - low > 0.5
    assert stats.bootstrap(spread, np.mean) == (0.5, 0.5)


@given(
    st.dictionaries(st.text("abc", max_size=3), st.lists(st.floats(-9, 9), min_size=1), min_size=2)
)
def test_an_interval_of_the_mean_lies_within_the_values(values: dict[str, list[float]]) -> None:
    low, high = stats.bootstrap(values, np.mean, draws=50)
    every = [each for some in values.values() for each in some]
    assert min(every) - 1e-9 <= low <= high <= max(every) + 1e-9


def test_how_people_differ_is_unknown_from_one_of_them() -> None:
    assert all(math.isnan(each) for each in stats.bootstrap({"a": [1.0, 2.0]}, np.mean))


def test_an_interval_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="subject"):
        stats.bootstrap({"a": []}, np.mean)


def test_the_same_figures_come_out_of_every_run() -> None:
    values = {"a": [1.0, 2.0], "b": [3.0], "c": [0.0]}
    assert stats.bootstrap(values, np.mean) == stats.bootstrap(values, np.mean)
