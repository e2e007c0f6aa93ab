"""A pause is asked about, late enough for this person, and never ends anything."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from client.speech import endpointing
from client.speech.endpointing import (
    LEAST_S,
    MOST_PATIENCE,
    MOST_S,
    Pausing,
    begun,
    thinking,
    wait_s,
)
from client.speech.endpointing import heard as hear

CHUNK_S = 0.032


def listen(state: Pausing, at_s: float, *stretches: tuple[float, float]) -> tuple[Pausing, float]:
    """Hears stretches of (probability, seconds)."""
    for probability, seconds in stretches:
        for _ in range(round(seconds / CHUNK_S)):
            at_s += CHUNK_S
            state = hear(state, probability, at_s)
    return state, at_s


def talking(pauses: Iterable[float]) -> list[tuple[float, float]]:
    return [part for pause in pauses for part in ((0.9, 2.0), (0.05, pause))]


def test_nobody_is_asked_before_a_word_was_said():
    assert not listen(Pausing(), 0.0, (0.02, 120.0))[0].asking


def test_a_pause_is_asked_about_after_six_seconds_and_speech_takes_the_question_away():
    state, at_s = listen(Pausing(), 0.0, (0.9, 3.0), (0.05, LEAST_S - 0.2))
    assert not state.asking
    state, at_s = listen(state, at_s, (0.05, 0.4))
    assert state.asking
    state, _ = listen(state, at_s, (0.9, 0.5))
    assert not state.asking


def test_a_cough_is_no_speech():
    state, at_s = listen(Pausing(), 0.0, (0.9, 3.0), (0.05, LEAST_S + 0.2))
    assert listen(state, at_s, (0.9, 0.1), (0.05, 0.1))[0].asking


def test_whoever_pauses_long_is_asked_later_the_next_time():
    state, _ = listen(Pausing(), 0.0, *talking([8.0, 9.0, 10.0]), (0.9, 1.0))
    assert wait_s(state) >= 15.0
    again = begun(state)
    assert (wait_s(again), again.spoke) == (wait_s(state), False)


def test_breath_between_words_is_not_learned():
    state, _ = listen(Pausing(), 0.0, *talking([0.3] * 20), (0.9, 1.0))
    assert state.pauses == ()


def test_still_thinking_is_asked_again_after_twice_as_long():
    state, at_s = listen(Pausing(), 0.0, (0.9, 3.0), (0.05, LEAST_S + 0.2))
    state = thinking(state, at_s)
    assert not state.asking
    state, at_s = listen(state, at_s, (0.05, 2 * LEAST_S - 0.2))
    assert not state.asking
    assert listen(state, at_s, (0.05, 0.4))[0].asking


@given(pauses=st.lists(st.floats(0.1, 20.0), min_size=1, max_size=12))
def test_no_pause_up_to_twenty_seconds_loses_a_word_and_nobody_is_asked_in_mid_word(
    pauses: list[float],
):
    state, at_s = Pausing(), 0.0
    for pause in pauses:
        state, at_s = listen(state, at_s, (0.9, 1.0))
        assert not state.asking
        state, at_s = listen(state, at_s, (0.05, pause))
        assert state.spoke
        assert not state.asking or pause >= LEAST_S - CHUNK_S


@given(
    steps=st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 5.0)), max_size=80),
    answers=st.sets(st.integers(0, 79)),
)
def test_whatever_is_heard_it_is_patient_within_its_bounds(
    steps: list[tuple[float, float]], answers: set[int]
):
    state, at_s = Pausing(), 0.0
    for number, (probability, passed) in enumerate(steps):
        at_s += passed
        before = state
        state = hear(state, probability, at_s)
        if state.asking and not before.asking:
            assert state.quiet_since_s is not None
            assert at_s - state.quiet_since_s >= LEAST_S
        if number in answers:
            state = thinking(state, at_s)
            assert not state.asking
        assert LEAST_S <= wait_s(state) <= MOST_S * MOST_PATIENCE
        assert len(state.pauses) <= endpointing.LEARNS
