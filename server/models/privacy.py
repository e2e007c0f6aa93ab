"""What was agreed to, what must be kept, what was destroyed, and what candidates may read.

One rule: none of these rows holds what was destroyed; a receipt counts it and says when and why.
"""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import (
    Table,
    big,
    id_field,
    made_at,
    named,
    org_field,
    ref,
    utc,
    wide_id_field,
)


class LegalHold(Table, table=True):
    """Nothing of this interview is destroyed while the row stands."""

    __tablename__ = named("legal_holds")
    __table_args__ = (UniqueConstraint("session_id"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    reason: str = Field(sa_type=Text)
    placed_by: str = Field(max_length=60)
    placed_at: datetime = utc()


class Deletion(Table, table=True):
    """Something of an interview was destroyed: first the order, then the signed receipt."""

    __tablename__ = named("deletions")
    __table_args__ = (
        Index("ix_deletions_session_id", "session_id"),
        Index("ix_deletions_asked_at_id", "asked_at", "id"),
    )

    id: str = id_field()
    org_id: str = org_field()
    session_id: str = Field(max_length=32)
    """No key of the table: the receipt outlives the interview."""
    what: str = Field(max_length=20)
    """A `server.privacy.rules.What`."""
    rule: str = Field(max_length=120)
    """Under which rule, such as `retention: audio after 90 days`."""
    actor: str = Field(max_length=60)
    """`user:<id>`, `candidate` or `server`."""
    asked_at: datetime = utc()
    done_at: datetime | None = utc(None)
    counts_json: str = Field(default="{}", sa_type=Text)
    """How much of each kind went, by name."""
    statement: bytes | None = None
    """What the server signed; None until all is gone."""
    sig: str = Field(default="", max_length=86)
    kid: str = Field(default="", max_length=16)
    link: int | None = big(None)
    """Number of the link that names the statement in the interview's own chain."""


class ConsentText(Table, table=True):
    """A text that candidates were shown, word for word; the same words are kept once."""

    __tablename__ = named("consent_texts")

    sha256: str = Field(primary_key=True, max_length=64)
    version: int
    language: str = Field(max_length=35)
    text: str = Field(sa_type=Text)
    first_seen_at: datetime = utc()


class Consent(Table, table=True):
    """What a candidate said about one thing. Only ever inserted: the last one counts."""

    __tablename__ = named("consents")
    __table_args__ = (
        Index("ix_consents_session_id", "session_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = wide_id_field()
    session_id: str = ref("interview_sessions.id")
    about: str = Field(max_length=20)
    """`watching` or `biometrics`."""
    said: str = Field(max_length=12)
    """`given`, `declined` or `withdrawn`."""
    version: int = 0
    """Of the text; 0 where none was shown."""
    text_sha256: str = Field(default="", max_length=64)
    source: str = Field(max_length=12)
    """`app`: a signed row of the record; `page`: the invite's page."""
    seq: int | None = big(None)
    at: datetime = utc()


class Feedback(Table, table=True):
    """What a reviewer wrote for the candidate; read by them only once a person released it."""

    __tablename__ = named("feedback")
    __table_args__ = (UniqueConstraint("session_id"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    summary: str = Field(default="", sa_type=Text)
    comments_json: str = Field(default="{}", sa_type=Text)
    """Comments by the question's id."""
    level: str = Field(default="status", max_length=12)
    """What was released: `status`, `comments` or `scores`."""
    updated_at: datetime = made_at()
    released_at: datetime | None = utc(None)
    released_by: str = Field(default="", max_length=60)
