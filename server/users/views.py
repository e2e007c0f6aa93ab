"""Accounts as super admins send and read them. One rule: no view holds a password's hash."""

from datetime import datetime
from typing import Literal

from server.auth.people import Role
from server.views import Asked, Email, Line, Password, View

RoleName = Literal["super_admin", "admin", "candidate"]


class UserRequest(Asked):
    """A new account."""

    email: Email
    name: Line
    role: RoleName
    password: Password


class UserChange(Asked):
    """The fields to change; those left out stay."""

    name: Line | None = None
    role: RoleName | None = None
    active: bool | None = None
    """False signs the account out everywhere and keeps it out."""
    password: Password | None = None


class UserView(View):
    """An account."""

    id: str
    email: str
    name: str
    role: Role
    active: bool
    created_at: datetime


class UserPage(View):
    """Accounts, newest first."""

    items: list[UserView]
    next_cursor: str | None
    """For the next answer; None at the end."""
