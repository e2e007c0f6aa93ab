"""Accounts as super admins send and read them. One rule: no view holds a password's hash."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from server.auth.people import Role, Scope
from server.views import Asked, Email, Line, Password, View

RoleName = Literal["super_admin", "admin", "candidate"]
ScopeNames = Annotated[list[Annotated[Scope, Field(strict=False)]], Field(max_length=4)]


class UserRequest(Asked):
    """A new account."""

    email: Email
    name: Line
    role: RoleName
    scopes: ScopeNames = list(Scope)  # noqa: RUF012 -- copied by pydantic
    """What an admin may do; super admins do everything, candidates nothing of it."""
    password: Password | None = None
    """Left out: the person gets a link to set it, by mail where mail is on."""


class EmptyRequest(Asked):
    """Nothing to say: `{}`."""


class UserChange(Asked):
    """The fields to change; those left out stay."""

    name: Line | None = None
    role: RoleName | None = None
    scopes: ScopeNames | None = None
    """What an admin may do: all of it at once."""
    active: bool | None = None
    """False signs the account out everywhere and keeps it out."""
    password: Password | None = None


class UserView(View):
    """An account."""

    id: str
    email: str
    name: str
    role: Role
    scopes: list[Scope]
    """What they may do."""
    active: bool
    password_set: bool
    """False until a password was set with the link, or by a super admin."""
    created_at: datetime


class InvitedView(UserView):
    """An account with the link that was just made for it."""

    invite_url: str | None
    """Sets the password, once, within a week. Null where a password was given; it cannot be read
    again."""
    mailed: bool
    """Whether the link goes out by mail too."""


class UserPage(View):
    """Accounts, newest first."""

    items: list[UserView]
    next_cursor: str | None
    """For the next answer; None at the end."""
