"""Accounts of people whom their organisation vouches for.

One rule: the groups decide, at every sign-in: without a mapped group there is no way in, and what
was open until then is closed.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server import audit
from server.auth import service
from server.auth.people import Role
from server.auth.rules import role_of_groups
from server.models import ExternalIdentity, User
from server.oidc import Identity
from server.refusals import Refused


def enter(
    db: Session, identity: Identity, mapping: Mapping[str, Role], *, now: datetime
) -> User | None:
    """The account behind `identity`, made or brought up to date; None without a mapped group.

    The caller commits in every case: without a group the open sign-ins were ended. Refuses
    `sso_no_access` for an account that is out of service and `already_exists` where the address
    belongs to an account that is not theirs.
    """
    role = role_of_groups(identity.groups, mapping)
    user = find(db, identity)
    if role is None:
        if user is not None:
            service.end_all(db, user.id, now=now)
            _note(db, user, "user.lost_groups", now=now)
        return None
    if user is None:
        user = _link(db, identity, role, now=now)
    if not user.active:
        raise Refused("sso_no_access", "Your account here is out of service: ask a super admin.")
    if user.role != role.value:
        db.exec(update(User).where(col(User.id) == user.id).values(role=role.value))
        _note(db, user, "user.role_followed_groups", now=now, role=role.value)
        db.refresh(user)
    return user


def find(db: Session, identity: Identity) -> User | None:
    """The account that signed in with this identity before."""
    query = select(User).join(ExternalIdentity, col(ExternalIdentity.user_id) == col(User.id))
    return db.exec(
        query.where(
            ExternalIdentity.issuer == identity.issuer,
            ExternalIdentity.subject == identity.subject,
        )
    ).one_or_none()


def has_identity(db: Session, user_id: str) -> bool:
    """Whether an account signs in at the organisation."""
    query = select(ExternalIdentity.id).where(ExternalIdentity.user_id == user_id).limit(1)
    return db.exec(query).first() is not None


def _link(db: Session, identity: Identity, role: Role, *, now: datetime) -> User:
    """Their account by address, where the organisation has checked the address; else a new one."""
    if "@" not in identity.email:
        raise Refused("sso_failed", "The organisation's sign-in gave no e-mail address.")
    user = service.find_user(db, identity.email)
    if user is None:
        user = service.add_user(
            db,
            email=identity.email[:320],
            name=(identity.name or identity.email)[:200],
            role=role,
            password_hash="",
        )
        user.created_at = now
        _note(db, user, "user.created", now=now, role=role.value)
    elif not identity.email_verified:
        raise Refused(
            "already_exists",
            "This address has an account here, and your organisation does not say that it checked "
            "it is yours: ask a super admin.",
        )
    db.add(
        ExternalIdentity(
            user_id=user.id, issuer=identity.issuer, subject=identity.subject, created_at=now
        )
    )
    db.flush()
    _note(db, user, "user.linked_to_organisation", now=now)
    return user


def _note(db: Session, user: User, action: str, *, now: datetime, **detail: str) -> None:
    audit.note(
        db,
        f"user:{user.id}",
        action,
        subject=f"user:{user.id}",
        at=now,
        org_id=user.org_id,
        **detail,
    )
