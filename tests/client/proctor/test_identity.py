import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor import identity
from client.proctor.identity import (
    CHECKING,
    ENROLLING,
    EVERY_S,
    FRAMES,
    PATIENCE_S,
    Check,
    Levels,
    Quality,
    refusal,
    verdict,
)
from client.proctor.pose import Angles

LEVELS = Levels(0.4, 0.3, "false matches below 1 in 1000")
GOOD = Quality(1, Angles(2, 5, 1), 60, 0.5, 120)


def run(steps, check: Check = Check(), cosine=lambda at_s: 0.7):
    """Every verdict with its time; `steps`: (seconds, face, clear)."""
    found = []
    compared = []
    for at_s, face, clear in steps:
        check, wanted = identity.look(check, at_s, face=face, clear=clear)
        if wanted:
            compared.append(at_s)
            check = identity.compared(check, cosine(at_s))
        check, said = identity.settle(check, LEVELS, "model")
        if said is not None:
            found.append((round(at_s, 1), said.verdict))
    return found, compared


def steady(start: float, end: float, *, face: bool = True, clear: bool = True):
    return [(n / 10, face, clear) for n in range(round(10 * start), round(10 * end))]


def test_the_same_face_is_checked_every_ten_seconds_on_several_frames() -> None:
    found, compared = run(steady(0, 31))
    assert [kind for _, kind in found] == ["same"] * 3
    assert [b - a for (a, _), (b, _) in itertools.pairwise(found)] == [10.0, 10.0]
    assert len(compared) == 3 * FRAMES + 4  # the fourth check has begun
    assert 1.0 <= found[0][0] <= 2.0


def test_a_stranger_is_another_and_between_the_levels_it_is_unsure() -> None:
    assert run(steady(0, 3), cosine=lambda _: 0.1)[0][0][1] == "other"
    assert run(steady(0, 3), cosine=lambda _: 0.35)[0][0][1] == "unsure"


def test_one_picture_never_decides() -> None:
    chance = iter([0.9, 0.05, 0.05, 0.05, 0.9])
    assert run(steady(0, 3), cosine=lambda _: next(chance))[0][0][1] == "other"
    for cosines in ([0.9], [0.1] * (FRAMES - 1)):
        assert verdict(cosines, LEVELS, "model").verdict == "unsure"


def test_a_face_that_comes_back_is_checked_at_once() -> None:
    steps = [*steady(0, 4), *steady(4, 5.5, face=False), *steady(5.5, 8)]
    found, _ = run(steps)
    assert [at_s for at_s, _ in found][1] < 7.5


def test_a_face_missed_for_a_moment_is_no_absence() -> None:
    steps = [*steady(0, 4), *steady(4, 4.4, face=False), *steady(4.4, 9)]
    assert len(run(steps)[0]) == 1


def test_frames_before_an_absence_are_not_mixed_with_those_after_it() -> None:
    steps = [*steady(0, 0.7), *steady(0.7, 2, face=False), *steady(2, 4)]
    found, _ = run(steps, cosine=lambda at_s: 0.9 if at_s < 1 else 0.0)
    assert found[0][1] == "other"


def test_a_face_that_is_never_clear_is_nothing_at_all() -> None:
    assert run(steady(0, 30, clear=False))[0] == []


def test_a_face_that_is_seldom_clear_is_unsure_and_says_how_few_frames_there_were() -> None:
    steps = [(n / 10, True, n in (3, 20)) for n in range(round(10 * PATIENCE_S) + 3)]
    found, _ = run(steps)
    assert [kind for _, kind in found] == ["unsure"]
    assert "only 2 clear frames" in verdict([0.5, 0.6], LEVELS, "m").detail


def test_the_detail_names_the_model_its_levels_and_their_error() -> None:
    said = verdict([0.7] * FRAMES, LEVELS, "face_reid retail-0095 7a354a32").detail
    assert "face_reid retail-0095 7a354a32" in said
    assert "same from 0.40, other below 0.30, false matches below 1 in 1000" in said


def test_a_clock_that_goes_back_begins_anew() -> None:
    found, _ = run([*steady(100, 103), *steady(0, 3)])
    assert len(found) == 2


@given(
    st.lists(
        st.tuples(st.floats(0, 1000), st.booleans(), st.booleans(), st.floats(-1, 1)), max_size=60
    )
)
def test_whatever_comes_a_verdict_of_same_or_other_has_all_its_frames(steps) -> None:
    check = Check()
    for at_s, face, clear, cosine in steps:
        check, wanted = identity.look(check, at_s, face=face, clear=clear)
        assert face or not wanted
        if wanted:
            check = identity.compared(check, cosine)
        before = check.cosines
        check, said = identity.settle(check, LEVELS, "m")
        if said is not None:
            assert said.verdict == "unsure" or len(before) >= FRAMES
            assert check.due_s is not None
            assert check.due_s - (check.last_s or 0) <= EVERY_S


@given(st.floats(-1, 1))
def test_more_alike_is_never_less_the_same(cosine: float) -> None:
    order = ["other", "unsure", "same"]
    more = LEVELS.verdict(min(1.0, cosine + 0.01))
    assert order.index(LEVELS.verdict(cosine)) <= order.index(more)


def test_a_cosine_that_is_no_number_is_unsure() -> None:
    assert LEVELS.verdict(math.nan) == "unsure"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"faces": None}, "No face"),
        ({"faces": 0}, "No face"),
        ({"faces": 2}, "More than one"),
        ({"inside": False}, "outside"),
        ({"eyes_px": 12.0}, "nearer"),
        ({"eyes_px": math.nan}, "nearer"),
        ({"brightness": 0.05}, "dark"),
        ({"brightness": 0.99}, "bright"),
        ({"pose": None}, "turned"),
        ({"pose": Angles(40, 0, 0)}, "turned"),
        ({"pose": Angles(0, -40, 0)}, "turned"),
        ({"sharpness": 2.0}, "blurred"),
        ({"sharpness": math.nan}, "blurred"),
    ],
)
def test_the_gate_says_in_a_sentence_what_to_do(change, word: str) -> None:
    for gate in (CHECKING, ENROLLING):
        assert refusal(GOOD, gate) == ""
        assert word in refusal(replace(GOOD, **change), gate)


def test_a_selfie_must_be_better_than_a_frame_that_is_compared_with_it() -> None:
    aside = replace(GOOD, pose=Angles(20, 0, 0))
    assert not refusal(aside, CHECKING)
    assert refusal(aside, ENROLLING)
