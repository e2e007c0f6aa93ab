"""The candidate's whole flow, from invite to closed, as one pure function.

`step(state, input, now) -> (state, effects)`. One rule: nothing here reads a clock, a disk or a
device; inputs are facts in the past tense, effects are orders that the app carries out. The state
goes to the spool as JSON, so a killed app comes back to the same question, text and clock.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Literal, assert_never

from pydantic import TypeAdapter, ValidationError

from shared.clock import parse_utc
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerRevised,
    AnswerTranscribed,
    Artifact,
    CheckDone,
    ConsentGiven,
    Enrolled,
    QuestionOpened,
    RecordClosed,
    SegmentStarted,
    StatusReached,
    SystemNoted,
)
from shared.exam import Exam, ExamQuestion
from shared.lifecycle import RUNNING, Status
from shared.model import Wire
from shared.policy import Accommodations, Policy
from shared.session import Grant, InviteView, Started
from shared.version import APP_VERSION

STATE_VERSION = 1
"""Grows when an older app could not read the state that it left in the spool."""

REANCHOR_MS = 10_000
"""How old the saved clock may grow: the most a reboot with a wrong clock can give."""

SERVER_SKEW_MS = 5_000
"""A receipt sets our clock back only beyond this: less is the network's delay."""

STOP_PATIENCE_MS = 5_000
"""How long Done waits for a microphone that does not answer before it goes on."""

TRANSCRIPT_PATIENCE_MS = 90_000
"""How long the hand-in waits for transcripts; the sound itself is never waited for."""

PROCTOR_PATIENCE_MS = 5_000
"""How long the hand-in waits for the proctor to close its open signals."""


class Screen(StrEnum):
    """What the candidate sees."""

    WELCOME = "welcome"
    DEVICES = "devices"
    CONSENT = "consent"
    SELFIE = "selfie"
    VOICE = "voice"
    QUESTION = "question"
    FINISH = "finish"
    PROBLEM = "problem"


Phase = Literal["ready", "starting", "recording", "stopping", "recorded"]
"""Of a spoken answer or a voice sample."""

Closing = Literal["", "proctor", "transcripts", "upload", "handing", "done"]
"""How far the hand-in has come."""

Busy = Literal["", "checking", "claiming", "snapshot", "saving", "starting"]
"""What the screen waits for."""

Task = Literal["invite", "claim", "selfie", "voice", "start", "record", "upload", "finish"]
"""What failed."""


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of the machine's clocks."""

    utc_ms: int
    """Wall clock, milliseconds since 1970."""
    mono_ms: int
    """Monotonic clock that also counts sleep, where the system has one."""
    boot: str
    """Changes with each boot: monotonic readings compare only within one."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The server's clock as this machine carries it on."""

    started_ms: int
    """Server's UTC at the interview's start."""
    deadline_ms: int
    """Server's UTC at its end."""
    server_ms: int
    """Server's UTC at the anchor."""
    anchor: Now
    """Our clocks at that instant."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's answer so far."""

    text: str = ""
    revision: int = 0
    takes: int = 0
    opened_ms: int | None = None
    """Interview time when the question was opened; None before."""
    done: Literal["", "candidate", "time_up"] = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for the person: what happened, and what to do."""

    code: str
    title: str
    action: str


@dataclass(frozen=True, slots=True)
class Live:
    """What belongs to this run of the app only; never saved."""

    busy: Busy = ""
    problem: Problem | None = None
    notices: tuple[str, ...] = ()
    """`SystemNoted.what` of troubles that stand now."""
    note: str = ""
    """`time_up:N`: the limit ended question N."""
    selfie_quality: str | None = None
    """Quality of the picture just taken; None without one."""
    saved_revision: int = 0
    """Highest revision of the open question that is on disk."""
    waiting_rows: int = 0
    waiting_blobs: int = 0
    upload_total: int = 0
    since_ms: int = 0
    """Monotonic time at which the present wait began."""
    offline: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where this interview stands on this machine."""

    v: int = STATE_VERSION
    screen: Screen = Screen.WELCOME
    invite: str = ""
    """As pasted: a secret, forgotten at the claim."""
    server: str = ""
    """Base address of the server that granted the interview."""
    session: str = ""
    candidate_name: str = ""
    organisation: str = ""
    title: str = ""
    question_count: int = 0
    duration_s: int = 0
    opens_at: str = ""
    closes_at: str = ""
    zone: str = ""
    policy: Policy = field(default_factory=Policy)
    accommodations: Accommodations = field(default_factory=Accommodations)
    consent_version: int = 0
    exam: Exam | None = None
    clock: Clock | None = None
    index: int = 0
    """Which question is open, from 0."""
    answers: tuple[Answer, ...] = ()
    phase: Phase = "ready"
    leaving: Literal["", "candidate", "time_up"] = ""
    """Why the open answer ends once its recording is on disk."""
    transcribing: tuple[tuple[str, int], ...] = ()
    """(question, take) without a transcript yet."""
    closing: Closing = ""
    end: Literal["candidate", "time_up"] = "candidate"
    live: Live = field(default_factory=Live)

    @property
    def question(self) -> ExamQuestion | None:
        """The open question; None outside the questions."""
        if self.exam is None or self.screen is not Screen.QUESTION:
            return None
        return self.exam.questions[self.index]

    @property
    def answer(self) -> Answer:
        """The open question's answer; an empty one outside the questions."""
        return self.answers[self.index] if self.index < len(self.answers) else Answer()


