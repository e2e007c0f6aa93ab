"""A picture that compares badly is refused in words; what cannot be judged is not."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.types import Looked, Snapshot
from client.ui.picture import judge, judged
from tests.client.ui.edges import FACE, GOOD_LOOK

PLAIN = Snapshot(b"jpeg", 4, 3, GOOD_LOOK)
NUMBERS = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True))


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (replace(GOOD_LOOK, faces=0), "No face"),
        (replace(GOOD_LOOK, faces=2), "more than one face"),
        (replace(GOOD_LOOK, sharpness=5.0), "blurred"),
        (replace(GOOD_LOOK, brightness=0.05), "dark"),
        (replace(GOOD_LOOK, yaw_deg=-40.0), "turned away"),
        (replace(GOOD_LOOK, roll_deg=40.0), "turned away"),
        (replace(GOOD_LOOK, pitch_deg=50.0), "turned away"),
    ],
)
def test_a_poor_picture_is_refused_with_what_to_do(look: Looked, words: str):
    said, usable = judge(look)
    assert not usable
    assert words in said
    assert "another" in said


@pytest.mark.parametrize(
    "look",
    [
        GOOD_LOOK,
        # A straight face reads so before a resting pose is known.
        replace(GOOD_LOOK, pitch_deg=13.0),
        Looked(None, None, None, None, None, None, None),
        replace(GOOD_LOOK, yaw_deg=None, sharpness=None, brightness=None),
    ],
)
def test_a_good_picture_and_one_that_cannot_be_judged_are_used(look: Looked):
    _, usable = judge(look)
    assert usable


def test_dim_light_is_told_but_refuses_nobody():
    said, usable = judge(replace(GOOD_LOOK, brightness=0.15))
    assert usable
    assert "dark" in said


@given(
    faces=st.one_of(st.none(), st.integers(0, 5)),
    yaw=NUMBERS,
    pitch=NUMBERS,
    brightness=NUMBERS,
    sharpness=NUMBERS,
)
def test_whatever_the_detectors_say_there_is_a_verdict_and_a_refusal_has_words(
    faces: int | None,
    yaw: float | None,
    pitch: float | None,
    brightness: float | None,
    sharpness: float | None,
):
    said, usable = judge(Looked(faces, None, yaw, pitch, math.nan, brightness, sharpness))
    assert usable or said


def test_a_face_that_a_model_could_not_learn_is_taken_again():
    refused = replace(PLAIN, template_model="model 1", template_refused="Too few clear frames.")
    taken, usable = judged(refused)
    assert not usable
    assert taken.quality.startswith("Too few clear frames.")
    assert taken.model == ""


def test_without_a_model_nobody_is_refused_for_what_cannot_be_learned():
    taken, usable = judged(replace(PLAIN, template_refused="No identity model is here."))
    assert usable
    assert (taken.quality, taken.template, taken.model) == ("", None, "")


def test_a_learned_face_names_its_model():
    taken, usable = judged(replace(PLAIN, template=FACE, template_model="model 1"))
    assert usable
    assert (taken.template, taken.model) == (FACE, "model 1")
