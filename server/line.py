"""The candidate's open line: instructions and looks as soon as they are given.

One rule: it only makes them faster. What it brings is in the next receipt too, so a line that
breaks, or never opens, loses nothing; it is opened by a signed request of the lease.
"""

import asyncio
from typing import Annotated

import anyio
from fastapi import Path, WebSocket, WebSocketDisconnect
from fastapi.concurrency import run_in_threadpool

from server import instructions
from server.candidate import lease
from server.candidate.lease import SignedRequest
from server.deps import Parts, parts_of
from server.doorbell import INSTRUCTION
from server.live_looks import service as live_looks
from server.models import InterviewSession
from server.refusals import Refused
from server.routers import feature_router
from server.sockets import listen, until_gone
from shared.ids import ID_PATTERN, token_hash
from shared.sync import COUNTER_HEADER, SIGNATURE_HEADER, Line

router = feature_router("/interview", "candidate")

LOOK_EVERY_S = 15.0
"""A look without a ring, which also finds out that another machine holds the interview."""
SEND_WITHIN_S = 5.0

NOT_YOURS = 4401
TRY_AGAIN = 1013


class _Ended(Exception):
    """The lease is another machine's by now."""


@router.websocket("/ws/{session}")
async def open_line(socket: WebSocket, session: Annotated[str, Path(pattern=ID_PATTERN)]) -> None:
    """Instructions not applied yet, each once, and looks. Closes with 4401 without the lease."""
    parts = parts_of(socket)
    request = _signed(socket, session)
    await socket.accept()
    try:
        await run_in_threadpool(_enter, parts, request)
    except Refused as refused:
        await socket.close(NOT_YOURS, refused.code)
        return
    rung = asyncio.Event()
    stop_listening = listen(parts, INSTRUCTION, rung)
    end: tuple[int, str] | None = None
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(until_gone, socket, group.cancel_scope)
            end = await _deliver(socket, parts, request=request, rung=rung)
            group.cancel_scope.cancel()
    finally:
        stop_listening()
    if end is not None:
        await socket.close(*end)


async def _deliver(
    socket: WebSocket, parts: Parts, *, request: SignedRequest, rung: asyncio.Event
) -> tuple[int, str] | None:
    sent, shown = 0, tuple[tuple[str, str], ...]()
    while True:
        rung.clear()
        try:
            line = await run_in_threadpool(_pending, parts, request, sent)
        except _Ended:
            return NOT_YOURS, "not_signed_in"
        looks = tuple((one.id, one.phase) for one in line.looks)
        if line.instructions or looks != shown:
            sent = line.instructions[-1].number if line.instructions else sent
            shown = looks
            try:
                with anyio.fail_after(SEND_WITHIN_S):
                    await socket.send_text(line.model_dump_json())
            except TimeoutError:
                return TRY_AGAIN, "too slow"
            except WebSocketDisconnect:
                return None
        with anyio.move_on_after(LOOK_EVERY_S):
            await rung.wait()


def _enter(parts: Parts, request: SignedRequest) -> None:
    """Takes the request's counter, so that a captured handshake opens nothing."""
    with parts.database.write() as db:
        lease.by_signature(db, request, parts.now())


def _pending(parts: Parts, request: SignedRequest, sent: int) -> Line:
    with parts.database.read() as db:
        interview = db.get(InterviewSession, request.session)
        if interview is None or interview.lease_hash != token_hash(request.token):
            raise _Ended
        found = instructions.pending(db, interview, parts.keys)
        looks = live_looks.told(
            db, interview, keys=parts.keys, settings=parts.settings, now=parts.now()
        )
    return Line(instructions=tuple(one for one in found if one.number > sent), looks=looks)


def _signed(socket: WebSocket, session: str) -> SignedRequest:
    raw_path: bytes = socket.scope.get("raw_path") or socket.scope["path"].encode()
    return SignedRequest(
        session=session,
        token=socket.headers.get("authorization", "").partition(" ")[2].strip(),
        method="GET",
        path=raw_path.decode("latin-1").partition("?")[0],
        body=b"",
        counter=socket.headers.get(COUNTER_HEADER, ""),
        signature=socket.headers.get(SIGNATURE_HEADER, ""),
    )
