"""What the flow can ask for; the conductor carries the orders out, one after the other.

One rule: an order says everything that its doing needs, because the state has moved on by then.
"""

from dataclasses import dataclass

from client.exam.state import End, State
from shared.events import Artifact
from shared.model import Wire
from shared.policy import Accommodations, Policy


@dataclass(frozen=True, slots=True)
class CheckInvite:
    """Ask the server about the invite (link or code as pasted); changes nothing there."""

    invite: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Claim the interview and make the spool."""

    invite: str


@dataclass(frozen=True, slots=True)
class Append:
    """Write one row, durable before anything later in the list is done."""

    body: Wire


@dataclass(frozen=True, slots=True)
class OpenDevices:
    """Start camera preview, microphone and uploader, where they do not run yet."""


@dataclass(frozen=True, slots=True)
class Know:
    """Compare with the face and the voice of these templates; None: with those of the grant."""

    face: Artifact | None
    voice: Artifact | None
    nobody: bool = False
    """Compare with nobody, whatever the grant holds; what is known is forgotten."""


@dataclass(frozen=True, slots=True)
class Recalibrate:
    """Go on with a calibration of an earlier run."""

    saved: str


@dataclass(frozen=True, slots=True)
class LookAt:
    """The person looks at this point of the screen from now on; answered by GazeAimed."""

    number: int
    x_mm: float
    y_mm: float
    held_out: bool


@dataclass(frozen=True, slots=True)
class FitGaze:
    """No point is shown any more; answered by GazeFitted."""

    width_mm: float
    """Of the screen."""
    height_mm: float


@dataclass(frozen=True, slots=True)
class Shine:
    """Change the screen's light; answered by LightJudged."""


@dataclass(frozen=True, slots=True)
class StopShining:
    """The light is to be as before."""


@dataclass(frozen=True, slots=True)
class EnrolVoice:
    """Learn the voice of the sample just recorded; answered by VoiceJudged."""


@dataclass(frozen=True, slots=True)
class TakeSnapshot:
    """Ask the proctor for a full-size picture."""

    learn: bool
    """Whether the face is to be kept as numbers: only where it will be compared."""


@dataclass(frozen=True, slots=True)
class SaveSelfie:
    """Seal and send the picture that was taken."""


@dataclass(frozen=True, slots=True)
class StartRecording:
    """Begin a take; question "" is the voice sample."""

    question: str
    take: int


@dataclass(frozen=True, slots=True)
class StopRecording:
    """End the take, answered by TakeEnded once its last piece is on disk."""


@dataclass(frozen=True, slots=True)
class Start:
    """Ask the server to open the questions."""

    consent: int


@dataclass(frozen=True, slots=True)
class BeginProctor:
    """From now on rules are evaluated; `at_ms` is the interview time of that moment."""

    policy: Policy
    accommodations: Accommodations
    at_ms: int


@dataclass(frozen=True, slots=True)
class FinishProctor:
    """Close open signals and stop watching."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Read aloud."""

    text: str
    language: str
    question: str = ""
    """Whose text it is, where one was prepared at the server for it."""


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop reading aloud."""


@dataclass(frozen=True, slots=True)
class Transcribe:
    """Turn a take into text, where a model is here."""

    question: str
    take: int
    language: str


@dataclass(frozen=True, slots=True)
class Flush:
    """Send everything, now."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Hand the interview in."""

    reason: End


@dataclass(frozen=True, slots=True)
class Listen:
    """Go on asking the server whether anything is wanted of this interview."""


Effect = (
    CheckInvite
    | Claim
    | Append
    | OpenDevices
    | Know
    | Recalibrate
    | LookAt
    | FitGaze
    | Shine
    | StopShining
    | EnrolVoice
    | TakeSnapshot
    | SaveSelfie
    | StartRecording
    | StopRecording
    | Start
    | BeginProctor
    | FinishProctor
    | Speak
    | Hush
    | Transcribe
    | Flush
    | Finish
    | Listen
)
Result = tuple[State, tuple[Effect, ...]]
