"""What somebody proves who they are with, besides a password.

One rule: whoever has an authenticator app or a passkey needs it at every sign-in by password, and
has recovery codes for the day when it is gone; with the last factor the codes go too.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from server.auth import passkeys, recovery, totp
from server.auth.exchanges import Assertion, Site
from server.auth.rules import Method
from server.keys import ServerKeys
from server.models import Passkey, User
from server.refusals import Refused


@dataclass(frozen=True, slots=True)
class Code:
    """Six digits of an authenticator app."""

    digits: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """One of the codes that were written down."""

    code: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A passkey's answer, to whom it was given and what it had to sign."""

    assertion: Assertion
    site: Site
    challenge: bytes


Proof = Code | Recovery | Signed


@dataclass(frozen=True, slots=True)
class Factors:
    """What an account has besides its password."""

    totp: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def methods(self) -> list[Method]:
        """What a sign-in by password asks for; empty: nothing more."""
        offered = [Method.PASSKEY] if self.passkeys else []
        if self.totp:
            offered.append(Method.TOTP)
        return [*offered, Method.RECOVERY] if offered and self.codes_left else offered


def of(db: Session, user_id: str) -> Factors:
    """What an account has."""
    return Factors(
        totp=totp.is_on(db, user_id),
        passkeys=tuple(passkeys.owned(db, user_id)),
        codes_left=recovery.left(db, user_id),
    )


def take(db: Session, user_id: str, proof: Proof, keys: ServerKeys, *, now: datetime) -> Method:
    """Uses `proof` up; refuses `wrong_code` and `wrong_passkey`."""
    match proof:
        case Code(digits):
            totp.take_code(db, user_id, digits, keys, now=now)
            return Method.TOTP
        case Recovery(code):
            if not of(db, user_id).methods or not recovery.take(db, user_id, code, now=now):
                raise Refused("wrong_code")
            return Method.RECOVERY
        case Signed(assertion, site, challenge):
            used = passkeys.take(db, assertion, site=site, challenge=challenge, now=now)
            if used.user_id != user_id:
                raise Refused("wrong_passkey")
            return Method.PASSKEY


def first_codes(db: Session, user_id: str) -> list[str]:
    """Recovery codes for an account that has none yet, as it gets its first factor."""
    return [] if recovery.left(db, user_id) else recovery.make(db, user_id)


def codes_go_with_the_last(db: Session, user_id: str) -> None:
    """Takes the recovery codes away where nothing is left that they could stand in for."""
    if not of(db, user_id).methods:
        recovery.forget(db, user_id)


def clear(db: Session, user: User) -> None:
    """Takes all of it away: the password alone counts again."""
    totp.turn_off(db, user.id)
    recovery.forget(db, user.id)
    db.exec(delete(Passkey).where(col(Passkey.user_id) == user.id))
