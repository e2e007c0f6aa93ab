"""Papers and questions as their authors send and read them."""

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from server.views import Asked, Line, PolicyBody, View
from shared.exam import Language, QuestionKind
from shared.policy import Policy

Difficulty = Literal["easy", "medium", "hard"]
Duration = Annotated[int, Field(ge=60, le=43_200, description="Seconds for the whole interview.")]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
LongText = Annotated[str, Field(max_length=20_000)]
Prompt = Annotated[str, Field(min_length=1, max_length=20_000, pattern=r"\S")]
Topic = Annotated[str, Field(max_length=200)]
Marks = Annotated[int, Field(ge=1, le=1000)]
TimeLimit = Annotated[int, Field(ge=10, le=14_400, description="Seconds for this question.")]
Position = Annotated[int, Field(ge=1, le=500)]


class KeyPoint(Asked):
    """Something a good answer says."""

    text: Annotated[str, Field(min_length=1, max_length=500, pattern=r"\S")]
    """A short phrase, in the words that a good answer would use."""
    weight: Annotated[int, Field(ge=1, le=100)] = 1
    """Its share of the marks, relative to the other points."""


KeyPoints = Annotated[list[KeyPoint], Field(max_length=50)]


class QuestionRequest(Asked):
    """A new question."""

    kind: QuestionKind
    prompt: Prompt
    """What is asked, in plain text; also what is read aloud."""
    topic: Topic = ""
    difficulty: Difficulty = "medium"
    marks: Marks = 10
    time_limit_s: TimeLimit = 300
    language: Language | None = None
    """Programming language; coding questions only."""
    starter: LongText = ""
    """What the editor opens with."""
    expected_answer: LongText = ""
    """A good answer; candidates never see it."""
    key_points: KeyPoints = Field(default_factory=list)
    """What the scorer looks for; candidates never see it."""
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


class QuestionList(View):
    """All questions of a paper, in order."""

    items: list[QuestionView]


class PaperRequest(Asked):
    """A new paper."""

    title: Line
    description: LongText = ""
    duration_s: Duration = 3600
    language: LanguageTag = "en"
    policy: PolicyBody = Policy()
    """What is watched, kept and allowed in interviews made from it."""


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


def paper_fields(asked: PaperRequest | PaperChange) -> dict[str, Any]:
    """The columns that a request sets, and `archived` where it is given."""
    fields = dict(asked) if isinstance(asked, PaperRequest) else asked.given()
    if (policy := fields.pop("policy", None)) is not None:
        fields["policy_json"] = policy.model_dump_json()
    return fields


def question_fields(asked: QuestionRequest | QuestionChange) -> dict[str, Any]:
    """The columns that a request sets; `position` is a wish, None for last."""
    fields = dict(asked) if isinstance(asked, QuestionRequest) else asked.given("language")
    if (points := fields.pop("key_points", None)) is not None:
        fields["key_points_json"] = json.dumps(
            [point.model_dump() for point in points], ensure_ascii=False
        )
    return fields
