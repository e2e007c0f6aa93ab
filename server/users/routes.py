"""Accounts over HTTP, for super admins only."""

from datetime import datetime

from fastapi import status
from sqlmodel import Session

from server.auth import password_links
from server.auth.deps import SuperAdmin
from server.auth.passwords import hash_password
from server.auth.people import Person, Role, scopes_text
from server.auth.step_up import STEP_UP, StepUp
from server.auth.tokens import as_person
from server.deps import Db, Now, Parts, PartsDep, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.models import User
from server.routers import feature_router
from server.users import service
from server.users.views import (
    EmptyRequest,
    InvitedView,
    UserChange,
    UserPage,
    UserRequest,
    UserView,
)
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor

_ADMIN = ("not_signed_in", "forbidden")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")
router = feature_router("/admin/users", "users", max_body_size=MAX_FORM_BYTES)


@router.get("", responses=problems(*_ADMIN))
def list_users(
    person: SuperAdmin, db: ReadDb, cursor: Cursor = None, limit: Limit = 50
) -> UserPage:
    """Accounts, newest first."""
    found = service.list_users(db, person, after=read_cursor(cursor), limit=limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    return UserPage(
        items=[_view(user) for user in page],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, "already_exists")
    | leads_to(
        201,
        with_id(
            *("getUser", "changeUser", "deleteUser", "inviteUser"),
            *("handOverEverything", "resetSecondFactor"),
        ),
    ),
)
def create_user(
    asked: UserRequest, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> InvitedView:
    """Makes an account. Without a password its person is invited by a link to set one."""
    hashed = hash_password(asked.password) if asked.password else ""
    user = service.add_user(
        db,
        person,
        email=asked.email,
        name=asked.name,
        role=Role(asked.role),
        scopes=asked.scopes,
        password_hash=hashed,
        now=now,
    )
    if hashed:
        return InvitedView(**dict(_view(user)), invite_url=None, mailed=False)
    return _invited(db, person, parts, user, now)


@router.post("/{id}/invite", responses=problems(*_CHANGE, "not_found", "in_use"))
def invite_user(
    id: Key, asked: EmptyRequest, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> InvitedView:
    """Makes a new link to set the password, as for one forgotten; earlier links end."""
    return _invited(db, person, parts, service.get_user(db, person, id, lock=True), now)


@router.get("/{id}", responses=problems(*_ADMIN, "not_found"))
def get_user(id: Key, person: SuperAdmin, db: ReadDb) -> UserView:
    """One account."""
    return _view(service.get_user(db, person, id))


@router.patch("/{id}", responses=problems(*_CHANGE, "not_found", "in_use"))
def change_user(id: Key, asked: UserChange, person: SuperAdmin, db: Db, now: Now) -> UserView:
    """Changes the fields that are given."""
    fields = asked.given()
    if "scopes" in fields:
        fields["scopes"] = scopes_text(fields["scopes"])
    if "password" in fields:
        fields["password_hash"] = hash_password(fields.pop("password"))
    user = service.get_user(db, person, id, lock=True)
    service.change_user(db, person, user, fields=fields, now=now)
    return _view(user)


@router.delete(
    "/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_CHANGE, "not_found", "in_use"),
)
def delete_user(id: Key, person: SuperAdmin, db: Db, now: Now) -> None:
    """Removes an account that made nothing."""
    service.delete_user(db, person, service.get_user(db, person, id, lock=True), now=now)


@router.delete(
    "/{id}/second-factor",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found", STEP_UP),
)
def reset_second_factor(id: Key, person: SuperAdmin, confirmed: StepUp, db: Db, now: Now) -> None:
    """Takes away somebody's authenticator app, passkeys and recovery codes, and signs them out."""
    service.reset_second_factor(db, person, service.get_user(db, person, id, lock=True), now=now)


def _invited(db: Session, person: Person, parts: Parts, user: User, now: datetime) -> InvitedView:
    mails = parts.settings.mails
    link = service.invite_user(db, person, user, keys=parts.keys, mails=mails, now=now)
    url = password_links.url_of(parts.settings, parts.keys, link.id)
    return InvitedView(**dict(_view(user)), invite_url=url, mailed=mails)


def _view(user: User) -> UserView:
    plain = user.model_dump(include=set(UserView.model_fields) - {"scopes"})
    person = as_person(user)
    scopes = sorted(person.scopes) if person.role is not Role.CANDIDATE else []
    return UserView.model_validate(
        {**plain, "scopes": scopes, "password_set": bool(user.password_hash)}
    )
