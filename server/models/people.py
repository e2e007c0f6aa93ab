"""Who signs in: users, their sign-ins and refresh tokens.

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


class SignInFamily(SQLModel, table=True):
    """One sign-in on one browser: how it came about, and when its person was last sure of."""

    __tablename__ = named("sign_ins")

    id: str = id_field()
    """The family of its refresh tokens."""
    user_id: str = ref("users.id", index=True)
    created_at: datetime = made_at()
    confirmed_at: datetime = utc()
    """When the person last proved who they are: at the sign-in, or by a step-up."""
    ends_at: datetime | None = utc(None)
    """When it is over however often it was renewed; None: as long as it is renewed."""
    method: str = Field(max_length=12)
    """A `server.auth.rules.Method`."""
    address: str = Field(default="", max_length=64)
    """Where it came from, shown to its own person only."""
    agent: str = Field(default="", max_length=200)
    """What the browser called itself."""


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
