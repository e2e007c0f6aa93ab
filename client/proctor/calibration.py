"""From head and eyes to a point on this candidate's screen, learned from looks at known points.

Pure. One rule: the error is estimated on points that the fit never saw, and an error that is too
large makes no calibration.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """The candidate's screen and where they sit."""

    width_mm: float
    height_mm: float
    distance_mm: float
    """From the eyes to the screen; estimated."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted gaze model for one candidate at one screen."""

    screen: Screen
    error_deg: float
    """Mean error at the held-out points."""
    error_mm: float
    interval90_deg: float
    """Half width of the 90 % interval around one gaze point."""
    model: str
    """Which kind of model, with its version."""
