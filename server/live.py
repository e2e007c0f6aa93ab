"""The live view: who is on now, pushed as it changes.

One rule: the doorbell only says "look"; what is sent is read from the database each time, state
for interviews and everything after the cursor for events, so nothing is missed and nothing is
kept here that a restart could lose.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import anyio
from fastapi import Query, WebSocket, WebSocketDisconnect
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session

from server import asked as requests
from server import instructions, thumbnails
from server.auth.deps import Proctor, watches_live
from server.auth.people import Person
from server.deps import Now, Parts, ReadDb, parts_of
from server.doorbell import LIVE
from server.errors import problems
from server.interviews.service import visible_to
from server.live_looks import service as live_looks
from server.live_looks.views import LookView, look_view
from server.models import GivenInstruction, InterviewSession
from server.proctoring import queries, rules
from server.proctoring.queries import Place
from server.proctoring.rules import Noted
from server.proctoring.views import EventView, InstructionView, event_view, instruction_view
from server.refusals import Refused
from server.routers import feature_router
from server.sockets import listen, until_gone
from server.views import View
from shared.actions import Action
from shared.events import Severity
from shared.lifecycle import RUNNING, Status
from shared.sync import Heartbeat

router = feature_router("/admin", "live")

FRAME_EVERY_S = 0.1
"""At most ten frames a second: more than eyes use, and a bound for 500 interviews."""
LOOK_EVERY_S = 5.0
"""A look without a ring: other processes ring elsewhere, and a sign-in may have run out."""
SEND_WITHIN_S = 5.0
"""A socket that takes longer is closed; it comes back with its cursor."""
MAX_EVENTS = 500
"""In one frame; the rest follows in the next."""
MAX_EVENT_BYTES = 256 * 1024
"""Of events' bodies in one frame: nothing is made ready that the socket has not room for."""

SIGN_IN_AGAIN = 4401
TRY_AGAIN = 1013


class OpenSignal(View):
    """A signal that is open now."""

    signal: str
    severity: Severity
    """Info where its opening has not arrived yet."""
    onset_ms: int | None
    """Milliseconds since the interview's start."""


class RequestView(View):
    """What a candidate asked, and nobody has answered since."""

    what: Literal["message", "break", "help", "leave"]
    """`leave`: they closed the app and may come back."""
    text: str
    """In the candidate's words; may be empty for all but a message."""
    asked_at: datetime
    """When the server heard it."""


class LiveTile(View):
    """One interview on the live page."""

    session: str
    """The interview's id."""
    title: str
    candidate_name: str
    status: Status
    opens_at: datetime
    closes_at: datetime
    started_at: datetime | None
    deadline_at: datetime | None
    finished_at: datetime | None
    question: int | None
    """Position of the open question, from 1."""
    question_count: int
    open_signals: list[OpenSignal]
    seen_at: datetime | None
    """When the candidate's machine was last heard; None before it claimed the invite."""
    heartbeat: Heartbeat | None
    """What it said last about itself."""
    locked: bool
    """Whether the screen is covered by a proctor's word."""
    last_action: InstructionView | None
    """What was asked last, and whether it was applied; None before the first."""
    requests: list[RequestView]
    """What the candidate asked since anybody last did something, the newest first."""
    possible: list[Action]
    """What may be asked now."""
    may_look: bool
    """Whether its policy and its app allow a look through the camera."""
    thumbnail_at: datetime | None
    """When the newest small picture came; read it at `/admin/interviews/{session}/thumbnail`."""


class LiveEvent(EventView):
    """An event with its interview."""

    session: str


class LiveSnapshot(View):
    """The live page as it stands."""

    type: Literal["snapshot"] = "snapshot"
    cursor: str
    """Events up to here are in the interviews' results."""
    server_time: datetime
    sessions: list[LiveTile]
    looks: list[LookView]
    """Whoever watches: their own looks through cameras, also those that just ended."""


