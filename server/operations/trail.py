"""One line and one id for each request.

One rule: the line names the route's pattern, never the path or the query, which carry tokens, and
no address; a request id from outside is taken only where it has the form of one.
"""

import logging
import re
import time
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import request_ids
from server.traffic import Traffic
from shared.ids import new_id

HEADER = "X-Request-ID"
FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}")
"""Of an id that is accepted from outside: no spaces, quotes or line ends, so that it forges no
log line, and short enough for every store."""
NO_ROUTE = "(page)"

_log = logging.getLogger("server.access")


@dataclass
class _Seen:
    """What is known of an answer so far."""

    status: int = 0
    size: int = 0
    """Bytes of the body."""


class Trail:
    """Raw ASGI, outermost: gives each request its id, counts it and writes its line."""

    def __init__(self, app: ASGIApp, traffic: Traffic) -> None:
        self.app = app
        self.traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; adds the id to the answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope).get(HEADER, "")
        number = asked if FORM.fullmatch(asked) else new_id()
        token = request_ids.current.set(number)
        seen, begun = _Seen(), time.perf_counter()
        socket = scope["type"] == "websocket"
        if socket:
            self.traffic.opened()

        async def pass_on(message: Message) -> None:
            _look(message, seen, number)
            await send(message)

        async def hear() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect" and not seen.status:
                seen.status = message.get("code", 1005)
            return message

        try:
            await self.app(scope, hear if socket else receive, pass_on)
        finally:
            seconds = time.perf_counter() - begun
            if socket:
                self.traffic.closed()
            else:
                self.traffic.answered(method_of(scope), route_of(scope), seen.status, seconds)
            _log.info("request", extra={"fields": _line(scope, seen, seconds)})
            request_ids.current.reset(token)


def route_of(scope: Scope) -> str:
    """The route's pattern; one word for the pages and for what fits no route."""
    return getattr(scope.get("route"), "path", NO_ROUTE)


def method_of(scope: Scope) -> str:
    """One of the known methods; whatever else somebody made up is one word."""
    method = scope.get("method", "WS")
    return method if method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "WS") else "OTHER"


def _look(message: Message, seen: _Seen, number: str) -> None:
    match message["type"]:
        case "http.response.start":
            seen.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = number
        case "http.response.body":
            seen.size += len(message.get("body", b""))
        case "websocket.close":
            seen.status = message.get("code", 1000)
        case _:
            pass


def _line(scope: Scope, seen: _Seen, seconds: float) -> dict[str, Any]:
    return {
        "method": method_of(scope),
        "route": route_of(scope),
        "status": seen.status,
        "ms": round(seconds * 1000, 1),
        "bytes": seen.size,
    }
