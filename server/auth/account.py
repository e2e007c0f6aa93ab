"""One's own account: where one is signed in, and the password.

One rule: a sign-in stands while its newest refresh token could still be exchanged.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server import audit
from server.auth import service
from server.auth.people import Person
from server.models import RefreshToken, SignInFamily, User
from server.refusals import Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """A sign-in that is not over."""

    family: SignInFamily
    used_at: datetime
    """When it was last renewed."""


def sign_ins(db: Session, user_id: str, *, now: datetime) -> list[Standing]:
    """Where somebody is signed in, newest first."""
    query = (
        select(SignInFamily, RefreshToken.created_at)
        .join(RefreshToken, col(RefreshToken.family) == col(SignInFamily.id))
        .where(
            SignInFamily.user_id == user_id,
            col(RefreshToken.used_at).is_(None),
            col(RefreshToken.revoked_at).is_(None),
            RefreshToken.expires_at > now,
        )
        .order_by(col(RefreshToken.created_at).desc(), col(SignInFamily.id))
    )
    return [Standing(family, used_at) for family, used_at in db.exec(query)]


def end_own(db: Session, person: Person, family: str, *, now: datetime) -> None:
    """Signs out one of somebody's browsers; refuses `not_found`."""
    found = db.get(SignInFamily, family)
    if found is None or found.user_id != person.id:
        raise Refused("not_found")
    service.end_family(db, family, now=now)
    _note(db, person, "account.sign_in_ended", at=now, sign_in=family)


def end_others(db: Session, person: Person, family: str, *, now: datetime) -> None:
    """Signs somebody out everywhere but in `family`."""
    db.exec(
        update(RefreshToken)
        .where(
            col(RefreshToken.user_id) == person.id,
            col(RefreshToken.family) != family,
            col(RefreshToken.revoked_at).is_(None),
        )
        .values(revoked_at=now)
    )
    _note(db, person, "account.other_sign_ins_ended", at=now)


def change_password(db: Session, person: Person, *, before: str, after: str, now: datetime) -> None:
    """Sets a new hash; refuses `not_confirmed` where somebody else just did."""
    changed = db.exec(
        update(User)
        .where(col(User.id) == person.id, col(User.password_hash) == before)
        .values(password_hash=after)
    )
    if changed.rowcount != 1:
        raise Refused("not_confirmed", "The password was changed a moment ago: use the new one.")
    _note(db, person, "account.password_changed", at=now)


def _note(db: Session, person: Person, action: str, *, at: datetime, **detail: str) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"user:{person.id}",
        at=at,
        org_id=person.org_id,
        **detail,
    )
