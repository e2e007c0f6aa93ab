"""Sign-ins as families of rotated refresh tokens.

One rule: a refresh token is good for one exchange. Whoever presents it a second time may have
stolen it, so the whole family ends, in the same transaction; only for `GRACE` does it give the
very same successor again, because answers get lost and pages renew at the same moment.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person, Role
from server.auth.rules import Method, confirmed_lately
from server.auth.tokens import Claims, as_person
from server.keys import encode
from server.models import InterviewSession, RefreshToken, SignInFamily, User
from server.refusals import Refused
from shared.ids import new_id, new_token, token_hash
from shared.lifecycle import TERMINAL

GRACE = timedelta(seconds=30)
"""A page that leaves or reloads asks again at once, a slow network after a time-out of its own;
an access token lives 15 minutes, so no honest page has used the successor by then."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What a browser gets: who it is and the secret for the next exchange."""

    person: Person
    family: str
    refresh: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """How somebody came in."""

    method: Method
    address: str
    agent: str
    ends_at: datetime | None = None
    """When they must come in again, however often the sign-in is renewed."""
    confirmed_at: datetime | None = None
    """When they last proved who they are; None: just now."""


def find_user(db: Session, email: str) -> User | None:
    """The account of an e-mail address, in whatever case it was typed."""
    return db.exec(select(User).where(User.email == email.strip().lower())).one_or_none()


def open_family(
    db: Session, user: User, arrival: Arrival, *, now: datetime, life: timedelta
) -> SignIn:
    """A new sign-in of `user`, under an id that nobody could have known before."""
    family = SignInFamily(
        id=new_id(),
        user_id=user.id,
        created_at=now,
        confirmed_at=arrival.confirmed_at or now,
        ends_at=arrival.ends_at,
        method=arrival.method.value,
        address=arrival.address[:64],
        agent=arrival.agent[:200],
    )
    db.add(family)
    db.flush()
    audit.note(
        db,
        f"user:{user.id}",
        "user.signed_in",
        subject=f"user:{user.id}",
        at=now,
        org_id=user.org_id,
        method=arrival.method.value,
    )
    expires_at = _expiry(family, now + life)
    return _issue(db, user, family.id, refresh=new_token(), now=now, expires_at=expires_at)


def active_user(db: Session, user_id: str) -> User:
    """An account that may sign in; refuses `wrong_credentials`."""
    user = db.get(User, user_id)
    if user is None or not user.active:
        raise Refused("wrong_credentials")
    return user


def rotate(
    db: Session, refresh: str, *, secret: bytes, now: datetime, life: timedelta
) -> SignIn | None:
    """Exchanges a refresh token; None when it is unknown, run out, revoked or was used before.

    The successor follows from the token and the server's `secret`: whoever asks twice within
    `GRACE` gets the same one, and the database still holds nothing but hashes. The caller
    commits in every case: a second use has ended the family.
    """
    token = db.exec(
        select(RefreshToken).where(RefreshToken.token_hash == token_hash(refresh))
    ).one_or_none()
    if token is None:
        return None
    successor = encode(hmac.digest(secret, b"invigil-refresh\n" + refresh.encode(), "sha256"))
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
    first = taken.rowcount == 1
    if not first:
        db.refresh(token)  # somebody may have been first since it was read
        if not _in_grace(db, token, successor, now):
            if token.used_at is not None:
                end_family(db, token.family, now=now)
            return None
    user, family = db.get(User, token.user_id), db.get(SignInFamily, token.family)
    if user is None or not user.active or family is None:
        end_family(db, token.family, now=now)
        return None
    if first:
        expires_at = _expiry(family, now + life)
        return _issue(db, user, family.id, refresh=successor, now=now, expires_at=expires_at)
    return SignIn(as_person(user), token.family, successor)


def end_family(db: Session, family: str, *, now: datetime) -> None:
    """Signs one browser out: its refresh and access tokens are good for nothing from now on."""
    db.exec(
        update(RefreshToken)
        .where(col(RefreshToken.family) == family, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def end_presented(db: Session, refresh: str, *, now: datetime) -> None:
    """Ends the sign-in that a refresh token belongs to, if it is one."""
    family = db.exec(
        select(RefreshToken.family).where(RefreshToken.token_hash == token_hash(refresh))
    ).first()
    if family is not None:
        end_family(db, family, now=now)


def end_all(db: Session, user_id: str, *, now: datetime) -> None:
    """Signs an account out everywhere."""
    db.exec(
        update(RefreshToken)
        .where(col(RefreshToken.user_id) == user_id, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=now)
    )


_OVER = (
    select(RefreshToken.id)
    .where(
        RefreshToken.family == bindparam("family"),
        RefreshToken.user_id == bindparam("user"),
        col(RefreshToken.revoked_at).is_not(None),
    )
    .exists()
)
_PERSON = select(User).where(User.id == bindparam("user"), col(User.active).is_(True), ~_OVER)
"""Built once: every request asks it."""


def find_person(db: Session, claims: Claims) -> Person | None:
    """The account behind an access token; None when it or its sign-in is over."""
    values = {"user": claims.user_id, "family": claims.family}
    user = db.exec(_PERSON, params=values).first()
    return None if user is None else as_person(user)


def is_confirmed(db: Session, family: str, person: Person, *, now: datetime) -> bool:
    """Whether `person` proved in this sign-in, and lately, who they are."""
    found = db.get(SignInFamily, family)
    return (
        found is not None
        and found.user_id == person.id
        and confirmed_lately(found.confirmed_at, now)
    )


def confirm(db: Session, family: str, person: Person, *, now: datetime) -> None:
    """Notes that `person` just proved in this sign-in who they are."""
    db.exec(
        update(SignInFamily)
        .where(col(SignInFamily.id) == family, col(SignInFamily.user_id) == person.id)
        .values(confirmed_at=now)
    )


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


def _in_grace(db: Session, token: RefreshToken, successor: str, now: datetime) -> bool:
    """Whether a used token was exchanged just now and nobody has used its successor yet."""
    if token.used_at is None or token.revoked_at is not None or now - token.used_at > GRACE:
        return False
    unused = db.exec(
        select(RefreshToken.id).where(
            RefreshToken.token_hash == token_hash(successor),
            col(RefreshToken.used_at).is_(None),
            col(RefreshToken.revoked_at).is_(None),
        )
    ).first()
    return unused is not None


def _expiry(family: SignInFamily, usual: datetime) -> datetime:
    return usual if family.ends_at is None else min(usual, family.ends_at)


def _issue(
    db: Session, user: User, family: str, *, refresh: str, now: datetime, expires_at: datetime
) -> SignIn:
    db.add(
        RefreshToken(
            user_id=user.id,
            token_hash=token_hash(refresh),
            family=family,
            created_at=now,
            expires_at=expires_at,
        )
    )
    return SignIn(as_person(user), family, refresh)
