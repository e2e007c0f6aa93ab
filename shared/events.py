"""The bodies of the record's rows: facts, in the past tense.

One rule: numbers are integers in fixed point with their unit in the name, keys are ASCII, and a
reader keeps kinds it does not know. Pictures and sound are named by address, never embedded.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from shared.build import Build
from shared.lifecycle import Status
from shared.looks import LookEnd
from shared.model import Digest, Id, Wire

MAX_SAID = 1000
"""Most characters of one remark or message of the candidate."""


class Severity(StrEnum):
    """How soon a person should look. Never a verdict."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class SignalKind(StrEnum):
    """What the proctor's rules can open and close."""

    FACE_ABSENT = "face_absent"
    SECOND_FACE = "second_face"
    HEAD_TURNED = "head_turned"
    GAZE_AWAY = "gaze_away"
    CAMERA_COVERED = "camera_covered"
    CAMERA_FROZEN = "camera_frozen"
    CAMERA_LOOPED = "camera_looped"
    CAMERA_LOST = "camera_lost"
    FACE_UNCLEAR = "face_unclear"
    IDENTITY_MISMATCH = "identity_mismatch"
    IDENTITY_UNSURE = "identity_unsure"
    LIVENESS = "liveness"
    PHONE = "phone"
    BOOK = "book"
    SECOND_SCREEN = "second_screen"
    SPEECH = "speech"
    SECOND_VOICE = "second_voice"
    PLAYBACK = "playback"
    SPEAKER_MISMATCH = "speaker_mismatch"
    SPEAKER_UNSURE = "speaker_unsure"
    RATE_LOW = "rate_low"


class Kind(StrEnum):
    """Kinds of rows; each has one model below, found by `BODIES`."""

    SEGMENT_STARTED = "segment.started"
    BUILD = "build"
    STATUS = "status"
    CONSENT = "consent"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    CHECK = "check"
    SIGNAL_OPENED = "signal.opened"
    SIGNAL_CLOSED = "signal.closed"
    SYSTEM = "system"
    QUESTION_OPENED = "question.opened"
    ANSWER_REVISED = "answer.revised"
    ANSWER_EDITED = "answer.edited"
    ANSWER_PASTED = "answer.pasted"
    ANSWER_RUN = "answer.run"
    ANSWER_CHUNK = "answer.chunk"
    ANSWER_TRANSCRIBED = "answer.transcribed"
    ANSWER_DONE = "answer.done"
    ENROLLED = "enrolled"
    CALIBRATED = "calibrated"
    CHALLENGED = "challenged"
    INSTRUCTION_APPLIED = "instruction.applied"
    INSTRUCTION_READ = "instruction.read"
    EXPLAINED = "candidate.explained"
    ASKED = "candidate.asked"
    PROBE = "probe"
    BLOCK = "block"
    LOCKDOWN = "lockdown"
    FOCUS = "focus"
    KEYS_HELD = "keys.held"
    CAMERA_LOOKED = "camera.looked"
    CLOSED = "record.closed"


class Artifact(Wire):
    """A blob by address."""

    sha256: Digest
    """Of the sealed bytes, which is also its address."""
    media_type: Annotated[str, Field(max_length=100)]
    """Of the content inside."""
    size: Annotated[int, Field(ge=0)]
    """Sealed bytes."""


class SegmentStarted(Wire):
    """First row of every segment."""

    segment: int
    """Number of the segment, from 1; after a re-opening the next on the same machine."""
    client_version: str
    """The app's release."""
    machine: str = ""
    """Operating system and processor in words."""
    reason: Literal["claim", "resume", "reopened", "lost_spool"] = "claim"
    """Why a segment begins."""


class StatusReached(Wire):
    """The candidate's flow moved on."""

    status: Status
    """Where it stands now."""


class ConsentGiven(Wire):
    """The candidate agreed to what is watched."""

    version: int
    """Version of the text."""
    text_sha256: Digest
    """Of the exact text shown."""
    language: str = ""
    """BCP 47 language of the text; empty from apps that did not say."""
    text: Annotated[str, Field(max_length=20_000)] = ""
    """The exact text shown, so that the record itself proves it; empty from older apps."""
    biometrics: Literal["given", "declined", "not_asked"] = "not_asked"
    """What was said to the question of its own whether face and voice may be compared as numbers;
    `not_asked`: nothing of the kind is compared in this interview."""


