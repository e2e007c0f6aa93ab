"""Whether the face before the camera is the one on the selfie, decided over several frames.

Pure. One rule: never one picture. A check takes frames a little apart and decides by their median;
between the two thresholds, or with too few clear frames, it says `unsure`.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from client.proctor.pose import Angles
from client.proctor.scene import Identity

EVERY_S = 10.0
"""From one check to the next, while the same face stays."""
FRAMES = 5
"""Clear frames that make a verdict."""
APART_S = 0.25
"""Two frames nearer than this are almost the same picture; five take a second."""
PATIENCE_S = 6.0
"""A check that has not found its frames by then ends with what it has."""
ABSENT_S = 0.7
"""A face that was away for so long may come back as another."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Cosines between which a model cannot decide."""

    same: float
    """At or above: the same person."""
    other: float
    """Below: another person."""
    false_matches: str
    """How often strangers reach `same`, as measured and on what; in words."""

    def verdict(self, cosine: float) -> str:
        """`same`, `other`, or `unsure` between the two; NaN is unsure."""
        if cosine >= self.same:
            return "same"
        return "other" if cosine < self.other else "unsure"


@dataclass(frozen=True, slots=True)
class Quality:
    """What decides whether a frame's face can be compared."""

    faces: int | None
    """None: nobody looked."""
    pose: Angles | None = None
    """Absolute."""
    eyes_px: float = 0.0
    """Between the eyes, in pixels of the frame."""
    brightness: float = 0.0
    """Mean luma of the face, 0..1."""
    sharpness: float = 0.0
    """Variance of the Laplacian of the aligned face's luma (0..255) at 112 pixels."""
    inside: bool = True
    """Whether the whole face lies in the picture."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The least that a frame must have."""

    yaw_deg: float
    pitch_deg: float
    eyes_px: float
    darkest: float
    brightest: float
    sharpness: float


CHECKING = Gate(yaw_deg=25, pitch_deg=25, eyes_px=24, darkest=0.10, brightest=0.95, sharpness=15)
"""Where our figures for degraded pictures still hold (docs/detectors/identity.md)."""
ENROLLING = Gate(yaw_deg=15, pitch_deg=22, eyes_px=40, darkest=0.18, brightest=0.88, sharpness=40)
"""Stricter: a poor selfie spoils every check after it, and the person can simply try again."""


def refusal(quality: Quality, gate: Gate) -> str:
    """A sentence for the person why this frame does not do; empty where it does."""
    if not quality.faces:
        return "No face is in the picture."
    if quality.faces > 1:
        return "More than one face is in the picture."
    if not quality.inside:
        return "A part of the face is outside the picture."
    if not quality.eyes_px >= gate.eyes_px:
        return "The face is too small; please come nearer."
    if not quality.brightness >= gate.darkest:
        return "The face is too dark; please put a light before you."
    if not quality.brightness <= gate.brightest:
        return "The face is too bright; please turn away from the light."
    pose = quality.pose
    if pose is None or not (
        abs(pose.yaw_deg) <= gate.yaw_deg and abs(pose.pitch_deg) <= gate.pitch_deg
    ):
        return "The face is turned away; please look straight into the camera."
    if not quality.sharpness >= gate.sharpness:
        return "The face is blurred; please hold still and clean the camera."
    return ""


@dataclass(frozen=True, slots=True)
class Check:
    """Where the checking stands. `Check()` at the start, and where everything begins anew."""

    due_s: float | None = None
    """When the next one begins; None: at once."""
    began_s: float | None = None
    """First look of the one that runs."""
    taken_s: float | None = None
    """Newest frame that was compared."""
    cosines: tuple[float, ...] = ()
    last_s: float | None = None
    gone_since_s: float | None = None


def look(check: Check, at_s: float, *, face: bool, clear: bool) -> tuple[Check, bool]:
    """The check after one look at `at_s`, and whether this frame is to be compared."""
    if check.last_s is not None and at_s < check.last_s:
        check = Check()  # another clock: another recording or camera
    check = replace(check, last_s=at_s)
    if not face:
        since = at_s if check.gone_since_s is None else check.gone_since_s
        if at_s - since >= ABSENT_S:
            return Check(last_s=at_s, gone_since_s=since), False
        return replace(check, gone_since_s=since), False
    check = replace(check, gone_since_s=None)
    if check.due_s is not None and at_s < check.due_s:
        return check, False
    if check.began_s is None:
        check = replace(check, began_s=at_s, taken_s=None, cosines=())
    apart = check.taken_s is None or at_s - check.taken_s >= APART_S
    return check, clear and apart


def compared(check: Check, cosine: float) -> Check:
    """The check with the newest frame's cosine to the selfie."""
    return replace(check, taken_s=check.last_s, cosines=(*check.cosines, cosine))


def settle(check: Check, levels: Levels, model: str) -> tuple[Check, Identity | None]:
    """The check, and its verdict where it has come to an end; `model` names it to a person."""
    if check.began_s is None or check.last_s is None:
        return check, None
    waited = check.last_s - check.began_s
    if len(check.cosines) < FRAMES and waited < PATIENCE_S:
        return check, None
    if not check.cosines:
        return replace(check, began_s=None), None
    after = Check(due_s=check.began_s + EVERY_S, last_s=check.last_s)
    return after, verdict(check.cosines, levels, model)


def verdict(cosines: Sequence[float], levels: Levels, model: str) -> Identity:
    """What those frames say together; fewer than `FRAMES` of them are never enough."""
    middle = statistics.median(cosines)
    basis = (
        f"{model}, same from {levels.same:.2f}, other below {levels.other:.2f}, "
        f"{levels.false_matches}"
    )
    if len(cosines) < FRAMES:
        return Identity("unsure", middle, f"only {len(cosines)} clear frames; {basis}")
    found = levels.verdict(middle)
    said = f"median {middle:.2f} of {len(cosines)} frames; {basis}"
    match found:
        case "same":
            return Identity("same", middle, said)
        case "other":
            return Identity("other", middle, said)
        case _:
            return Identity("unsure", middle, said)
