"""The picture taken for the selfie, and whether it is good enough to be compared with.

Pure. One rule: what cannot be judged is not refused, and every refusal says what to do.
"""

from dataclasses import dataclass

from client.proctor.types import Looked, Snapshot
from client.ui.devices import FaceHint
from client.ui.widgets.device_panel import face_words
from client.ui.words import tr
from shared.templates import Template

BLURRED = 20.0
"""Variance of the Laplacian below which a picture is blurred (`Looked.sharpness`)."""
TOO_DARK = 0.12
"""Mean luma of a face below which likeness is a guess. Lower than what the hint calls dark:
dark skin in plain light must not be refused."""
TURNED_DEG = 22.0
"""Yaw or roll beyond which a face compares badly with one that is straight."""
LOWERED_DEG, RAISED_DEG = 35.0, -25.0
"""Pitch: wide, because before the interview it is not relative to the person's own pose, and a
straight face reads up to 13 degrees lowered."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot, judged."""

    jpeg: bytes = b""
    quality: str = ""
    """What is poor about it, and what to do; empty where it is good."""
    template: Template | None = None
    """The face as numbers."""
    model: str = ""


def judged(snapshot: Snapshot) -> tuple[Taken, bool]:
    """The picture with its words, and whether it may be used at once.

    A face that a model is here for, but that could not be learned, is a poor picture too.
    """
    quality, usable = judge(snapshot.quality)
    unlearned = snapshot.template is None and bool(snapshot.template_model)
    if usable and unlearned:
        why = snapshot.template_refused or tr("Your face is not clear in it.")
        quality, usable = f"{why} " + tr("Please take another."), False
    model = "" if snapshot.template is None else snapshot.template_model
    return Taken(snapshot.jpeg, quality, snapshot.template, model), usable


def judge(looked: Looked) -> tuple[str, bool]:
    """(what is poor and what to do, whether the picture may be used at once)."""
    if looked.faces == 0:
        return tr("No face is in the picture. Sit in front of the camera and take another."), False
    if looked.faces is not None and looked.faces > 1:
        return tr(
            "There is more than one face in the picture. Be alone in it and take another."
        ), False
    if looked.brightness is not None and looked.brightness < TOO_DARK:
        return tr(
            "The picture is too dark. Turn on a light in front of you and take another."
        ), False
    if looked.sharpness is not None and looked.sharpness < BLURRED:
        return tr("The picture is blurred. Hold still and take another."), False
    if _is_turned(looked):
        return tr(
            "Your face is turned away. Look straight into the camera and take another."
        ), False
    if looked.faces is None:
        return "", True
    words, good = face_words(FaceHint(looked.faces, looked.brightness, looked.sharpness))
    return "" if good else words, True


def _is_turned(looked: Looked) -> bool:
    around = (looked.yaw_deg, looked.roll_deg)
    if any(angle is not None and abs(angle) > TURNED_DEG for angle in around):
        return True
    pitch = looked.pitch_deg
    return pitch is not None and not RAISED_DEG <= pitch <= LOWERED_DEG