# ---- inputs: facts --------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class DevicesChecked:
    """The device check is over; one line for each device."""

    checks: tuple[CheckDone, ...]


@dataclass(frozen=True, slots=True)
class ConsentAgreed:
    """The person agreed to this very text."""

    version: int
    text_sha256: str


@dataclass(frozen=True, slots=True)
class SelfieAsked:
    """Take, or take again."""


@dataclass(frozen=True, slots=True)
class SelfieTaken:
    """A picture is there to be judged by the person."""

    quality: str
    """A hint in words; empty where the picture is good."""


@dataclass(frozen=True, slots=True)
class SelfieAccepted:
    """The person wants this picture used."""


@dataclass(frozen=True, slots=True)
class SelfieStored:
    """The picture is on disk and the server has it."""

    artifact: Artifact
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
    """The voice sample is on disk."""

    artifact: Artifact | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StartPressed:
    """The person is ready: the clock may start."""


@dataclass(frozen=True, slots=True)
class StartAnswered:
    """The server opened the questions."""

    started: Started


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole text of the open answer after a pause in typing."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class RevisionSaved:
    """That revision is on disk."""

    question: str
    revision: int


@dataclass(frozen=True, slots=True)
class DonePressed:
    """The person is through with the open question."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time went on."""


@dataclass(frozen=True, slots=True)
class ServerHeard:
    """A receipt told the server's time, and the deadline as it now is."""

    server_ms: int
    deadline_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A transcript, or the reason why there is none."""

    body: AnswerTranscribed


@dataclass(frozen=True, slots=True)
class SystemHappened:
    """Something about the machinery."""

    body: SystemNoted


@dataclass(frozen=True, slots=True)
class ProctorFinished:
    """All signals are closed and written."""


@dataclass(frozen=True, slots=True)
class UploadMoved:
    """What the server still lacks."""

    rows: int
    blobs: int


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
    | ConsentAgreed
    | SelfieAsked
    | SelfieTaken
    | SelfieAccepted
    | SelfieStored
    | RecordPressed
    | RecordingStarted
    | StopPressed
    | ChunkStored
    | TakeEnded
    | VoiceStored
    | StartPressed
    | StartAnswered
    | Typed
    | RevisionSaved
    | DonePressed
    | Ticked
    | ServerHeard
    | Transcribed
    | SystemHappened
    | ProctorFinished
    | UploadMoved
    | Uploaded
    | HandedIn
    | Failed
    | Resumed
)


# ---- effects: orders ------------------------------------------------------------------------


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
class TakeSnapshot:
    """Ask the proctor for a full-size picture."""


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

    reason: Literal["candidate", "time_up"]


Effect = (
    CheckInvite
    | Claim
    | Append
    | OpenDevices
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
)
Result = tuple[State, tuple[Effect, ...]]


# ---- reading the state ----------------------------------------------------------------------


@cache
def _adapter() -> TypeAdapter[State]:
    """Made at the first use: building it would delay the first window."""
    return TypeAdapter(State)


def dump(state: State) -> bytes:
    """The state as JSON for the spool, without what belongs to this run only."""
    return _adapter().dump_json(persistent(state))


def persistent(state: State) -> State:
    """The part of the state that a restart finds again."""
    return replace(state, live=Live())


def load(saved: bytes) -> State:
    """The state that `dump` wrote; raises ValueError where this app cannot read it."""
    try:
        state = _adapter().validate_json(saved)
    except ValidationError as error:
        raise ValueError(f"saved state does not fit: {error.error_count()} fields") from None
    if state.v != STATE_VERSION:
        raise ValueError(f"saved state has version {state.v}, this app reads {STATE_VERSION}")
    if state.exam is not None and len(state.answers) != len(state.exam.questions):
        raise ValueError("saved state has another number of answers than questions")
    return state


def server_now_ms(clock: Clock, now: Now) -> int:
    """The server's UTC as carried on here.

    Within a boot only the monotonic clock counts. After a reboot the wall clock does, but never
    back behind what was already reached: a clock set back gives no time.
    """
    anchor = clock.anchor
    same = now.boot == anchor.boot
    passed = now.mono_ms - anchor.mono_ms if same else now.utc_ms - anchor.utc_ms
    return clock.server_ms + max(0, passed)


def interview_ms(state: State, now: Now) -> int:
    """Milliseconds since the interview's start; 0 before it."""
    return 0 if state.clock is None else server_now_ms(state.clock, now) - state.clock.started_ms


