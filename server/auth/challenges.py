"""Questions that the server asks and gets answered a little later: a second factor, a passkey.

One rule: a challenge costs the server nothing until it is answered, because anybody may ask for
one: it is signed, not stored. What is stored is that it was answered, so that it never is twice.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import jwt
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from server.models import SpentChallenge
from server.refusals import Refused
from shared.ids import new_id

LIFE = timedelta(minutes=5)
"""Long enough to find a phone; the browser's own dialog for passkeys ends earlier."""
_ALGORITHM = "HS256"
_AUDIENCE = "invigil-challenge"


class Purpose(StrEnum):
    """What an answer is good for, and for nothing else."""

    SECOND_FACTOR = "second_factor"
    PASSKEY_SIGN_IN = "passkey_sign_in"
    PASSKEY_NEW = "passkey_new"
    STEP_UP = "step_up"
    OIDC = "oidc"


@dataclass(frozen=True, slots=True)
class Challenge:
    """A question of ours that was not yet answered, as far as its signature can tell."""

    id: str
    purpose: Purpose
    about: str
    """The account it is for; empty where nobody knows yet."""
    expires_at: datetime


def ask(purpose: Purpose, secret: bytes, *, about: str = "", now: datetime) -> tuple[str, bytes]:
    """(token, bytes that a passkey signs) of a new challenge."""
    key = new_id()
    claims = {
        "jti": key,
        "sub": about,
        "use": purpose.value,
        "aud": _AUDIENCE,
        "exp": now + LIFE,
    }
    return jwt.encode(claims, secret, algorithm=_ALGORITHM), to_sign(key, secret)


def read(token: str, purpose: Purpose, secret: bytes, *, now: datetime) -> Challenge:
    """The challenge behind `token`; refuses `challenge_over`."""
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=[_ALGORITHM],
            audience=_AUDIENCE,
            options={"require": ["jti", "sub", "exp", "aud"], "verify_exp": False},
        )
        expires_at = datetime.fromtimestamp(int(claims["exp"]), now.tzinfo)
    except (jwt.PyJWTError, ValueError, OverflowError, OSError):
        raise Refused("challenge_over") from None
    if claims.get("use") != purpose or now >= expires_at:
        raise Refused("challenge_over")
    return Challenge(claims["jti"], purpose, claims["sub"], expires_at)


def to_sign(key: str, secret: bytes) -> bytes:
    """The 32 bytes that a passkey signs for the challenge with id `key`."""
    return hmac.digest(secret, b"invigil-webauthn\n" + key.encode(), "sha256")


def spend(db: Session, challenge: Challenge, *, now: datetime) -> None:
    """Notes that it was answered; refuses `challenge_over` where it was before."""
    db.exec(delete(SpentChallenge).where(col(SpentChallenge.expires_at) < now))
    db.add(SpentChallenge(id=challenge.id, expires_at=challenge.expires_at))
    try:
        db.flush()
    except IntegrityError:
        db.rollback()
        raise Refused("challenge_over") from None
