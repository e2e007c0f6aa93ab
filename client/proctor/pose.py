"""How head and eyes stand on one frame, in degrees and eye widths.

One rule: values only; what they mean for the rules is decided in `observe`.
"""

from dataclasses import dataclass


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
    """Across that line, in eye widths from the middle; positive: down. Steadied by the dark of the
    eye."""
    apart: float
    """Right eye's `across` less the left one's: constant for a person, whatever they look at."""


@dataclass(frozen=True, slots=True)
class Look:
    """Head and eyes at one moment, as the calibrated gaze model takes them."""

    across: float
    """Middle of the dark of the eyes, mean of both, along the line of the eye corners, in eye
    widths from their middle as the head stands; positive: to the right of the picture."""
    down: float
    """The same across that line; positive: down."""
    yaw_deg: float
    """As in `Angles`, absolute."""
    pitch_deg: float
    x_mm: float
    """Between the eyes, from the picture's middle, at the head's distance; positive: to the
    right of the picture."""
    y_mm: float
    """Positive: down."""
    distance_mm: float
    """From the camera, for a focal length of one frame width: only ratios mean something."""
