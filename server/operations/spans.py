"""A span for each request, where a collector is named.

One rule: it knows of a request what the log's line knows: method, route's pattern, status.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.operations.trail import method_of, route_of
from server.tracing import Tracing, answered


class Spans:
    """Raw ASGI; connections that stay open get none: they would last for hours."""

    def __init__(self, app: ASGIApp, tracing: Tracing) -> None:
        self.app = app
        self.tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 0

        async def pass_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self.tracing.request() as span:
            try:
                await self.app(scope, receive, pass_on)
            finally:
                answered(span, method=method_of(scope), route=route_of(scope), status=status)