def total_left_ms(state: State, now: Now) -> int | None:
    """Milliseconds to the interview's end, never negative; None before the start."""
    if state.clock is None:
        return None
    return max(0, state.clock.deadline_ms - server_now_ms(state.clock, now))


def question_left_ms(state: State, now: Now) -> int | None:
    """Milliseconds left for the open question, bounded by the interview's end; None without."""
    question, total = state.question, total_left_ms(state, now)
    if question is None or total is None or state.answer.opened_ms is None:
        return None
    spent = interview_ms(state, now) - state.answer.opened_ms
    return max(0, min(question.time_limit_s * 1000 - spent, total))


def is_due(state: State, now: Now) -> bool:
    """Whether the next tick ends the open answer: unsaved text is to be handed over first."""
    return state.leaving == "" and question_left_ms(state, now) == 0


# ---- the flow -------------------------------------------------------------------------------


def step(state: State, happened: Input, now: Now) -> Result:
    """The state after what happened, and what is to be done, in order.

    A fact that does not fit the present screen (a second click, a late answer) changes nothing.
    """
    match happened:
        case InviteEntered() | InviteChanged() | InviteAnswered() | InviteConfirmed() | Granted():
            result = _welcome(state, happened)
        case DevicesChecked() | ConsentAgreed():
            result = _prepare(state, happened)
        case SelfieAsked() | SelfieTaken() | SelfieAccepted() | SelfieStored():
            result = _selfie(state, happened)
        case RecordPressed() | RecordingStarted() | StopPressed() | TakeEnded():
            result = _recording(state, happened, now)
        case VoiceStored() | StartPressed() | StartAnswered():
            result = _start(state, happened, now)
        case Typed() | RevisionSaved() | DonePressed() | ChunkStored() | Transcribed():
            result = _answering(state, happened, now)
        case ProctorFinished() | UploadMoved() | Uploaded() | HandedIn():
            result = _hand_in(state, happened, now)
        case SystemHappened():
            result = _system(state, happened.body)
        case ServerHeard():
            result = _heard(state, happened, now), ()
        case Failed():
            result = _failed(state, happened)
        case Resumed():
            result = _resume(state, now)
        case Ticked():
            return _tick(_reanchored(state, now, after_ms=REANCHOR_MS), now)
        case _:
            assert_never(happened)
    state, effects = result
    saved_now = any(isinstance(effect, Append) for effect in effects)
    return _reanchored(state, now, after_ms=0 if saved_now else REANCHOR_MS), effects


