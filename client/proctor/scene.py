"""What the detectors know about one frame, growing as they look at it in turn.

One rule: each detector fills its own field; a field that nobody could fill stays None.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from client.proctor.types import Box, Frame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Picture:
    """The frame as a photograph, whoever is in it."""

    brightness: float
    """Mean luma, 0..1."""
    contrast: float
    """Standard deviation of the luma, 0..1."""
    sharpness: float
    """Variance of the Laplacian of the luma (0..255) at a longest edge of 320 px; at most 0.2 s
    old."""
    still: bool | None
    """Whether it equals the picture before; None for the first."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face, largest first."""

    box: Box
    """Of the landmarks."""
    points: "NDArray[np.float32]"
    """(478, 3): x, y in pixels of the frame, z in the same unit, smaller is nearer."""
    brightness: float
    """Mean luma inside the box, 0..1."""


@dataclass(frozen=True, slots=True)
class Angles:
    """Degrees; signs as in `types.Looked`. Absolute, or relative to the neutral pose."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float


@dataclass(frozen=True, slots=True)
class Eyes:
    """Where the irises stand in their eye openings, mean of both eyes."""

    across: float
    """Along the line of the eye corners, in eye widths from the middle; positive: to the right
    of the unmirrored picture."""
    down: float
    """Across that line, in eye widths from the middle; positive: down."""
    apart: float
    """Right eye's `across` less the left one's: constant for a person, whatever they look at."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A frame and what is known about it."""

    frame: Frame
    picture: Picture | None = None
    faces: tuple[Face, ...] | None = None
    """None: nobody looked; empty: nobody there."""
    pose: Angles | None = None
    """Of the largest face, absolute."""
    eyes: Eyes | None = None
    """Of the largest face; None while closed, small or turned away."""
