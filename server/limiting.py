"""Which requests are counted, for whom, and what is refused for being too many.

One rule: the limits are rows of a table. They stop loops and guessing and nothing else: a
candidate's machine has a wide limit of its own, so that nobody beside it can use it up.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.addresses import Network, bucket, client_address
from server.errors import problem_response
from server.rates import Limit, Rates
from server.settings import Settings
from shared.ids import sha256_hex

ACCESS_COOKIE = "invigil_access"
GUESSED_WRONG = frozenset({401, 404, 410})
"""Answers to a wrong token or password."""


class Per(Enum):
    """For whom a row counts."""

    ADDRESS = auto()
    CREDENTIAL = auto()
    """The bearer token or the sign-in's cookie: an account's session, or an interview's lease."""


@dataclass(frozen=True, slots=True)
class Row:
    """One limit on some requests."""

    methods: str
    path: re.Pattern[str]
    per: Per
    limit: Limit
    misses_only: bool = False
    """Whether only requests are counted whose answer is in `GUESSED_WRONG`."""


def rows(settings: Settings) -> tuple[Row, ...]:
    """The limits that these settings make; 0 takes one away."""
    candidate = r"/api/(interview|video)/"
    found = (
        # Guessing: whoever asks rightly is never counted.
        Row(
            "GET POST",
            _at(r"/api/interview/(access/|(claim|readiness)$)"),
            Per.ADDRESS,
            GUESSES,
            True,
        ),
        Row("POST", _at(r"/api/auth/(?!refresh|logout|me$)"), Per.ADDRESS, AUTH_GUESSES, True),
        # Heavy ones first, then all others.
        Row("POST", _at(r"/api/admin/.*/(upload|import|bulk)"), Per.CREDENTIAL, UPLOADS),
        Row("POST", _at("/api/interview/run/"), Per.CREDENTIAL, _code_runs(settings)),
        Row("*", _at(candidate), Per.CREDENTIAL, Limit("lease", settings.lease_per_minute, 60)),
        Row("*", _at("/api/(?!interview/)"), Per.CREDENTIAL, _api(settings)),
        Row("*", _at("/api/"), Per.ADDRESS, Limit("address", settings.address_per_minute, 60)),
    )
    return tuple(row for row in found if row.limit.amount > 0)


GUESSES = Limit("invite-guesses", 30, 300)
"""More typing errors than a class of candidates makes; a token has 256 bits."""
AUTH_GUESSES = Limit("auth-guesses", 100, 300)
UPLOADS = Limit("uploads", 60, 60)


def install(app: FastAPI, settings: Settings, rates: Rates) -> None:
    """Counts the requests of `app`."""
    app.add_middleware(Limiter, table=rows(settings), rates=rates)
    app.add_middleware(ForwardedAddress, trusted=settings.proxies)


class ForwardedAddress:
    """Raw ASGI: puts the client's address where everything else looks for it."""

    def __init__(self, app: ASGIApp, trusted: Sequence[Network]) -> None:
        self.app = app
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Replaces `scope["client"]`, for HTTP and WebSockets alike."""
        if scope["type"] in ("http", "websocket") and scope.get("client"):
            lines = [
                value.decode("latin-1")
                for name, value in scope["headers"]
                if name == b"x-forwarded-for"
            ]
            peer, port = scope["client"]
            address = client_address(peer, lines, self._trusted)
            # In place: what is outside reads the route that the router puts into the same scope.
            scope["client"] = (address, port if address == peer else 0)
        await self.app(scope, receive, send)


class Limiter:
    """Raw ASGI: asks the table before a request is read, and notes wrong guesses after it."""

    def __init__(self, app: ASGIApp, table: tuple[Row, ...], rates: Rates) -> None:
        self.app = app
        self._table = table
        self._rates = rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, or answers `rate_limited`."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self.app(scope, receive, send)
            return
        wanted = [
            (row, _key(row.per, scope))
            for row in self._table
            if (row.methods == "*" or scope["method"] in row.methods.split())
            and row.path.match(scope["path"])
        ]
        refused = await self._off_loop(self._refused, wanted)
        if refused is not None:
            limit, wait_s = refused
            headers = {
                "Retry-After": str(wait_s),
                "RateLimit-Policy": f'"{limit.name}";q={limit.amount};w={limit.window_s}',
                "RateLimit": f'"{limit.name}";r=0;t={wait_s}',
            }
            await problem_response("rate_limited", headers=headers)(scope, receive, send)
            return
        misses = [(row, key) for row, key in wanted if row.misses_only]
        await self.app(scope, receive, self._counting(send, misses) if misses else send)

    def _counting(self, send: Send, misses: list[tuple[Row, str]]) -> Send:
        async def pass_on(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in GUESSED_WRONG:
                for row, key in misses:
                    await self._off_loop(self._rates.hit, row.limit, key)
            await send(message)

        return pass_on

    def _refused(self, wanted: list[tuple[Row, str]]) -> tuple[Limit, int] | None:
        for row, key in wanted:
            count = self._rates.wait if row.misses_only else self._rates.hit
            if wait_s := count(row.limit, key):
                return row.limit, wait_s
        return None

    async def _off_loop(self, call: Callable[..., Any], *given: Any) -> Any:
        if self._rates.waits:
            return await run_in_threadpool(call, *given)
        return call(*given)


def _key(per: Per, scope: Scope) -> str:
    address = bucket(scope["client"][0] if scope.get("client") else "")
    if per is Per.ADDRESS:
        return address
    headers = Headers(scope=scope)
    token = headers.get("authorization") or cookie_parser(headers.get("cookie", "")).get(
        ACCESS_COOKIE, ""
    )
    # The address too: who makes tokens up is counted apart from who has one.
    return f"{address}/{sha256_hex(token.encode())[:32]}" if token else address


def _at(path: str) -> re.Pattern[str]:
    return re.compile(path)


def _code_runs(settings: Settings) -> Limit:
    return Limit("code-runs", settings.code_runs_per_minute, 60)


def _api(settings: Settings) -> Limit:
    return Limit("api", settings.api_per_minute, 60)
