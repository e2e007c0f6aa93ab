"""The proctor's nouns: sources, frames, observations, and the messages it sends.

One rule: values only, frozen and picklable; `None` means unknown, never zero.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from client.proctor.calibration import Calibration
from shared.events import Severity, SignalKind
from shared.looks import LookEnd
from shared.templates import Template

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
    PEOPLE = "people"
    """Persons in the picture, near and far, by a detector of their own and the landmarker."""
    UNCLEAR = "unclear"
    """1 while there is a face that is too dark, blurred, small or cut off to be judged, else 0."""
    TURN_DEG = "turn_deg"
    """Larger of yaw and pitch away from the neutral pose."""
    GAZE_BEYOND_DEG = "gaze_beyond_deg"
    """Degrees beyond the screen's edge, the error taken off; unknown while it crosses the edge."""
    COVERED = "covered"
    """1 for a dark or featureless picture, else 0."""
    STILL = "still"
    """1 for a picture equal to the one before, else 0."""
    LOOPED = "looped"
    """1 while the picture repeats what it showed before, else 0."""
    STRANGER = "stranger"
    """1 when several frames say: another person than on the selfie; 0: the same; else unknown."""
    IDENTITY_UNSURE = "identity_unsure"
    """1 while several frames could not decide who it is, though a face was clear, else 0."""
    NOT_ALIVE = "not_alive"
    """1 while the face seems to be a picture, mask or replay; 0 while alive; else unknown."""
    PHONE = "phone"
    """Confidence that a phone is seen, 0..1."""
    BOOK = "book"
    """Confidence that a book is seen, 0..1."""
    SECOND_SCREEN = "second_screen"
    """Confidence that another screen is seen, 0..1."""
    SPEECH = "speech"
    """Share of speech in the last second while no spoken question is open; else unknown."""
    SECOND_VOICE = "second_voice"
    """1 while a voice unlike the candidate's speaks beside or instead of them, else 0."""
    PLAYBACK = "playback"
    """1 while speech sounds like a loudspeaker's, else 0."""
    OTHER_SPEAKER = "other_speaker"
    """1 when several stretches say: not the voice of the sample; 0: the same; else unknown."""
    SPEAKER_UNSURE = "speaker_unsure"
    """1 while several stretches could not decide whose voice it is, else 0."""
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
    detail: str = ""
    """What a person should read beside it: a direction, an object; empty where nothing."""


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
    detail: str = ""
    """The observation's own words when it opened."""
    evidence_jpeg: bytes | None = None
    withheld: str = ""
    """Why there is no picture: `policy`, `budget`, `no face`, `no object`; empty where there is one
    or none was asked for."""


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
    "rate_low",
    "rate_back",
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
    template: Template | None = None
    """The face as numbers; None where no detector could make them."""
    template_model: str = ""
    """Which model made it: name, version and the start of its SHA-256."""
    template_refused: str = ""
    """Why there is no template, in a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """How far the collection for one calibration point has come, a few times a second."""

    number: int
    share: float
    """0..1; at 1 the next point may be shown."""


@dataclass(frozen=True, slots=True)
class GazeFitted:
    """What the calibration came to."""

    calibration: Calibration | None
    """None where it is too poor or was impossible."""
    reason: str
    """Why there is none, in a sentence; empty where there is one."""
    points: int
    held_out: int
    error_deg: float | None = None
    """Mean error at the held-out points, also of a calibration that is too poor."""
    error_mm: float | None = None
    interval90_deg: float | None = None


@dataclass(frozen=True, slots=True)
class VoiceEnrolled:
    """The template of the voice sample."""

    template: Template | None
    reason: str = ""
    """Why there is none, in a sentence."""
    model: str = ""
    """Which model made it: name, version and the start of its SHA-256."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """How surely somebody spoke, while a spoken answer is open; about four times a second."""

    looks: tuple[tuple[float, float], ...]
    """(probability of speech in 0..1, when on the monotonic clock), each over 32 ms, in order."""


@dataclass(frozen=True, slots=True)
class LightJudged:
    """What the face did while the screen's light changed."""

    outcome: Literal["ok", "violation", "unknown"]
    correlation: float | None
    detail: str


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
    rates: tuple[tuple[str, float], ...] = ()
    """Looks a second of each detector, by its name; not of one that runs too short a time."""


@dataclass(frozen=True, slots=True)
class LiveMoved:
    """How far a person's look through the camera has come."""

    look: str
    """Id of the look."""
    phase: Literal["answered", "live", "ended"]
    answer: str = ""
    """The session description for the browser; with `answered`."""
    why: LookEnd | None = None
    """With `ended`."""
    sent_bytes: int = 0
    """Of the picture; with `ended`."""


Message = (
    Preview
    | Looked
    | Opened
    | Closed
    | System
    | Snapshot
    | Aimed
    | GazeFitted
    | VoiceEnrolled
    | Spoke
    | LightJudged
    | LiveMoved
    | Health
)
