"""A hint comes from seconds of sound, says what can be changed, and does not flicker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech.hints import HOLD_S, WINDOW_S, Hearing, listened
from client.speech.pcm import FLOOR_DBFS, Block, Hint

ROOM, TALK, WHISPER, FAN = -58.0, -25.0, -48.0, -36.0


def block(dbfs: float, *, clipped: bool = False) -> Block:
    return Block(0.05, dbfs, dbfs, clipped, zero=dbfs <= FLOOR_DBFS)


def after(state: Hearing, *stretches: tuple[float, float]) -> Hearing:
    """Hears stretches of (dBFS, seconds)."""
    for dbfs, seconds in stretches:
        for _ in range(round(seconds / 0.05)):
            state = listened(state, block(dbfs))
    return state


def speaking(level: float, seconds: float) -> tuple[tuple[float, float], ...]:
    """Words with breath between them."""
    return ((level, 0.4), (ROOM, 0.2)) * round(seconds / 0.6)


@pytest.mark.parametrize(
    ("stretches", "hint"),
    [
        (((FLOOR_DBFS, 1.9),), None),
        (((FLOOR_DBFS, 2.0),), "silent"),
        (((ROOM, 3.9),), None),
        (((ROOM, 4.1),), "too_quiet"),
        (speaking(WHISPER, 6), "too_quiet"),
        (speaking(TALK, 6), None),
        ((*speaking(TALK, 6), (ROOM, 30.0)), None),
        (((FAN, 4.1),), "noise"),
        (((TALK, 0.4), (FAN, 0.2)) * 10, "noise"),
    ],
)
def test_a_hint_names_what_stands_for_seconds(
    stretches: tuple[tuple[float, float], ...], hint: Hint | None
):
    assert after(Hearing(), *stretches).hint == hint


def test_clipping_is_told_at_once_and_stands_long_enough_to_be_read():
    loud = listened(after(Hearing(), *speaking(TALK, 6)), block(-1.0, clipped=True))
    assert loud.hint == "clipping"
    assert after(loud, *speaking(TALK, HOLD_S)).hint == "clipping"
    assert after(loud, *speaking(TALK, HOLD_S + 1.8)).hint is None


def test_noise_at_its_limit_does_not_flicker():
    state, seen = after(Hearing(), (-39.5, 4.1)), []
    for number in range(400):
        state = listened(state, block(-39.0 if number % 2 else -41.0))
        seen.append(state.hint)
    assert set(seen) == {"noise"}


@given(
    st.lists(
        st.tuples(st.floats(FLOOR_DBFS, 0.0), st.booleans()).map(
            lambda one: block(one[0], clipped=one[1])
        ),
        max_size=200,
    )
)
def test_whatever_is_heard_there_is_one_hint_at_most_from_one_window(blocks: list[Block]):
    state = Hearing()
    for one in blocks:
        state = listened(state, one)
        assert sum(each.seconds for each in state.blocks) <= WINDOW_S + one.seconds
        assert (state.left_s > 0) == (state.hint is not None)
