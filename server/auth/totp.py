"""Codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds, as all apps know).

One rule: a code is good once. The step it belongs to is taken by a conditional update, so that
of two who present the same code at the same moment one is refused.
"""

import hmac
from datetime import datetime

from pyotp import random_base32
from pyotp.totp import TOTP
from sqlalchemy import delete, update
from sqlmodel import Session, col

from server.keys import ServerKeys
from server.models import TotpSecret
from server.refusals import Refused

STEP_S = 30
_AROUND = (0, -1, 1)
"""Steps that are tried: now, the one before (typed late), the one after (the phone is ahead)."""


def begin(db: Session, user_id: str, keys: ServerKeys, *, now: datetime) -> str:
    """A new secret in base32, which counts once `confirm` has seen a code of it.

    Takes the place of one that was never confirmed; refuses `already_exists` where one counts.
    """
    secret = random_base32()
    sealed = keys.wrap(secret.encode(), about=sealed_for(user_id))
    db.exec(
        delete(TotpSecret).where(
            col(TotpSecret.user_id) == user_id, col(TotpSecret.confirmed_at).is_(None)
        )
    )
    if db.get(TotpSecret, user_id) is not None:
        raise Refused("already_exists", "An authenticator app is set up: remove it first.")
    db.add(TotpSecret(user_id=user_id, sealed=sealed, created_at=now))
    return secret


def confirm(db: Session, user_id: str, code: str, keys: ServerKeys, *, now: datetime) -> None:
    """From now on the codes count; refuses `wrong_code`, and `not_found` before `begin`."""
    found = db.get(TotpSecret, user_id)
    if found is None or found.confirmed_at is not None:
        raise Refused("not_found", "Begin again: there is no new secret to confirm.")
    _take(db, found, code, keys, now=now)
    db.exec(
        update(TotpSecret)
        .where(col(TotpSecret.user_id) == user_id, col(TotpSecret.confirmed_at).is_(None))
        .values(confirmed_at=now)
    )


def is_on(db: Session, user_id: str) -> bool:
    """Whether codes count for this account."""
    found = db.get(TotpSecret, user_id)
    return found is not None and found.confirmed_at is not None


def take_code(db: Session, user_id: str, code: str, keys: ServerKeys, *, now: datetime) -> None:
    """Uses a code up; refuses `wrong_code`, also for one that was used before."""
    found = db.get(TotpSecret, user_id)
    if found is None or found.confirmed_at is None:
        raise Refused("wrong_code")
    _take(db, found, code, keys, now=now)


def turn_off(db: Session, user_id: str) -> bool:
    """Forgets the secret; False where there was none."""
    return db.exec(delete(TotpSecret).where(col(TotpSecret.user_id) == user_id)).rowcount == 1


def uri(secret: str, *, email: str, issuer: str) -> str:
    """What the QR code says: the `otpauth` address that apps read."""
    return TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def picture(text: str) -> str:
    """`text` as a QR code: an SVG in a `data:` address, dark on white in every scheme."""
    import segno

    return segno.make(text, error="m", micro=False).svg_data_uri(scale=5, border=4, light="#fff")


def _take(db: Session, found: TotpSecret, code: str, keys: ServerKeys, *, now: datetime) -> None:
    secret = keys.unwrap(found.sealed, about=sealed_for(found.user_id)).decode()
    codes, step = TOTP(secret), int(now.timestamp()) // STEP_S
    fits = [
        step + ahead
        for ahead in _AROUND
        if hmac.compare_digest(codes.generate_otp(step + ahead).encode(), code.encode())
    ]
    if not fits:
        raise Refused("wrong_code")
    taken = db.exec(
        update(TotpSecret)
        .where(col(TotpSecret.user_id) == found.user_id, col(TotpSecret.last_step) < fits[0])
        .values(last_step=fits[0])
    )
    if taken.rowcount != 1:
        raise Refused("wrong_code", "That code was used before: wait for the next one.")


def sealed_for(user_id: str) -> str:
    """What a secret is bound to where it lies."""
    return f"totp {user_id}"
