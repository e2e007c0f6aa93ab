"""What routes ask for about the person signed in: one name for each kind of access.

One rule: the account is read on every request, so that a person put out of service is out at once.
Whoever only has an account is let in by `SignedIn`, admins by what their routes are about, and
super admins by `SuperAdmin`; API tokens pass where a scope is asked for, and nowhere else.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends
from starlette.requests import HTTPConnection

from server.access import Access
from server.auth import api_tokens, service, tokens
from server.auth.people import Person, Role, Scope
from server.deps import parts_of
from server.refusals import Refused


def signed_in(connection: HTTPConnection) -> Person:
    """Who asks, by bearer token, API token or cookie; also for WebSockets.

    Refuses `not_signed_in`, `csrf`.
    """
    parts = parts_of(connection)
    token, from_cookie = tokens.presented(connection.headers, connection.cookies)
    if from_cookie and connection.scope["type"] == "http":
        tokens.check_csrf(
            connection.scope["method"], connection.headers, cookies=connection.cookies
        )
    if token.startswith(api_tokens.PREFIX):
        return _script(connection, token)
    claims = tokens.read_access(token, parts.keys.jwt, now=parts.now())
    with parts.database.ask() as session:
        person = service.find_person(session, claims)
    if person is None:
        raise Refused("not_signed_in")
    return person


def person_id(connection: HTTPConnection) -> str:
    """Whose request it is; refuses as `signed_in` does."""
    return signed_in(connection).id


@dataclass(frozen=True)
class Gate:
    """A dependency that lets some in and answers who they are."""

    invigil_access: Access
    """Read by `server.access`, so that what is documented is what is checked."""

    def __call__(self, connection: HTTPConnection) -> Person:
        """Refuses `not_signed_in`, `csrf` and, with what is missing, `forbidden`."""
        person = signed_in(connection)
        self.check(person)
        return person

    def check(self, person: Person) -> None:
        """Refuses `forbidden`."""
        access = self.invigil_access
        if person.api_token is not None and not access.api_token:
            raise Refused("forbidden", "An API token does not do here: sign in yourself.")
        if access.who == "super_admin" and person.role is not Role.SUPER_ADMIN:
            raise Refused("forbidden")
        if access.who == "admin" and person.role not in (Role.ADMIN, Role.SUPER_ADMIN):
            raise Refused("forbidden")
        if access.scopes and not person.may(*(Scope(name) for name in access.scopes)):
            names = " or ".join(access.scopes)
            whom = "Use a token that has it" if person.api_token else "Ask a super admin for it"
            raise Refused("forbidden", f"This needs the scope {names}. {whom}.")


def needs(*scopes: Scope) -> Any:
    """An admin, or a script of theirs, with one of `scopes`."""
    return Depends(Gate(Access("admin", tuple(scopes), api_token=True)))


def _script(connection: HTTPConnection, secret: str) -> Person:
    parts = parts_of(connection)
    now = parts.now()
    with parts.database.read() as session:
        found = api_tokens.find_person(session, secret, now=now)
    if found is None:
        raise Refused("not_signed_in", "This API token is not known, revoked or run out.")
    person, token = found
    if token.used_at is None or now - token.used_at >= api_tokens.USED_TO:
        with parts.database.write() as session:
            api_tokens.note_use(session, token.id, now=now)
    return person


SignedIn = Annotated[Person, Depends(Gate(Access("signed_in")))]
"""Anybody with an account, in person."""
SignedInOrToken = Annotated[Person, Depends(Gate(Access("signed_in", api_token=True)))]
"""Anybody with an account, or a script of theirs."""
Admin = Annotated[Person, Depends(Gate(Access("admin")))]
"""An admin or a super admin in person, whatever their scopes."""
SuperAdmin = Annotated[Person, Depends(Gate(Access("super_admin")))]
"""A super admin in person."""

Author = Annotated[Person, needs(Scope.AUTHOR)]
"""Who makes papers and questions."""
Scheduler = Annotated[Person, needs(Scope.SCHEDULER)]
"""Who makes and changes interviews."""
Proctor = Annotated[Person, needs(Scope.PROCTOR)]
"""Who watches live and acts."""
Reviewer = Annotated[Person, needs(Scope.REVIEWER)]
"""Who reads and decides results."""
AuthorOrScheduler = Annotated[Person, needs(Scope.AUTHOR, Scope.SCHEDULER)]
"""Reads papers: interviews are made from them."""
ProctorOrReviewer = Annotated[Person, needs(Scope.PROCTOR, Scope.REVIEWER)]
"""Reads events and pictures: live, and afterwards."""
InterviewReader = Annotated[Person, needs(Scope.SCHEDULER, Scope.PROCTOR, Scope.REVIEWER)]
"""Reads interviews: who makes, watches or reviews them."""

watches_live = Gate(Access("admin", (Scope.PROCTOR,), api_token=True))
"""For WebSockets, which ask again while they stay open."""
