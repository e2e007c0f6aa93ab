"""HTTP for super admins: how the server is, and maintenance.

One rule: what is seen here is what `/readyz` and the command line see.
"""

from datetime import datetime
from typing import Annotated

from fastapi import status
from pydantic import Field

from server.auth.deps import SuperAdmin
from server.bodies import Asked, Instant, View
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.operations import maintenance, queries, readiness
from server.operations.routes import PartView
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES
from shared.version import APP_VERSION

router = feature_router("/admin", "server", max_body_size=MAX_FORM_BYTES)
_ADMIN = ("not_signed_in", "forbidden")


class MaintenanceView(View):
    """Maintenance that is on."""

    message: str
    since: datetime
    until: datetime | None
    """When it is meant to end; it is ended by a person."""


class MaintenanceRequest(Asked):
    """Switches maintenance on."""

    message: Annotated[str, Field(max_length=300)] = ""
    """For admins and candidates, such as why and how long."""
    until: Instant | None = None
    """When it is meant to end."""


class ServerView(View):
    """The server as it stands."""

    version: str
    parts: list[PartView]
    maintenance: MaintenanceView | None
    running: int
    """Interviews that run now."""
    dead: int
    """Jobs that failed for good."""


@router.get("/server", responses=problems(*_ADMIN))
def get_server(person: SuperAdmin, parts: PartsDep, db: ReadDb) -> ServerView:
    """Every part of the server, maintenance, and what would be in its way."""
    return ServerView(
        version=APP_VERSION,
        parts=[
            PartView(name=part.name, state=part.state, detail=part.words)
            for part in readiness.look(parts)
        ],
        maintenance=_view(maintenance.read(db)),
        running=queries.running(db),
        dead=queries.dead(db),
    )


@router.put("/maintenance", responses=problems(*_ADMIN, "csrf", "malformed_body", "too_large"))
def begin_maintenance(
    asked: MaintenanceRequest, person: SuperAdmin, db: Db, now: Now
) -> MaintenanceView:
    """Refuses new interviews and changes from now on; what runs goes on. Idempotent."""
    if asked.until is not None and asked.until <= now:
        raise Refused(
            "invalid_request", errors=[{"field": "body.until", "message": "this is in the past"}]
        )
    message = asked.message.strip()
    on = maintenance.begin(db, actor=person.actor, message=message, until=asked.until, now=now)
    return MaintenanceView(message=on.message, since=on.since, until=on.until)


@router.delete(
    "/maintenance", status_code=status.HTTP_204_NO_CONTENT, responses=problems(*_ADMIN, "csrf")
)
def end_maintenance(person: SuperAdmin, db: Db, now: Now) -> None:
    """Lets everything in again. Idempotent."""
    maintenance.end(db, actor=person.actor, now=now)


def _view(on: maintenance.Maintenance | None) -> MaintenanceView | None:
    return MaintenanceView(message=on.message, since=on.since, until=on.until) if on else None
