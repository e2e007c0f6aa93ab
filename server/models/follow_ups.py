"""Where a further question of an interview came from.

One rule: written once, together with the question itself; both go with the interview's erasure.
"""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, id_field, named, ref, utc


class FollowUp(Table, table=True):
    """One further question about one answer."""

    __tablename__ = named("follow_ups")
    __table_args__ = (
        # However often the job runs, an answer's first further question is one question.
        UniqueConstraint("follows_id", "slot"),
        UniqueConstraint("question_id"),
        Index("ix_follow_ups_session_id", "session_id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    question_id: str = ref("session_questions.id")
    """The further question."""
    follows_id: str = ref("session_questions.id")
    """The question whose answer it is about."""
    slot: int
    """Counts up from 1 for each answer."""
    number: int
    """Of the instruction that brings it."""
    source: str = Field(max_length=20)
    """`model` or `prepared`."""
    model: str = Field(default="", max_length=200)
    """As its server names it; empty for a prepared one."""
    digest: str = Field(default="", max_length=200)
    """Of its weights, where the server tells."""
    prompt_version: str = Field(default="", max_length=20)
    prompt_sha256: str = Field(default="", max_length=64)
    """Of the whole prompt, answer and fence included."""
    answer_sha256: str = Field(default="", max_length=64)
    """Of the answer that it was written about; empty where a prepared one needed none."""
    about: str = Field(default="", sa_type=Text)
    """The words of the answer that it takes up; empty for a prepared one."""
    instead: str = Field(default="", max_length=40)
    """Why a prepared one was asked, by code; empty where a model wrote it."""
    made_at: datetime = utc()
