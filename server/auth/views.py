"""What signing in takes and answers. One rule: no view of an account holds its hash."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.auth.people import Person, Role, Scope
from server.views import Asked, Email, Line, Password, View


class LoginRequest(Asked):
    """E-mail and password."""

    email: Email
    password: Annotated[str, Field(min_length=1, max_length=200)]


class RegisterRequest(Asked):
    """An account for somebody who holds an interview's invite."""

    invite: Annotated[str, Field(min_length=16, max_length=128)]
    """The invite's secret; the account gets the address it was sent to."""
    name: Line
    password: Password


class StepUpRequest(Asked):
    """A fresh proof of who one is."""

    password: Annotated[str, Field(min_length=1, max_length=200)]


class StepUpView(View):
    """What the proof is good for."""

    confirmed_until: datetime
    """Until then no other proof is asked for."""


class PersonView(View):
    """Somebody signed in."""

    id: str
    email: str
    name: str
    role: Role
    scopes: list[Scope]
    """What they may do, or their API token."""


class SignedInView(View):
    """The answer to a sign-in. Browsers use the cookies set with it and ignore the token."""

    access_token: str
    """For scripts: `Authorization: Bearer …`."""
    token_type: str = "bearer"  # noqa: S105
    expires_in: int
    """Seconds until the access token runs out."""
    user: PersonView


def person_view(person: Person) -> PersonView:
    """The public side of an account."""
    return PersonView(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        scopes=sorted(person.scopes) if person.role is not Role.CANDIDATE else [],
    )
