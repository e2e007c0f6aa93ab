"""Papers and questions as their authors send and read them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from server.bodies import Asked, Line, PolicyBody, View
from server.papers.document import (
    Difficulty,
    Duration,
    LanguageTag,
    LongText,
    Marks,
    PaperDocument,
    PaperHead,
    Prompt,
    QuestionBody,
    TimeLimit,
    Topic,
)
from server.papers.marking import (
    CodeTest,
    CodeTests,
    Criterion,
    FollowUps,
    KeyPoint,
    KeyPoints,
    Rubric,
)
from shared.exam import Language, QuestionKind
from shared.ids import ID_PATTERN
from shared.policy import Policy

Position = Annotated[int, Field(ge=1, le=500)]


class QuestionRequest(QuestionBody):
    """A new question."""

    position: Position | None = None
    """Place in the paper, from 1; left out: last."""


class QuestionChange(Asked):
    """The fields to change; those left out stay."""

    kind: QuestionKind | None = None
    prompt: Prompt | None = None
    topic: Topic | None = None
    difficulty: Difficulty | None = None
    marks: Marks | None = None
    time_limit_s: TimeLimit | None = None
    language: Language | None = None
    """Null takes it away: for a question that is no longer a coding one."""
    starter: LongText | None = None
    expected_answer: LongText | None = None
    key_points: KeyPoints | None = None
    rubric: Rubric | None = None
    tests: CodeTests | None = None
    follow_ups: FollowUps | None = None
    position: Position | None = None


class QuestionView(View):
    """A question as its author sees it."""

    id: str
    paper_id: str
    position: int
    kind: QuestionKind
    prompt: str
    topic: str
    difficulty: Difficulty
    marks: int
    time_limit_s: int
    language: Language | None
    starter: str
    expected_answer: str
    key_points: list[KeyPoint]
    rubric: list[Criterion]
    tests: list[CodeTest]
    follow_ups: list[str]
    deleted_at: datetime | None
    """Set while it is out of the paper and can be put back."""


class QuestionList(View):
    """Questions of a paper, in order."""

    items: list[QuestionView]


class PaperRequest(PaperHead):
    """A new paper."""

    team_id: Annotated[str, Field(pattern=ID_PATTERN)] | None = None
    """A team of one's own that is to own it; left out: it is one's own."""


class PaperChange(Asked):
    """The fields to change; those left out stay."""

    title: Line | None = None
    description: LongText | None = None
    duration_s: Duration | None = None
    language: LanguageTag | None = None
    policy: PolicyBody | None = None
    archived: bool | None = None
    """True puts the paper away: no new interviews, old ones stay as they are."""


class PaperSummary(View):
    """A paper in a list."""

    id: str
    title: str
    description: str
    duration_s: int
    language: str
    version: int
    question_count: int
    marks: int
    """Most marks to be had."""
    created_by: str
    owner_id: str | None
    """Whose it is; null where it is a team's."""
    team_id: str | None
    created_at: datetime
    updated_at: datetime
    archived: bool


class PaperView(PaperSummary):
    """One paper with everything in it."""

    policy: Policy
    questions: list[QuestionView]


class RowFault(View):
    """What is wrong in one cell of a file."""

    row: int
    """As the spreadsheet program numbers it; in JSON the question's number; 0: the file."""
    column: str
    """Empty: the whole row."""
    message: str


class ImportedRow(View):
    """What one row of a file would become, or why it would not."""

    row: int
    fits: bool
    kind: str
    prompt: str
    """Its beginning."""
    topic: str
    difficulty: str
    marks: int | None
    faults: list[RowFault]


class ColumnView(View):
    """A column of a spreadsheet."""

    heading: str
    """In small letters, blanks as `_`."""
    meaning: str
    """What it was taken for, such as `prompt` or `choice_2`; empty: it was left out."""


class ImportReport(View):
    """What a file holds, and what was made of it."""

    format: Literal["csv", "xlsx", "json", "document"]
    title: str | None
    """The paper's, where the file names one."""
    rows: list[ImportedRow]
    faults: list[RowFault]
    """Of the file as a whole and of the paper's own fields."""
    columns: list[ColumnView]
    """Of a spreadsheet; send `columns` to say otherwise."""
    meanings: list[str]
    """What a column can be said to stand for."""
    notes: list[str]
    """What was assumed in reading, as sentences."""
    fitting: int
    """How many rows can be taken over."""
    added: int
    """How many were; 0 in a preview."""
    paper_id: str | None
    """Where they are; None in a preview of a new paper."""
    document_id: str | None = None
    """For a resume or a job description: the document whose drafts are to be asked for."""


class VersionSummary(View):
    """A version that interviews use."""

    version: int
    made_at: datetime
    """When the first interview was made from it."""
    interviews: int
    question_count: int
    marks: int


class VersionList(View):
    """A paper's kept versions, newest first."""

    current: int
    """The version as the paper stands now; kept once an interview is made from it."""
    items: list[VersionSummary]


class VersionView(View):
    """A version as it was."""

    version: int
    current: bool
    document: PaperDocument


class ChangeView(View):
    """One difference between two versions."""

    place: str
    """`Paper` or `Question 3`."""
    words: str
    before: str
    """For texts that were rewritten: the whole text; else empty."""
    after: str


class Differences(View):
    """What changed between two versions, in words."""

    from_version: int
    to_version: int
    changes: list[ChangeView]


class PaperPage(View):
    """Papers, newest first."""

    items: list[PaperSummary]
    next_cursor: str | None
    """For the next answer; None at the end."""
