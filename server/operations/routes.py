"""HTTP for operators: is it alive, may requests come, how is it doing.

One rule: names and states of parts are for everybody, details and figures for callers on this
machine or with the token; nothing here names a person.
"""

import hmac
import logging
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, ConfigDict

from server.deps import Parts, PartsDep
from server.errors import problems
from server.operations import readiness
from server.refusals import Refused
from server.routers import plain_router
from shared.model import FIELD_TEXTS
from shared.version import APP_VERSION

beside_api = plain_router("health")
_log = logging.getLogger(__name__)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class Health(BaseModel):
    """A live process."""

    status: str
    version: str


class PartView(BaseModel):
    """One part of the server."""

    model_config = ConfigDict(use_attribute_docstrings=FIELD_TEXTS, defer_build=True)

    name: str
    """Such as `database`."""
    state: readiness.State
    """`down` is why the server is not ready; `off` is not set up."""
    detail: str = ""
    """What is wrong; empty for callers from elsewhere without the token."""


class Readiness(Health):
    """A server that requests may be sent to."""

    parts: list[PartView]


async def trusted(request: Request, parts: PartsDep) -> bool:
    """Whether the caller may know more: by the token, or from this machine where there is none."""
    if token := parts.settings.metrics_token.get_secret_value():
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        fits = hmac.compare_digest(given.strip().encode(), token.encode())
        return scheme.lower() == "bearer" and fits
    # What a proxy on this machine passes on comes from elsewhere.
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


Trusted = Annotated[bool, Depends(trusted)]


@beside_api.get("/healthz")
def get_health() -> Health:
    """The process answers; says nothing about its parts."""
    return Health(status="ok", version=APP_VERSION)


@beside_api.get("/readyz", responses=problems("not_ready"))
def get_readiness(parts: PartsDep, trusted: Trusted) -> Readiness:
    """Whether requests may be sent here; the problem names the parts that are down."""
    found = readiness.look(parts)
    views = [
        PartView(name=part.name, state=part.state, detail=part.words if trusted else "")
        for part in found
    ]
    if not readiness.is_ready(found):
        down = [part for part in found if part.state == "down"]
        _log.warning("not ready: %s", "; ".join(f"{part.name} ({part.words})" for part in down))
        raise Refused(
            "not_ready",
            f"Down: {', '.join(part.name for part in down)}.",
            retry_after_s=5,
            parts=[view.model_dump() for view in views],
        )
    looks = any(part.state == "warning" for part in found)
    return Readiness(status="degraded" if looks else "ok", version=APP_VERSION, parts=views)


@beside_api.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses=problems("not_found"),
)
def get_metrics(parts: PartsDep, trusted: Trusted) -> PlainTextResponse:
    """Figures for Prometheus; hidden from callers from elsewhere without the token."""
    if not trusted:
        raise Refused("not_found")
    return _metrics(parts)


def _metrics(parts: Parts) -> PlainTextResponse:
    from server.operations import metrics

    return PlainTextResponse(metrics.text(parts), media_type=metrics.MEDIA_TYPE)
