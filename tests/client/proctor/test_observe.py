from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from client.proctor import observe
from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.neutral import FEWEST, Neutral, Sample, neutral_of
from client.proctor.pace import Pace
from client.proctor.pose import Angles, Eyes
from client.proctor.scene import Face, Gaze, Identity, Liveness, Picture, Scene, Thing
from client.proctor.types import Frame, Measure, Observation

FRAME = Frame(np.zeros((480, 640, 3), np.uint8), 0.0, 1)
FACE = Face((0.2, 0.2, 0.3, 0.4), np.zeros((478, 3), np.float32), 0.5)
REST = Neutral(Angles(5, 10, 0), Eyes(0.05, -0.1, 0.15))
BRIGHT, DARK = Picture(0.4, 0.2, 300, False), Picture(0.01, 0.001, 0, False)


def scene(picture: Picture | None = BRIGHT, **fields: Any) -> Scene:
    return replace(Scene(FRAME, Known(neutral=REST), picture, (FACE,)), **fields)


def seen(given: Scene, *running: str) -> dict[Measure, Observation]:
    return {each.measure: each for each in observe.observations(given, running, 100)}


def values(given: Scene, *running: str) -> dict[Measure, float | None]:
    return {measure: each.value for measure, each in seen(given, *running).items()}


def test_nobody_looked_means_unknown_everywhere() -> None:
    assert set(values(Scene(FRAME)).values()) == {None}


def test_a_covered_camera_says_nothing_about_faces() -> None:
    found = values(scene(DARK, faces=()))
    assert (found[Measure.COVERED], found[Measure.FACES], found[Measure.STILL]) == (1, None, None)


def test_a_face_in_the_dark_is_not_a_covered_camera() -> None:
    assert values(scene(DARK))[Measure.COVERED] == 0


def test_an_empty_bright_room_has_no_face() -> None:
    found = values(scene(faces=()))
    assert (found[Measure.FACES], found[Measure.UNCLEAR]) == (0, None)


def test_the_turn_is_the_larger_angle_away_from_the_neutral_pose() -> None:
    turned = scene(pose=Angles(-20, 15, 0))
    assert values(turned)[Measure.TURN_DEG] == 25
    assert values(replace(turned, known=NOTHING_KNOWN))[Measure.TURN_DEG] is None


@pytest.mark.parametrize(
    ("beyond", "value"), [(9.0, 5.0), (-9.0, -5.0), (3.9, None), (-3.9, None), (4.0, None)]
)
def test_gaze_is_unknown_while_its_interval_crosses_the_edge(
    beyond: float, value: float | None
) -> None:
    found = seen(scene(gaze=Gaze(beyond, 4.0, "left")))[Measure.GAZE_BEYOND_DEG]
    assert found.value == value
    assert found.detail == ("left, error 4.0 degrees" if value == 5.0 else "")


def test_a_missing_gaze_is_unknown() -> None:
    assert values(scene())[Measure.GAZE_BEYOND_DEG] is None


@pytest.mark.parametrize(
    ("faces", "people", "running", "counted"),
    [
        (1, None, (), 1),
        (1, None, ("people",), None),
        (2, None, ("people",), 2),
        (1, 3, ("people",), 3),
        (2, 1, ("people",), 2),
        (0, 0, ("people",), 0),
    ],
)
def test_people_are_counted_by_whoever_sees_more_and_not_while_the_far_look_is_not_due(
    faces: int, people: int | None, running: tuple[str, ...], counted: int | None
) -> None:
    boxes = None if people is None else (FACE.box,) * people
    found = values(scene(faces=(FACE,) * faces, people=boxes), *running)
    assert found[Measure.PEOPLE] == counted


@pytest.mark.parametrize(
    ("verdict", "stranger", "unsure"), [("same", 0, 0), ("other", 1, 0), ("unsure", None, 1)]
)
def test_unsure_is_neither_the_same_nor_a_stranger(
    verdict: Any, stranger: float | None, unsure: float
) -> None:
    found = seen(scene(identity=Identity(verdict, 0.4, "arcface/1, threshold 0.5")))
    assert found[Measure.STRANGER].value == stranger
    assert found[Measure.IDENTITY_UNSURE].value == unsure
    assert found[Measure.STRANGER].detail == "arcface/1, threshold 0.5"


