"""Jobs to be done after the commit, and who did what.

One rule: a job is noted in the transaction that needs it, so it is never lost and never early.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, made_at, named, org_field, ref, utc, wide_id_field, xid_field


class Outbox(Table, table=True):
    """One job. The database is the truth; a queue only makes it fast."""

    __tablename__ = named("outbox")
    __table_args__ = (
        Index("ix_outbox_state_due_at", "state", "due_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    topic: str = Field(max_length=60)
    key: str = Field(max_length=200, unique=True)
    """The same key is noted once."""
    payload_json: str = Field(default="{}", sa_type=Text)
    created_at: datetime = made_at()
    due_at: datetime = made_at()
    attempts: int = 0
    state: str = Field(default="waiting", max_length=12)
    """`waiting`, `done` or `dead`."""
    done_at: datetime | None = utc(None)
    last_error: str = Field(default="", max_length=500)
    sent_at: datetime | None = utc(None)
    """When workers elsewhere were told of it; None: not, or taken since."""


class IdempotencyKey(Table, table=True):
    """What somebody was answered for a request that creates, for a day."""

    __tablename__ = named("idempotency_keys")
    __table_args__ = (Index("ix_idempotency_keys_created_at", "created_at"),)

    person_id: str = ref("users.id", primary_key=True)
    key: str = Field(max_length=200, primary_key=True)
    request_sha256: str = Field(max_length=64)
    """Of method, path, query and body, keyed with a secret of the server."""
    status: int = 0
    """HTTP status of the answer; 0 only inside of the transaction that makes it."""
    content_type: str = Field(default="", max_length=100)
    body_sealed: bytes = b""
    """The answer under the server's master key: it may hold a secret that is shown once."""
    created_at: datetime = made_at()


class AuditLog(Table, table=True):
    """Who did or looked at what. Only ever inserted."""

    __tablename__ = named("audit_log")
    __table_args__ = (
        Index("ix_audit_log_xid_id", "xid", "id"),
        Index("ix_audit_log_subject", "subject"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    xid: int | None = xid_field()
    org_id: str = org_field()
    actor: str = Field(max_length=60)
    action: str = Field(max_length=60)
    subject: str = Field(max_length=100)
    """Such as `interview:<id>`."""
    at: datetime = made_at()
    detail_json: str = Field(default="{}", sa_type=Text)
    """Ids and field names; no names, answers or tokens."""


class ServerNote(Table, table=True):
    """What all processes of this server know about it, such as that maintenance is on."""

    __tablename__ = named("server_notes")

    key: str = Field(max_length=60, primary_key=True)
    value_json: str = Field(default="{}", sa_type=Text)
    at: datetime = utc()
    """When it was written last."""
