"""The proctor's nouns: sources, frames, observations, and the messages it sends.

One rule: values only, frozen and picklable; `None` means unknown, never zero.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from shared.events import Severity, SignalKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

Box = tuple[float, float, float, float]
"""x, y, width, height as shares (0..1) of the upright frame; may stick out of it."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera of this machine."""

    index: int | str
    """OpenCV's number, or a device path on Linux."""
    name: str
    """As the system calls it, for the person to choose by."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A video file in place of a camera; its own time stamps are the capture times."""

    path: Path


SourceSpec = Camera | Replay


@dataclass(frozen=True, slots=True)
class Frame:
    """What a camera saw."""

    rgb: "Pixels"
    """(height, width, 3) uint8 RGB, contiguous, never written to."""
    at_s: float
    """Capture time on this machine's monotonic clock."""
    number: int
    """Counts captured frames; a jump means frames that nobody looked at."""


class Measure(StrEnum):
    """What rules can be about; the unit is in the name."""

    FACES = "faces"
    """Number of faces; unknown while the camera is covered."""
    TURN_DEG = "turn_deg"
    """Larger of yaw and pitch away from the neutral pose."""
    GAZE_DEG = "gaze_deg"
    """Angle of the gaze away from where it rests; unknown when unsure."""
    COVERED = "covered"
    """1 for a dark or featureless picture, else 0."""
    STILL = "still"
    """1 for a picture equal to the one before, else 0."""
    CAMERA = "camera"
    """1 while the camera delivers, 0 while it does not."""
    FACE_FPS = "face_fps"
    """Frames a second that the face detector looked at."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a detector says about one measure of one frame."""

    measure: Measure
    value: float | None
    """None: the detector cannot say."""
    at_ms: int
    """Capture time of the frame: milliseconds since the interview's start."""
    detector: str
    """Which detector and model said so."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A small picture for the person to see themselves."""

    rgb: bytes
    """height * width * 3 bytes, rows from the top."""
    width: int
    height: int
    at_s: float
    """Capture time on the monotonic clock."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the detectors made of a frame, about five times a second; for the device check."""

    faces: int | None
    box: Box | None
    """Of the largest face."""
    yaw_deg: float | None
    """Positive: the face turns to the viewer's right of the unmirrored picture."""
    pitch_deg: float | None
    """Positive: the face looks down."""
    roll_deg: float | None
    """Positive: the head leans clockwise in the picture."""
    brightness: float | None
    """Mean luma of the face, or of the picture where there is none, 0..1."""
    sharpness: float | None
    """Variance of the Laplacian of the luma; below about 20 is blurred."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A signal opened."""

    signal: SignalKind
    severity: Severity
    onset_ms: int
    """When the measure first crossed the level: milliseconds since the interview's start."""
    at_ms: int
    measure: str
    value_milli: int
    """The measure when it opened, times 1000."""
    detector: str
    evidence_jpeg: bytes | None = None
    withheld: str = ""
    """Why there is no picture: `policy`, `budget`, `no face`; empty when not asked for."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A signal closed; `onset_ms` pairs it with its opening."""

    signal: SignalKind
    onset_ms: int
    ended_ms: int
    """When the measure last stood above the level."""
    at_ms: int
    reason: Literal["ended", "finished", "lost"] = "ended"


SystemWhat = Literal[
    "proctor_started",
    "proctor_lost",
    "proctor_back",
    "camera_lost",
    "camera_back",
    "camera_changed",
    "model_missing",
    "detector_off",
]
"""The part of `shared.events.SystemNoted.what` that the proctor says."""


@dataclass(frozen=True, slots=True)
class System:
    """Something about the machinery."""

    what: SystemWhat
    detail: str = ""
    """A sentence for support; no names, no paths of the person's files."""
    gap_ms: int | None = None
    """Milliseconds not watched."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The newest frame in full, for the selfie."""

    jpeg: bytes
    width: int
    height: int
    quality: Looked
    """What the detectors said of about that frame."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the proctor is doing, about once a second."""

    face_fps: float | None
    """None while the face detector is off."""
    dropped: int
    """Captured frames that no detector looked at, since the source started."""
    cpu_percent: float | None
    """Of this process, of one core."""
    off: tuple[str, ...]
    """Sentences, one for each detector that is off."""


Message = Preview | Looked | Opened | Closed | System | Snapshot | Health
