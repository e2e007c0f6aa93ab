"""What the proctor saw, as an index over the record for lists and live views.

One rule: these rows can be made again from `RecordRow`; nothing is here that is not there.
"""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field

from server.models.base import Table, big, named, ref, utc, wide_id_field, xid_field

_OPENINGS = text("kind = 'signal.opened'")
"""Half of all events; queries must spell it out too (`server.proctoring.service.is_opening`),
because no partial index serves a parameter."""
_ASKED = text("kind = 'candidate.asked'")
"""A handful in an interview, looked for with every look at the live page (`server.asked`)."""


class ProctoringEvent(Table, table=True):
    """One durable fact from the candidate's machine that a person may want to look at."""

    __tablename__ = named("proctoring_events")
    __table_args__ = (
        UniqueConstraint("session_id", "seq"),
        Index("ix_proctoring_events_xid_id", "xid", "id"),
        Index(
            "ix_proctoring_events_openings",
            "session_id",
            "signal",
            "severity",
            "id",
            postgresql_where=_OPENINGS,
            sqlite_where=_OPENINGS,
        ),
        Index(
            "ix_proctoring_events_asked",
            "session_id",
            "id",
            postgresql_where=_ASKED,
            sqlite_where=_ASKED,
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    xid: int | None = xid_field()
    session_id: str = ref("interview_sessions.id")
    seq: int = big()
    kind: str = Field(max_length=100)
    signal: str = Field(default="", max_length=100)
    severity: str = Field(default="info", max_length=20)
    onset_ms: int | None = big(None)
    """Milliseconds since the interview's start."""
    at_ms: int | None = big(None)
    ended_ms: int | None = big(None)
    body_json: str = Field(default="{}", sa_type=Text)
    received_at: datetime = utc()


class EventCount(Table, table=True):
    """How often an interview noted one thing, so that a sum over a year reads no event."""

    __tablename__ = named("event_counts")

    session_id: str = ref("interview_sessions.id", primary_key=True)
    kind: str = Field(max_length=100, primary_key=True)
    """`signal.opened` or `system`."""
    name: str = Field(max_length=100, primary_key=True)
    """The signal; of the machinery, what happened."""
    severity: str = Field(max_length=20, primary_key=True)
    count: int
