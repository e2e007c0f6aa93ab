"""Reports of candidates' machines from before an interview: whether they are ready for it.

One rule: the report is kept as it was signed; columns are an index for lists.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, named, org_field, ref, utc


class ReadinessReport(Table, table=True):
    """One signed report of a preflight, tied to an invite."""

    __tablename__ = named("readiness_reports")
    __table_args__ = (
        Index("ix_readiness_reports_session_id_received_at", "session_id", "received_at"),
        Index("ix_readiness_reports_received_at_id", "received_at", "id"),
    )

    id: str = id_field()
    org_id: str = org_field()
    session_id: str = ref("interview_sessions.id")
    received_at: datetime = utc()
    outcome: str = Field(max_length=12)
    """The worst of its lines: `ok`, `violation` or `unknown`."""
    report: str = Field(sa_type=Text)
    """JSON of a `shared.readiness.Readiness`, exactly as it was signed."""
    public_key: str = Field(max_length=43)
    """Made for this report alone."""
    signature: str = Field(max_length=86)
