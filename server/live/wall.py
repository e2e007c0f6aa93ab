"""One reading of the wall for all who see the same of it, and what each of them is told.

One rule: what is told is read from the database, state for interviews and everything after the
cursor for events, so nothing is missed and nothing is kept here that a restart could lose.
"""

import itertools
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from server.auth.people import Person
from server.deps import Parts
from server.interviews.service import visible_to
from server.live.tiles import Tiles
from server.live.views import LiveChanges, LiveEvent, LiveSnapshot, LiveTile
from server.live_looks import service as live_looks
from server.live_looks.views import LookView, look_view
from server.proctoring import queries
from server.proctoring.queries import Place
from server.proctoring.rules import Noted
from server.proctoring.views import event_view

MAX_EVENTS = 500
"""In one frame; the rest follows in the next."""
MAX_EVENT_BYTES = 256 * 1024
"""Of events' bodies in one frame: nothing is made ready that the socket has not room for."""
KEPT_EVENTS = 2000
"""Whoever fell further behind reads the database for themselves."""

Told = tuple[Place, str, Noted]
"""An event with its place and its interview."""

_numbers = itertools.count()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The wall at one moment."""

    number: int
    """Of no other scene of this process."""
    place: Place
    """Events up to here were read."""
    at: datetime
    tiles: Mapping[str, LiveTile]
    """By interview; what did not change is the object of the scene before."""
    looks: Mapping[str, Sequence[LookView]]
    """Looks through cameras, by whose they are."""
    texts: dict[object, str] = field(default_factory=dict)
    """Frames that were made already: most viewers are told the same."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one reading found."""

    scene: Scene
    """The one before where nothing is new."""
    events: Sequence[Told]
    more: bool
    """Whether more events wait than one reading takes."""


class Wall:
    """What people of the same sight see."""

    def __init__(self, parts: Parts, person: Person) -> None:
        self._parts = parts
        self._tiles = Tiles()
        self._events: deque[Told] = deque()
        with parts.database.read() as db:
            # The cursor first: what is committed in between comes twice rather than never.
            self.since = queries.newest(db)
            """Events after here are kept."""
            self.scene = self._scene(db, person, self.since)

    def look(self, person: Person) -> Look:
        """Reads on, in a thread of its own; changes nothing of what is shown."""
        before = self.scene
        with self._parts.database.read() as db:
            events = queries.events_after(db, visible_to(person), before.place, limit=MAX_EVENTS)
            self._tiles.heard((session, event) for _, session, event in events)
            scene = self._scene(db, person, events[-1][0] if events else before.place)
        if not events and scene.looks == before.looks and _are_same(scene.tiles, before.tiles):
            scene = before
        return Look(scene, events, len(events) == MAX_EVENTS)

    def show(self, look: Look) -> None:
        """What was found is what viewers are told from now on."""
        self._events.extend(look.events)
        while len(self._events) > KEPT_EVENTS:
            self.since = self._events.popleft()[0]
        self.scene = look.scene

    def after(self, place: Place) -> list[Told]:
        """The kept events after a place."""
        newer = itertools.takewhile(lambda told: told[0] > place, reversed(self._events))
        return list(newer)[::-1]

    def _scene(self, db: Session, person: Person, place: Place) -> Scene:
        now = self._parts.now()
        tiles = self._tiles.read(db, person, now)
        return Scene(next(_numbers), place, now, tiles, looks_of(db, now))


