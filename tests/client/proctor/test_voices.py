"""Decisions about voices: between two thresholds nothing is said, and unknown stays unknown."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.voices import (
    LEAST_SAMPLE_S,
    LOWS_HEARD_DB,
    PAUSE_CHUNKS,
    REFUSALS,
    REMEMBERED,
    STILL,
    STRETCHES,
    SURELY,
    Bounds,
    Flow,
    Sample,
    flow,
    judge,
    playback,
    refuse,
    second_voice,
)

BOUNDS = Bounds(same_from=0.3, other_below=0.1)
GOOD = Sample(speech_s=4, speech_dbfs=-25, clipped=0, halves=0.5)

numbers = st.floats(-1, 1)
anything = st.floats(allow_nan=True, allow_infinity=True)


def flowing(probabilities: list[float]) -> list[bool]:
    state, seen = Flow(), []
    for each in probabilities:
        state = flow(state, each)
        seen.append(state.speaking)
    return seen


def test_speech_begins_when_sure_and_outlasts_a_pause_inside_a_sentence():
    assert flowing([0.6, 0.69]) == [False, False]
    assert flowing([0.9, *[0.0] * PAUSE_CHUNKS, 0.4]) == [True] * (PAUSE_CHUNKS + 2)
    assert flowing([0.9, *[0.0] * (PAUSE_CHUNKS + 1), 0.4])[-2:] == [False, False]


def test_noise_that_is_no_number_is_a_pause():
    assert flowing([math.nan, 0.9, math.nan]) == [False, True, True]


@given(st.lists(anything, max_size=60))
def test_speech_ends_after_a_pause_whatever_came_before(probabilities: list[float]):
    assert flowing([*probabilities, *[STILL / 2] * (PAUSE_CHUNKS + 1)])[-1] is False


@given(st.lists(st.floats(0, 1), max_size=60))
def test_nothing_below_the_sure_level_begins_speech(probabilities: list[float]):
    quiet = [min(each, math.nextafter(SURELY, 0)) for each in probabilities]
    assert not any(flowing(quiet))


@pytest.mark.parametrize(
    ("likeness", "verdict"),
    [(0.3, "same"), (0.29, "unsure"), (0.1, "unsure"), (0.09, "other"), (math.nan, "unsure")],
)
def test_thresholds_belong_to_the_milder_verdict(likeness: float, verdict: str):
    assert BOUNDS.verdict(likeness) == verdict


def test_thresholds_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="lies above"):
        Bounds(same_from=0.1, other_below=0.3)


def test_one_stretch_is_never_a_verdict_and_one_bad_one_never_turns_it():
    assert judge([-1.0] * (STRETCHES - 1), BOUNDS) is None
    assert judge([-1.0, 0.6, 0.5], BOUNDS) == ("same", 0.5)
    assert judge([0.9, 0.0, 0.05], BOUNDS) == ("other", 0.05)
    assert judge([0.9, 0.2, 0.05], BOUNDS) == ("unsure", 0.2)


@given(st.lists(anything, max_size=12))
def test_what_is_no_number_counts_as_not_heard(likenesses: list[float]):
    known = [each for each in likenesses if math.isfinite(each)]
    assert judge(likenesses, BOUNDS) == judge(known, BOUNDS)


@given(st.lists(numbers, max_size=12), st.lists(numbers, min_size=REMEMBERED, max_size=REMEMBERED))
def test_only_the_newest_stretches_count(old: list[float], new: list[float]):
    assert judge([*old, *new], BOUNDS) == judge(new, BOUNDS)


@given(st.lists(numbers, min_size=STRETCHES, max_size=8), st.floats(0, 1))
def test_more_alike_never_turns_towards_another_voice(likenesses: list[float], more: float):
    order = ("other", "unsure", "same")
    before, after = judge(likenesses, BOUNDS), judge([x + more for x in likenesses], BOUNDS)
    assert before is not None
    assert after is not None
    assert order.index(after[0]) >= order.index(before[0])


def test_second_voice_is_unknown_without_a_likeness_and_between_the_thresholds():
    found = [second_voice(each, BOUNDS) for each in (None, math.nan, 0.2, 0.05, 0.4)]
    assert found == [None, None, None, 1.0, 0.0]


@pytest.mark.parametrize(
    ("lows_db", "own_db", "value"),
    [
        (-25.0, [-5, -6, -4], 1.0),
        (-16.0, [-5, -6, -4], 1.0),
        (-11.0, [0, 0, 0], None),  # the microphone still hears lows
        (-13.0, [-5, -6, -4], None),
        (-9.0, [-5, -6, -4], 0.0),
        (-30.0, [-15, -16, -14], None),  # a microphone without lows cannot tell
        (-30.0, [-5, -6], None),  # too little of the own voice
        (-30.0, [math.nan, -math.inf, -5, -6], None),
        (None, [-5, -6, -4], None),
        (math.nan, [-5, -6, -4], None),
    ],
)
def test_loudspeaker_is_said_only_beside_what_this_microphone_delivers(
    lows_db: float | None, own_db: list[float], value: float | None
):
    assert playback(lows_db, own_db) == value


@given(st.floats(-60, 20), st.lists(st.floats(-60, 20), max_size=8))
def test_voice_with_lows_is_never_a_loudspeaker(lows_db: float, own_db: list[float]):
    found = playback(lows_db, own_db)
    assert found != 1.0 or lows_db <= LOWS_HEARD_DB


@pytest.mark.parametrize(
    ("sample", "reason"),
    [
        (GOOD, None),
        (Sample(LEAST_SAMPLE_S, -45, 0.002, None), None),
        (Sample(2.4, -25, 0, 0.5), "short"),
        (Sample(math.nan, -25, 0, 0.5), "short"),
        (Sample(4, -46, 0, 0.5), "quiet"),
        (Sample(4, math.nan, 0, 0.5), "quiet"),
        (Sample(4, -5, 0.01, 0.5), "clipped"),
        (Sample(4, -25, 0, 0.05), "two"),
    ],
)
def test_poor_sample_is_refused_with_what_to_do(sample: Sample, reason: str | None):
    found = refuse(sample, BOUNDS.other_below)
    assert found == reason
    assert found is None or REFUSALS[found].endswith(".")
