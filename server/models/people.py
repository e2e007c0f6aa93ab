"""Who signs in: users and their refresh tokens.

One rule: secrets are stored as hashes; a token's plain text exists only in its cookie.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from server.models.base import id_field, made_at, named, org_field, ref, utc


class User(SQLModel, table=True):
    """Somebody with an account. Candidates have none: their invite is enough."""

    __tablename__ = named("users")
    __table_args__ = (Index("ix_users_created_at_id", "created_at", "id"),)

    id: str = id_field()
    org_id: str = org_field()
    email: str = Field(max_length=320, unique=True)
    """Lower case."""
    name: str = Field(max_length=200)
    role: str = Field(max_length=20)
    """`super_admin`, `admin` or `candidate`."""
    password_hash: str = Field(max_length=200)
    active: bool = True
    created_at: datetime = made_at()


class RefreshToken(SQLModel, table=True):
    """One link of a chain of rotated tokens; a family is one sign-in on one browser."""

    __tablename__ = named("refresh_tokens")

    id: str = id_field()
    user_id: str = ref("users.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    family: str = Field(max_length=32, index=True)
    created_at: datetime = made_at()
    expires_at: datetime = utc()
    used_at: datetime | None = utc(None)
    """Set when it was exchanged; presenting it again later revokes the family."""
    revoked_at: datetime | None = utc(None)
