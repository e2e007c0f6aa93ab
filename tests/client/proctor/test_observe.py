import numpy as np
import pytest

from client.proctor import observe
from client.proctor.neutral import FEWEST, Neutral, Sample, neutral_of
from client.proctor.pace import Pace
from client.proctor.pose import Angles, Eyes
from client.proctor.scene import Face, Picture, Scene
from client.proctor.types import Frame, Measure

FRAME = Frame(np.zeros((4, 4, 3), np.uint8), 0.0, 1)
FACE = Face((0.2, 0.2, 0.3, 0.4), np.zeros((478, 3), np.float32), 0.5)
REST = Neutral(Angles(5, 10, 0), Eyes(0.05, -0.1, 0.15))
BRIGHT, DARK = Picture(0.4, 0.2, 300, False), Picture(0.01, 0.001, 0, False)


def values(scene: Scene, neutral: Neutral | None = REST) -> dict[Measure, float | None]:
    return {each.measure: each.value for each in observe.observations(scene, neutral, 100)}


def test_nobody_looked_means_unknown_everywhere() -> None:
    assert set(values(Scene(FRAME)).values()) == {None}


def test_a_covered_camera_says_nothing_about_faces() -> None:
    seen = values(Scene(FRAME, DARK, ()))
    assert (seen[Measure.COVERED], seen[Measure.FACES], seen[Measure.STILL]) == (1, None, None)


def test_a_face_in_the_dark_is_not_a_covered_camera() -> None:
    assert values(Scene(FRAME, DARK, (FACE,)))[Measure.COVERED] == 0


def test_an_empty_bright_room_has_no_face() -> None:
    assert values(Scene(FRAME, BRIGHT, ()))[Measure.FACES] == 0


def test_the_turn_is_the_larger_angle_away_from_the_neutral_pose() -> None:
    scene = Scene(FRAME, BRIGHT, (FACE,), Angles(-20, 15, 0))
    assert values(scene)[Measure.TURN_DEG] == 25
    assert values(scene, None)[Measure.TURN_DEG] is None


def test_gaze_at_rest_is_zero_and_to_the_side_is_large() -> None:
    rest = Scene(FRAME, BRIGHT, (FACE,), Angles(5, 10, 0), Eyes(0.05, -0.1, 0.15))
    side = Scene(FRAME, BRIGHT, (FACE,), Angles(5, 10, 0), Eyes(-0.12, -0.1, 0.15))
    assert values(rest)[Measure.GAZE_DEG] == 0
    assert values(side)[Measure.GAZE_DEG] == pytest.approx(24.65)


@pytest.mark.parametrize(
    ("pose", "eyes", "neutral"),
    [
        (Angles(30, 10, 0), Eyes(0.05, -0.1, 0.15), REST),
        (Angles(5, 10, 0), None, REST),
        (Angles(5, 10, 0), Eyes(0.05, -0.1, 0.6), REST),
        (Angles(5, 10, 0), Eyes(0.05, -0.1, 0.15), Neutral(Angles(5, 10, 0), None)),
        (None, Eyes(0.05, -0.1, 0.15), REST),
    ],
)
def test_gaze_is_unknown_when_unsure(
    pose: Angles | None, eyes: Eyes | None, neutral: Neutral
) -> None:
    scene = Scene(FRAME, BRIGHT, (FACE,), pose, eyes)
    assert values(scene, neutral)[Measure.GAZE_DEG] is None


def test_looking_down_counts_less_than_looking_up() -> None:
    down = Scene(FRAME, BRIGHT, (FACE,), Angles(5, 10, 0), Eyes(0.05, 0.0, 0.15))
    up = Scene(FRAME, BRIGHT, (FACE,), Angles(5, 10, 0), Eyes(0.05, -0.2, 0.15))
    assert values(down)[Measure.GAZE_DEG] < values(up)[Measure.GAZE_DEG]  # pyright: ignore[reportOperatorIssue] # both are known


def test_the_device_check_sees_relative_angles_and_the_faces_brightness() -> None:
    looked = observe.looked(Scene(FRAME, BRIGHT, (FACE,), Angles(6, 12, 1)), REST)
    assert (looked.faces, looked.yaw_deg, looked.pitch_deg, looked.brightness) == (1, 1, 2, 0.5)
    assert observe.looked(Scene(FRAME), None).faces is None


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
