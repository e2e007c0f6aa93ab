"""Refusals: expected outcomes that a person or a program gets told about.

One rule: everything that goes wrong leaves as RFC 9457 problem+json with a code from
`shared.problems`; what is not expected says `internal` and a request id, nothing else.
"""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.db import unreachable
from server.refusals import Refused
from server.request_ids import request_id
from server.storage import StorageDown
from shared.ids import new_id
from shared.problems import PROBLEMS

__all__ = ["Refused", "install", "problem_response", "problems"]

MEDIA_TYPE = "application/problem+json"
_BY_STATUS = {
    400: "malformed_body",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media",
    422: "invalid_request",
    429: "rate_limited",
    503: "overloaded",
}
_log = logging.getLogger(__name__)


def problem_response(
    code: str,
    detail: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> JSONResponse:
    """The response for a code of `PROBLEMS`; `extra` adds members, such as `errors`."""
    status, title, advice = PROBLEMS[code]
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code,
        "detail": advice if detail is None else detail,
    }
    if number := request_id():
        body["request_id"] = number
    body |= extra or {}
    return JSONResponse(body, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def problems(*codes: str) -> dict[int | str, dict[str, Any]]:
    """`responses=` for a route: which problems it answers, grouped by status."""
    by_status: dict[int, list[str]] = {}
    for code in codes:
        by_status.setdefault(PROBLEMS[code][0], []).append(code)
    return {
        status: {
            "description": " ".join(f"`{code}`: {PROBLEMS[code][1]}" for code in named),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, named in by_status.items()
    }


class _TooLarge:
    """Raw ASGI: Starlette's limit on bodies answers in plain text; this says it as a problem."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Replaces a 413 that is no problem yet; passes everything else on."""
        replaced = False

        async def pass_on(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == 413:
                kind = MutableHeaders(scope=message).get("content-type", "")
                if not kind.startswith(MEDIA_TYPE):
                    replaced = True
                    headers = {"Connection": "close"}
                    await problem_response("too_large", headers=headers)(scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(scope, receive, pass_on)


def install(app: FastAPI) -> None:
    """Makes every error of `app` a problem."""
    app.add_middleware(_TooLarge)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(PoolTimeout, _busy)
    app.add_exception_handler(OperationalError, _database)
    app.add_exception_handler(StorageDown, _no_storage)
    app.add_exception_handler(Exception, _internal)


def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    headers = {"WWW-Authenticate": "Bearer"} if PROBLEMS[error.code][0] == 401 else {}
    if error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    return problem_response(error.code, error.detail, headers=headers, extra=error.extra)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        return problem_response("malformed_body")
    fields = [
        {"field": ".".join(str(part) for part in item["loc"]), "message": item["msg"]}
        for item in found[:50]
    ]
    return problem_response("invalid_request", extra={"errors": fields})


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _BY_STATUS.get(error.status_code)
    if code is None:
        code = "internal" if error.status_code >= 500 else "malformed_body"
    headers = dict(error.headers or {})
    if code == "method_not_allowed":
        headers["Allow"] = ", ".join(sorted(_methods_here(request))) or headers.get("allow", "GET")
    return problem_response(code, headers=headers)


def _methods_here(request: Request) -> set[str]:
    """All methods of the address: Starlette names only those of the first route that fits."""
    methods: set[str] = set()
    for method in ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"):
        scope = {**request.scope, "method": method}
        if any(route.matches(scope)[0] is Match.FULL for route in request.app.routes):
            methods.add(method)
    return methods


def _busy(request: Request, error: Exception) -> JSONResponse:
    _log.warning("no database connection within the time limit")
    return problem_response("overloaded", headers={"Retry-After": "1"})


def _database(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, OperationalError)
    if error.connection_invalidated or unreachable(error):
        _log.warning("the database went away or is not reached")
        return problem_response("overloaded", headers={"Retry-After": "1"})
    text = str(error.orig).lower()
    if "disk is full" in text or "no space left" in text:
        _log.error("the database has no room: free some on its disk")
        return problem_response("overloaded", headers={"Retry-After": "60"})
    if "locked" in text or "timeout" in text or "too many" in text:
        return _busy(request, error)
    return _internal(request, error)


def _no_storage(request: Request, error: Exception) -> JSONResponse:
    _log.warning("%s: %s", _route(request), error)
    return problem_response("overloaded", headers={"Retry-After": "5"})


def _internal(request: Request, error: Exception) -> JSONResponse:
    number = request_id() or new_id()
    _log.error("request %s failed: %s %s", number, request.method, _route(request), exc_info=error)
    return problem_response("internal", extra={"request_id": number})


def _route(request: Request) -> str:
    """The route's pattern, never the path: paths carry tokens."""
    return getattr(request.scope.get("route"), "path", "(no route)")
