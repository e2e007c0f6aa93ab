"""Recovery codes: what stands in when phone and passkey are gone.

One rule: they are shown once and kept as hashes; each opens one sign-in.
"""

import secrets
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from server.models import RecoveryCode
from shared.ids import token_hash

COUNT = 10
_LETTERS = "abcdefghjkmnpqrstvwxyz0123456789"
"""32 of them, none of which is taken for another: no i, l, o, u."""
_GROUPS, _LONG = 4, 4
"""80 random bits: too many to try even for whoever has the hashes."""


def make(db: Session, user_id: str) -> list[str]:
    """New codes such as `3fq7-9kzm-…`; the old ones are good for nothing any more."""
    forget(db, user_id)
    codes = [
        "-".join("".join(secrets.choice(_LETTERS) for _ in range(_LONG)) for _ in range(_GROUPS))
        for _ in range(COUNT)
    ]
    db.add_all(RecoveryCode(user_id=user_id, code_hash=_hashed(user_id, code)) for code in codes)
    return codes


def take(db: Session, user_id: str, code: str, *, now: datetime) -> bool:
    """Uses a code up; False where it is none of theirs or was used before."""
    taken = db.exec(
        update(RecoveryCode)
        .where(
            col(RecoveryCode.user_id) == user_id,
            col(RecoveryCode.code_hash) == _hashed(user_id, code),
            col(RecoveryCode.used_at).is_(None),
        )
        .values(used_at=now)
    )
    return taken.rowcount == 1


def left(db: Session, user_id: str) -> int:
    """How many are still good."""
    query = select(func.count()).where(
        RecoveryCode.user_id == user_id, col(RecoveryCode.used_at).is_(None)
    )
    return db.exec(query).one()


def forget(db: Session, user_id: str) -> None:
    """Takes all of them away."""
    db.exec(delete(RecoveryCode).where(col(RecoveryCode.user_id) == user_id))


def _hashed(user_id: str, code: str) -> str:
    typed = "".join(code.lower().split()).replace("-", "")
    return token_hash(f"{user_id}\n{typed}")
