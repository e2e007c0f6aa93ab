"""What routes ask for: the parts of the server, a database session, the person signed in.

One rule: `Db` commits after the handler and before the first byte of the answer (dependency
scope "function"), so that nobody is told of something that a crash can still undo.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session
from starlette.requests import HTTPConnection

from server.auth import service, tokens
from server.auth.people import Person, Role
from server.auth.throttle import Throttle
from server.db import Database
from server.keys import ServerKeys
from server.refusals import Refused
from server.settings import Settings


@dataclass(frozen=True)
class Parts:
    """What `create_app` built; found at `app.state.parts`."""

    settings: Settings
    database: Database
    keys: ServerKeys
    now: Callable[[], datetime]
    """The server's clock: aware UTC."""
    throttle: Throttle
    """Counts of failed sign-ins."""


def parts_of(connection: HTTPConnection) -> Parts:
    """The parts behind a request or a WebSocket."""
    return connection.app.state.parts


def _write(parts: Annotated[Parts, Depends(parts_of)]) -> Iterator[Session]:
    with parts.database.write() as session:
        yield session


def _read(parts: Annotated[Parts, Depends(parts_of)]) -> Iterator[Session]:
    with parts.database.read() as session:
        yield session


def _now(parts: Annotated[Parts, Depends(parts_of)]) -> datetime:
    return parts.now()


PartsDep = Annotated[Parts, Depends(parts_of)]
Db = Annotated[Session, Depends(_write, scope="function")]
"""A session that may write. Takes SQLite's writer's place with its first statement."""
ReadDb = Annotated[Session, Depends(_read, scope="function")]
"""A session that only reads."""
Now = Annotated[datetime, Depends(_now)]
"""The instant of this request."""


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
