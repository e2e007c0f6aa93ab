"""Accounts over HTTP, for super admins only."""

from fastapi import status

from server.auth.deps import SuperAdmin
from server.auth.passwords import hash_password
from server.auth.people import Role
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.models import User
from server.routers import feature_router
from server.users import service
from server.users.views import UserChange, UserPage, UserRequest, UserView
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
    "", status_code=status.HTTP_201_CREATED, responses=problems(*_CHANGE, "already_exists")
)
def create_user(asked: UserRequest, person: SuperAdmin, db: Db, now: Now) -> UserView:
    """Makes an account."""
    hashed = hash_password(asked.password)
    user = service.add_user(
        db,
        person,
        email=asked.email,
        name=asked.name,
        role=Role(asked.role),
        password_hash=hashed,
        now=now,
    )
    return _view(user)


@router.get("/{id}", responses=problems(*_ADMIN, "not_found"))
def get_user(id: Key, person: SuperAdmin, db: ReadDb) -> UserView:
    """One account."""
    return _view(service.get_user(db, person, id))


@router.patch("/{id}", responses=problems(*_CHANGE, "not_found", "in_use"))
def change_user(id: Key, asked: UserChange, person: SuperAdmin, db: Db, now: Now) -> UserView:
    """Changes the fields that are given."""
    fields = asked.given()
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


def _view(user: User) -> UserView:
    return UserView.model_validate(user.model_dump(include=set(UserView.model_fields)))
