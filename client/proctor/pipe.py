"""What travels between the supervisor and its worker process.

One rule: everything that must outlive a killed worker is in the `Checkpoint`, which comes in the
same piece as the messages it belongs to: the parent has both or neither.
"""

from dataclasses import dataclass, field

from client.live.orders import Order
from client.proctor.calibration import Calibration, Screen
from client.proctor.engine import EngineState
from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.types import Message, SourceSpec
from shared.policy import Accommodations, Policy
from shared.templates import Template


@dataclass(frozen=True, slots=True)
class ProctorConfig:
    """How the proctor runs, whatever the interview."""

    source: SourceSpec | None = None
    """Camera or replay to start with; None until `use_camera`."""
    preview_fps: float = 15.0
    preview_width: int = 480
    preview_height: int = 360
    """Previews fit into this, keeping their shape."""
    heartbeat_s: float = 0.5
    dead_after_s: float = 1.5
    """A ready worker silent for so long is killed and replaced."""
    start_within_s: float = 20.0
    """A worker that is not ready by then is killed and replaced."""


@dataclass(frozen=True, slots=True)
class Interview:
    """What is fixed at time zero."""

    zero_s: float
    """On the monotonic clock of this machine."""
    policy: Policy
    accommodations: Accommodations = field(default_factory=Accommodations)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Command: what sound is to be expected from now on."""

    spoken_open: bool = False
    """A spoken answer is open: the candidate's own speech is no signal."""
    machine_speaks: bool = False
    """The app itself reads a question aloud."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All that a new worker needs to go on."""

    interview: Interview | None = None
    """None before `begin` and after `finish`."""
    engine: EngineState | None = None
    known: Known = NOTHING_KNOWN
    hearing: Hearing = Hearing()
    evidence_ms: tuple[int, ...] = ()
    """When pictures were kept: milliseconds since the interview's start."""


@dataclass(frozen=True, slots=True)
class UseSource:
    """Command: watch this from now on."""

    spec: SourceSpec


@dataclass(frozen=True, slots=True)
class SetNeutral:
    """Command: the candidate looks straight ahead now."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Command: the interview's time zero was `checkpoint.interview.zero_s`."""

    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True)
class Finish:
    """Command: close what is open, at this moment of the monotonic clock."""

    at_s: float


@dataclass(frozen=True, slots=True)
class TakeSnapshot:
    """Command: send the newest frame in full."""

    learn: bool
    """Whether the face on it is to be made into numbers."""


@dataclass(frozen=True, slots=True)
class LookAt:
    """Command: from now on the candidate looks at this point; answered by `Aimed`."""

    number: int
    """Counts the points from 0."""
    x_mm: float
    """From the screen's left edge."""
    y_mm: float
    """From the screen's upper edge."""
    held_out: bool
    """Whether it only estimates the error."""


@dataclass(frozen=True, slots=True)
class FitGaze:
    """Command: no point is shown any more; answered by `GazeFitted`."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Clicked:
    """Command: the candidate clicked here, and so most likely looked here."""

    x_mm: float
    y_mm: float
    at_s: float
    """On the monotonic clock."""


@dataclass(frozen=True, slots=True)
class UseFace:
    """Command: compare with this face from now on; None: with none."""

    template: Template | None


@dataclass(frozen=True, slots=True)
class UseVoice:
    """Command: compare with this voice from now on; None: with none."""

    template: Template | None


@dataclass(frozen=True, slots=True)
class UseCalibration:
    """Command: the gaze was calibrated before, by an earlier run of the app."""

    calibration: Calibration


@dataclass(frozen=True, slots=True)
class EnrolVoice:
    """Command: make a template of this sample; answered by `VoiceEnrolled`."""

    pcm: bytes
    """int16, mono, 16 kHz."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Command: what the microphone heard."""

    pcm: bytes
    """int16, mono, 16 kHz."""
    at_s: float
    """Capture time of its end on the monotonic clock."""


@dataclass(frozen=True, slots=True)
class Light:
    """Command: the screen shines in this colour from `at_s` on; None: the challenge is over,
    answered by `LightJudged`."""

    rgb: tuple[int, int, int] | None
    at_s: float
    """On the monotonic clock."""


@dataclass(frozen=True, slots=True)
class ShowLive:
    """Command: send the picture to whoever looks; answered by `LiveMoved`."""

    order: Order


@dataclass(frozen=True, slots=True)
class HideLive:
    """Command: send it to this look no longer."""

    look: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Command: end the process."""


Command = (
    UseSource
    | SetNeutral
    | Begin
    | Finish
    | TakeSnapshot
    | LookAt
    | FitGaze
    | Clicked
    | UseFace
    | UseVoice
    | UseCalibration
    | EnrolVoice
    | Sound
    | Hearing
    | Light
    | ShowLive
    | HideLive
    | Stop
)


@dataclass(frozen=True, slots=True)
class Report:
    """From the worker: messages to pass on, and the state after them. Empty: a heartbeat."""

    messages: tuple[Message, ...]
    checkpoint: Checkpoint
    looked_at_s: float | None
    """Capture time of the newest frame that a detector looked at."""
    finished: bool = False
    """Whether this answers `Finish`."""