class LiveChanges(View):
    """What changed since the frame before."""

    type: Literal["changes"] = "changes"
    cursor: str
    server_time: datetime
    sessions: list[LiveTile]
    """Those that changed, whole."""
    gone: list[str]
    """Those that are no longer on the live page."""
    events: list[LiveEvent]
    looks: list[LookView] | None
    """All of one's own looks where one of them changed; None where none did."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the interviews on the page, and by them, and what can be seen of them."""

    locked: set[str]
    last: Mapping[str, GivenInstruction]
    requests: Mapping[str, list[requests.Request]]
    pictures: Mapping[str, datetime]
    cameras: set[str]


class Watch:
    """What one viewer has been sent. Used by one thread at a time."""

    def __init__(self, parts: Parts, person: Person) -> None:
        self._parts = parts
        self._person = person
        self._sent: dict[str, LiveTile] = {}
        self._looks: list[LookView] = []
        self._place = Place()
        self.more = False
        """Whether more events wait than the last frame took."""

    def snapshot(self, after: str | None) -> LiveSnapshot:
        """Everything as it stands; events follow from `after` on, or from now."""
        with self._parts.database.read() as db:
            # The cursor first: what is committed in between comes twice rather than never.
            known = queries.read_place(after) if after else None
            self._place = known or queries.newest(db)
            tiles = _tiles(db, self._person, self._parts.now())
            self._looks = _looks(db, self._person, self._parts.now())
        self._sent = {tile.session: tile for tile in tiles}
        return LiveSnapshot(
            cursor=self._place.text(),
            server_time=self._parts.now(),
            sessions=tiles,
            looks=self._looks,
        )

    def changes(self, person: Person) -> LiveChanges | None:
        """What is new since the last call for who they are by now; None where nothing is."""
        self._person = person
        now = self._parts.now()
        with self._parts.database.read() as db:
            found = queries.events_after(
                db, visible_to(self._person), self._place, limit=MAX_EVENTS
            )
            tiles = {tile.session: tile for tile in _tiles(db, self._person, now)}
            looks = _looks(db, self._person, now)
        fitting = found[: _as_many_as_fit(found)]
        self.more = len(fitting) < len(found) or len(found) == MAX_EVENTS
        found = fitting
        if found:
            self._place = found[-1][0]
        changed = [tile for tile in tiles.values() if self._sent.get(tile.session) != tile]
        gone = [key for key in self._sent if key not in tiles]
        self._sent = tiles
        other_looks = None if looks == self._looks else looks
        self._looks = looks
        if not (found or changed or gone or other_looks is not None):
            return None
        return LiveChanges(
            cursor=self._place.text(),
            server_time=now,
            sessions=changed,
            gone=gone,
            events=[
                LiveEvent(session=session, **dict(event_view(event))) for _, session, event in found
            ],
            looks=other_looks,
        )


