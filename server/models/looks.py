"""Looks through candidates' cameras.

One rule: nothing of the picture is ever here, and what the two sides said of their addresses is
forgotten with the look's end.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, named, ref, utc


class LiveLook(Table, table=True):
    """One person's look through one candidate's camera."""

    __tablename__ = named("live_looks")
    __table_args__ = (
        Index("ix_live_looks_session_id", "session_id"),
        Index("ix_live_looks_viewer", "viewer", "ended_at"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    segment: int
    """Of the lease that was asked: another machine is asked anew."""
    viewer: str = Field(max_length=60)
    """`user:<id>`."""
    opened_at: datetime = utc()
    until_at: datetime = utc()
    """When it ends by itself."""
    phase: str = Field(max_length=20)
    """`asked`, `answered`, `live` or `ended`."""
    phase_at: datetime = utc()
    """When it came so far."""
    live_at: datetime | None = utc(None)
    """When the picture stood; None where it never did."""
    ended_at: datetime | None = utc(None)
    why: str = Field(default="", max_length=20)
    """Why it ended: a `shared.looks.LookEnd`; empty before."""
    offer: str = Field(default="", sa_type=Text)
    """The browser's session description; empty once it ended."""
    answer: str = Field(default="", sa_type=Text)
    """The app's; empty before and once it ended."""
