"""Papers and questions as their authors send and read them."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.bodies import Asked, Line, PolicyBody, View
from server.papers.document import (
    Difficulty,
    Duration,
    LanguageTag,
    LongText,
    Marks,
    PaperHead,
    Prompt,
    QuestionBody,
    TimeLimit,
    Topic,
)
from server.papers.marking import CodeTest, CodeTests, Criterion, KeyPoint, KeyPoints, Rubric
from shared.exam import Language, QuestionKind
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
    deleted_at: datetime | None
    """Set while it is out of the paper and can be put back."""


class QuestionList(View):
    """Questions of a paper, in order."""

    items: list[QuestionView]


class PaperRequest(PaperHead):
    """A new paper."""


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
    created_at: datetime
    updated_at: datetime
    archived: bool


class PaperView(PaperSummary):
    """One paper with everything in it."""

    policy: Policy
    questions: list[QuestionView]


class PaperPage(View):
    """Papers, newest first."""

    items: list[PaperSummary]
    next_cursor: str | None
    """For the next answer; None at the end."""