class ConsentWithdrawn(Wire):
    """The candidate changed their mind; the interview goes on without it."""

    what: Literal["biometrics"] = "biometrics"
    """Face and voice as numbers."""


class CheckDone(Wire):
    """One line of the device check."""

    device: Literal["camera", "microphone", "speaker", "network", "disk", "models"]
    """What was tried."""
    outcome: Literal["ok", "violation", "unknown"]
    """Unknown is never counted as ok."""
    detail: str = ""
    """What was measured, or the cause."""


class SignalOpened(Wire):
    """A rule's measure stood above its level for its seconds."""

    signal: str
    """Which one (a `SignalKind`, or one this reader does not know yet)."""
    severity: Severity
    """How soon a person should look."""
    onset_ms: int
    """When the measure first crossed the level: milliseconds since the interview's start."""
    at_ms: int
    """When the rule opened: milliseconds since the interview's start."""
    measure: str = ""
    """Name and unit of the measure."""
    value_milli: int | None = None
    """The measure when it opened, times 1000; None where it has no number."""
    detector: str = ""
    """Which detector and model said so."""
    detail: str = ""
    """What it saw, in a few words: a direction, an object, a likeness with its error rate."""
    evidence: tuple[Artifact, ...] = ()
    """Pictures kept for a person to look at."""
    evidence_withheld: str = ""
    """Why no picture was kept (budget, policy, no face); empty when kept or not asked for."""


class SignalClosed(Wire):
    """The measure fell below the rule's lower level for its seconds."""

    signal: str
    """Which one."""
    onset_ms: int
    """Onset of the matching opening, by which the two are paired."""
    ended_ms: int
    """When the measure last stood above the level: milliseconds since the start."""
    at_ms: int
    """When the rule closed: milliseconds since the start."""
    reason: Literal["ended", "finished", "lost"] = "ended"
    """Why: the measure fell, the interview ended, or the proctor went away."""


class SystemNoted(Wire):
    """Something about the machinery, not about the candidate."""

    what: Literal[
        "proctor_started",
        "proctor_lost",
        "proctor_back",
        "camera_lost",
        "camera_back",
        "camera_changed",
        "microphone_lost",
        "microphone_back",
        "microphone_changed",
        "network_lost",
        "network_back",
        "disk_full",
        "disk_back",
        "model_missing",
        "detector_off",
        "rate_low",
        "rate_back",
        "clock_moved",
        "app_restarted",
        "slept",
        "sleep_allowed",
        "lid_allowed",
        "screen_saver_allowed",
        "notifications_allowed",
        "battery_low",
        "battery_back",
        "key_in_file",
    ]
    """What happened."""
    detail: str = ""
    """In words, for support; no names, no paths of the person's files."""
    gap_ms: int | None = None
    """Milliseconds not watched or not recorded, where that is known."""


class Measure(Wire):
    """One measure of the lockdown."""

    name: Annotated[str, Field(max_length=40)]
    """Such as `keys` or `above_all`; the list is in docs/lockdown.md."""
    held: bool
    """Whether it holds now."""
    reason: Annotated[str, Field(max_length=200)] = ""
    """Why it does not, in words; empty where it does or was not asked for."""


class LockdownChanged(Wire):
    """What the lockdown holds from now on: exactly that, measure by measure."""

    what: Literal["entered", "changed", "left"]
    """`changed`: one holds by now, or holds no longer. `left`: the computer is as it was before."""
    measures: tuple[Measure, ...] = ()
    """In the order in which they were entered."""
    at_ms: Annotated[int, Field(ge=0)] = 0
    """Interview time."""


class FocusMoved(Wire):
    """Another window had the keyboard, or ours has it again."""

    what: Literal["lost", "back"]
    """A loss can have many harmless causes: a notification, an update, a screen reader."""
    at_ms: Annotated[int, Field(ge=0)] = 0
    """Interview time."""
    gap_ms: Annotated[int, Field(ge=0)] | None = None
    """With `back`: how long it was away."""


class KeysHeld(Wire):
    """A key that leaves the interview was pressed and did nothing."""

    keys: Annotated[str, Field(max_length=40)]
    """Its name, such as `Alt+Tab`."""
    times: Annotated[int, Field(ge=1)] = 1
    """How often since the last such row; a person who leans on a key makes one row, not many."""
    at_ms: Annotated[int, Field(ge=0)] = 0
    """Interview time of the last one."""


