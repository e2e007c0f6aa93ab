"""Keeps new work out while maintenance is on.

One rule: what changes something is refused unless it is named here, so that a new route is closed
by default; what a candidate's machine sends is decided where the interview's status is known.
"""

import re
import time

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp, Receive, Scope, Send

from server.deps import Parts
from server.errors import problem_response
from server.operations import maintenance
from server.operations.maintenance import Maintenance

OPEN = re.compile(
    r"/api/(auth/.*"  # to sign in, and to end it
    r"|interview/.*|video/.*"  # running interviews; claim and start ask for themselves
    r"|admin/interviews/[^/]+/actions"  # pausing and ending what runs
    r"|admin/maintenance)"
)
LOOK_EVERY_S = 1.0
"""How late another process may learn of it."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def install(app: FastAPI) -> None:
    """Puts the gate before the routes of `app`."""
    app.add_middleware(Gate, parts=app.state.parts)


class Gate:
    """Raw ASGI: asks the database at most once in `LOOK_EVERY_S`, and only for changes."""

    def __init__(self, app: ASGIApp, parts: Parts) -> None:
        self.app = app
        self._parts = parts
        self._looked = float("-inf")
        self._on: Maintenance | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, or answers `maintenance`."""
        if scope["type"] == "http" and _changes(scope["method"], scope["path"]):
            on = await self._look()
            if on is not None:
                refused = maintenance.refusal(on, self._parts.now())
                headers = {"Retry-After": str(refused.retry_after_s)}
                answer = problem_response(refused.code, refused.detail, headers=headers)
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, send)

    async def _look(self) -> Maintenance | None:
        if time.monotonic() - self._looked >= LOOK_EVERY_S:
            try:
                self._on = await run_in_threadpool(self._read)
                self._looked = time.monotonic()
            except SQLAlchemyError:
                return None  # the route meets the same database and says so
        return self._on

    def _read(self) -> Maintenance | None:
        with self._parts.database.read() as db:
            return maintenance.read(db)


def _changes(method: str, path: str) -> bool:
    return method not in _SAFE and path.startswith("/api/") and not OPEN.fullmatch(path)
