"""What somebody signs in with besides a password.

One rule: nothing here opens anything by itself: a TOTP secret is sealed under the master key,
recovery codes are hashes, a passkey is its public half.
"""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, big, id_field, made_at, named, ref, utc


class TotpSecret(Table, table=True):
    """The secret that an account shares with its authenticator app."""

    __tablename__ = named("totp_secrets")

    user_id: str = ref("users.id", primary_key=True)
    sealed: bytes
    """Sealed by `ServerKeys.wrap`, about `totp <user_id>`."""
    last_step: int = big(0)
    """The newest 30-second step whose code was taken; older ones and this are used up."""
    created_at: datetime = made_at()
    confirmed_at: datetime | None = utc(None)
    """None until a code has shown that the app has the secret; it asks for nothing before."""


class RecoveryCode(Table, table=True):
    """One code that stands in for a second factor, once."""

    __tablename__ = named("recovery_codes")
    __table_args__ = (UniqueConstraint("user_id", "code_hash"),)

    id: str = id_field()
    user_id: str = ref("users.id")
    code_hash: str = Field(max_length=64)
    """SHA-256 over the account and the code, which has 80 random bits."""
    used_at: datetime | None = utc(None)


class Passkey(Table, table=True):
    """A key pair of which the authenticator keeps the private half."""

    __tablename__ = named("passkeys")

    id: str = id_field()
    user_id: str = ref("users.id", index=True)
    credential_id: str = Field(max_length=1400, unique=True)
    """In URL-safe base64; at most 1,023 bytes by the standard."""
    public_key: bytes
    """COSE, as it came."""
    sign_count: int = big(0)
    """What the authenticator last counted; 0 where it does not count."""
    transports: str = Field(default="", max_length=100)
    """How to reach it, separated by commas: a hint to the browser."""
    name: str = Field(max_length=100)
    created_at: datetime = made_at()
    used_at: datetime | None = utc(None)


class SpentChallenge(Table, table=True):
    """A challenge that was answered; kept until it would have run out anyway."""

    __tablename__ = named("spent_challenges")

    id: str = id_field()
    expires_at: datetime = utc(index=True)


class ExternalIdentity(Table, table=True):
    """Who an account is at the organisation's own sign-in."""

    __tablename__ = named("external_identities")
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: str = id_field()
    user_id: str = ref("users.id", index=True)
    issuer: str = Field(max_length=400)
    subject: str = Field(max_length=255)
    created_at: datetime = made_at()
