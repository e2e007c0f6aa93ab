"""Question papers as their authors edit them.

One rule: an interview never reads these rows after its creation; it has its own frozen copy.
"""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import (
    Table,
    id_field,
    made_at,
    named,
    org_field,
    owner_field,
    ref,
    team_field,
    utc,
)


class QuestionPaper(Table, table=True):
    """A set of questions with its time and its policy."""

    __tablename__ = named("question_papers")
    __table_args__ = (
        Index("ix_question_papers_created_at_id", "created_at", "id"),
        Index("ix_question_papers_created_by", "created_by"),
        Index("ix_question_papers_owner_id", "owner_id"),
        Index("ix_question_papers_team_id", "team_id"),
    )

    id: str = id_field()
    org_id: str = org_field()
    created_by: str = ref("users.id", ondelete="RESTRICT")
    """Who made it; that stays when it is handed over."""
    owner_id: str | None = owner_field()
    team_id: str | None = team_field()
    title: str = Field(max_length=200)
    description: str = Field(default="", sa_type=Text)
    duration_s: int
    """Seconds for the whole interview, before accommodations."""
    language: str = Field(default="en", max_length=35)
    """BCP 47 tag of its questions."""
    policy_json: str = Field(default="{}", sa_type=Text)
    """A `shared.policy.Policy`."""
    draw_json: str = Field(default="{}", sa_type=Text)
    """Which of its questions an interview gets (`server.interviews.draw`)."""
    version: int = 1
    """Grows with every change of the paper or of one of its questions."""
    created_at: datetime = made_at()
    updated_at: datetime = made_at()
    archived_at: datetime | None = utc(None)
    """Set when it was put away; interviews made from it stay as they are."""


class Question(Table, table=True):
    """One question with what only its author and the scorer may see."""

    __tablename__ = named("questions")
    __table_args__ = (Index("ix_questions_paper_id_position", "paper_id", "position"),)

    id: str = id_field()
    paper_id: str = ref("question_papers.id")
    position: int
    """Place in the paper, from 1, without a gap."""
    kind: str = Field(max_length=20)
    prompt: str = Field(sa_type=Text)
    topic: str = Field(default="", max_length=200)
    difficulty: str = Field(default="medium", max_length=20)
    marks: int = 10
    time_limit_s: int = 300
    language: str | None = Field(default=None, max_length=20)
    """Programming language of a coding question."""
    starter: str = Field(default="", sa_type=Text)
    expected_answer: str = Field(default="", sa_type=Text)
    key_points_json: str = Field(default="[]", sa_type=Text)
    """List of `server.papers.marking.KeyPoint`."""
    rubric_json: str = Field(default="[]", sa_type=Text)
    """List of `server.papers.marking.Criterion`."""
    tests_json: str = Field(default="[]", sa_type=Text)
    """List of `server.papers.marking.CodeTest`; coding questions only."""
    follow_ups_json: str = Field(default="[]", sa_type=Text)
    """Prepared further questions, in order: a list of texts."""
    deleted_at: datetime | None = utc(None)
    """Set while it is out of the paper and can be put back; `position` is where it was."""


class PaperVersion(Table, table=True):
    """A paper as it was when an interview was first made from that version. Never changed."""

    __tablename__ = named("paper_versions")
    __table_args__ = (UniqueConstraint("paper_id", "version"),)

    id: str = id_field()
    paper_id: str = ref("question_papers.id")
    version: int
    document_json: str = Field(sa_type=Text)
    """A `server.papers.document.PaperDocument`: sorted keys, no blanks, question ids inside."""
    sha256: str = Field(max_length=64)
    """Of `document_json` in UTF-8."""
    question_count: int = 0
    marks: int = 0
    """These two are in the document as well: lists show them without reading it."""
    made_at: datetime = made_at()
