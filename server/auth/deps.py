"""What routes ask for about the person signed in.

One rule: the account is read on every request, so that a person put out of service is out at once.
"""

from typing import Annotated

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from server.auth import service, tokens
from server.auth.people import Person, Role
from server.deps import parts_of
from server.refusals import Refused


def signed_in(connection: HTTPConnection) -> Person:
    """Who asks, by bearer token or cookie; also for WebSockets. Refuses `not_signed_in`, `csrf`.

    The account is read on every request: a person put out of service is out at once.
    """
    parts = parts_of(connection)
    token, from_cookie = tokens.presented(connection.headers, connection.cookies)
    if from_cookie and connection.scope["type"] == "http":
        tokens.check_csrf(
            connection.scope["method"], connection.headers, cookies=connection.cookies
        )
    claims = tokens.read_access(token, parts.keys.jwt, now=parts.now())
    with parts.database.read() as session:
        person = service.find_person(session, claims)
    if person is None:
        raise Refused("not_signed_in")
    return person


def _person(request: Request) -> Person:
    return signed_in(request)


def _admin(person: Annotated[Person, Depends(_person)]) -> Person:
    if person.role not in (Role.ADMIN, Role.SUPER_ADMIN):
        raise Refused("forbidden")
    return person


def _super_admin(person: Annotated[Person, Depends(_person)]) -> Person:
    if person.role is not Role.SUPER_ADMIN:
        raise Refused("forbidden")
    return person


SignedIn = Annotated[Person, Depends(_person)]
"""Anybody with an account."""
Admin = Annotated[Person, Depends(_admin)]
"""An admin or a super admin."""
SuperAdmin = Annotated[Person, Depends(_super_admin)]
"""A super admin."""
