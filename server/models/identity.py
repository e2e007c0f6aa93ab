"""Which templates of a candidate's face and voice are kept, never what is in them.

One rule: the numbers exist only in the sealed blob, under the interview's own key, and go with
the interview.
"""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref


class IdentityTemplate(Table, table=True):
    """The template of one interview's selfie or voice sample; a later sample takes its place."""

    __tablename__ = named("identity_templates")
    __table_args__ = (
        UniqueConstraint("session_id", "what"),
        Index("ix_identity_templates_org_id_candidate", "org_id", "candidate"),
    )

    id: str = id_field()
    org_id: str = org_field()
    candidate: str = Field(max_length=64)
    """HMAC of the candidate's address under the master key: the same in all their interviews."""
    session_id: str = ref("interview_sessions.id")
    what: str = Field(max_length=8)
    """`face` or `voice`."""
    model: str = Field(max_length=200)
    """Which model made it, as the record says."""
    model_sha256: str = Field(default="", max_length=64)
    """Of the model's file, as the template says; empty until the template was read."""
    sha256: str = Field(max_length=64)
    """Of the sealed bytes: the blob's address."""
    created_at: datetime = made_at()
