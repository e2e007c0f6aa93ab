"""What the detectors know about one frame, growing as they look at it in turn.

One rule: each detector fills its own field; a field that nobody could fill, or whose detector was
not due on this frame, stays None.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.pose import Angles, Eyes, Look
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
    sharpness: float | None = None
    """Variance of the Laplacian in percent of the variance of the luma, both of the face at a
    longest edge of 64 px: it depends neither on the light nor on what is behind. None where the
    face lies outside the frame."""


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where the eyes point, as far as that can be told."""

    beyond_deg: float
    """Degrees from the gaze point to the nearest edge of the screen: positive beyond it."""
    error_deg: float
    """Half width of the 90 % interval around `beyond_deg`."""
    direction: Literal["left", "right", "up", "down"]
    """Which edge is the nearest, as the candidate sees it."""
    point: tuple[float, float] | None = None
    """x, y on the screen in shares of its width and height, where calibrated."""


Something = Literal["person", "phone", "book", "screen"]


@dataclass(frozen=True, slots=True)
class Thing:
    """One object in the picture."""

    what: Something
    box: Box
    confidence: float
    """0..1, as the detector says it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who several frames together say it is."""

    verdict: Literal["same", "other", "unsure"]
    similarity: float | None
    """Median cosine of those frames to the selfie, -1..1; None where none can be compared."""
    detail: str
    """The model, its threshold and the false-match rate behind it, for a person to read."""


@dataclass(frozen=True, slots=True)
class Liveness:
    """What the last seconds say about the face being alive."""

    not_alive: float | None
    """1: a picture, mask or replay; 0: alive; between: in doubt; None: cannot be told."""
    detail: str
    """Which signs say so, for a person to read."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A frame and what is known about it."""

    frame: Frame
    known: Known = NOTHING_KNOWN
    """What holds for longer than this frame."""
    picture: Picture | None = None
    faces: tuple[Face, ...] | None = None
    """None: nobody looked; empty: nobody there."""
    pose: Angles | None = None
    """Of the largest face, absolute."""
    eyes: Eyes | None = None
    """Of the largest face; None while closed, small or turned away."""
    look: Look | None = None
    """Of the largest face, for the calibrated gaze; None as `eyes`, and without a pose."""
    gaze: Gaze | None = None
    """Of the largest face; None while it cannot be told."""
    people: tuple[Box, ...] | None = None
    """Faces near and far, by the full-range detector, and persons without a visible face (these
    in full); None: nobody looked."""
    things: tuple[Thing, ...] | None = None
    """Objects; None: nobody looked."""
    identity: Identity | None = None
    """Of the largest face; None: no verdict on this frame."""
    liveness: Liveness | None = None
    """Of the largest face; None: no verdict on this frame."""
    looped: bool | None = None
    """Whether the picture repeats what was shown before; None: too early to tell."""