def test_no_verdict_is_no_observation() -> None:
    found = values(scene())
    assert not {Measure.STRANGER, Measure.IDENTITY_UNSURE, Measure.NOT_ALIVE} & set(found)


def test_liveness_in_doubt_stays_in_doubt() -> None:
    assert values(scene(liveness=Liveness(None, "no sign")))[Measure.NOT_ALIVE] is None
    assert values(scene(liveness=Liveness(1.0, "no blink")))[Measure.NOT_ALIVE] == 1


def test_the_surest_thing_of_each_kind_counts_and_none_is_zero() -> None:
    things = (
        Thing("phone", FACE.box, 0.4),
        Thing("phone", FACE.box, 0.7),
        Thing("person", FACE.box, 0.9),
    )
    found = values(scene(things=things))
    assert [found[m] for m in (Measure.PHONE, Measure.BOOK, Measure.SECOND_SCREEN)] == [0.7, 0, 0]
    assert Measure.PHONE not in values(scene())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, 0),
        ({"brightness": observe.DARK_FACE - 0.01}, 1),
        ({"box": (-0.05, 0.2, 0.3, 0.4)}, 0),
        ({"box": (-0.07, 0.2, 0.3, 0.4)}, 1),
        ({"box": (0.2, 0.7, 0.3, 0.4)}, 1),
        ({"box": (0.5, 0.5, 0.03, (observe.SMALL_FACE_PX - 1) / 480)}, 1),
    ],
)
def test_a_face_that_cannot_be_judged_is_unclear(change: dict[str, Any], expected: float) -> None:
    assert values(scene(faces=(replace(FACE, **change),)))[Measure.UNCLEAR] == expected


def test_a_blurred_face_is_unclear_however_sharp_the_picture_is() -> None:
    blurred = replace(FACE, sharpness=observe.BLURRED_FACE - 0.1)
    found = seen(scene(faces=(blurred,)))[Measure.UNCLEAR]
    assert (found.value, found.detail) == (1, "blurred")


def test_somebody_without_a_face_near_the_camera_is_unclear() -> None:
    far = (0.4, 0.4, 0.03, 0.05)
    assert values(scene(faces=(), people=(far,)))[Measure.UNCLEAR] == 1
    assert values(scene(faces=(), people=()))[Measure.UNCLEAR] is None


def test_a_number_that_is_none_is_unknown() -> None:
    nan, inf = float("nan"), float("inf")
    found = values(
        scene(
            pose=Angles(nan, nan, nan),
            gaze=Gaze(inf, 0.0, "left"),
            things=(Thing("phone", FACE.box, nan),),
            liveness=Liveness(nan, ""),
        )
    )
    asked = (Measure.TURN_DEG, Measure.GAZE_BEYOND_DEG, Measure.PHONE, Measure.NOT_ALIVE)
    assert [found[each] for each in asked] == [None] * 4


def test_the_device_check_sees_relative_angles_and_the_faces_brightness() -> None:
    looked = observe.looked(scene(pose=Angles(6, 12, 1)))
    assert (looked.faces, looked.yaw_deg, looked.pitch_deg, looked.brightness) == (1, 1, 2, 0.5)
    assert observe.looked(Scene(FRAME)).faces is None


def test_the_neutral_pose_is_the_median_and_needs_enough_looks() -> None:
    samples = [Sample(i / 10, Angles(i, 2 * i, 0), Eyes(0, 0, 0)) for i in range(FEWEST + 1)]
    assert neutral_of(samples[: FEWEST - 1]) is None
    found = neutral_of(samples)
    assert found is not None
    assert found.angles == Angles(4, 8, 0)
    blinking = [Sample(each.at_s, each.angles, None) for each in samples]
    assert neutral_of(blinking) == Neutral(Angles(4, 8, 0), None)


def test_a_pace_keeps_its_mean_rate_on_uneven_frames() -> None:
    pace = Pace(1 / 15)
    assert 145 <= sum(pace.due(number / 20) for number in range(200)) <= 155


def test_a_pace_starts_anew_when_the_clock_jumps() -> None:
    pace = Pace(0.1)
    assert pace.due(100.0)
    assert not pace.due(100.05)
    assert pace.due(3.0)
