"""What can happen to the flow, each in the past tense.

One rule: a fact carries what was found and no wish; what is to be done about it, the flow decides.
"""

from dataclasses import dataclass
from typing import Literal

from client.exam.aim import Fit, Place
from client.exam.state import Problem, Task, Wish
from shared.build import Build
from shared.events import (
    AnswerTranscribed,
    Artifact,
    CameraLooked,
    CheckDone,
    Edit,
    FocusMoved,
    KeysHeld,
    LockdownChanged,
    SystemNoted,
)
from shared.exam import ExamQuestion
from shared.lifecycle import Status
from shared.session import Grant, InviteView, Started
from shared.sync import Instruction


@dataclass(frozen=True, slots=True)
class InviteEntered:
    """A link or a bare code was given."""

    text: str


@dataclass(frozen=True, slots=True)
class InviteChanged:
    """The text in the field is no longer the one that was checked."""


@dataclass(frozen=True, slots=True)
class InviteAnswered:
    """The server knows the invite."""

    view: InviteView


@dataclass(frozen=True, slots=True)
class InviteConfirmed:
    """The person wants to begin this interview."""


@dataclass(frozen=True, slots=True)
class Granted:
    """The claim succeeded and the spool stands."""

    grant: Grant
    server: str
    """Its base address, for a restart."""
    machine: str = ""
    practice: bool = False
    """Nothing is kept, nobody is on the other side, and there is nothing to agree to."""


@dataclass(frozen=True, slots=True)
class BuildTold:
    """Which build of the app this is, with whatever of it was changed."""

    body: Build


@dataclass(frozen=True, slots=True)
class DevicesChecked:
    """The device check is over; one line for each device."""

    checks: tuple[CheckDone, ...]
    no_gaze: str = ""
    """Why the gaze cannot be calibrated here, in a sentence; empty where it can."""


@dataclass(frozen=True, slots=True)
class GazeBegun:
    """The person is ready to look at the points."""

    place: Place


@dataclass(frozen=True, slots=True)
class GazeAimed:
    """The proctor saw eyes look at this point."""

    number: int
    share: float
    """How much of what it needs is there, 0..1."""


@dataclass(frozen=True, slots=True)
class GazeFitted:
    """The proctor made its model, or could not."""

    fit: Fit


@dataclass(frozen=True, slots=True)
class GazeLeft:
    """The person goes on: with the result, or without one."""


@dataclass(frozen=True, slots=True)
class ConsentAgreed:
    """The person agreed to this very text."""

    version: int
    text_sha256: str
    text: str = ""
    language: str = ""
    compare: bool | None = None
    """Whether face and voice may be compared by computer; None: it was not asked."""


@dataclass(frozen=True, slots=True)
class ComparisonWithdrawn:
    """The person no longer wants face and voice to be compared."""


@dataclass(frozen=True, slots=True)
class SelfieAsked:
    """Take, or take again."""


@dataclass(frozen=True, slots=True)
class SelfieTaken:
    """A picture is there to be judged by the person."""

    quality: str
    """A hint in words; empty where the picture is good."""
    usable: bool = True
    """False where the hint must be followed before the picture can be used."""


@dataclass(frozen=True, slots=True)
class SelfieAccepted:
    """The person wants this picture used."""


@dataclass(frozen=True, slots=True)
class SelfieStored:
    """The picture is on disk and the server has it."""

    artifact: Artifact
    detail: str = ""
    template: Artifact | None = None
    """The face as numbers, on disk; None where none could be made."""
    model: str = ""
    """Which model made them."""


@dataclass(frozen=True, slots=True)
class LightWished:
    """The person is ready for the light to change."""


@dataclass(frozen=True, slots=True)
class LightSkipped:
    """The person does without it, before or in the middle."""


@dataclass(frozen=True, slots=True)
class LightJudged:
    """What the face did while the light changed."""

    outcome: Literal["ok", "violation", "unknown"]
    correlation: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RecordPressed:
    """Start a take (an answer, or the voice sample)."""


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    """The microphone is writing."""


@dataclass(frozen=True, slots=True)
class StopPressed:
    """End the take."""


@dataclass(frozen=True, slots=True)
class ChunkStored:
    """A piece of sound is on disk; the row that names it is not written yet."""

    question: str
    take: int
    part: int
    audio: Artifact
    duration_ms: int


@dataclass(frozen=True, slots=True)
class TakeEnded:
    """All pieces of the take are on disk."""


@dataclass(frozen=True, slots=True)
class VoiceStored:
    """The voice sample is on disk; the voice is not learned yet."""

    artifact: Artifact | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VoiceJudged:
    """The voice of the sample is learned, or could not be."""

    template: Artifact | None = None
    """The voice as numbers, on disk."""
    model: str = ""
    """Which model made them."""
    reason: str = ""
    """Why there are none, in a sentence."""


@dataclass(frozen=True, slots=True)
class StartPressed:
    """The person is ready: the clock may start."""


@dataclass(frozen=True, slots=True)
class StartAnswered:
    """The server opened the questions."""

    started: Started


