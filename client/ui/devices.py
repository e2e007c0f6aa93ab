"""What the window knows of cameras, microphones and speakers: names to choose by.

One rule: plain values; the app turns a key back into a device.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One device in a list."""

    key: str
    """What the app knows it by."""
    name: str
    """What its maker calls it."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices that are there, and the keys of those in use (empty: none)."""

    cameras: tuple[Choice, ...] = ()
    microphones: tuple[Choice, ...] = ()
    speakers: tuple[Choice, ...] = ()
    camera: str = ""
    microphone: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class FaceHint:
    """What the last look at the picture said; None is unknown."""

    faces: int | None = None
    brightness: float | None = None
    """Mean luma, 0 to 1."""
    sharpness: float | None = None
