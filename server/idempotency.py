"""`Idempotency-Key`: a request that creates, sent twice, creates once and is answered twice.

One rule: the key is taken and the answer kept in the transaction of what is made, so that there is
neither one without the other, whenever the server dies.
"""

import hashlib
import hmac
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Session, col

from server.db import insert_unless_there
from server.deps import Parts, parts_of
from server.models import IdempotencyKey
from server.reading import ReadingRoute
from server.refusals import Refused
from shared.problems import PROBLEMS

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEPT_FOR = timedelta(hours=24)
MAX_LENGTH = 200

Answering = Callable[[Request], Coroutine[Any, Any, Response]]


class AnsweredBefore(Exception):
    """Somebody else made it in the meantime: their answer is there."""


@dataclass(frozen=True, slots=True)
class Once:
    """One request with a key; found at `request.state.once` by whoever opens its transaction."""

    person_id: str
    key: str
    digest: str

    def take(self, db: Session, now: datetime) -> None:
        """Takes the key as the first deed of the transaction; raises AnsweredBefore.

        A second request waits here until the first has committed or given up.
        """
        old = col(IdempotencyKey.created_at) < now - KEPT_FOR
        db.execute(delete(IdempotencyKey).where(*_is(self), old))
        values = {
            "person_id": self.person_id,
            "key": self.key,
            "request_sha256": self.digest,
            "status": 0,
            "content_type": "",
            "body_sealed": b"",
            "created_at": now,
        }
        if not insert_unless_there(db, IdempotencyKey, values, by=("person_id", "key")):
            raise AnsweredBefore


class IdempotentRoute(ReadingRoute):
    """Heeds the header where somebody is signed in and something is posted."""

    def get_route_handler(self) -> Answering:
        """The route's own, with the header heeded around it."""
        inner = super().get_route_handler()
        if self.methods != {"POST"}:
            return inner

        async def answer(request: Request) -> Response:
            if HEADER not in request.headers:
                return await inner(request)
            body = await request.body()
            once = await run_in_threadpool(_once, request, body)
            if once is None:
                return await inner(request)  # it refuses them in its own words
            found = await run_in_threadpool(_answered, parts_of(request), once)
            if found is not None:
                return found
            request.state.once = once
            try:
                made = await inner(request)
            except AnsweredBefore:
                found = await run_in_threadpool(_answered, parts_of(request), once)
                if found is None:
                    raise Refused("overloaded", retry_after_s=1) from None
                return found
            await run_in_threadpool(_keep, request, once, made)
            return made

        return answer


def _once(request: Request, body: bytes) -> Once | None:
    key = request.headers[HEADER]
    if not 0 < len(key) <= MAX_LENGTH:
        message = f"between 1 and {MAX_LENGTH} characters"
        raise Refused("invalid_request", errors=[{"field": f"header.{HEADER}", "message": message}])
    try:
        person_id = parts_of(request).asked_by(request)
    except Refused:
        return None
    about = f"{request.method} {request.url.path}?{request.url.query}\n"
    kind = request.headers.get("content-type", "").partition(";")[0]
    content = f"{about}{kind}\n".encode() + _without_boundary(request, body)
    # Keyed: the body may hold a password, which its plain digest would help to guess.
    digest = hmac.new(parts_of(request).keys.jwt, content, hashlib.sha256)
    return Once(person_id, key, digest.hexdigest())


def _without_boundary(request: Request, body: bytes) -> bytes:
    """A form that is sent again has another boundary and is the same form."""
    _, _, boundary = request.headers.get("content-type", "").partition("boundary=")
    return body.replace(boundary.strip('"').encode(), b"") if boundary else body


def _answered(parts: Parts, once: Once) -> Response | None:
    """The answer that is kept; refuses `idempotency_mismatch` for another request's key."""
    with parts.database.read() as db:
        found = db.get(IdempotencyKey, (once.person_id, once.key))
    if found is None or found.created_at < parts.now() - KEPT_FOR:
        return None
    if found.request_sha256 != once.digest:
        raise Refused("idempotency_mismatch")
    body = parts.keys.unwrap(found.body_sealed, about=_about(once))
    headers = {REPLAYED: "true"}
    if found.content_type:
        headers["Content-Type"] = found.content_type
    return Response(body, found.status, headers=headers)


def _keep(request: Request, once: Once, made: Response) -> None:
    """Keeps the answer in the transaction that is about to commit; a refusal frees the key."""
    db: Session | None = getattr(request.state, "once_db", None)
    if db is None:
        return  # nothing was written
    if not 200 <= made.status_code < 300 or not hasattr(made, "body"):
        db.execute(delete(IdempotencyKey).where(*_is(once)))
        return
    sealed = parts_of(request).keys.wrap(bytes(made.body), about=_about(once))
    db.execute(
        update(IdempotencyKey)
        .where(*_is(once))
        .values(
            status=made.status_code,
            content_type=made.headers.get("content-type", ""),
            body_sealed=sealed,
        )
    )


def describe(operation: dict[str, Any]) -> None:
    """Adds the header to an operation of the OpenAPI document."""
    operation.setdefault("parameters", []).append(
        {
            "name": HEADER,
            "in": "header",
            "required": False,
            "schema": {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH},
            "description": "Sent again within a day with the same request, the answer is the same "
            "and nothing is made twice.",
        }
    )
    refused = operation["responses"]["422"]
    refused["description"] += f" `idempotency_mismatch`: {PROBLEMS['idempotency_mismatch'][1]}"


def forget_old(db: Session, now: datetime) -> None:
    """Removes answers that are a day old."""
    db.execute(delete(IdempotencyKey).where(col(IdempotencyKey.created_at) < now - KEPT_FOR))


def _is(once: Once) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(IdempotencyKey.person_id) == once.person_id, col(IdempotencyKey.key) == once.key


def _about(once: Once) -> str:
    return f"idempotency:{once.person_id}:{once.key}"