class QuestionOpened(Wire):
    """A question was put in front of the candidate."""

    question: Id
    """Which."""
    position: int
    """Its place, from 1."""


class AnswerRevised(Wire):
    """The text of an answer after a pause in typing; the highest revision is the answer."""

    question: Id
    """Which."""
    revision: Annotated[int, Field(ge=1)]
    """Counts up within the question."""
    text: Annotated[str, Field(max_length=200_000)]
    """The whole text at that moment."""
    origin: Literal["typed", "corrected", "api"] = "typed"
    """How it came about; `corrected`: the transcript of a take, as the candidate corrected it."""
    take: Annotated[int, Field(ge=0)] = 0
    """Of `corrected`: which take's transcript; 0 for the others."""
    at_ms: int
    """Milliseconds since the interview's start."""


MAX_EDITS = 200
"""In one row: more than this in a second is no typing, and goes into further rows."""
MAX_EDIT_CHARS = 100_000
"""Removed and inserted in one row: with six bytes for each it still fits a sealed row."""

EditOrigin = Literal["template", "typed", "pasted", "dropped", "undo", "redo"]
"""`template`: what the editor of a question without a starter opened with; `pasted`: also by the
middle button; `dropped`: dragged there."""


class Edit(Wire):
    """One change of a text: `removed` stood at `position`, `inserted` stands there now."""

    at_ms: int
    """Milliseconds since the interview's start; keys within about a second are one edit."""
    position: Annotated[int, Field(ge=0)]
    """Characters (Unicode code points) before it."""
    removed: Annotated[str, Field(max_length=MAX_EDIT_CHARS)] = ""
    """The text that went."""
    inserted: Annotated[str, Field(max_length=MAX_EDIT_CHARS)] = ""
    """The text that came."""
    origin: EditOrigin = "typed"
    """How it came about. Text from an input method is typed."""


class AnswerEdited(Wire):
    """How an answer's text came to be, for replay; the text itself is in `answer.revised`."""

    question: Id
    """Which."""
    batch: Annotated[int, Field(ge=1)]
    """Counts up within the question on one machine; 1 begins from the question's starter."""
    edits: Annotated[tuple[Edit, ...], Field(max_length=MAX_EDITS)]
    """In their order; each applies to the text that the one before left."""
    length: Annotated[int, Field(ge=0)]
    """Characters of the text after the last edit: a reader that counts others has missed some."""


class AnswerPasted(Wire):
    """Text came, or was kept from coming, from outside this app; its content is not repeated."""

    question: Id
    """Which."""
    at_ms: int
    """Milliseconds since the interview's start."""
    way: Literal["clipboard", "selection", "drop"]
    """`selection`: the middle button on X11."""
    outcome: Literal["flagged", "blocked"]
    """What the policy did."""
    length: Annotated[int, Field(ge=0)]
    """Characters."""
    text_sha256: Digest
    """Of the text in UTF-8; what was let in is in the edits."""


class AnswerRun(Wire):
    """The candidate tried the code on the question's examples; no score comes of it."""

    question: Id
    """Which."""
    at_ms: int
    """When the answer came: milliseconds since the interview's start."""
    revision: Annotated[int, Field(ge=0)]
    """Revision that held this code; 0 before the first."""
    code_sha256: Digest
    """Of the code that ran, in UTF-8."""
    outcome: Literal["done", "compile_error", "internal", "refused", "offline", "cancelled"]
    """`refused`: the server said no, see `reason`; the last two: no answer came."""
    passed: Annotated[int, Field(ge=0)] = 0
    """Examples that printed what was expected."""
    total: Annotated[int, Field(ge=0)] = 0
    """Examples that ran."""
    reason: Annotated[str, Field(max_length=200)] = ""
    """Code of the refusal; empty otherwise."""


class AnswerChunk(Wire):
    """A piece of a spoken answer is on disk and named."""

    question: Id
    """Which."""
    take: Annotated[int, Field(ge=1)]
    """Recording attempt, from 1."""
    part: Annotated[int, Field(ge=1)]
    """Piece of that take, from 1."""
    audio: Artifact
    """Ogg/Opus, one complete file."""
    duration_ms: Annotated[int, Field(ge=0)]
    """Length of this piece."""


