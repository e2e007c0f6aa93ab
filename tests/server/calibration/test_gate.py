"""A change that makes scores worse, or cannot be judged, is refused until a person says why."""

import random

from server.calibration.gate import LEAST_ANSWERS, Both, rule


def _both(noise_before: float, noise_after: float, n: int = 200) -> list[Both]:
    chance = random.Random(3)
    found = []
    for number in range(n):
        human = chance.random()
        found.append(
            Both(
                str(number % 10),
                human,
                human + noise_before * chance.uniform(-1, 1),
                human + noise_after * chance.uniform(-1, 1),
            )
        )
    return found


def test_a_better_or_equal_grader_passes():
    assert rule(_both(0.4, 0.1)).passes
    assert rule(_both(0.3, 0.3)).error_change is not None
    same = [Both(one.question, one.human, one.before, one.before) for one in _both(0.3, 0.3)]
    assert rule(same).passes


def test_a_worse_grader_is_refused_with_its_figures():
    ruling = rule(_both(0.1, 0.5))
    assert not ruling.passes
    assert "mean error grows by 0." in ruling.words
    assert "correlation with people falls" in ruling.words
    assert (ruling.error_change or (0, 0, 0))[1] > 0


def test_a_person_may_let_it_pass_with_a_reason_that_stays():
    ruling = rule(_both(0.1, 0.5), override="The old model is withdrawn tomorrow.")
    assert ruling.passes
    assert ruling.words.endswith("Let through: The old model is withdrawn tomorrow.")
    assert not rule(_both(0.1, 0.5), override="  ").passes


def test_too_few_answers_prove_nothing():
    ruling = rule(_both(0.4, 0.1, LEAST_ANSWERS - 1))
    assert not ruling.passes
    assert "too few" in ruling.words
