"""Looks at an open take are few, short, and none on a machine without room."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech.looking import EVERY_S, MOST_S, SHARE, Looking, looked


@given(took=st.floats(0.001, MOST_S))
def test_looking_takes_its_share_of_the_time_at_most(took: float) -> None:
    wait_s = looked(Looking(), took).wait_s
    assert wait_s >= EVERY_S
    assert took / wait_s <= SHARE + 1e-9


@pytest.mark.parametrize("slow", [MOST_S + 0.1, math.inf, math.nan])
def test_a_machine_that_is_slow_twice_is_not_asked_again(slow: float) -> None:
    once = looked(Looking(), slow)
    assert not once.off
    twice = looked(looked(once, 0.1), slow)
    assert twice.off


def test_without_a_model_nobody_looks() -> None:
    assert Looking(known=False).off
