"""How a feature's routes are declared: whole from the start, prefix and common problems included.

One rule: routes are built once, at import. Including a router into another analyses every route
of it again, and again at the first request: 0.5 s of processor time per start for 48 routes.
"""

import re

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from server.errors import problems
from server.idempotency import IdempotentRoute
from server.late_routes import LateRoute
from server.reading import ReadingRoute

PREFIX = "/api"


def operation_id(route: APIRoute) -> str:
    """`list_papers` -> `listPapers`."""
    return re.sub(r"_([a-z])", lambda found: found.group(1).upper(), route.name)


def feature_router(prefix: str, tag: str, *, max_body_size: int | None = None) -> APIRouter:
    """A router below `/api`; each of its routes may answer what any may.

    `max_body_size`: bytes; None leaves it to the route.
    """
    return APIRouter(
        prefix=PREFIX + prefix,
        tags=[tag],
        responses=problems("invalid_request", "overloaded", "maintenance", "rate_limited"),
        generate_unique_id_function=operation_id,
        max_body_size=max_body_size,
        route_class=IdempotentRoute if prefix.startswith("/admin") else ReadingRoute,
    )


def plain_router(tag: str) -> APIRouter:
    """A router beside `/api`."""
    return APIRouter(tags=[tag], generate_unique_id_function=operation_id, route_class=LateRoute)


def mount(app: FastAPI, router: APIRouter) -> None:
    """Adds the routes as they are; the same ones may serve several applications."""
    app.router.routes.extend(router.routes)
