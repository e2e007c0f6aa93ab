"""Sign-ins as families of rotated refresh tokens.

One rule: a refresh token is good for one exchange. Whoever presents it a second time may have
stolen it, so the whole family ends, in the same transaction.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.auth.people import Person, Role
from server.auth.tokens import Claims, as_person
from server.models import InterviewSession, RefreshToken, User
from server.refusals import Refused
from shared.ids import new_id, new_token, token_hash
from shared.lifecycle import TERMINAL


@dataclass(frozen=True, slots=True)
class SignIn:
    """What a browser gets: who it is and the secret for the next exchange."""

    person: Person
    family: str
    refresh: str


def find_user(db: Session, email: str) -> User | None:
    """The account of an e-mail address, in whatever case it was typed."""
    return db.exec(select(User).where(User.email == email.strip().lower())).one_or_none()


def open_family(db: Session, user: User, *, now: datetime, life: timedelta) -> SignIn:
    """A new sign-in of `user`."""
    return _issue(db, user, new_id(), now=now, life=life)


def rotate(db: Session, refresh: str, *, now: datetime, life: timedelta) -> SignIn | None:
    """Exchanges a refresh token; None when it is unknown, run out, revoked or was used before.

    The caller commits in every case: a second use has ended the family.
    """
    token = db.exec(
        select(RefreshToken).where(RefreshToken.token_hash == token_hash(refresh))
    ).one_or_none()
    if token is None:
        return None
    taken = db.exec(
        update(RefreshToken)
        .where(
            col(RefreshToken.id) == token.id,
            col(RefreshToken.used_at).is_(None),
            col(RefreshToken.revoked_at).is_(None),
            col(RefreshToken.expires_at) > now,
        )
        .values(used_at=now)
    )
    if taken.rowcount != 1:
        if token.used_at is not None:
            end_family(db, token.family, now=now)
        return None
    user = db.get(User, token.user_id)
    if user is None or not user.active:
        end_family(db, token.family, now=now)
        return None
    return _issue(db, user, token.family, now=now, life=life)


def end_family(db: Session, family: str, *, now: datetime) -> None:
    """Signs one browser out: its refresh and access tokens are good for nothing from now on."""
    db.exec(
        update(RefreshToken)
        .where(col(RefreshToken.family) == family, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def end_all(db: Session, user_id: str, *, now: datetime) -> None:
    """Signs an account out everywhere."""
    db.exec(
        update(RefreshToken)
        .where(col(RefreshToken.user_id) == user_id, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def find_person(db: Session, claims: Claims) -> Person | None:
    """The account behind an access token; None when it or its sign-in is over."""
    user = db.get(User, claims.user_id)
    if user is None or not user.active:
        return None
    over = db.exec(
        select(RefreshToken.id)
        .where(
            RefreshToken.family == claims.family,
            RefreshToken.user_id == user.id,
            col(RefreshToken.revoked_at).is_not(None),
        )
        .limit(1)
    ).first()
    return None if over else as_person(user)


def invited_email(db: Session, invite: str, *, now: datetime) -> str:
    """The address an invite was sent to; refuses as for a candidate when it is no longer good."""
    found = db.exec(
        select(InterviewSession).where(InterviewSession.invite_hash == token_hash(invite))
    ).one_or_none()
    if found is None:
        raise Refused("invite_unknown")
    if found.invite_revoked_at is not None:
        raise Refused("invite_revoked")
    if found.status in TERMINAL or now >= found.closes_at:
        raise Refused("invite_expired")
    return found.candidate_email.lower()


def add_user(db: Session, *, email: str, name: str, role: Role, password_hash: str) -> User:
    """A new account; refuses `already_exists`."""
    email = email.strip().lower()
    if find_user(db, email) is not None:
        raise Refused("already_exists", "An account with this e-mail address exists: use it.")
    user = User(email=email, name=name.strip(), role=role.value, password_hash=password_hash)
    db.add(user)
    db.flush()
    return user


def _issue(db: Session, user: User, family: str, *, now: datetime, life: timedelta) -> SignIn:
    refresh = new_token()
    db.add(
        RefreshToken(
            user_id=user.id,
            token_hash=token_hash(refresh),
            family=family,
            created_at=now,
            expires_at=now + life,
        )
    )
    return SignIn(as_person(user), family, refresh)