def _live(state: State, live: Live) -> State:
    return replace(state, live=live)


def _welcome(
    state: State,
    happened: InviteEntered | InviteChanged | InviteAnswered | InviteConfirmed | Granted,
) -> Result:
    if state.screen is not Screen.WELCOME:
        return state, ()
    busy, live = state.live.busy, state.live
    match happened:
        case InviteEntered() if not busy:
            cleared = replace(live, busy="checking", problem=None)
            asked = replace(state, invite=happened.text, session="", live=cleared)
            return asked, (CheckInvite(happened.text),)
        case InviteChanged() if not busy:
            return replace(state, invite="", session="", live=replace(live, problem=None)), ()
        case InviteAnswered() if busy == "checking":
            view = happened.view
            return replace(
                state,
                session=view.session,
                candidate_name=view.candidate_name,
                organisation=view.organisation,
                title=view.title,
                question_count=view.question_count,
                duration_s=view.duration_s,
                opens_at=view.opens_at,
                closes_at=view.closes_at,
                zone=view.zone,
                live=replace(live, busy="", problem=None),
            ), ()
        case InviteConfirmed() if state.session and not busy:
            claiming = replace(live, busy="claiming", problem=None)
            return _live(state, claiming), (Claim(state.invite),)
        case Granted() if busy == "claiming":
            return _granted(state, happened)
        case _:
            return state, ()


def _granted(state: State, granted: Granted) -> Result:
    grant = granted.grant
    begun = replace(
        state,
        screen=Screen.DEVICES,
        invite="",
        server=granted.server,
        session=grant.session,
        candidate_name=grant.candidate_name,
        organisation=grant.organisation,
        title=grant.title,
        question_count=grant.question_count,
        duration_s=grant.duration_s,
        opens_at=grant.opens_at,
        closes_at=grant.closes_at,
        zone=grant.zone,
        policy=grant.policy,
        accommodations=grant.accommodations,
        live=Live(),
    )
    started = SegmentStarted(
        segment=grant.segment,
        client_version=APP_VERSION,
        machine=granted.machine,
        reason="claim" if grant.segment == 1 else "lost_spool",
    )
    effects: tuple[Effect, ...] = (Append(started),)
    if grant.status not in RUNNING:
        effects += (Append(StatusReached(status=Status.AUTHENTICATED)),)
    return begun, (*effects, OpenDevices())


def _prepare(state: State, happened: DevicesChecked | ConsentAgreed) -> Result:
    match happened:
        case DevicesChecked() if state.screen is Screen.DEVICES:
            rows = tuple(Append(check) for check in happened.checks)
            return replace(state, screen=Screen.CONSENT, live=_calm(state.live)), rows
        case ConsentAgreed() if state.screen is Screen.CONSENT:
            body = ConsentGiven(version=happened.version, text_sha256=happened.text_sha256)
            agreed = replace(state, consent_version=happened.version, live=_calm(state.live))
            wanted = state.policy.selfie and not state.accommodations.no_selfie
            screen = Screen.SELFIE if wanted else Screen.VOICE
            return replace(agreed, screen=screen, phase=_voice_phase(agreed)), (Append(body),)
        case _:
            return state, ()


