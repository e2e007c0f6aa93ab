"""Turns what the detectors know about a frame into observations and into the device check's line.

Pure. One rule: a measure that this frame cannot tell is None; it is never guessed.
"""

import math

from client.proctor.neutral import Neutral
from client.proctor.scene import Angles, Eyes, Scene
from client.proctor.types import Looked, Measure, Observation

DARK = 0.07
"""Mean luma of a lens under a thumb is below 0.05; a face lit by a screen alone is above 0.1."""
FLAT = 0.02
"""Contrast of a covered lens in light is below 0.015; a plain wall with its shading is above."""
SURE_HEAD_DEG = 18.0
"""Beyond this the irises are foreshortened and the gaze is unknown."""
EYES_DISAGREE = 0.15
"""Eye widths by which the eyes may drift against each other: beyond, one is misread."""
DEG_PER_EYE_WIDTH_ACROSS = 145.0
"""An eyeball's radius is 0.4 eye widths, so 20 degrees to the side move the iris by 0.14."""
DEG_PER_EYE_WIDTH_DOWN = 190.0
"""The lids follow the eye up and down, so the same angle moves the iris less."""
_DOWN_COUNTS = 0.6
"""Looking down at the keyboard is no offence: the way down counts less."""


def observations(scene: Scene, neutral: Neutral | None, at_ms: int) -> tuple[Observation, ...]:
    """Every measure of one frame, `at_ms` being its capture time since the interview's start."""
    covered = is_covered(scene)
    faces = None if scene.faces is None or covered else float(len(scene.faces))
    still = None if scene.picture is None or scene.picture.still is None else scene.picture.still
    return (
        Observation(Measure.FACES, faces, at_ms, "face"),
        Observation(Measure.TURN_DEG, turn_deg(scene, neutral), at_ms, "head_pose"),
        Observation(Measure.GAZE_DEG, gaze_deg(scene, neutral), at_ms, "gaze"),
        Observation(Measure.COVERED, _number(covered), at_ms, "picture"),
        Observation(Measure.STILL, None if covered else _number(still), at_ms, "picture"),
    )


def is_covered(scene: Scene) -> bool | None:
    """Whether the picture is dark or featureless and shows no face."""
    if scene.picture is None:
        return None
    blank = scene.picture.brightness < DARK or scene.picture.contrast < FLAT
    return blank and not scene.faces


def relative(angles: Angles, neutral: Neutral) -> Angles:
    """Degrees away from the neutral pose."""
    rest = neutral.angles
    return Angles(
        angles.yaw_deg - rest.yaw_deg,
        angles.pitch_deg - rest.pitch_deg,
        angles.roll_deg - rest.roll_deg,
    )


def turn_deg(scene: Scene, neutral: Neutral | None) -> float | None:
    """Larger of yaw and pitch away from the neutral pose."""
    if scene.pose is None or neutral is None:
        return None
    away = relative(scene.pose, neutral)
    return max(abs(away.yaw_deg), abs(away.pitch_deg))


def gaze_deg(scene: Scene, neutral: Neutral | None) -> float | None:
    """Head and eyes together away from where they rest; None while the irises are unsure."""
    turned = turn_deg(scene, neutral)
    if scene.pose is None or neutral is None or turned is None or turned > SURE_HEAD_DEG:
        return None
    if scene.eyes is None or neutral.eyes is None:
        return None
    if abs(scene.eyes.apart - neutral.eyes.apart) > EYES_DISAGREE:
        return None
    head = relative(scene.pose, neutral)
    across, down = _eyes_deg(scene.eyes, neutral.eyes)
    vertical = head.pitch_deg + down
    return math.hypot(head.yaw_deg + across, vertical * (_DOWN_COUNTS if vertical > 0 else 1.0))


def looked(scene: Scene, neutral: Neutral | None) -> Looked:
    """The line for the device check; angles are relative where there is a neutral pose."""
    pose = scene.pose
    if pose is not None and neutral is not None:
        pose = relative(pose, neutral)
    face = scene.faces[0] if scene.faces else None
    picture = scene.picture
    brightness = None if picture is None else picture.brightness
    return Looked(
        faces=None if scene.faces is None else len(scene.faces),
        box=None if face is None else face.box,
        yaw_deg=None if pose is None else pose.yaw_deg,
        pitch_deg=None if pose is None else pose.pitch_deg,
        roll_deg=None if pose is None else pose.roll_deg,
        brightness=brightness if face is None else face.brightness,
        sharpness=None if picture is None else picture.sharpness,
    )


def _eyes_deg(eyes: Eyes, rest: Eyes) -> tuple[float, float]:
    return (
        (eyes.across - rest.across) * DEG_PER_EYE_WIDTH_ACROSS,
        (eyes.down - rest.down) * DEG_PER_EYE_WIDTH_DOWN,
    )


def _number(truth: bool | None) -> float | None:
    return None if truth is None else float(truth)
