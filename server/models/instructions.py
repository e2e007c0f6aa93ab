"""What proctors asked of running interviews, and the newest picture of each.

One rule: an instruction is never changed but for the instant at which it was known to be applied.
"""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, id_field, named, ref, utc


class GivenInstruction(Table, table=True):
    """One instruction to a candidate's app."""

    __tablename__ = named("instructions")
    __table_args__ = (
        UniqueConstraint("session_id", "number"),
        UniqueConstraint("session_id", "key"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    number: int
    """Counts up from 1 in the session."""
    key: str = Field(max_length=200)
    """Made by who asked: the same key is one instruction."""
    action: str = Field(max_length=20)
    reason: str = Field(max_length=40)
    text: str = Field(default="", sa_type=Text)
    """The message; empty otherwise."""
    seconds: int = 0
    given_at: datetime = utc()
    given_by: str = Field(max_length=60)
    """`user:<id>`."""
    wire_json: str = Field(sa_type=Text)
    """A `shared.sync.Instruction`, signed, as it is delivered."""
    applied_at: datetime | None = utc(None)
    """When the candidate's machine said so; None while it is pending."""
    read_at: datetime | None = utc(None)
    """When the candidate confirmed to have read what it says."""


class Thumbnail(Table, table=True):
    """The newest small picture of a running interview; there is never a second one."""

    __tablename__ = named("thumbnails")

    session_id: str = ref("interview_sessions.id", primary_key=True)
    at: datetime = utc()
    """When it came."""
    sealed: bytes
    """nonce || AES-256-GCM(JPEG) under the interview's own key."""