class TranscriptWord(Wire):
    """One word as the model heard it."""

    text: str
    """The word."""
    start_ms: int
    """From the take's start."""
    end_ms: int
    """From the take's start."""
    probability_milli: Annotated[int, Field(ge=0, le=1000)]
    """The model's own probability, times 1000."""


class AnswerTranscribed(Wire):
    """What the machine understood of a take; the audio stays the arbiter."""

    question: Id
    """Which."""
    take: int
    """Which recording attempt."""
    text: str
    """The transcript; empty when none could be made."""
    words: tuple[TranscriptWord, ...] = ()
    """With times and probabilities, where the model gives them."""
    model: str = ""
    """Name and version; empty when no model was there."""
    reason: str = ""
    """Why there is no transcript, in a sentence; empty when there is one."""


class AnswerDone(Wire):
    """The candidate pressed Done, or the time limit ended the answer."""

    question: Id
    """Which."""
    reason: Literal["candidate", "time_up", "skipped"] = "candidate"
    """Why."""
    revision: int = 0
    """Last text revision; 0 without text."""
    takes: int = 0
    """Recording attempts made."""
    spent_ms: int = 0
    """Milliseconds this question was open."""


class Enrolled(Wire):
    """A selfie or a voice sample was taken."""

    what: Literal["selfie", "voice"]
    """Which."""
    artifact: Artifact | None = None
    """The sample; None where the policy keeps it on this machine."""
    detail: str = ""
    """Measured quality, in words."""
    template: Artifact | None = None
    """The face or voice as numbers (a `shared.templates.Template`); None where none was made."""
    model: str = ""
    """Which model made the template: name, version and the start of its SHA-256."""


class Calibrated(Wire):
    """The gaze was calibrated to this candidate and this screen, or it was not and why."""

    outcome: Literal["calibrated", "poor", "skipped", "impossible"]
    """`poor`: the held-out points missed by too much, so the uncalibrated model goes on."""
    reason: str = ""
    """Why not calibrated, in a sentence; empty when it was."""
    points: int = 0
    """Points that the fit used."""
    held_out: int = 0
    """Points that only estimated the error."""
    error_mdeg: int | None = None
    """Mean error at the held-out points, in thousandths of a degree."""
    error_um: int | None = None
    """The same on the screen, in thousandths of a millimetre."""
    interval90_mdeg: int | None = None
    """Half width of the 90 % interval around one gaze point, in thousandths of a degree."""
    screen_um: tuple[int, int] | None = None
    """Width and height of the screen, in thousandths of a millimetre."""
    distance_mm: int | None = None
    """Estimated distance of the eyes from the screen."""
    model: str = ""
    """Which gaze model: name and version."""
    spent_ms: int = 0
    """How long the candidate was kept."""


class Challenged(Wire):
    """The light of the screen was changed and the face was watched; evidence only."""

    outcome: Literal["ok", "violation", "unknown"]
    """Whether the skin answered the light; unknown is never counted as ok."""
    correlation_milli: int | None = None
    """Correlation of the skin's colour with the screen's, times 1000."""
    detail: str = ""
    """Why it is unknown, or what was measured."""


class InstructionApplied(Wire):
    """An instruction from a proctor took effect here."""

    number: int
    """The instruction's number."""
    action: str
    """What it asked for."""
    outcome: Literal["", "late", "unreadable", "unknown"] = ""
    """Why it had no effect: a further question that came after the hand-in or could not be opened,
    a word to go on in spite of what no longer covers the questions, or an action that this app does
    not know. Empty where it had one."""


class InstructionRead(Wire):
    """The candidate confirmed that what an instruction says was read."""

    number: int
    """The instruction's number."""


class MomentExplained(Wire):
    """What the candidate says about a moment, in their own words, for a person to read."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_SAID)]
    """Their words."""
    about_ms: Annotated[int, Field(ge=0)]
    """The moment meant, or where it began: milliseconds since the interview's start."""
    until_ms: int | None = None
    """Where it ended; None where it has no end, or none yet."""
    signal: str = ""
    """The signal whose moment was chosen from the list; empty for the moment of writing."""
    at_ms: Annotated[int, Field(ge=0)]
    """When it was said: milliseconds since the interview's start."""


