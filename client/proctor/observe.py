"""Turns what the detectors know about a frame into observations and into the device check's line.

Pure. One rule: a measure that this frame cannot tell is None; it is never guessed.
"""

import math
from collections.abc import Collection
from dataclasses import replace

from client.proctor.neutral import Neutral
from client.proctor.pose import Angles
from client.proctor.scene import Gaze, Scene
from client.proctor.types import Looked, Measure, Observation

DARK = 0.07
"""Mean luma of a lens under a thumb is below 0.05; a face lit by a screen alone is above 0.1."""
FLAT = 0.02
"""Contrast of a covered lens in light is below 0.015; a plain wall with its shading is above."""
# Where landmarks begin to stray by 3 % of the distance between the outer corners of the eyes, on
# one half of 64 photographs made worse step by step (docs/detectors/face.md).
DARK_FACE = 0.06
"""Mean luma of a face. Dark skin in room light lies far above."""
BLURRED_FACE = 2.5
"""Sharpness of a face (`Face.sharpness`)."""
SMALL_FACE_PX = 90.0
"""Height of a face in pixels: an eye is 15 wide then, of which the gaze needs 14."""
CUT_OFF = 0.2
"""Share of a face's width or height that lies outside the picture."""


def observations(scene: Scene, running: Collection[str], at_ms: int) -> tuple[Observation, ...]:
    """Every measure of one frame, `at_ms` being its capture time since the interview's start.

    `running` names the detectors that are loaded: a field that is empty because its detector is
    off means something else than one whose detector was not due.
    """
    covered = is_covered(scene)
    faces = None if scene.faces is None or covered else float(len(scene.faces))
    still = None if scene.picture is None or scene.picture.still is None else scene.picture.still
    seen = (
        Observation(Measure.FACES, faces, at_ms, "face"),
        _unclear(scene, at_ms),
        _people(scene, faces, running, at_ms),
        Observation(Measure.TURN_DEG, turn_deg(scene), at_ms, "head_pose"),
        _gaze(scene, at_ms),
        *_identity(scene, at_ms),
        *_liveness(scene, at_ms),
        *_things(scene, at_ms),
        Observation(Measure.COVERED, _number(covered), at_ms, "picture"),
        Observation(Measure.STILL, None if covered else _number(still), at_ms, "picture"),
        Observation(Measure.LOOPED, _number(scene.looped), at_ms, "loop"),
    )
    return tuple(_finite(each) for each in seen)


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


def turn_deg(scene: Scene) -> float | None:
    """Larger of yaw and pitch away from the neutral pose."""
    if scene.pose is None or scene.known.neutral is None:
        return None
    away = relative(scene.pose, scene.known.neutral)
    return max(abs(away.yaw_deg), abs(away.pitch_deg))


def unclear(scene: Scene) -> bool | None:
    """Whether there is a face that is too dark, blurred, small or cut off to be judged."""
    reasons = why_unclear(scene)
    return None if reasons is None else bool(reasons)


def why_unclear(scene: Scene) -> tuple[str, ...] | None:
    """Why the face cannot be judged, in words; None where nobody is known to be there."""
    if not scene.faces:
        return ("too far away or turned away",) if scene.people else None
    face = scene.faces[0]
    left, top, width, height = face.box
    across, down = max(-left, left + width - 1), max(-top, top + height - 1)
    rows = (
        (across > CUT_OFF * width or down > CUT_OFF * height, "cut off"),
        (face.sharpness is not None and face.sharpness < BLURRED_FACE, "blurred"),
        (height * scene.frame.rgb.shape[0] < SMALL_FACE_PX, "too small"),
        (face.brightness < DARK_FACE, "too dark"),
    )
    return tuple(word for applies, word in rows if applies)


def beyond_deg(gaze: Gaze) -> float | None:
    """Degrees beyond the edge with the error taken off; None while the interval crosses it."""
    if gaze.beyond_deg > gaze.error_deg:
        return gaze.beyond_deg - gaze.error_deg
    if gaze.beyond_deg < -gaze.error_deg:
        return gaze.beyond_deg + gaze.error_deg
    return None


def _unclear(scene: Scene, at_ms: int) -> Observation:
    reasons = why_unclear(scene)
    value = None if reasons is None else float(bool(reasons))
    return Observation(Measure.UNCLEAR, value, at_ms, "face", ", ".join(reasons or ()))


def _people(scene: Scene, faces: float | None, running: Collection[str], at_ms: int) -> Observation:
    near = None if faces is None else int(faces)
    far = None if scene.people is None else len(scene.people)
    if far is None and "people" in running and (near is None or near < 2):
        return Observation(Measure.PEOPLE, None, at_ms, "people")
    counted = [count for count in (near, far) if count is not None]
    who = "people" if far is not None and far >= (near or 0) else "face"
    return Observation(Measure.PEOPLE, float(max(counted)) if counted else None, at_ms, who)


def _gaze(scene: Scene, at_ms: int) -> Observation:
    gaze = scene.gaze
    value = None if gaze is None else beyond_deg(gaze)
    detail = ""
    if gaze is not None and value is not None and value > 0:
        detail = f"{gaze.direction}, error {gaze.error_deg:.1f} degrees"
    return Observation(Measure.GAZE_BEYOND_DEG, value, at_ms, "gaze", detail)


def _identity(scene: Scene, at_ms: int) -> tuple[Observation, ...]:
    found = scene.identity
    if found is None:
        return ()
    stranger = {"same": 0.0, "other": 1.0, "unsure": None}[found.verdict]
    unsure = float(found.verdict == "unsure")
    return (
        Observation(Measure.STRANGER, stranger, at_ms, "identity", found.detail),
        Observation(Measure.IDENTITY_UNSURE, unsure, at_ms, "identity", found.detail),
    )


def _liveness(scene: Scene, at_ms: int) -> tuple[Observation, ...]:
    found = scene.liveness
    if found is None:
        return ()
    return (Observation(Measure.NOT_ALIVE, found.not_alive, at_ms, "liveness", found.detail),)


def _things(scene: Scene, at_ms: int) -> tuple[Observation, ...]:
    if scene.things is None:
        return ()
    measures = (
        (Measure.PHONE, "phone"),
        (Measure.BOOK, "book"),
        (Measure.SECOND_SCREEN, "screen"),
    )
    return tuple(
        Observation(
            measure,
            max((thing.confidence for thing in scene.things if thing.what == what), default=0.0),
            at_ms,
            "objects",
        )
        for measure, what in measures
    )


def looked(scene: Scene) -> Looked:
    """The line for the device check; angles are relative where there is a neutral pose."""
    pose, neutral = scene.pose, scene.known.neutral
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


def _finite(observation: Observation) -> Observation:
    """A number that is none says nothing: rules would take it for neither above nor below."""
    value = observation.value
    known = value is None or math.isfinite(value)
    return observation if known else replace(observation, value=None)


def _number(truth: bool | None) -> float | None:
    return None if truth is None else float(truth)
