"""What one review page needs, and what a reviewer sends back."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from server.proctoring.views import EventView
from server.views import Asked, View
from shared.events import EditOrigin
from shared.exam import QuestionKind
from shared.ids import ID_PATTERN
from shared.lifecycle import Status
from shared.runs import Verdict

TotalState = Literal["open", "needs_person", "provisional", "final"]
ScoreState = Literal["needs_person", "needs_review", "failed", "provisional", "final"]


class MoreQuote(View):
    """A further quote for the same criterion."""

    quote: str
    start: int
    end: int
    similarity_milli: int = 1000
    """1000: word for word; below: how like the judge's own wording is."""


class QuoteView(View):
    """What became of one key point, or of one criterion of the rubric."""

    key_point: str
    """Its words, or the criterion's name."""
    weight: int
    found: bool
    share_milli: int | None = None
    """How much of its marks is proposed, times 1000; None where a person decides."""
    levels: list[int | None] = Field(default_factory=list)
    """Level in each judgement, where a language model judged; None without proof."""
    top: int | None = None
    """Highest level of the criterion."""
    finding: str = ""
    """What the quotes show, in the judge's words."""
    more: list[MoreQuote] = Field(default_factory=list)
    quote: str
    """The answer's exact words; empty where it was not found."""
    start: int
    """First character of the quote in the graded text."""
    end: int


class TestVerdictView(View):
    """What became of one test of code."""

    name: str
    weight: int
    visible: bool
    """Whether the candidate could see and run it."""
    verdict: Verdict
    note: str
    """What ended it, in a few words."""
    stdout: str
    """What was printed, shortened."""
    cpu_ms: int
    peak_kb: int
    """Most memory; 0: not measured."""


class GrowthView(View):
    """How processor time grew with the size of the input, fitted: evidence, never marks."""

    exponent_milli: int
    """1000 is linear, 2000 quadratic."""
    fit_milli: int
    """Coefficient of determination times 1000."""
    points: int


class CodeRunView(View):
    """How code fared with the question's tests."""

    tests: list[TestVerdictView]
    growth: GrowthView | None
    """None where inputs or times do not grow enough to say anything."""
    toolchain: str
    compile_output: str


class ScoreView(View):
    """One score that somebody gave."""

    id: str
    grader: str
    """`baseline`, `person`, …"""
    grader_version: str
    state: ScoreState
    label: str
    """How to show it, such as `provisional, for review`."""
    points: float | None
    """None where a person is needed."""
    max_marks: int
    spread: float | None
    """Points between its lowest and highest judgement; None for a single one."""
    why: list[str]
    """Why a person has to look, by code: `spread`, `middle`, `unverified`, `unsure`, `injection`,
    `top`, `canary`, `unadmitted` or `unnamed` (the consent named no model outside)."""
    calibration: Literal["none", "admitted", "let_through", "not_admitted"] | None = None
    """What stands behind a language model: `none` is no calibration set; null: no such model."""
    evidence: list[QuoteView]
    run: CodeRunView | None = None
    """For code that was scored by its tests."""
    reason: str
    created_at: datetime
    created_by: str


class TakeView(View):
    """One recording attempt."""

    take: int
    duration_ms: int
    parts: int
    missing: int
    """Parts that the server does not have yet."""


class AskedView(View):
    """A question as this interview asked it."""

    id: str
    position: int
    kind: QuestionKind
    prompt: str
    marks: int
    language: str | None
    expected_answer: str


class FollowUpView(View):
    """Where a further question came from."""

    follows: str
    """Id of the question whose answer it is about."""
    position: int
    """That question's place."""
    source: Literal["model", "prepared"]
    model: str
    """As its server names it; empty for a prepared one."""
    digest: str
    """Of its weights, where the server tells."""
    about: str
    """The words of the answer that it takes up."""
    instead: str
    """Why a prepared one was asked, by code; empty where a model wrote it."""
    outcome: Literal["pending", "shown", "late", "unreadable", "unknown"]
    """What became of it: `pending` until the machine says; `late` came after the hand-in; an app to
    which it was `unknown` was given its time."""


class AnswerView(View):
    """A question with what was answered and how it was scored."""

    question: AskedView
    answer_id: str | None
    """None where nothing came for this question."""
    text: str
    revision: int
    revisions: int
    """How many revisions are kept."""
    takes: list[TakeView]
    transcript: str
    transcript_reason: str
    """Why there is no transcript."""
    transcript_by: Literal["", "app", "server"]
    """Whose machine understood it; empty where there is none."""
    done_reason: str
    spent_ms: int
    late: bool
    """Whether what stands came after the end."""
    scores: list[ScoreView]
    """Oldest first."""
    current: ScoreView | None
    """The one that counts."""
    withheld: bool = False
    """Whether scores are kept from you, because you may still read the answer a second time."""
    follow_up: FollowUpView | None = None
    """Of a further question, which has no marks; None for the paper's own."""