class CandidateAsked(Wire):
    """The candidate turns to the people in charge; it changes nothing by itself."""

    what: Literal["message", "break", "help", "leave"]
    """`leave`: they close the app and may come back; it is no hand-in."""
    text: Annotated[str, Field(max_length=MAX_SAID)] = ""
    """Their words; a message has some."""
    at_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds since the interview's start; 0 before it."""


MAX_EVIDENCE = 12
"""Most pieces of evidence in one answer of a probe."""
MAX_EVIDENCE_CHARS = 160
"""Most characters of one of them."""


class Probed(Wire):
    """A look at the computer answered otherwise than before; nothing follows from it by itself."""

    probe: Annotated[str, Field(max_length=40)]
    """Which: `processes`, `windows`, `displays`, … or one that this reader does not know yet."""
    outcome: Literal["ok", "violation", "unknown"]
    """Unknown is never counted as ok, nor as guilt."""
    evidence: Annotated[
        tuple[Annotated[str, Field(max_length=MAX_EVIDENCE_CHARS)], ...],
        Field(max_length=MAX_EVIDENCE),
    ] = ()
    """What was found, or why it could not be told: names of programs and devices, no paths; titles
    of windows only where the policy says so."""
    at_ms: int
    """Milliseconds since the interview's start."""


class CameraLooked(Wire):
    """A person looked through the camera, live; the candidate was told while it lasted."""

    look: Id
    """Which look: the audit log names it too."""
    what: Literal["began", "ended"]
    """`began`: before the first picture left."""
    why: LookEnd | Literal[""] = ""
    """Why it ended."""
    seen_ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds for which the picture stood; of its end."""
    at_ms: int = 0
    """Milliseconds since the interview's start."""


class BlockChanged(Wire):
    """Something that the policy names covers the questions, or no longer does."""

    what: Literal["began", "ended", "let"]
    """`ended`: it was put right, or can no longer be told; `let`: a person let the candidate go on,
    once: what is found beyond this evidence covers again."""
    block: Annotated[str, Field(max_length=40)]
    """Which of `Policy.blocks`."""
    evidence: Annotated[
        tuple[Annotated[str, Field(max_length=MAX_EVIDENCE_CHARS)], ...],
        Field(max_length=MAX_EVIDENCE),
    ] = ()
    """What was found, in words."""
    at_ms: int
    """Milliseconds since the interview's start."""


class RecordClosed(Wire):
    """Last row of a handed-in interview, but for what a proctor asks afterwards."""

    reason: Literal["candidate", "time_up", "terminated"]
    """Why it ends."""
    answers: int
    """How many questions have an answer."""


BODIES: dict[str, type[Wire]] = {
    Kind.SEGMENT_STARTED: SegmentStarted,
    Kind.BUILD: Build,
    Kind.STATUS: StatusReached,
    Kind.CONSENT: ConsentGiven,
    Kind.CONSENT_WITHDRAWN: ConsentWithdrawn,
    Kind.CHECK: CheckDone,
    Kind.SIGNAL_OPENED: SignalOpened,
    Kind.SIGNAL_CLOSED: SignalClosed,
    Kind.SYSTEM: SystemNoted,
    Kind.QUESTION_OPENED: QuestionOpened,
    Kind.ANSWER_REVISED: AnswerRevised,
    Kind.ANSWER_EDITED: AnswerEdited,
    Kind.ANSWER_PASTED: AnswerPasted,
    Kind.ANSWER_RUN: AnswerRun,
    Kind.ANSWER_CHUNK: AnswerChunk,
    Kind.ANSWER_TRANSCRIBED: AnswerTranscribed,
    Kind.ANSWER_DONE: AnswerDone,
    Kind.ENROLLED: Enrolled,
    Kind.CALIBRATED: Calibrated,
    Kind.CHALLENGED: Challenged,
    Kind.INSTRUCTION_APPLIED: InstructionApplied,
    Kind.INSTRUCTION_READ: InstructionRead,
    Kind.EXPLAINED: MomentExplained,
    Kind.ASKED: CandidateAsked,
    Kind.PROBE: Probed,
    Kind.BLOCK: BlockChanged,
    Kind.LOCKDOWN: LockdownChanged,
    Kind.FOCUS: FocusMoved,
    Kind.KEYS_HELD: KeysHeld,
    Kind.CAMERA_LOOKED: CameraLooked,
    Kind.CLOSED: RecordClosed,
}
"""The model of each kind's body."""