@router.get("/live-status", responses=problems("not_signed_in", "forbidden"))
def get_live_status(person: Proctor, db: ReadDb, now: Now) -> LiveSnapshot:
    """The live page as it stands; the WebSocket sends the same and then what changes."""
    place = queries.newest(db)
    return LiveSnapshot(
        cursor=place.text(),
        server_time=now,
        sessions=_tiles(db, person, now),
        looks=_looks(db, person, now),
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
    rung = asyncio.Event()
    stop_listening = listen(parts, LIVE, rung)
    end: tuple[int, str] | None = None
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(until_gone, socket, group.cancel_scope)
            end = await _send_changes(socket, Watch(parts, person), rung=rung, cursor=cursor)
            group.cancel_scope.cancel()
    finally:
        stop_listening()
    if end is not None:
        await socket.close(*end)


async def _send_changes(
    socket: WebSocket, watch: Watch, *, rung: asyncio.Event, cursor: str | None
) -> tuple[int, str] | None:
    """Sends until there is a reason to stop: close code and words, None where it is closed."""
    frame: View | None = await run_in_threadpool(watch.snapshot, cursor)
    while True:
        if frame is not None:
            try:
                with anyio.fail_after(SEND_WITHIN_S):
                    await socket.send_text(frame.model_dump_json())
            except TimeoutError:
                return TRY_AGAIN, "too slow"
            except WebSocketDisconnect:
                return None
        await anyio.sleep(FRAME_EVERY_S)
        with anyio.move_on_after(LOOK_EVERY_S):
            await rung.wait()
        rung.clear()
        try:
            person = await run_in_threadpool(_viewer, socket)
        except Refused:
            return SIGN_IN_AGAIN, "sign in again"
        frame = await run_in_threadpool(watch.changes, person)
        if watch.more:
            rung.set()


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


_PLAIN = frozenset(LiveTile.model_fields) & frozenset(InterviewSession.model_fields)
_COLUMNS = _PLAIN | {"id", "segment", "heartbeat_json", "lease_seen_at"}
"""What a tile is made of."""


def _tiles(db: Session, person: Person, now: datetime) -> list[LiveTile]:
    found = [
        (interview, _heartbeat(interview.heartbeat_json))
        for interview in queries.live_sessions(db, visible_to(person), now, columns=_COLUMNS)
    ]
    signalling = [
        interview.id
        for interview, heartbeat in found
        if interview.status in RUNNING and heartbeat is not None and heartbeat.open_signals
    ]
    openings = queries.last_openings(db, signalling) if signalling else {}
    known = [interview for interview, _ in found if interview.segment > 0]
    claimed = [interview.id for interview in known]
    last = instructions.last_given(db, claimed)
    asked = Asked(
        locked=instructions.locked(db, claimed),
        last=last,
        requests=requests.standing(db, known, last),
        pictures=thumbnails.came_at(db, claimed),
        cameras=live_looks.allowing(db, claimed),
    )
    return [
        _tile(interview, heartbeat=heartbeat, openings=openings, asked=asked)
        for interview, heartbeat in found
    ]


def _looks(db: Session, person: Person, now: datetime) -> list[LookView]:
    return [look_view(row, why) for row, why in live_looks.mine(db, person, now)]


def _as_many_as_fit(found: Sequence[tuple[Place, str, Noted]]) -> int:
    """Whole events up to `MAX_EVENT_BYTES`, one at least: the rest comes with the next frame."""
    size = 0
    for count, (_, _, event) in enumerate(found):
        size += len(event.body_json)
        if count and size > MAX_EVENT_BYTES:
            return count
    return len(found)


def _heartbeat(said: str) -> Heartbeat | None:
    return Heartbeat.model_validate_json(said) if said else None


def _tile(
    interview: Any,
    *,
    heartbeat: Heartbeat | None,
    openings: Mapping[tuple[str, str], Noted],
    asked: Asked,
) -> LiveTile:
    open_now = heartbeat.open_signals if heartbeat and interview.status in RUNNING else ()
    signals: list[OpenSignal] = []
    for name in open_now:
        opening = openings.get((interview.id, name))
        severity = Severity(opening.severity) if opening else Severity.INFO
        onset_ms = opening.onset_ms if opening else None
        signals.append(OpenSignal(signal=name, severity=severity, onset_ms=onset_ms))
    locked, last = interview.id in asked.locked, asked.last.get(interview.id)
    # The policy is not read for each tile: what it does not name is refused when it is asked for.
    blocks = heartbeat.blocks if heartbeat and interview.status in RUNNING else ()
    return LiveTile.model_validate(
        {
            **{name: getattr(interview, name) for name in _PLAIN},
            "session": interview.id,
            "question": heartbeat.question if heartbeat else None,
            "question_count": interview.question_count or 0,
            "open_signals": signals,
            "seen_at": interview.lease_seen_at,
            "heartbeat": heartbeat,
            "locked": locked,
            "last_action": None if last is None else instruction_view(last),
            "requests": [
                RequestView.model_validate(one, from_attributes=True)
                for one in asked.requests.get(interview.id, ())
            ],
            "possible": rules.possible(
                rules.Standing(interview.status, interview.segment > 0, locked, blocks)
            ),
            "may_look": interview.id in asked.cameras,
            "thumbnail_at": asked.pictures.get(interview.id),
        }
    )