class Watch:
    """What one viewer has been told of a wall."""

    def __init__(self, parts: Parts, person: Person, wall: Wall) -> None:
        self._parts = parts
        self._person = person
        self._wall = wall
        self._scene = wall.scene
        self._place = wall.scene.place
        self.more = False
        """Whether more events wait than the last frame took."""

    def moves_to(self, person: Person, wall: Wall) -> None:
        """They see another wall from now on."""
        self._person, self._wall = person, wall

    def snapshot(self, after: str | None) -> str:
        """Everything as it stands; events follow from `after` on, or from now."""
        self._scene = scene = self._wall.scene
        self._place = (queries.read_place(after) if after else None) or scene.place
        looks = list(scene.looks.get(self._person.actor, ()))
        if not looks and (made := scene.texts.get(self._place)) is not None:
            return made
        text = LiveSnapshot(
            cursor=self._place.text(),
            server_time=scene.at,
            sessions=list(scene.tiles.values()),
            looks=looks,
        ).model_dump_json()
        if not looks:
            scene.texts[self._place] = text
        return text

    def is_behind(self) -> bool:
        """Whether events are wanted that the wall no longer keeps: then `catch_up`."""
        return self._place < self._wall.since

    def catch_up(self) -> str | None:
        """Reads events that the wall no longer keeps, in a thread of its own; None for none."""
        until = self._wall.since
        with self._parts.database.read() as db:
            seen = visible_to(self._person)
            found = queries.events_after(db, seen, self._place, limit=MAX_EVENTS)
        fitting = found[: _as_many_as_fit(found)]
        self._place = fitting[-1][0] if fitting else max(until, self._place)
        self.more = True
        if not fitting:
            return None
        return _changes(self._place, self._parts.now(), events=fitting).model_dump_json()

    def changes(self) -> str | None:
        """What is new since the last frame; None where nothing is."""
        before, scene = self._scene, self._wall.scene
        if scene is before and not self.more:
            return None
        key = (before.number, self._place)
        found = self._wall.after(self._place)
        fitting = found[: _as_many_as_fit(found)]
        self.more = len(fitting) < len(found)
        self._scene = scene
        if fitting:
            self._place = fitting[-1][0]
        looks = scene.looks.get(self._person.actor, ())
        other_looks = looks != before.looks.get(self._person.actor, ())
        if not other_looks and (made := scene.texts.get(key)) is not None:
            return made or None
        frame = _changes(
            self._place,
            scene.at,
            tiles=[tile for key, tile in scene.tiles.items() if before.tiles.get(key) is not tile],
            gone=[key for key in before.tiles if key not in scene.tiles],
            events=fitting,
            looks=list(looks) if other_looks else None,
        )
        new = frame.sessions or frame.gone or frame.events or frame.looks is not None
        text = frame.model_dump_json() if new else ""
        if not other_looks:
            scene.texts[key] = text
        return text or None


def _changes(
    place: Place,
    at: datetime,
    *,
    events: Sequence[Told],
    tiles: Sequence[LiveTile] = (),
    gone: Sequence[str] = (),
    looks: list[LookView] | None = None,
) -> LiveChanges:
    return LiveChanges(
        cursor=place.text(),
        server_time=at,
        sessions=list(tiles),
        gone=list(gone),
        events=[
            LiveEvent(session=session, **dict(event_view(event))) for _, session, event in events
        ],
        looks=looks,
    )


def looks_of(db: Session, now: datetime) -> dict[str, list[LookView]]:
    """Open looks through cameras and those that just ended, by whose they are."""
    found: dict[str, list[LookView]] = {}
    for row, why in live_looks.recent(db, now):
        found.setdefault(row.viewer, []).append(look_view(row, why))
    return found


def _are_same(tiles: Mapping[str, LiveTile], before: Mapping[str, LiveTile]) -> bool:
    pairs = zip(tiles.values(), before.values(), strict=False)
    return len(tiles) == len(before) and all(one is other for one, other in pairs)


def _as_many_as_fit(found: Sequence[Told]) -> int:
    """Whole events up to both bounds, one at least: the rest comes with the next frame."""
    size = 0
    for count, (_, _, event) in enumerate(found[:MAX_EVENTS]):
        size += len(event.body_json)
        if count and size > MAX_EVENT_BYTES:
            return count
    return min(len(found), MAX_EVENTS)
