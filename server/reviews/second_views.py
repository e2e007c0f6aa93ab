"""Second readings as reviewers read and send them."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.papers.marking import Criterion, KeyPoint
from server.reviews.rules import Standing
from server.views import Asked, View
from shared.exam import QuestionKind
from shared.ids import ID_PATTERN


class SecondReadingAsked(Asked):
    """Which answer somebody else is to read."""

    question: Annotated[str, Field(pattern=ID_PATTERN)]


class SecondPoints(Asked):
    """What the second reader gives."""

    points: Annotated[float, Field(ge=0, le=1000)]
    reason: Annotated[str, Field(min_length=3, max_length=2000, pattern=r"\S")]


class SecondReadingItem(View):
    """A second reading in the list; whose answer it is, is not told."""

    id: str
    interview: str | None
    """None while this person may still read it: the interview's page names the candidate."""
    title: str
    question: str
    position: int
    kind: QuestionKind
    prompt: str
    max_marks: int
    asked_at: datetime
    standing: Standing
    may_read: bool
    """Whether the person who asks may be the second reader."""
    first: float | None
    """The first reader's points; None until the second has read."""
    second: float | None
    second_reason: str


class SecondReadings(View):
    """Those that wait longest first, then those that were read."""

    items: list[SecondReadingItem]


class BlindAnswer(View):
    """What a second reader reads: the answer and what it is measured by, and no points."""

    id: str
    title: str
    position: int
    kind: QuestionKind
    language: str | None
    prompt: str
    max_marks: int
    expected_answer: str
    key_points: list[KeyPoint]
    rubric: list[Criterion]
    text: str
    """What was typed, or a transcript as the candidate corrected it."""
    missing: str
    """Why there is no text, in a sentence; empty where there is."""


class AppealItem(View):
    """A candidate's objection."""

    id: str
    interview: str
    title: str
    text: str
    made_at: datetime
    answer: str
    answered_at: datetime | None
    scored_by_me: bool
    """Whether whoever asks gave points in this interview: somebody else answers, where there is
    somebody else."""


class Appeals(View):
    """Open ones first, oldest first."""

    items: list[AppealItem]


class AppealAnswer(Asked):
    """What the candidate reads on their page."""

    answer: Annotated[str, Field(min_length=10, max_length=5000, pattern=r"\S")]


class MyAppealAsked(Asked):
    """Whose: the invite's secret."""

    token: Annotated[str, Field(min_length=16, max_length=128)]


class MyAppealText(MyAppealAsked):
    """What a candidate objects to."""

    text: Annotated[str, Field(min_length=20, max_length=5000, pattern=r"\S")]


class MyAppeal(View):
    """One objection as its candidate reads it."""

    text: str
    made_at: datetime
    answer: str
    answered_at: datetime | None


class MyAppeals(View):
    """A candidate's own objections, oldest first."""

    may_write: bool
    words: str
    """Why not, in a sentence; empty where they may."""
    items: list[MyAppeal]