def _calm(live: Live) -> Live:
    return replace(live, busy="", problem=None)


def _voice_phase(state: State) -> Phase:
    """`recorded` stands for "nothing more to record": the start may be pressed."""
    asked = state.policy.voice_sample and not state.accommodations.no_voice_sample
    return "ready" if asked else "recorded"


def _selfie(
    state: State, happened: SelfieAsked | SelfieTaken | SelfieAccepted | SelfieStored
) -> Result:
    if state.screen is not Screen.SELFIE:
        return state, ()
    live = state.live
    match happened:
        case SelfieAsked() if not live.busy:
            asked = replace(live, busy="snapshot", problem=None, selfie_quality=None)
            return _live(state, asked), (TakeSnapshot(),)
        case SelfieTaken() if live.busy == "snapshot":
            taken = replace(live, busy="", problem=None, selfie_quality=happened.quality)
            return _live(state, taken), ()
        case SelfieAccepted() if not live.busy and live.selfie_quality is not None:
            return _live(state, replace(live, busy="saving", problem=None)), (SaveSelfie(),)
        case SelfieStored():
            body = Enrolled(what="selfie", artifact=happened.artifact, detail=happened.detail)
            reached = StatusReached(status=Status.SELFIE_UPLOADED)
            stored = replace(state, screen=Screen.VOICE, live=_calm(live))
            return stored, (Append(body), Append(reached))
        case _:
            return state, ()


def _recording(
    state: State, happened: RecordPressed | RecordingStarted | StopPressed | TakeEnded, now: Now
) -> Result:
    if not _speaks(state):
        return state, ()
    match happened:
        case RecordPressed() if state.phase == "ready" or (
            state.phase == "recorded" and _may_rerecord(state)
        ):
            return _record(state, now)
        case RecordingStarted() if state.phase == "starting":
            return replace(state, phase="recording"), ()
        case StopPressed() if state.phase in ("starting", "recording"):
            return _stop(state, now)
        case TakeEnded() if state.phase in ("starting", "recording", "stopping"):
            return _take_ended(state, now)
        case _:
            return state, ()


def _speaks(state: State) -> bool:
    question = state.question
    return state.screen is Screen.VOICE or (question is not None and question.kind == "spoken")


def _may_rerecord(state: State) -> bool:
    if state.leaving:
        return False
    if state.screen is Screen.VOICE:
        return _voice_phase(state) == "ready" and not state.live.busy
    return state.policy.rerecord


def _record(state: State, now: Now) -> Result:
    question, take = state.question, 1
    if question is not None:
        take = state.answer.takes + 1
        state = _with_answer(state, replace(state.answer, takes=take))
    live = replace(state.live, problem=None, since_ms=now.mono_ms)
    name = "" if question is None else question.id
    return replace(state, phase="starting", live=live), (Hush(), StartRecording(name, take))


def _stop(state: State, now: Now) -> Result:
    live = replace(state.live, since_ms=now.mono_ms)
    return replace(state, phase="stopping", live=live), (StopRecording(),)


def _take_ended(state: State, now: Now) -> Result:
    question = state.question
    if question is None:
        # The voice sample: the app stores it next and says so with VoiceStored.
        saving = replace(state.live, busy="saving")
        return replace(state, phase="stopping", live=saving), ()
    take = state.answer.takes
    pending = (*state.transcribing, (question.id, take))
    ended = replace(state, phase="recorded", transcribing=pending)
    asked = (Transcribe(question.id, take, state.policy.language),)
    if not state.leaving:
        return ended, asked
    after, effects = _answer_done(ended, state.leaving, now)
    return after, asked + effects


