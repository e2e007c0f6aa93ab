"""Figures of agreement are those of the textbooks, with intervals over questions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.calibration.figures import Pair, agreement, bias, kappa, mean_error, pearson
from server.calibration.overlap import overlap

SHARES = st.integers(0, 5).map(lambda level: level / 5)
PAIRS = st.lists(st.builds(Pair, st.sampled_from("abc"), SHARES, SHARES), min_size=2, max_size=40)


@given(PAIRS)
def test_pearson_is_numpy_s(pairs: list[Pair]):
    found = pearson(pairs)
    human, other = [one.human for one in pairs], [one.other for one in pairs]
    if np.std(human) < 1e-9 or np.std(other) < 1e-9:
        assert found is None
    else:
        assert found == pytest.approx(np.corrcoef(human, other)[0, 1], abs=1e-9)


@given(PAIRS)
def test_kappa_is_that_of_the_matrices(pairs: list[Pair]):
    seen = np.zeros((6, 6))
    for one in pairs:
        seen[round(one.human * 5), round(one.other * 5)] += 1
    chance = np.outer(seen.sum(1), seen.sum(0)) / len(pairs)
    weights = np.array([[(a - b) ** 2 for b in range(6)] for a in range(6)])
    if (weights * chance).sum() == 0:
        assert kappa(pairs) is None
    else:
        expected = 1 - (weights * seen).sum() / (weights * chance).sum()
        assert kappa(pairs) == pytest.approx(expected, abs=1e-9)


def test_perfect_and_inverted_graders():
    same = [Pair(str(n), n / 5, n / 5) for n in range(6)]
    inverted = [Pair(str(n), n / 5, 1 - n / 5) for n in range(6)]
    assert (pearson(same), kappa(same), mean_error(same)) == (pytest.approx(1), 1, 0)
    assert pearson(inverted) == pytest.approx(-1)
    assert (kappa(inverted) or 0) < 0


def test_bias_is_told_by_band_and_empty_bands_say_so():
    pairs = [Pair("a", 0.1, 0.3), Pair("b", 1.0, 0.9), Pair("b", 0.9, 0.9)]
    found = agreement(pairs, draws=50)
    assert found.bands[0].bias == pytest.approx(0.2)
    assert (found.bands[1].n, found.bands[1].bias) == (0, None)
    assert (found.bands[4].n, found.bands[4].bias) == (2, pytest.approx(-0.05))
    assert bias(pairs) == pytest.approx(0.1 / 3)


def test_intervals_hold_the_figure_and_are_the_same_each_time():
    pairs = [Pair(str(n % 7), (n % 6) / 5, (n * 5 % 6) / 5) for n in range(90)]
    found = agreement(pairs, draws=200)
    assert found == agreement(pairs, draws=200)
    assert (found.n, found.questions) == (90, 7)
    for figure in (found.pearson, found.kappa, found.mean_error):
        assert figure.low is not None
        assert figure.low <= (figure.value or 0) <= (figure.high or 0)


def test_one_question_alone_has_no_interval():
    found = agreement([Pair("a", 0.2, 0.4), Pair("a", 0.8, 0.6)])
    assert found.pearson.low is None
    assert found.pearson.value == pytest.approx(1)


def test_overlap_is_the_share_of_expected_words():
    assert overlap("A queue, then!", "a queue decouples things") == 0.5
    assert overlap("anything", "") == 0.0
