import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor import observe, offscreen
from client.proctor.calibration import Aim, Calibration, Screen
from client.proctor.neutral import Neutral
from client.proctor.pose import Angles, Eyes, Look

SCREEN = Screen(344, 194, 600)
REST = Neutral(Angles(3, 8, 0), Eyes(0.01, -0.05, 0.12))
LOOK = Look(0.0, 0.0, 3.0, 8.0, 0.0, 0.0, 600.0)
MODEL = Calibration(
    SCREEN,
    2.0,
    20.0,
    4.0,
    "by hand",
    weights=((1.0, 0.0, 0.7, 0.0, 0.0), (0.0, 1.0, 0.0, 0.7, 0.0)),
    spread=((0.0,) * 5,) * 5,
    rest=LOOK,
)


def seen(across: float = 0.0, down: float = 0.0) -> Eyes:
    assert REST.eyes is not None
    return Eyes(REST.eyes.across + across, REST.eyes.down + down, REST.eyes.apart)


@pytest.mark.parametrize(
    ("across", "down", "side"),
    [(-0.2, 0, "right"), (0.2, 0, "left"), (0, -0.2, "up"), (0, 0.3, "down")],
)
def test_irises_that_move_far_leave_the_assumed_screen_on_that_side(
    across: float, down: float, side: str
) -> None:
    # In an unmirrored picture the candidate's right is the viewer's left.
    aim = offscreen.uncalibrated(REST.angles, seen(across, down), REST)
    assert aim is not None
    found = offscreen.gaze(offscreen.ASSUMED, aim, measured=False)
    assert found.direction == side
    assert found.point is None
    beyond = observe.beyond_deg(found)
    assert beyond is not None
    assert beyond > 3


def test_the_neutral_look_lies_on_the_screen() -> None:
    aim = offscreen.uncalibrated(REST.angles, seen(), REST)
    assert aim is not None
    found = offscreen.gaze(offscreen.ASSUMED, aim, measured=False)
    value = observe.beyond_deg(found)
    assert value is not None
    assert value < 0


def test_head_and_eyes_add_up() -> None:
    turned = replace(REST.angles, yaw_deg=REST.angles.yaw_deg - 10)
    back = offscreen.uncalibrated(turned, seen(0.0712), REST)  # the eyes stay on the screen
    on = offscreen.uncalibrated(turned, seen(-0.0712), REST)
    assert back is not None
    assert on is not None
    assert abs(back.x_deg) < 0.5
    assert 19 < on.x_deg < 21


def test_the_keyboard_is_no_offence_but_the_lap_is() -> None:
    for pitch, leaves in ((12, False), (17, False)):
        nodding = replace(REST.angles, pitch_deg=REST.angles.pitch_deg + pitch)
        aim = offscreen.uncalibrated(nodding, seen(0, 0.05), REST)
        assert aim is not None
        found = offscreen.gaze(offscreen.ASSUMED, aim, measured=False)
        assert ((observe.beyond_deg(found) or 0) > 3) is leaves
    lap = offscreen.gaze(offscreen.ASSUMED, Aim(0.0, 38.0, 4.0), measured=False)
    assert (lap.direction, (observe.beyond_deg(lap) or 0) > 3) == ("down", True)


def test_a_head_turned_far_makes_the_gaze_unknown_with_and_without_calibration() -> None:
    far = offscreen.SURE_HEAD_DEG + 1
    turned = replace(REST.angles, yaw_deg=REST.angles.yaw_deg + far)
    assert offscreen.uncalibrated(turned, seen(), REST) is None
    look = replace(LOOK, yaw_deg=LOOK.yaw_deg + far)
    assert offscreen.calibrated(MODEL, look, REST) is None
    assert offscreen.calibrated(MODEL, look, None) is None
    assert offscreen.calibrated(MODEL, LOOK, None) is not None


def test_without_resting_eyes_the_gaze_is_unknown() -> None:
    assert offscreen.uncalibrated(REST.angles, seen(), Neutral(REST.angles, None)) is None


def test_the_uncalibrated_error_grows_with_the_angle() -> None:
    near = offscreen.uncalibrated(REST.angles, seen(), REST)
    far = offscreen.uncalibrated(REST.angles, seen(-0.25), REST)
    assert near is not None
    assert far is not None
    assert far.half_deg > near.half_deg + 0.5


def test_an_interval_that_crosses_the_edge_is_unknown() -> None:
    right = offscreen.gaze(SCREEN, Aim(18.0, 0.0, 4.0), measured=True)  # the edge is at 16
    assert right.beyond_deg > 0
    assert observe.beyond_deg(right) is None
    sure = offscreen.gaze(SCREEN, Aim(24.0, 0.0, 4.0), measured=True)
    assert observe.beyond_deg(sure) is not None


@given(st.floats(-40, 40), st.floats(-40, 60), st.floats(-10, 10), st.floats(-10, 10))
def test_the_distance_changes_by_no_more_than_the_aim(
    x: float, y: float, dx: float, dy: float
) -> None:
    one = offscreen.gaze(SCREEN, Aim(x, y, 1.0), measured=True).beyond_deg
    other = offscreen.gaze(SCREEN, Aim(x + dx, y + dy, 1.0), measured=True).beyond_deg
    assert abs(one - other) <= math.hypot(dx, dy) + 1e-9


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_any_iris_place_gives_a_finite_gaze(across: float, down: float) -> None:
    aim = offscreen.uncalibrated(REST.angles, seen(across, down), REST)
    assert aim is not None
    found = offscreen.gaze(offscreen.ASSUMED, aim, measured=True)
    assert math.isfinite(found.beyond_deg)
    assert math.isfinite(found.error_deg)