def _start(state: State, happened: VoiceStored | StartPressed | StartAnswered, now: Now) -> Result:
    if state.screen is not Screen.VOICE:
        return state, ()
    live = state.live
    match happened:
        case VoiceStored() if state.phase == "stopping":
            body = Enrolled(what="voice", artifact=happened.artifact, detail=happened.detail)
            stored = replace(state, phase="recorded", live=_calm(live))
            return stored, (Append(body), Append(StatusReached(status=Status.ENROLLMENT)))
        case StartPressed() if state.phase == "recorded" and not live.busy:
            starting = replace(live, busy="starting", problem=None)
            return _live(state, starting), (Start(state.consent_version),)
        case StartAnswered() if live.busy == "starting":
            return _started(state, happened.started, now)
        case _:
            return state, ()


def _started(state: State, started: Started, now: Now) -> Result:
    clock = Clock(
        started_ms=_ms(started.started_at),
        deadline_ms=_ms(started.deadline_at),
        server_ms=_ms(started.server_time),
        anchor=now,
    )
    answers = tuple(Answer(text=question.starter) for question in started.exam.questions)
    running = replace(
        state, exam=started.exam, clock=clock, answers=answers, live=_calm(state.live)
    )
    reached = Append(StatusReached(status=Status.INTERVIEW_ACTIVE))
    begin = BeginProctor(state.policy, state.accommodations, interview_ms(running, now))
    opened, effects = _open(running, 0, now)
    return opened, (reached, begin, *effects)


def _ms(text: str) -> int:
    return round(parse_utc(text).timestamp() * 1000)


def _open(state: State, index: int, now: Now) -> Result:
    assert state.exam is not None
    question = state.exam.questions[index]
    live = replace(state.live, saved_revision=0, since_ms=now.mono_ms)
    opened = replace(
        state, screen=Screen.QUESTION, index=index, phase="ready", leaving="", live=live
    )
    opened = _with_answer(opened, replace(opened.answer, opened_ms=interview_ms(state, now)))
    row = Append(QuestionOpened(question=question.id, position=question.position))
    if not state.policy.speak_questions:
        return opened, (row,)
    return opened, (row, Speak(question.prompt, state.policy.language))


def _with_answer(state: State, answer: Answer) -> State:
    answers = (*state.answers[: state.index], answer, *state.answers[state.index + 1 :])
    return replace(state, answers=answers)


def _answering(
    state: State,
    happened: Typed | RevisionSaved | DonePressed | ChunkStored | Transcribed,
    now: Now,
) -> Result:
    question, answer = state.question, state.answer
    match happened:
        case ChunkStored():
            # Late pieces belong to the record whatever is on the screen by now.
            body = AnswerChunk(
                question=happened.question,
                take=happened.take,
                part=happened.part,
                audio=happened.audio,
                duration_ms=happened.duration_ms,
            )
            return state, (Append(body),)
        case Transcribed():
            return _transcribed(state, happened.body, now)
        case Typed() if (
            question is not None
            and happened.question == question.id
            and question.kind != "spoken"
            and happened.text != answer.text
        ):
            revised = replace(answer, text=happened.text, revision=answer.revision + 1)
            body = AnswerRevised(
                question=question.id,
                revision=revised.revision,
                text=revised.text,
                at_ms=max(0, interview_ms(state, now)),
            )
            return _with_answer(state, revised), (Append(body),)
        case RevisionSaved() if question is not None and happened.question == question.id:
            saved = max(state.live.saved_revision, happened.revision)
            return _live(state, replace(state.live, saved_revision=saved)), ()
        case DonePressed() if question is not None and not state.leaving:
            return _leave(state, "candidate", now)
        case _:
            return state, ()


