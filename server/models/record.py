"""The record as it arrived, and what the server signed about it.

One rule: the bytes in `row`, `sealed` and `statement` are stored and exported unchanged; the
other columns are an index over them.
"""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, big, id_field, named, ref, utc, wide_id_field, xid_field


class RecordRow(Table, table=True):
    """One row of the candidate's record."""

    __tablename__ = named("record_rows")
    __table_args__ = (
        UniqueConstraint("session_id", "seq"),
        Index("ix_record_rows_xid_id", "xid", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    xid: int | None = xid_field()
    session_id: str = ref("interview_sessions.id")
    seq: int = big()
    kind: str = Field(max_length=100)
    at: str = Field(max_length=100)
    """The candidate's wall clock, as sent."""
    mono_ms: int = big()
    body_sha256: str = Field(max_length=100)
    prev: str = Field(max_length=100)
    hash: str = Field(max_length=64)
    row: bytes
    """The envelope's bytes."""
    sealed: bytes
    """nonce || AES-256-GCM(salt || body)."""
    segment: int
    received_at: datetime = utc()
    state: str = Field(default="ok", max_length=12)
    """`ok`; `quarantined` when the body could not be read; `cleaned` when a column shows U+FFFD
    for a NUL of the body."""


class ForkRow(Table, table=True):
    """A row that came with a sequence number already taken by other bytes: kept as evidence."""

    __tablename__ = named("fork_rows")
    __table_args__ = (
        UniqueConstraint("session_id", "seq", "hash"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    xid: int | None = xid_field()
    session_id: str = ref("interview_sessions.id")
    seq: int = big()
    kind: str = Field(max_length=100)
    at: str = Field(max_length=100)
    mono_ms: int = big()
    body_sha256: str = Field(max_length=100)
    prev: str = Field(max_length=100)
    hash: str = Field(max_length=64)
    row: bytes
    sealed: bytes
    segment: int
    received_at: datetime = utc()
    state: str = Field(default="ok", max_length=12)


class ServerLink(Table, table=True):
    """One link of the server's own chain: receipts, actions, looks and scores."""

    __tablename__ = named("server_links")
    __table_args__ = (
        UniqueConstraint("session_id", "n"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    session_id: str = ref("interview_sessions.id")
    n: int = big()
    """Counts up from 1 in the session."""
    kind: str = Field(max_length=40)
    seq: int = big()
    head: str = Field(max_length=64)
    received_at: datetime = utc()
    prev: str = Field(max_length=64)
    body_sha256: str = Field(max_length=64)
    statement: bytes
    """What was hashed and signed: `shared.chain.receipt_statement`."""
    hash: str = Field(max_length=64)
    sig: str = Field(max_length=86)
    kid: str = Field(max_length=16)


class Evidence(Table, table=True):
    """A sealed blob that the record names or that the server holds."""

    __tablename__ = named("evidence")
    __table_args__ = (UniqueConstraint("session_id", "sha256"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    sha256: str = Field(max_length=64)
    """Of the sealed bytes."""
    size: int = big()
    """Sealed bytes."""
    media_type: str = Field(default="", max_length=100)
    """Of the content inside; empty until a row names the blob."""
    stored_at: datetime | None = utc(None)
    """None while a row names the blob and it has not come yet."""
