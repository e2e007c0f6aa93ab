"""Where an interview stands on this machine: what the spool keeps, and what one run adds.

One rule: everything is frozen and plain data, so that a state compares, copies and goes to disk
whole.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from client.exam.aim import Gaze
from shared import outages
from shared.actions import Action
from shared.events import Artifact, TranscriptWord
from shared.exam import Exam, ExamQuestion
from shared.policy import Accommodations, Policy

STATE_VERSION = 1
"""Grows when this app could not read a state that an older one left in the spool: a new field
with a default needs no new version."""


class Screen(StrEnum):
    """What the candidate sees."""

    WELCOME = "welcome"
    DEVICES = "devices"
    GAZE = "gaze"
    CONSENT = "consent"
    SELFIE = "selfie"
    VOICE = "voice"
    QUESTION = "question"
    FINISH = "finish"
    PROBLEM = "problem"


Phase = Literal["ready", "starting", "recording", "stopping", "recorded"]
"""Of a spoken answer or a voice sample."""

Closing = Literal["", "asking", "proctor", "transcripts", "upload", "handing", "done"]
"""How far the hand-in has come. `asking`: after the last answer it is waited a moment for a further
question about it; nothing is handed in yet."""

Busy = Literal["", "checking", "claiming", "snapshot", "saving", "starting"]
"""What the screen waits for."""

Review = Literal["", "awaited", "shown"]
"""Of a spoken answer that is to be handed in: its transcript is waited for, or to be read."""

End = Literal["candidate", "time_up", "terminated"]
"""Why an interview is handed in."""

Task = Literal["invite", "claim", "selfie", "voice", "start", "record", "upload", "finish"]
"""What failed."""


Wish = Literal["message", "break", "help", "leave"]
"""What the candidate may ask of the people in charge."""


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
    lost_ms: int = 0
    """How long this machine could not run the interview, all in all."""
    credited_ms: int | None = None
    """What was given back for it, here until the server has said; None before it first did."""
    stood_ms: int = 0
    """How long it stood still while the machine spoke or worked; `deadline_ms` has it."""
    covered_ms: int = 0
    """How long the questions were covered by a person's word; `deadline_ms` has it."""
    known_covered_ms: int = 0
    """How much of that the server has said back: the ends that it names have it, too."""
    blocked_ms: int = 0
    """How much of it was given for blocks, which the policy bounds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the machine understood of the last take, until the question is left."""

    take: int
    text: str
    """Empty where it understood nothing."""
    words: tuple[TranscriptWord, ...] = ()
    reason: str = ""
    """Why there is no text, in a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's answer so far."""

    text: str = ""
    """What was typed; of a spoken answer: the corrected transcript, empty without a correction."""
    revision: int = 0
    edits: int = 0
    """Batches of edits on record."""
    unrevised: bool = False
    """Whether the edits led on from the last revision: the text is then only here."""
    takes: int = 0
    opened_ms: int | None = None
    """Interview time when the question was opened; None before."""
    done: Literal["", "candidate", "time_up"] = ""
    """Why nothing can be changed any more; empty while it can."""
    extra_ms: int = 0
    """What extensions and stand-stills added to the question's own limit."""
    spent_ms: int = 0
    """How long the question was open before it was put aside; it runs on when opened again."""
    flagged: bool = False
    """The person wants to come back to it."""
    stood_ms: int = 0
    """How much of that the machine spoke or worked."""
    heard: Heard | None = None
    """The last take's transcript; None before there is one."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a proctor did, until the person confirms that it was read."""

    number: int
    action: Action
    reason: str
    """Its code."""
    text: str = ""
    """Of a message."""
    seconds: int = 0
    """Given by an extension or a re-opening."""
    covered_ms: int = 0
    """How much was given back for having covered the question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the candidate asked last of the people in charge."""

    what: Wish
    utc_ms: int
    """By this machine's wall clock."""
    answered: bool = False
    """Whether anything was done or written since, by a person."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something stands until a proctor ends it."""

    reason: str
    """Its code."""
    since_ms: int
    """Interview time at which it began here."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The questions are covered, and the clocks stand still."""

    cause: Literal["proctor", "block", "note"]
    since_ms: int
    """Interview time from which on it has not been given back yet."""
    left_ms: int | None = None
    """How much of it is given back at most; None: all of it."""
    about: int = 0
    """Number of the note."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something that the policy names was found on this computer."""

    kind: str
    """One of `Policy.blocks`."""
    evidence: tuple[str, ...] = ()
    """What was found, in words."""
    let: bool = False
    """A person let the candidate go on in spite of it; what else is found covers again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for the person: what happened, and what to do."""

    code: str
    title: str
    action: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A voice sample that is on disk and not yet on record."""

    artifact: Artifact | None
    detail: str


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
    selfie_usable: bool = True
    """Whether that quality is good enough."""
    selfie_tries: int = 0
    """Pictures taken in this run."""
    gaze: Gaze = field(default_factory=Gaze)
    speaking: bool = False
    """The app itself reads aloud."""
    stands_ms: int | None = None
    """Interview time since which the clock stands still; None while it runs."""
    review: Review = ""
    shining: bool = False
    """The screen's light is being changed, or its effect judged."""
    sample: Sample | None = None
    voice_note: str = ""
    """Why the voice could not be learned, in a sentence."""
    saved_revision: int = 0
    """Highest revision of the open question that is on disk."""
    saved_edits: int = 0
    """Batches of its edits that are on disk."""
    waiting_rows: int = 0
    waiting_blobs: int = 0
    waiting_bytes: int = 0
    upload_bytes: int = 0
    """Most bytes that waited in this run."""
    since_ms: int = 0
    """Monotonic time at which the present wait began."""
    ticked: Now | None = None
    """The clocks at the last tick in the interview; None before the first."""


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
    segment: int = 0
    """Of the record, as it is being written; 0 where an app that did not count them saved this."""
    practice: bool = False
    """A rehearsal: nothing of it is sent, and nothing outlives it."""
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
    gaze_model: str = ""
    """The gaze calibration as the proctor wrote it; empty without one."""
    face: Artifact | None = None
    """The template of the selfie, in the spool."""
    voice: Artifact | None = None
    """The template of the voice sample, in the spool."""
    light: Literal["", "asked"] = ""
    """`asked`: the selfie is stored, and the light challenge is still to come."""
    exam: Exam | None = None
    clock: Clock | None = None
    index: int = 0
    """Which question is open, from 0."""
    answers: tuple[Answer, ...] = ()
    phase: Phase = "ready"
    leaving: Literal["", "candidate", "time_up", "terminated", "moved"] = ""
    """Why the open answer is left once its recording is on disk."""
    going: int = 0
    """Which question comes next where it is left as `moved`."""
    transcribing: tuple[tuple[str, int], ...] = ()
    """(question, take) without a transcript yet."""
    closing: Closing = ""
    end: End = "candidate"
    end_reason: str = ""
    """Code of the reason for which a proctor ended it."""
    ended_ms: int = 0
    """Interview time at which the questions were left."""
    applied: int = 0
    """Number of the last instruction that took effect here."""
    paused: Held | None = None
    locked: Held | None = None
    blocks: tuple[Block, ...] = ()
    """What stands, in the order in which it was found."""
    cover: Cover | None = None
    """What covers the questions now; kept, so that a kill loses none of it."""
    told: tuple[Told, ...] = ()
    """Not confirmed yet, the oldest first."""
    asked: Asked | None = None
    """What the candidate asked last; None before the first time."""
    gaze_asked: str = ""
    """Code of the reason for which the gaze is to be calibrated again; empty: it is not."""
    aside_ms: int | None = None
    """Interview time at which a calibration began in mid-question; None outside of it."""
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

    def stand_credit_ms(self, interview_ms: int) -> int:
        """What the running stand-still gives at this interview time; 0 while the clock runs."""
        since_ms, question = self.live.stands_ms, self.question
        if since_ms is None or question is None:
            return 0
        left = outages.stand_cap_ms(question.prompt) - self.answer.stood_ms
        return max(0, min(interview_ms - since_ms, left))

    def cover_credit_ms(self, interview_ms: int) -> int:
        """What the present cover gives at this interview time; 0 where nothing covers."""
        if self.cover is None:
            return 0
        passed = max(0, interview_ms - self.cover.since_ms)
        return passed if self.cover.left_ms is None else min(passed, self.cover.left_ms)


def standing_blocks(state: State) -> tuple[Block, ...]:
    """What covers the questions now because the policy says so."""
    return tuple(block for block in state.blocks if not block.let)


def with_live(state: State, live: Live) -> State:
    """The same interview with another view of this run."""
    return replace(state, live=live)


def calm(live: Live) -> Live:
    """Nothing is waited for and nothing stands wrong."""
    return replace(live, busy="", problem=None)


def with_answer(state: State, answer: Answer) -> State:
    """The open question's answer exchanged."""
    answers = (*state.answers[: state.index], answer, *state.answers[state.index + 1 :])
    return replace(state, answers=answers)