def _leave(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    """Ends the open answer, after the recording if one runs."""
    leaving = replace(state, leaving=reason)
    if state.phase in ("starting", "recording"):
        return _stop(leaving, now)
    if state.phase == "stopping":
        return leaving, ()
    return _answer_done(leaving, reason, now)


def _answer_done(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    assert state.exam is not None
    question, answer = state.exam.questions[state.index], state.answer
    spent = interview_ms(state, now) - (answer.opened_ms or 0)
    body = AnswerDone(
        question=question.id,
        reason=reason,
        revision=answer.revision,
        takes=answer.takes,
        spent_ms=max(0, spent),
    )
    done = _with_answer(state, replace(answer, done=reason))
    note = f"time_up:{question.position}" if reason == "time_up" else ""
    done = replace(done, leaving="", live=replace(done.live, note=note, problem=None))
    row: tuple[Effect, ...] = (Append(body), Hush())
    over = total_left_ms(state, now) == 0
    if over or state.index + 1 == len(state.exam.questions):
        after, effects = _close(done, "time_up" if over else "candidate", now)
    else:
        after, effects = _open(done, state.index + 1, now)
    return after, row + effects


# ---- handing in -----------------------------------------------------------------------------


def _close(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    standing = tuple(what for what in state.live.notices if what in ("network_lost", "disk_full"))
    live = replace(state.live, since_ms=now.mono_ms, notices=standing)
    closing = replace(
        state, screen=Screen.FINISH, closing="proctor", end=reason, phase="ready", live=live
    )
    return closing, (FinishProctor(),)


def _hand_in(
    state: State, happened: ProctorFinished | UploadMoved | Uploaded | HandedIn, now: Now
) -> Result:
    match happened:
        case ProctorFinished() if state.closing == "proctor":
            live = replace(state.live, since_ms=now.mono_ms)
            return _maybe_seal(replace(state, closing="transcripts", live=live))
        case UploadMoved():
            waiting = happened.rows + happened.blobs
            live = replace(
                state.live,
                waiting_rows=happened.rows,
                waiting_blobs=happened.blobs,
                upload_total=max(state.live.upload_total, waiting),
            )
            return _live(state, live), ()
        case Uploaded() if state.closing == "upload":
            return replace(state, closing="handing", live=_calm(state.live)), (Finish(state.end),)
        case HandedIn() if state.closing == "handing":
            return replace(state, closing="done", live=_calm(state.live)), ()
        case _:
            return state, ()


def _maybe_seal(state: State) -> Result:
    """Writes the record's last row once no transcript is awaited any more."""
    if state.closing != "transcripts" or state.transcribing:
        return state, ()
    given = sum(1 for answer in state.answers if answer.revision or answer.takes)
    body = RecordClosed(reason=state.end, answers=given)
    return replace(state, closing="upload"), (Append(body), Flush())


def _transcribed(state: State, body: AnswerTranscribed, now: Now) -> Result:
    key = (body.question, body.take)
    if key not in state.transcribing:
        return state, ()
    rest = tuple(other for other in state.transcribing if other != key)
    after, effects = _maybe_seal(replace(state, transcribing=rest))
    return after, (Append(body), *effects)


def _give_up_transcripts(state: State, reason: str) -> Result:
    rows = tuple(
        Append(AnswerTranscribed(question=question, take=take, text="", reason=reason))
        for question, take in state.transcribing
    )
    after, effects = _maybe_seal(replace(state, transcribing=()))
    return after, (*rows, *effects)


# ---- time, trouble, coming back -------------------------------------------------------------


def _tick(state: State, now: Now) -> Result:
    waited = now.mono_ms - state.live.since_ms
    if state.question is not None:
        if state.phase == "stopping" and waited > STOP_PATIENCE_MS:
            return _take_ended(state, now)
        if is_due(state, now):
            return _leave(state, "time_up", now)
        return state, ()
    if state.closing == "proctor" and waited > PROCTOR_PATIENCE_MS:
        return _hand_in(state, ProctorFinished(), now)
    if state.closing == "transcripts" and waited > TRANSCRIPT_PATIENCE_MS:
        return _give_up_transcripts(state, "The transcript took too long; a person listens.")
    return state, ()


def _reanchored(state: State, now: Now, *, after_ms: int) -> State:
    clock = state.clock
    if clock is None:
        return state
    reached = server_now_ms(clock, now)
    if now.boot == clock.anchor.boot and reached - clock.server_ms < max(1, after_ms):
        return state
    return replace(state, clock=replace(clock, server_ms=reached, anchor=now))


def _heard(state: State, heard: ServerHeard, now: Now) -> State:
    clock = state.clock
    if clock is None:
        return state
    ours = server_now_ms(clock, now)
    behind = heard.server_ms > ours
    if behind or heard.server_ms < ours - SERVER_SKEW_MS:
        clock = replace(clock, server_ms=heard.server_ms, anchor=now)
    if heard.deadline_ms is not None:
        clock = replace(clock, deadline_ms=heard.deadline_ms)
    return replace(state, clock=clock)


_PAIRS = {
    "proctor_lost": "proctor_back",
    "camera_lost": "camera_back",
    "microphone_lost": "microphone_back",
    "network_lost": "network_back",
    "disk_full": "disk_back",
    "rate_low": "rate_back",
    "model_missing": "",
}
_ENDS = {end: begin for begin, end in _PAIRS.items() if end} | {
    "camera_changed": "camera_lost",
    "microphone_changed": "microphone_lost",
}


def _system(state: State, body: SystemNoted) -> Result:
    notices = tuple(what for what in state.live.notices if what != _ENDS.get(body.what))
    if body.what in _PAIRS and body.what not in notices:
        notices += (body.what,)
    noted = _live(state, replace(state.live, notices=notices))
    # The record begins with the grant, and nothing follows its last row.
    recording = state.screen is not Screen.WELCOME and state.closing not in (
        "upload",
        "handing",
        "done",
    )
    return noted, (Append(body),) if recording else ()


def _failed(state: State, failed: Failed) -> Result:
    live = replace(state.live, busy="", problem=failed.problem)
    if failed.task == "invite":
        return replace(state, session="", live=live), ()
    if failed.task == "record":
        ready = state.answer.takes == 0 or state.screen is Screen.VOICE
        return replace(state, phase="ready" if ready else "recorded", live=live), ()
    if failed.task == "voice":
        return replace(state, phase="ready", live=live), ()
    if failed.task == "finish" and state.closing == "handing":
        return replace(state, closing="upload", live=live), (Flush(),)
    return _live(state, live), ()


def _resume(state: State, now: Now) -> Result:
    if state.screen in (Screen.WELCOME, Screen.PROBLEM):
        return state, ()
    state = _live(state, Live(since_ms=now.mono_ms))
    gap = None
    if state.clock is not None:
        gap = max(0, server_now_ms(state.clock, now) - state.clock.server_ms)
    back = Append(SystemNoted(what="app_restarted", gap_ms=gap))
    if state.screen is Screen.FINISH:
        return _resume_closing(state, back)
    if state.screen is Screen.VOICE and state.phase != "recorded":
        state = replace(state, phase="ready")
    effects: tuple[Effect, ...] = (back, OpenDevices())
    question = state.question
    if question is None:
        return state, effects
    if state.phase != "ready":
        # What the cut take had written is on disk and named; the person may speak again.
        state = replace(state, phase="recorded")
    begin = BeginProctor(state.policy, state.accommodations, interview_ms(state, now))
    state = _live(state, replace(state.live, saved_revision=state.answer.revision))
    state, dropped = _give_up_transcripts(
        state, "The app was restarted before the transcript was made; a person listens."
    )
    effects = (*effects, begin, *dropped)
    if state.leaving:
        state, done = _answer_done(state, state.leaving, now)
        effects += done
    return state, effects


def _resume_closing(state: State, back: Append) -> Result:
    match state.closing:
        case "upload" | "handing":
            return replace(state, closing="upload"), (OpenDevices(), Flush())
        case "done":
            return state, ()
        case _:
            state, effects = _give_up_transcripts(
                replace(state, closing="transcripts"),
                "The app was restarted before the transcript was made; a person listens.",
            )
            return state, (back, OpenDevices(), *effects)
