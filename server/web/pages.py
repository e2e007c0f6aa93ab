"""Serves the built dashboard and the invite page.

One rule: index.html and the invite page get a fresh nonce and are never cached; hashed assets
are cached for ever; any other path outside /api is the dashboard's own business.
"""

import secrets
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.errors import problem_response
from server.web.headers import SecurityHeaders, page_policy

NONCE_MARK = "__CSP_NONCE__"
_OWN_PREFIXES = ("api", ".well-known", "healthz", "readyz", "metrics", "openapi.json")
_HERE = Path(__file__).parent


def install(app: FastAPI) -> None:
    """Adds the pages behind all other routes, and the security headers around everything."""
    settings = app.state.parts.settings
    app.add_middleware(SecurityHeaders, https=settings.url.startswith("https://"))
    app.add_api_route("/i", invite_page, methods=["GET", "HEAD"], include_in_schema=False)
    app.router.default = _Fallback(settings.dashboard_dir, app.router.default)


class _Fallback:
    """Answers what no route fits. A route would hide that a method is not offered (405)."""

    def __init__(self, folder: Path, nothing: ASGIApp) -> None:
        self.folder = folder
        self.nothing = nothing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The dashboard for GET and HEAD outside the API; otherwise there is nothing here."""
        asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        path = scope["path"].removeprefix("/")
        if not asks or path.split("/", 1)[0] in _OWN_PREFIXES:
            await self.nothing(scope, receive, send)
            return
        response = await run_in_threadpool(dashboard_page, self.folder, path)
        await response(scope, receive, send)


def invite_page() -> HTMLResponse:
    """How to go on with an invite. The token is behind the # and never reaches the server."""
    return _page(_HERE / "invite.html")


def dashboard_page(folder: Path, path: str) -> Response:
    """A file of the dashboard's build, or its index for its own paths."""
    assets = path.startswith("assets/")
    found = _inside(folder, path)
    if found is not None:
        cache = "public, max-age=31536000, immutable" if assets else "no-cache"
        return FileResponse(found, headers={"Cache-Control": cache})
    if assets:
        return problem_response("not_found")
    index = folder / "index.html"
    return _page(index if index.is_file() else _HERE / "unbuilt.html")


def _page(file: Path) -> HTMLResponse:
    nonce = secrets.token_urlsafe(18)
    stamp = file.stat().st_mtime_ns
    return HTMLResponse(
        _text(file, stamp).replace(NONCE_MARK, nonce),
        headers={"Cache-Control": "no-store", "Content-Security-Policy": page_policy(nonce)},
    )


@lru_cache(maxsize=8)
def _text(file: Path, stamp: int) -> str:
    return file.read_text(encoding="utf-8")


def _inside(folder: Path, path: str) -> Path | None:
    """The file `path` of the build, unless it is none, is hidden or lies outside of it."""
    if not path or path == "index.html" or "\0" in path or "\\" in path:
        return None
    parts = path.split("/")
    if any(part in ("", ".", "..") or part.startswith(".") for part in parts):
        return None
    found = folder.joinpath(*parts)
    if not found.is_file() or not found.resolve().is_relative_to(folder.resolve()):
        return None
    return found
