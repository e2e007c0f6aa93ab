"""What the worker knows beside a frame.

One rule: it travels in the checkpoint, so that a new worker goes on where a killed one was.
"""

from dataclasses import dataclass

from client.proctor.calibration import Calibration, Screen
from client.proctor.neutral import Neutral
from shared.templates import Template


@dataclass(frozen=True, slots=True)
class Known:
    """What the worker knows beside the frame: it outlives a killed worker in the checkpoint."""

    neutral: Neutral | None = None
    """The candidate's resting pose."""
    calibration: Calibration | None = None
    """From head and eyes to this screen; None while uncalibrated."""
    screen: Screen | None = None
    """The candidate's screen, also where its calibration failed."""
    face: Template | None = None
    """The face on the selfie."""
    voice: Template | None = None
    """The voice of the sample."""


NOTHING_KNOWN = Known()