class TotalView(View):
    """The sum over the current scores."""

    points: float | None
    standard_error: float | None
    """In points: the spread that the same person's total would have over other questions of the
    same kinds and difficulties. None for fewer than three questions with points."""
    max_marks: int
    state: TotalState
    note: str


class RecordView(View):
    """What the server holds of the signed record."""

    rows: int
    head_seq: int
    head_hash: str
    forks: int
    quarantined: int
    segments: int
    links: int
    """Length of the server's own chain."""
    missing_blobs: int


class TemplateView(View):
    """That a face or a voice was kept as numbers; never the numbers."""

    what: Literal["face", "voice"]
    model: str
    """Which model made it: name and version."""
    created_at: datetime


class StepView(View):
    """One change of status."""

    status: Status
    at: datetime
    rule: str
    actor: str


class ReviewedInterview(View):
    """Whose interview this is."""

    id: str
    title: str
    candidate_name: str
    candidate_email: str
    status: Status
    zone: str
    opens_at: datetime
    closes_at: datetime
    started_at: datetime | None
    deadline_at: datetime | None
    finished_at: datetime | None
    client_version: str
    machine: str
    selfie_sha256: str | None


class ResultView(View):
    """Everything that one review page needs."""

    interview: ReviewedInterview
    timeline: list[StepView]
    events: list[EventView]
    answers: list[AnswerView]
    """In the order of the questions, further ones behind the one that they are about."""
    total: TotalView
    record: RecordView
    templates: list[TemplateView]
    """What is compared with during the interview; sealed, and erased with it."""


class ResultSummary(View):
    """One line of the list."""

    id: str
    """The interview's id."""
    paper_id: str
    title: str
    candidate_name: str
    candidate_email: str
    status: Status
    started_at: datetime | None
    finished_at: datetime | None
    points: float | None
    withheld: bool = False
    """Whether the points are kept from you, because you may still read an answer a second time."""
    max_marks: int
    state: TotalState
    high: int
    """Signals of high severity."""
    medium: int
    """Signals of medium severity."""
    shortlisted: bool
    """Whether it is on the short list of its paper."""


ResultColumn = Literal[
    "paper_id",
    "title",
    "candidate_name",
    "candidate_email",
    "status",
    "started_at",
    "finished_at",
    "points",
    "withheld",
    "max_marks",
    "state",
    "high",
    "medium",
    "shortlisted",
]
"""What a file of results may hold of each line; a test compares with `ResultSummary`."""


class ResultPage(View):
    """Results in the wanted order."""

    items: list[ResultSummary]
    next_cursor: str | None


class Override(Asked):
    """A person's points for one answer."""

    question: Annotated[str, Field(pattern=ID_PATTERN)]
    points: Annotated[float, Field(ge=0, le=1000)]
    """At most the question's marks; kept to a thousandth."""
    reason: Annotated[str, Field(min_length=3, max_length=2000, pattern=r"\S")]
    """Why; it stays beside the score."""


class ResultChange(Asked):
    """What a reviewer decides."""

    overrides: list[Override] = Field(default_factory=list, max_length=500)
    """Each is a further score, with its reason."""
    note: Annotated[str | None, Field(max_length=10_000)] = None
    """Replaces the reviewer's note on the whole interview."""


class EditView(View):
    """One change of an answer's text."""

    life: int
    """Counts up each time that the answer was begun anew, as on another machine."""
    at_ms: int
    """Milliseconds since the interview's start."""
    position: int
    """Characters (Unicode code points) before it."""
    removed: str
    inserted: str
    origin: EditOrigin
    """`pasted` and `dropped` are marked in the player."""


class AnchorView(View):
    """A text that was not reached by edits."""

    step: int
    """How many steps come before it."""
    text: str


class PasteView(View):
    """Text that came, or was kept from coming, from outside the app."""

    at_ms: int
    way: Literal["clipboard", "selection", "drop"]
    outcome: Literal["flagged", "blocked"]
    length: int
    """Characters."""


class TrialView(View):
    """The candidate tried the code on the examples."""

    at_ms: int
    revision: int
    outcome: str
    passed: int
    total: int
    reason: str


class HistoryView(View):
    """How one answer came to be."""

    question: str
    steps: list[EditView]
    anchors: list[AnchorView]
    """The first one is the text before the first step."""
    gaps: int
    """How often edits were missing; a later revision says how the text went on."""
    text: str
    """After the last step, as the replay has it."""
    pastes: list[PasteView]
    runs: list[TrialView]
