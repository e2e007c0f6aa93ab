"""Second readings of answers, what candidates object to, and who is on the short list.

One rule: a second reader's points are kept beside the first and replace nothing; only a person's
decision does.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, big, id_field, made_at, named, ref, utc


class SecondReading(Table, table=True):
    """One answer that somebody else is to read without the first reader's points."""

    __tablename__ = named("second_readings")
    __table_args__ = (
        Index("ix_second_readings_session_id", "session_id"),
        Index("ix_second_readings_answer_id", "answer_id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    answer_id: str = ref("answers.id")
    first_score_id: str = Field(max_length=32)
    """The person's score that stood when it was asked for."""
    first_by: str = Field(max_length=60)
    """Who gave that one."""
    asked_by: str = Field(max_length=60)
    asked_at: datetime = made_at()
    read_by: str = Field(default="", max_length=60)
    """Empty until it was read."""
    points_milli: int | None = big(None)
    """The second reader's, times 1000."""
    reason: str = Field(default="", sa_type=Text)
    read_at: datetime | None = utc(None)


class Appeal(Table, table=True):
    """A candidate's objection to what was released to them, and a person's answer."""

    __tablename__ = named("appeals")
    __table_args__ = (Index("ix_appeals_session_id_made_at", "session_id", "made_at"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    text: str = Field(sa_type=Text)
    made_at: datetime = made_at()
    answer: str = Field(default="", sa_type=Text)
    answered_by: str = Field(default="", max_length=60)
    answered_at: datetime | None = utc(None)


class Shortlisted(Table, table=True):
    """Whether an interview is on the short list of its paper, for all who see the interview."""

    __tablename__ = named("shortlisted")

    session_id: str = ref("interview_sessions.id", primary_key=True)
    listed: bool
    """False once it was taken off again: the row stays, so that `version` never goes back."""
    version: int
    """Counts every change: two people who change it at once are told."""
    changed_by: str = Field(max_length=60)
    changed_at: datetime = made_at()
