"""The tiles of one reader, made again only where something changed.

One rule: a tile whose rows say the same is the same object, so whoever compares two looks at the
wall asks "is it", and most of a wall costs nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server import asked as requests
from server import instructions, thumbnails
from server.auth.people import Person
from server.interviews.service import visible_to
from server.live.views import LiveTile, OpenSignal, RequestView
from server.live_looks import service as live_looks
from server.models import InterviewSession
from server.proctoring import queries, rules
from server.proctoring.rules import Noted
from server.proctoring.views import InstructionView, instruction_view
from shared.events import Severity
from shared.lifecycle import RUNNING
from shared.sync import Heartbeat

_PLAIN = frozenset(LiveTile.model_fields) & frozenset(InterviewSession.model_fields)
_COLUMNS = _PLAIN | {"id", "segment", "heartbeat_json", "lease_seen_at"}
"""What a tile is made of."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A tile, and everything that it was made of."""

    row: Any
    heartbeat: Heartbeat | None
    of: tuple[Any, ...]
    tile: LiveTile


@dataclass(slots=True)
class Tiles:
    """What was made for one reader so far. Used by one thread at a time."""

    _made: dict[str, _Made] = field(default_factory=dict)
    _openings: dict[tuple[str, str], Noted] = field(default_factory=dict)

    def heard(self, events: Iterable[tuple[str, Noted]]) -> None:
        """Takes openings that came since, so that they need not be looked for."""
        for session, event in events:
            if event.kind == rules.OPENED:
                self._openings[session, event.signal] = event

    def read(self, db: Session, person: Person, now: datetime) -> dict[str, LiveTile]:
        """The tiles that `person` sees, by interview, in the order of the wall."""
        found = queries.live_sessions(db, visible_to(person), now, columns=_COLUMNS)
        heartbeats = {row.id: self._heartbeat(row) for row in found}
        self._look_up(db, heartbeats, running={row.id for row in found if row.status in RUNNING})
        known = [row for row in found if row.segment > 0]
        claimed = [row.id for row in known]
        last = instructions.last_given(db, claimed)
        locked = instructions.locked(db, claimed)
        asked = requests.standing(db, known, last)
        pictures = thumbnails.came_at(db, claimed)
        cameras = live_looks.allowing(db, claimed)
        made: dict[str, _Made] = {}
        for row in found:
            heartbeat = heartbeats[row.id]
            instruction = last.get(row.id)
            of = (
                tuple(row),
                self._open_signals(row, heartbeat),
                row.id in locked,
                None if instruction is None else instruction_view(instruction),
                tuple(asked.get(row.id, ())),
                row.id in cameras,
                pictures.get(row.id),
            )
            before = self._made.get(row.id)
            if before is not None and before.of == of:
                made[row.id] = before
            else:
                made[row.id] = _Made(row, heartbeat, of, _tile(row, heartbeat, *of[1:]))
        self._made = made
        return {key: one.tile for key, one in made.items()}

    def _heartbeat(self, row: Any) -> Heartbeat | None:
        before = self._made.get(row.id)
        if before is not None and before.row.heartbeat_json == row.heartbeat_json:
            return before.heartbeat
        said = row.heartbeat_json
        return Heartbeat.model_validate_json(said) if said else None

    def _look_up(
        self, db: Session, heartbeats: Mapping[str, Heartbeat | None], *, running: set[str]
    ) -> None:
        """Reads the openings of open signals that were not heard, and forgets the others."""
        open_now = {
            (session, signal)
            for session, heartbeat in heartbeats.items()
            if session in running and heartbeat is not None
            for signal in heartbeat.open_signals
        }
        known = {pair: noted for pair, noted in self._openings.items() if pair in open_now}
        if missing := {session for session, signal in open_now - known.keys()}:
            read = queries.last_openings(db, sorted(missing))
            known |= {pair: noted for pair, noted in read.items() if pair in open_now}
        self._openings = known

    def _open_signals(self, row: Any, heartbeat: Heartbeat | None) -> tuple[OpenSignal, ...]:
        open_now = heartbeat.open_signals if heartbeat and row.status in RUNNING else ()
        found: list[OpenSignal] = []
        for name in open_now:
            opening = self._openings.get((row.id, name))
            severity = Severity(opening.severity) if opening else Severity.INFO
            onset_ms = opening.onset_ms if opening else None
            found.append(OpenSignal(signal=name, severity=severity, onset_ms=onset_ms))
        return tuple(found)


def _tile(
    row: Any,
    heartbeat: Heartbeat | None,
    open_signals: tuple[OpenSignal, ...],
    locked: bool,
    last_action: InstructionView | None,
    asked: tuple[requests.Request, ...],
    may_look: bool,
    thumbnail_at: datetime | None,
) -> LiveTile:
    # The policy is not read for each tile: what it does not name is refused when it is asked for.
    blocks = heartbeat.blocks if heartbeat and row.status in RUNNING else ()
    return LiveTile.model_validate(
        {
            **{name: getattr(row, name) for name in _PLAIN},
            "session": row.id,
            "question": heartbeat.question if heartbeat else None,
            "question_count": row.question_count or 0,
            "open_signals": list(open_signals),
            "seen_at": row.lease_seen_at,
            "heartbeat": heartbeat,
            "locked": locked,
            "last_action": last_action,
            "requests": [RequestView.model_validate(one, from_attributes=True) for one in asked],
            "possible": rules.possible(rules.Standing(row.status, row.segment > 0, locked, blocks)),
            "may_look": may_look,
            "thumbnail_at": thumbnail_at,
        }
    )
