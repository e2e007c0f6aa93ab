"""Who signs in: users, their sign-ins, and the tokens that stand for them.

One rule: secrets are stored as hashes; a refresh token's plain text exists only in its cookie, an
API token's only in the answer that made it.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref, utc

ALL_SCOPES = "author proctor reviewer scheduler"


class User(Table, table=True):
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
    """Empty until a password was set; nothing fits it."""
    scopes: str = Field(
        default=ALL_SCOPES, max_length=100, sa_column_kwargs={"server_default": ALL_SCOPES}
    )
    """What an admin may do, names with a space between; the other roles do not read it."""
    active: bool = True
    created_at: datetime = made_at()


class SignInFamily(Table, table=True):
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


class RefreshToken(Table, table=True):
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


class ApiToken(Table, table=True):
    """A bearer token for a script, with some of its owner's scopes."""

    __tablename__ = named("api_tokens")
    __table_args__ = (
        Index("ix_api_tokens_user_id", "user_id"),
        Index("ix_api_tokens_created_at_id", "created_at", "id"),
    )

    id: str = id_field()
    user_id: str = ref("users.id")
    name: str = Field(max_length=200)
    prefix: str = Field(max_length=20)
    """Its first characters: enough to recognise it, not to use it."""
    token_hash: str = Field(max_length=64, unique=True)
    scopes: str = Field(max_length=100)
    """Names with a space between; counted only as far as the owner has them."""
    created_at: datetime = made_at()
    expires_at: datetime = utc()
    used_at: datetime | None = utc(None)
    """The last use, to some minutes."""
    revoked_at: datetime | None = utc(None)


class PasswordLink(Table, table=True):
    """A link with which somebody sets the password of an account, once."""

    __tablename__ = named("password_links")

    id: str = id_field()
    user_id: str = ref("users.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    """Of the secret, which is derived from the server's master key and this row's id."""
    created_at: datetime = made_at()
    expires_at: datetime = utc()
    used_at: datetime | None = utc(None)
    """When it was used, or a newer one took its place."""
    mail_state: str = Field(default="", max_length=12)
    """Empty where no mail was queued; else `queued`, `sent`, `bounced` or `dropped`."""
