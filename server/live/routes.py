"""HTTP of the live view, and its WebSocket: who is on now, pushed as it changes.

One rule: the doorbell only says "look"; a viewer who is told to sign in again, or is too slow to
take what is sent, comes back with a cursor and has missed nothing.
"""

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

import anyio
from fastapi import Query, WebSocket, WebSocketDisconnect
from fastapi.concurrency import run_in_threadpool

from server.auth.deps import Proctor, watches_live
from server.auth.people import Person
from server.deps import Now, Parts, ReadDb, parts_of
from server.errors import problems
from server.live.feeds import FRAME_EVERY_S, LOOK_EVERY_S, Feeds, feeds_of, sight_of
from server.live.tiles import Tiles
from server.live.views import LiveSnapshot
from server.live.wall import Watch, looks_of
from server.proctoring import queries
from server.refusals import Refused
from server.routers import feature_router
from server.sockets import until_gone

router = feature_router("/admin", "live")

CHECKED_EVERY = timedelta(seconds=1)
"""As often at most it is asked whether a viewer may still watch."""
SEND_WITHIN_S = 5.0
"""A socket that takes longer is closed; it comes back with its cursor."""

SIGN_IN_AGAIN = 4401
TRY_AGAIN = 1013


@router.get("/live-status", responses=problems("not_signed_in", "forbidden"))
def get_live_status(person: Proctor, db: ReadDb, now: Now) -> LiveSnapshot:
    """The live page as it stands; the WebSocket sends the same and then what changes."""
    place = queries.newest(db)
    return LiveSnapshot(
        cursor=place.text(),
        server_time=now,
        sessions=list(Tiles().read(db, person, now).values()),
        looks=looks_of(db, now).get(person.actor, []),
    )


@router.websocket("/ws/dashboard")
async def watch_dashboard(
    socket: WebSocket, cursor: Annotated[str | None, Query(max_length=50)] = None
) -> None:
    """A snapshot, then changes. Closes with 4401 once the sign-in has run out."""
    parts = parts_of(socket)
    if not _same_origin(socket, parts):
        await socket.close()  # before accepting: the browser sees 403
        return
    await socket.accept()
    try:
        person = await run_in_threadpool(_viewer, socket)
    except Refused:
        await socket.close(SIGN_IN_AGAIN, "sign in again")
        return
    end: tuple[int, str] | None = None
    async with anyio.create_task_group() as group:
        group.start_soon(until_gone, socket, group.cancel_scope)
        end = await _send_changes(socket, parts, person, feeds=feeds_of(socket), cursor=cursor)
        group.cancel_scope.cancel()
    if end is not None:
        await socket.close(*end)


async def _send_changes(
    socket: WebSocket, parts: Parts, person: Person, *, feeds: Feeds, cursor: str | None
) -> tuple[int, str] | None:
    """Sends until there is a reason to stop: close code and words, None where it is closed."""
    feed = feeds.enter(parts, person)
    try:
        watch = Watch(parts, person, await feed.fresh(person))
        frame: str | None = watch.snapshot(cursor)
        checked_at = parts.now()
        while True:
            readings = feed.readings
            if frame is not None:
                try:
                    with anyio.fail_after(SEND_WITHIN_S):
                        await socket.send_text(frame)
                except TimeoutError:
                    return TRY_AGAIN, "too slow"
                except WebSocketDisconnect:
                    return None
            if watch.more or watch.is_behind():
                await anyio.sleep(FRAME_EVERY_S)
            else:
                with anyio.move_on_after(LOOK_EVERY_S):
                    await feed.next(readings)
            if parts.now() - checked_at >= CHECKED_EVERY:
                checked_at = parts.now()
                try:
                    person = await run_in_threadpool(_viewer, socket)
                except Refused:
                    return SIGN_IN_AGAIN, "sign in again"
                if sight_of(person) != feed.sight:
                    feeds.leave(feed)
                    feed = feeds.enter(parts, person)
                watch.moves_to(person, await feed.wall())
            if watch.is_behind():
                frame = await run_in_threadpool(watch.catch_up)
            else:
                frame = watch.changes()
    finally:
        feeds.leave(feed)


def _viewer(socket: WebSocket) -> Person:
    return watches_live(socket)


def _same_origin(socket: WebSocket, parts: Parts) -> bool:
    """Browsers send cookies with every WebSocket, from any page: only our own pages may."""
    origin = socket.headers.get("origin")
    if origin is None:
        return True  # no browser; its bearer token is its own
    ours = urlsplit(parts.settings.url)
    theirs = urlsplit(origin)
    if (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc):
        return True
    return theirs.netloc != "" and theirs.netloc == socket.headers.get("host")
