"""A take is heard ahead in the person's pauses, and only where that keeps nobody waiting."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech import ahead
from client.speech.ahead import Ahead
from client.speech.endpointing import Pausing

SPEAKS = Pausing(spoke=True, loud_since_s=9.0, at_s=10.0)
PAUSES = Pausing(spoke=True, quiet_since_s=9.0, at_s=10.0)


def due(state: Ahead, person: Pausing = PAUSES, taken_s: float = 10.0) -> bool:
    return ahead.due(state, person, taken_s=taken_s, strained=False)


def test_a_stretch_is_due_in_a_pause_after_something_was_said():
    spoken = ahead.listened(Ahead(), SPEAKS)
    assert due(spoken)
    assert not due(Ahead()), "nothing was said"
    assert not due(spoken, SPEAKS), "somebody speaks"
    assert not due(spoken, replace(PAUSES, quiet_since_s=9.5)), "that is a breath"
    assert not due(spoken, Pausing()), "nobody listens"
    assert not ahead.due(spoken, PAUSES, taken_s=10.0, strained=True), "the proctor needs the room"
    assert not due(spoken, taken_s=ahead.MOST_S + 1), "its beginning is not kept any more"


def test_one_at_a_time_and_not_for_every_crumb():
    busy = ahead.asked(ahead.listened(Ahead(), SPEAKS), 10.0)
    assert not due(ahead.listened(busy, SPEAKS), taken_s=12.0)
    rested = ahead.listened(ahead.answered(busy, 1.0, taken_s=11.0), SPEAKS)
    assert not due(rested, taken_s=11.0 + ahead.EVERY_S - 0.1)
    assert due(rested, taken_s=11.0 + ahead.EVERY_S)


def test_nothing_new_was_said_so_nothing_is_heard_again():
    heard = ahead.answered(ahead.asked(ahead.listened(Ahead(), SPEAKS), 10.0), 1.0, taken_s=11.0)
    assert not due(ahead.listened(heard, PAUSES), taken_s=60.0)


@pytest.mark.parametrize(("upto_s", "settled_s"), [(ahead.SETTLED_S - 1, 0.0), (25.0, 25.0)])
def test_a_short_stretch_is_heard_anew_with_what_follows_a_long_one_is_not(
    upto_s: float, settled_s: float
):
    found = ahead.answered(ahead.asked(Ahead(), upto_s), 1.0, taken_s=upto_s + 2)
    assert found.settled_s == settled_s
    assert not found.off


def test_a_stretch_that_failed_settles_nothing_and_two_end_it_for_this_run():
    state = Ahead()
    for _ in range(ahead.SLOW_TIMES):
        assert not state.off
        state = ahead.answered(ahead.asked(state, 25.0), math.inf, taken_s=30.0)
        assert state.settled_s == 0
    assert state.off
    assert ahead.begun(state).off
    assert not due(replace(state, spoke=True), taken_s=60.0)


def test_a_stretch_that_another_take_went_before_is_asked_for_again():
    dropped = ahead.answered(ahead.asked(Ahead(), 25.0), 0.0, taken_s=26.0)
    assert (dropped.settled_s, dropped.slow) == (0, 0)
    assert due(dropped, taken_s=31.0)


@given(length_s=st.floats(0.1, 119), took_s=st.floats(0.01, 20))
def test_a_machine_is_slow_by_what_a_window_takes(length_s: float, took_s: float):
    state = ahead.answered(ahead.asked(Ahead(), length_s), took_s, taken_s=130.0)
    windows = max(1.0, length_s / ahead.WINDOW_S)
    assert bool(state.slow) == (took_s > ahead.SLOW_S * windows)
    assert state.settled_s in (0.0, length_s)
