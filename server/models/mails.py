"""Mails to candidates: why each was queued, and what became of it.

One rule: no text and no link is stored here; a mail is written anew when it is sent, from what the
interview says by then.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, ref, utc


class Mail(Table, table=True):
    """One mail for one reason. Its attempts and its death are its job's in the outbox."""

    __tablename__ = named("mails")
    __table_args__ = (Index("ix_mails_session_id_created_at", "session_id", "created_at"),)

    id: str = id_field()
    """Also the left part of its Message-ID, the same in every attempt."""
    session_id: str = ref("interview_sessions.id")
    key: str = Field(max_length=200, unique=True)
    """The reason; also the key of its job in the outbox."""
    kind: str = Field(max_length=20)
    """`invite`, `reschedule`, `cancellation` or `reminder`."""
    sequence: int
    """SEQUENCE of the calendar entry as this mail leaves it; grows with every new fact."""
    state: str = Field(default="queued", max_length=12)
    """`queued`, `sent`, `bounced` or `dropped`."""
    created_at: datetime = made_at()
    due_at: datetime = utc()
    settled_at: datetime | None = utc(None)
    address: str = Field(default="", max_length=320)
    """To whom it was sent; empty before."""
    words: str = Field(default="", sa_type=Text)
    """What the mail server said last, or why it was dropped."""
