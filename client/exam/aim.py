"""Where the points of the gaze calibration lie, and how far one calibration has come.

Pure. One rule: lengths are millimetres on the candidate's screen, from its upper left corner;
the points that estimate the error are none of those that the fit learns from.
"""

from dataclasses import dataclass
from typing import Literal

INSET = 0.08
"""How far the outer points stay from the window's edge, as a share of its side."""
_NEAR, _MIDDLE, _FAR = INSET, 0.5, 1 - INSET
_LEARNED = (
    (_MIDDLE, _MIDDLE),
    (_NEAR, _MIDDLE),
    (_NEAR, _NEAR),
    (_MIDDLE, _NEAR),
    (_FAR, _NEAR),
    (_FAR, _MIDDLE),
    (_FAR, _FAR),
    (_MIDDLE, _FAR),
    (_NEAR, _FAR),
)
"""The middle, then once around: short ways for the eyes."""
_HELD_OUT = ((0.28, 0.70), (0.31, 0.27), (0.72, 0.32), (0.68, 0.74))
"""Between the others, where the fit is asked for what it has not seen."""
POINTS = len(_LEARNED) + len(_HELD_OUT)

Stage = Literal["ready", "aiming", "fitting", "good", "poor"]
"""`ready`: explained, not begun; `good` and `poor`: over, the result is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """The candidate's screen, and the window on it."""

    width_mm: float
    """Of the whole screen."""
    height_mm: float
    left_mm: float
    """Of the window, from the screen's left edge."""
    top_mm: float
    right_mm: float
    bottom_mm: float
    measured: bool = True
    """False: the system does not know the screen's size, and a usual one is assumed."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point to look at."""

    x_mm: float
    y_mm: float
    held_out: bool
    """Whether it only estimates the error."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What the proctor made of the looks."""

    calibrated: bool
    reason: str = ""
    """Why not, in a sentence."""
    points: int = 0
    held_out: int = 0
    error_deg: float | None = None
    error_mm: float | None = None
    interval90_deg: float | None = None
    distance_mm: float | None = None
    """From the eyes to the screen, as the fit took it."""
    model: str = ""
    saved: str = ""
    """The proctor's own calibration as text, for a restart of the app."""


@dataclass(frozen=True, slots=True)
class Gaze:
    """One calibration; it belongs to one run of the app, and a restart begins it anew."""

    stage: Stage = "ready"
    entered_ms: int = 0
    """Monotonic time at which the screen came."""
    began_ms: int = 0
    """Monotonic time of the first point of this try."""
    place: Place | None = None
    number: int = 0
    """Of the point that is shown, from 0."""
    shown_ms: int = 0
    """Monotonic time since which it is shown."""
    asked: bool = False
    """Whether the proctor was told that it is looked at."""
    share: float = 0.0
    """How much of what this point needs is there, 0..1."""
    unseen: int = 0
    """Points in a row at which no eyes were seen."""
    tries: int = 0
    """Fits that were made."""
    fit: Fit | None = None


def points(place: Place) -> tuple[Point, ...]:
    """All points, in the order in which they are shown."""
    wide, high = place.right_mm - place.left_mm, place.bottom_mm - place.top_mm
    return tuple(
        Point(place.left_mm + across * wide, place.top_mm + down * high, held_out)
        for shares, held_out in ((_LEARNED, False), (_HELD_OUT, True))
        for across, down in shares
    )