@dataclass(frozen=True, slots=True)
class TermsChanged:
    """The start was refused because what was agreed has changed; this is how it is now."""

    grant: Grant


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole text of the open answer after a pause in typing."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The open answer's text changed; comes once a second while somebody types."""

    question: str
    text: str
    """The whole text now."""
    edits: tuple[Edit, ...]
    """What led to it from the text before; their times are set where they are recorded."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text from outside this app was let in or kept out."""

    question: str
    way: Literal["clipboard", "selection", "drop"]
    outcome: Literal["flagged", "blocked"]
    length: int
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Ran:
    """The code was tried on the question's examples, or could not be."""

    question: str
    outcome: Literal["done", "compile_error", "internal", "refused", "offline", "cancelled"]
    code_sha256: str
    revision: int = 0
    passed: int = 0
    total: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RevisionSaved:
    """That revision is on disk, and so many batches of edits."""

    question: str
    revision: int
    edits: int = 0


@dataclass(frozen=True, slots=True)
class DonePressed:
    """The person is through with the open question."""


@dataclass(frozen=True, slots=True)
class QuestionWished:
    """The person wants another question in front of them."""

    index: int
    """From 0."""


@dataclass(frozen=True, slots=True)
class FlagToggled:
    """The open question is to be looked at again later, or no longer."""


@dataclass(frozen=True, slots=True)
class HandInWished:
    """The person is through with all questions."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The whole transcript of the open spoken answer, as the person corrected it."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class MachineSpoke:
    """The app's own voice began, or is over."""

    begun: bool


@dataclass(frozen=True, slots=True)
class ReadAgainPressed:
    """The open question is to be read aloud once more."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time went on."""


@dataclass(frozen=True, slots=True)
class ServerHeard:
    """A receipt told the server's time, and the deadline as it now is."""

    server_ms: int
    deadline_ms: int | None = None
    lost_ms: int = 0
    """What the request said of lost time: the deadline has taken it into account."""
    credited_ms: int = 0
    """What the server gave back so far."""
    stood_ms: int = 0
    """What the request said of stand-stills: the deadline has taken it into account."""
    covered_ms: int = 0
    """What the request said of covers: the deadline has taken it into account."""


@dataclass(frozen=True, slots=True)
class Instructed:
    """A proctor's instruction came, signed by the interview's own server."""

    instruction: Instruction
    question: ExamQuestion | None = None
    """What `ask` brings, opened; None where it could not be, and of all others."""


@dataclass(frozen=True, slots=True)
class ToldRead:
    """The person confirmed to have read what was told."""

    number: int


@dataclass(frozen=True, slots=True)
class Explained:
    """The person said something about a moment."""

    text: str
    about_ms: int | None = None
    """Interview time of the moment; None: now."""
    until_ms: int | None = None
    signal: str = ""


@dataclass(frozen=True, slots=True)
class Wished:
    """The person turned to the people in charge."""

    what: Wish
    text: str = ""


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A transcript, or the reason why there is none."""

    body: AnswerTranscribed


@dataclass(frozen=True, slots=True)
class SystemHappened:
    """Something about the machinery."""

    body: SystemNoted


@dataclass(frozen=True, slots=True)
class ProbeAnswered:
    """A look at this computer answered otherwise than before."""

    probe: str
    outcome: Literal["ok", "violation", "unknown"]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchedLive:
    """A person's look through the camera began or ended; its time is set where it is recorded."""

    body: CameraLooked


@dataclass(frozen=True, slots=True)
class Guarded:
    """The lockdown tells what it holds, or what it saw; its time is set where it is recorded."""

    body: LockdownChanged | FocusMoved | KeysHeld


@dataclass(frozen=True, slots=True)
class ProctorFinished:
    """All signals are closed and written."""


@dataclass(frozen=True, slots=True)
class UploadMoved:
    """What the server still lacks."""

    rows: int
    blobs: int
    bytes: int = 0
    """Sealed bytes of both."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The server has every row and blob."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The server closed the interview."""

    status: Status


@dataclass(frozen=True, slots=True)
class Failed:
    """An order could not be carried out; the sentence is for the person."""

    task: Task
    problem: Problem


@dataclass(frozen=True, slots=True)
class Resumed:
    """The app came back to a saved state."""


Input = (
    InviteEntered
    | InviteChanged
    | InviteAnswered
    | InviteConfirmed
    | Granted
    | DevicesChecked
    | GazeBegun
    | GazeAimed
    | GazeFitted
    | GazeLeft
    | ConsentAgreed
    | ComparisonWithdrawn
    | SelfieAsked
    | SelfieTaken
    | SelfieAccepted
    | SelfieStored
    | LightWished
    | LightSkipped
    | LightJudged
    | RecordPressed
    | RecordingStarted
    | StopPressed
    | ChunkStored
    | TakeEnded
    | VoiceStored
    | VoiceJudged
    | StartPressed
    | StartAnswered
    | TermsChanged
    | Typed
    | Edited
    | Pasted
    | Ran
    | RevisionSaved
    | DonePressed
    | QuestionWished
    | FlagToggled
    | HandInWished
    | Corrected
    | MachineSpoke
    | ReadAgainPressed
    | Ticked
    | ServerHeard
    | Instructed
    | ToldRead
    | Explained
    | Wished
    | Transcribed
    | SystemHappened
    | ProbeAnswered
    | BuildTold
    | Guarded
    | WatchedLive
    | ProctorFinished
    | UploadMoved
    | Uploaded
    | HandedIn
    | Failed
    | Resumed
)
