"""Makes and changes accounts.

One rule: there is always a super admin who can sign in; nobody can put the last one out.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import or_, tuple_
from sqlmodel import Session, col, select

from server import audit, outbox
from server.auth import api_tokens, factors, password_links
from server.auth import service as auth
from server.auth.people import Person, Role, Scope, scopes_text
from server.keys import ServerKeys
from server.mail.rules import State
from server.models import InterviewSession, PasswordLink, QuestionPaper, User
from server.refusals import Refused


def get_user(db: Session, person: Person, key: str, *, lock: bool = False) -> User:
    """An account of the same organisation; refuses `not_found`."""
    query = select(User).where(User.id == key, User.org_id == person.org_id)
    user = db.exec(query.with_for_update() if lock else query).one_or_none()
    if user is None:
        raise Refused("not_found")
    return user


def list_users(
    db: Session, person: Person, *, after: tuple[datetime, str] | None, limit: int
) -> list[User]:
    """Accounts of the organisation, newest first."""
    query = select(User).where(User.org_id == person.org_id)
    if after is not None:
        query = query.where(tuple_(col(User.created_at), col(User.id)) < tuple_(*after))
    query = query.order_by(col(User.created_at).desc(), col(User.id).desc()).limit(limit)
    return list(db.exec(query))


def add_user(
    db: Session,
    person: Person,
    *,
    email: str,
    name: str,
    role: Role,
    scopes: Collection[Scope],
    password_hash: str,
    now: datetime,
) -> User:
    """A new account; empty `password_hash`: without a password. Refuses `already_exists`."""
    user = auth.add_user(db, email=email, name=name, role=role, password_hash=password_hash)
    user.org_id, user.created_at, user.scopes = person.org_id, now, scopes_text(scopes)
    _note(db, person, "user.created", user, now=now, role=role.value, scopes=sorted(scopes))
    return user


def invite_user(
    db: Session, person: Person, user: User, *, keys: ServerKeys, mails: bool, now: datetime
) -> PasswordLink:
    """A new link with which somebody sets their password, and its mail; earlier links end.

    Refuses `in_use` for an account out of service.
    """
    if not user.active:
        raise Refused("in_use", "The account is out of service: put it back first.")
    link = password_links.make(db, user, keys=keys, now=now)
    if mails:
        link.mail_state = State.QUEUED
        topic = password_links.TOPIC
        outbox.note(db, topic, f"{topic}:{link.id}", {"link": link.id}, now=now)
    _note(db, person, "user.invited", user, now=now)
    return link


def change_user(
    db: Session, person: Person, user: User, *, fields: Mapping[str, Any], now: datetime
) -> None:
    """Sets `fields` of a locked account. A new password or `active: false` signs it out.

    Out of service its API tokens end for good; back in service it needs new ones.
    """
    role, active = fields.get("role", user.role), fields.get("active", user.active)
    if role != Role.SUPER_ADMIN or not active:
        _keep_one(db, user)
    for name, value in fields.items():
        setattr(user, name, value)
    db.add(user)
    if "password_hash" in fields or not user.active:
        auth.end_all(db, user.id, now=now)
    if not user.active or user.role == Role.CANDIDATE:
        api_tokens.revoke_all(db, user.id, now=now)
    _note(db, person, "user.changed", user, now=now, fields=sorted(fields))


def delete_user(db: Session, person: Person, user: User, *, now: datetime) -> None:
    """Removes an account that made nothing; refuses `in_use` and the last super admin."""
    _keep_one(db, user)
    for table in (QuestionPaper, InterviewSession):
        made = or_(col(table.created_by) == user.id, col(table.owner_id) == user.id)
        if db.exec(select(table.id).where(made).limit(1)).first():
            words = "They made papers or interviews: hand those over and put the account out."
            raise Refused("in_use", words)
    _note(db, person, "user.deleted", user, now=now)
    db.delete(user)


def reset_second_factor(db: Session, person: Person, user: User, *, now: datetime) -> None:
    """For somebody who lost phone, passkey and codes: the password alone counts again."""
    factors.clear(db, user)
    auth.end_all(db, user.id, now=now)
    _note(db, person, "user.second_factor_reset", user, now=now)


def reset_sign_in(db: Session, email: str, *, password_hash: str, now: datetime) -> None:
    """By whoever runs the server, for who cannot get in: the password alone, and nobody inside.

    Refuses `not_found`.
    """
    user = auth.find_user(db, email)
    if user is None:
        raise Refused("not_found")
    user.password_hash = password_hash
    db.add(user)
    factors.clear(db, user)
    auth.end_all(db, user.id, now=now)
    audit.note(
        db,
        "operator",
        "user.sign_in_reset",
        subject=f"user:{user.id}",
        at=now,
        org_id=user.org_id,
    )


def _keep_one(db: Session, user: User) -> None:
    """Refuses `in_use` when nobody but `user` could administer the server.

    The rows are locked in order, so that two who put each other out cannot both succeed.
    """
    if user.role != Role.SUPER_ADMIN or not user.active:
        return
    query = (
        select(User.id)
        .where(
            User.role == Role.SUPER_ADMIN.value,
            col(User.active).is_(True),
            or_(col(User.password_hash) != "", col(User.id) == user.id),
        )
        .order_by(col(User.id))
        .with_for_update()
    )
    if len(db.exec(query).all()) <= 1:
        raise Refused("in_use", "This is the last super admin: make another one first.")


def _note(
    db: Session, person: Person, action: str, user: User, *, now: datetime, **detail: Any
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"user:{user.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )
