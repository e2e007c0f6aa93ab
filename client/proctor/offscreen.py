"""How far beyond the screen a gaze lies, and how sure that is, with a calibration or without one.

Pure. One rule: better unknown than wrong. Without a neutral pose, or with the head turned
far, there is no answer.
"""

import math
from typing import Literal

from client.proctor.calibration import Aim, Calibration, Screen, from_middle, predict, share
from client.proctor.neutral import Neutral
from client.proctor.pose import Angles, Eyes, Look
from client.proctor.scene import Gaze

ASSUMED = Screen(width_mm=294, height_mm=166, distance_mm=600)
"""Where nothing is known of the screen: a 13.3-inch laptop seen from 60 cm, its middle in the
neutral direction. A larger screen is known as soon as somebody tried to calibrate at it."""
SURE_HEAD_DEG = 18.0
"""Beyond this the irises are foreshortened and the gaze is unknown; `head_turned` sees the head."""
IRIS_RADIUS = 0.41
"""From the middle of the eyeball to the iris, in eye widths: 10.3 mm in an eye of 25 mm."""
KEYBOARD_DEG = 20.0
"""Below the lower edge of a laptop's screen the keyboard goes on for so long; it is no offence to
look there."""
UNCALIBRATED_DEG = 2.5
"""90 % half width in the middle: where exactly the neutral look met the screen, and the irises'
noise."""
UNCALIBRATED_SHARE = 0.08
"""The same as a share of the angle: eyes differ in width and depth."""


def calibrated(calibration: Calibration, look: Look, neutral: Neutral | None) -> Aim | None:
    """Where that look points; None while the head is turned too far to tell."""
    rest = calibration.rest
    if rest is None:
        return None
    from_rest = (look.yaw_deg - rest.yaw_deg, look.pitch_deg - rest.pitch_deg)
    aways = [from_rest]
    if neutral is not None:
        straight = neutral.angles
        aways.append((look.yaw_deg - straight.yaw_deg, look.pitch_deg - straight.pitch_deg))
    # The neutral pose may be newer than the calibration, or older: the nearer one is meant.
    if min(max(abs(yaw), abs(pitch)) for yaw, pitch in aways) > SURE_HEAD_DEG:
        return None
    return predict(calibration, look)


def uncalibrated(pose: Angles, eyes: Eyes, neutral: Neutral) -> Aim | None:
    """Head and eyes together away from the neutral look, for a camera that does not mirror."""
    rest = neutral.eyes
    yaw = pose.yaw_deg - neutral.angles.yaw_deg
    pitch = pose.pitch_deg - neutral.angles.pitch_deg
    if rest is None or max(abs(yaw), abs(pitch)) > SURE_HEAD_DEG:
        return None
    x = -(yaw + _turned(eyes.across - rest.across))
    y = pitch + _turned(eyes.down - rest.down)
    return Aim(x, y, math.hypot(UNCALIBRATED_DEG, UNCALIBRATED_SHARE * math.hypot(x, y)))


def gaze(screen: Screen, aim: Aim, *, measured: bool) -> Gaze:
    """The aim against the edges of that screen; `measured`: it is the candidate's own.

    Both distance and error are degrees. The distance changes by no more than the aim does, so the
    aim's interval holds for it too.
    """
    right, lower = from_middle(screen, screen.width_mm, screen.height_mm)
    side, aside = _beyond("left", "right", aim.x_deg, -right, right)
    end, along = _beyond("up", "down", aim.y_deg, -lower, lower + KEYBOARD_DEG)
    distance = math.hypot(aside, along) if aside > 0 and along > 0 else max(aside, along)
    return Gaze(
        beyond_deg=distance,
        error_deg=aim.half_deg,
        direction=side if aside >= along else end,
        point=share(screen, aim) if measured else None,
    )


_Side = Literal["left", "right", "up", "down"]


def _beyond(
    low: _Side, high: _Side, at_deg: float, lowest: float, highest: float
) -> tuple[_Side, float]:
    """The nearer of two edges, and how far beyond it that is."""
    under, over = lowest - at_deg, at_deg - highest
    return (low, under) if under > over else (high, over)


def _turned(eye_widths: float) -> float:
    """Degrees that an eye has turned whose iris has moved so far."""
    return math.degrees(math.asin(max(-1.0, min(1.0, eye_widths / IRIS_RADIUS))))
