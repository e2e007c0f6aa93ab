"""Security headers for everything, and the content security policy of pages.

One rule: a page runs only scripts and styles that carry the nonce of this one answer, and talks
only to this server.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMMON = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""For answers that are no pages: should a browser ever show one, it can do nothing."""
_ANSWERS = ("/api/", "/healthz", "/readyz", "/metrics", "/.well-known/")
"""Where answers are of this moment, and are kept nowhere."""
_YEAR_S = 31_536_000


def page_policy(nonce: str) -> str:
    """The policy of the dashboard and the invite page."""
    return (
        "default-src 'none'; "
        f"script-src 'self' 'nonce-{nonce}'; "
        f"style-src 'self' 'nonce-{nonce}'; "
        "connect-src 'self'; "
        "img-src 'self' blob: data:; "
        "media-src 'self' blob:; "
        "font-src 'self'; "
        "manifest-src 'self'; "
        "worker-src 'self'; "
        "object-src 'none'; "
        "base-uri 'none'; "
        "form-action 'self'; "
        "frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Raw ASGI: adds what is missing to each HTTP answer, errors included."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self.app = app
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; touches only the headers of the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answers = scope["path"].startswith(_ANSWERS)

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in COMMON.items():
                    headers.setdefault(name, value)
                # Pages set their own policy; assets need none, and one more does no harm.
                headers.setdefault("Content-Security-Policy", API_POLICY)
                if answers:
                    headers.setdefault("Cache-Control", "no-store")
                if self.https:
                    headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR_S}")
            await send(message)

        await self.app(scope, receive, add)
