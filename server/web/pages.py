"""Serves the built dashboard, the pages about the API and the invite page.

One rule: every page gets a fresh nonce and is never cached; hashed assets are cached for ever
and come compressed; any other path outside /api is the dashboard's own business.
"""

import json
import mimetypes
import secrets
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from server.errors import problem_response
from server.web.headers import SecurityHeaders, page_policy
from shared.problems import PROBLEMS

NONCE_MARK = "__CSP_NONCE__"
HERE_MARK = "__HERE__"
_TOLD = ("invite_early", "invite_expired", "invite_used")
"""What the invite page tells by itself: looking at such an invite is not refused."""
_OWN_PREFIXES = ("api", ".well-known", "healthz", "readyz", "metrics", "openapi.json")
_HERE = Path(__file__).parent


def install(app: FastAPI) -> None:
    """Adds the pages behind all other routes, and the security headers around everything."""
    settings = app.state.parts.settings
    # Not by add_middleware: the answer to an unexpected exception is made outside of those.
    stack = app.build_middleware_stack
    https = settings.url.startswith("https://")
    app.build_middleware_stack = lambda: SecurityHeaders(stack(), https=https)
    for path, page in (("/i", invite_page), ("/docs", try_page), ("/redoc", reference_page)):
        app.router.add_route(path, page, methods=["GET"], include_in_schema=False)
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
        zipped = takes_gzip(Headers(scope=scope).get("accept-encoding", ""))
        response = await run_in_threadpool(dashboard_page, self.folder, path, zipped=zipped)
        await response(scope, receive, send)


def invite_page(request: Request) -> HTMLResponse:
    """How to go on with an invite. The token is behind the # and never reaches the server."""
    here = {
        "download_url": request.app.state.parts.settings.download_url,
        "problems": {
            code: dict(zip(("title", "detail"), PROBLEMS[code][1:], strict=True)) for code in _TOLD
        },
    }
    # Inside a script element only "<" could end it.
    return _page(_HERE / "invite.html", here=json.dumps(here).replace("<", "\\u003c"))


def try_page(request: Request) -> HTMLResponse:
    """The API with forms to try it."""
    return _built(request.app.state.parts.settings.dashboard_dir / "docs.html")


def reference_page(request: Request) -> HTMLResponse:
    """The API to read."""
    return _built(request.app.state.parts.settings.dashboard_dir / "redoc.html")


def dashboard_page(folder: Path, path: str, *, zipped: bool) -> Response:
    """A file of the dashboard's build, or its index for its own paths.

    `zipped`: whether the gzip copy that the build keeps beside an asset may be sent for it.
    """
    assets = path.startswith("assets/")
    found = _inside(folder, path)
    if found is not None:
        return _asset(found, zipped=zipped) if assets else _file(found)
    if assets:
        return problem_response("not_found")
    return _built(folder / "index.html")


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a client with this header may be sent gzip."""
    for offer in accept_encoding.lower().split(","):
        name, _, quality = offer.partition(";")
        if name.strip() in ("gzip", "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _asset(file: Path, *, zipped: bool) -> FileResponse:
    """Public and the same for everybody: compressing it tells nothing (BREACH)."""
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Vary": "Accept-Encoding",
    }
    copy = file.with_name(f"{file.name}.gz")
    if not zipped or not copy.is_file():
        return FileResponse(file, headers=headers)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return FileResponse(copy, headers=headers | {"Content-Encoding": "gzip"}, media_type=kind)


def _file(file: Path) -> FileResponse:
    return FileResponse(file, headers={"Cache-Control": "no-cache"})


def _built(page: Path) -> HTMLResponse:
    return _page(page if page.is_file() else _HERE / "unbuilt.html")


def _page(file: Path, *, here: str = "") -> HTMLResponse:
    nonce = secrets.token_urlsafe(18)
    stamp = file.stat().st_mtime_ns
    return HTMLResponse(
        _text(file, stamp).replace(NONCE_MARK, nonce).replace(HERE_MARK, here),
        headers={"Cache-Control": "no-store", "Content-Security-Policy": page_policy(nonce)},
    )


@lru_cache(maxsize=8)
def _text(file: Path, stamp: int) -> str:
    return file.read_text(encoding="utf-8")


def _inside(folder: Path, path: str) -> Path | None:
    """The file `path` of the build, unless it is a page, is hidden or lies outside of it."""
    if not path or path.endswith(".html") or "\0" in path or "\\" in path:
        return None
    parts = path.split("/")
    if any(part in ("", ".", "..") or part.startswith(".") for part in parts):
        return None
    found = folder.joinpath(*parts)
    if not found.is_file() or not found.resolve().is_relative_to(folder.resolve()):
        return None
    return found
