"""A whole paper as one document: what is exported, imported, and frozen as a version.

One rule: everything that an author can set is in it, and nothing else, so that a paper made from
a document equals the one it was taken from.
"""

import json
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from server.bodies import Asked, Line, PolicyBody
from server.models import Question, QuestionPaper
from server.papers.marking import (
    FOLLOW_UPS,
    KEY_POINTS,
    RUBRIC,
    TESTS,
    CodeTests,
    FollowUps,
    KeyPoints,
    Rubric,
)
from shared.exam import Language, QuestionKind
from shared.ids import ID_PATTERN
from shared.policy import Policy

FORMAT = "invigil-paper"
Difficulty = Literal["easy", "medium", "hard"]
Duration = Annotated[int, Field(ge=60, le=43_200, description="Seconds for the whole interview.")]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
LongText = Annotated[str, Field(max_length=20_000)]
Prompt = Annotated[str, Field(min_length=1, max_length=20_000, pattern=r"\S")]
Topic = Annotated[str, Field(max_length=200)]
Marks = Annotated[int, Field(ge=1, le=1000)]
TimeLimit = Annotated[int, Field(ge=10, le=14_400, description="Seconds for this question.")]


class QuestionBody(Asked):
    """Everything that an author says of a question but its place."""

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
    rubric: Rubric = Field(default_factory=list)
    """Criteria with their levels; candidates never see it."""
    tests: CodeTests = Field(default_factory=list)
    """Runs of the candidate's code; coding questions only."""
    follow_ups: FollowUps = Field(default_factory=list)
    """Prepared further questions about the answer, one line each, in order: asked where the paper
    wants some and no language model wrote one in time."""


class QuestionDocument(QuestionBody):
    """A question in a document, in its place."""

    id: Annotated[str, Field(pattern=ID_PATTERN)] | None = None
    """Where it came from; a question made from this gets an id of its own."""


class PaperHead(Asked):
    """Everything that an author says of a paper but its questions."""

    title: Line
    description: LongText = ""
    duration_s: Duration = 3600
    language: LanguageTag = "en"
    policy: PolicyBody = Policy()
    """What is watched, kept and allowed in interviews made from it."""


class PaperDocument(PaperHead):
    """A paper with its questions in order."""

    format: Literal["invigil-paper"] = FORMAT
    format_version: Literal[1] = 1
    questions: Annotated[list[QuestionDocument], Field(max_length=200)] = Field(
        default_factory=list
    )


def document_of(paper: QuestionPaper, questions: Iterable[Question]) -> PaperDocument:
    """The document of a paper as it stands."""
    return PaperDocument.model_validate(
        {
            "title": paper.title,
            "description": paper.description,
            "duration_s": paper.duration_s,
            "language": paper.language,
            "policy": Policy.model_validate_json(paper.policy_json),
            "questions": [{"id": each.id} | question_fields(each) for each in questions],
        }
    )


def question_fields(question: Question) -> dict[str, Any]:
    """The fields of `QuestionBody` of a row."""
    plain = set(QuestionBody.model_fields) - {"key_points", "rubric", "tests", "follow_ups"}
    return question.model_dump(include=plain) | {
        "key_points": KEY_POINTS.validate_json(question.key_points_json),
        "rubric": RUBRIC.validate_json(question.rubric_json),
        "tests": TESTS.validate_json(question.tests_json),
        "follow_ups": FOLLOW_UPS.validate_json(question.follow_ups_json),
    }


def columns(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a question or a paper as their tables' columns; lists and policy become JSON."""
    made = {name: value for name, value in fields.items() if name not in _AS_JSON}
    for name, write in _AS_JSON.items():
        if fields.get(name) is not None:
            made[f"{name}_json"] = write(fields[name])
    return made


def as_json(document: PaperDocument) -> str:
    """Canonical: sorted keys, no blanks; equal documents give equal text."""
    return json.dumps(
        document.model_dump(mode="json"),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def _dumped(models: list[Any]) -> str:
    return json.dumps([model.model_dump() for model in models], ensure_ascii=False)


def _texts(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


_AS_JSON = {
    "key_points": _dumped,
    "rubric": _dumped,
    "tests": _dumped,
    "follow_ups": _texts,
    "policy": Policy.model_dump_json,
}
