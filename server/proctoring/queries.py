"""Reads for those who watch live. One rule: the cursor follows the order of commits.

Ids alone do not: a transaction with a lower id may commit after one with a higher id. So rows
carry their transaction's number, and only those below every running transaction are shown.
SQLite has one writer, there ids do follow.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, func, literal_column, or_, true, tuple_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from server.models import InterviewSession, ProctoringEvent, SessionQuestion
from server.proctoring.rules import Noted
from server.proctoring.service import is_opening, noted
from shared.lifecycle import BEFORE_START, RUNNING, Status

SHOWN_AFTER_END = timedelta(hours=1)
"""A finished interview stays on the live page as long."""
MAX_TILES = 500


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in the order of commits."""

    xid: int = 0
    id: int = 0

    def text(self) -> str:
        """As clients carry it: opaque to them."""
        return f"{self.xid}.{self.id}"


def read_place(text: str) -> Place | None:
    """What `Place.text` wrote; None for anything else."""
    xid, _, key = text.partition(".")
    if not (xid.isascii() and xid.isdigit() and key.isascii() and key.isdigit()):
        return None
    place = Place(int(xid[:19]), int(key[:19]))
    return place if max(place.xid, place.id) < 2**63 else None


def live_sessions(
    db: Session, seen: ColumnElement[bool], now: datetime, *, columns: Collection[str]
) -> list[Any]:
    """Visible interviews that are on now, by their window: rows with these `columns` of theirs and
    `question_count`. Objects of the table would take twice as long, and the wall asks often.
    """
    awaited = and_(
        col(InterviewSession.status).in_(BEFORE_START),
        col(InterviewSession.opens_at) <= now,
        col(InterviewSession.closes_at) >= now,
    )
    ended = and_(
        col(InterviewSession.status).in_((Status.COMPLETED, Status.TERMINATED)),
        col(InterviewSession.updated_at) >= now - SHOWN_AFTER_END,
    )
    count = (
        select(func.count())
        .where(SessionQuestion.session_id == InterviewSession.id)
        .scalar_subquery()
    )
    wanted = [getattr(InterviewSession, name) for name in sorted(columns)]
    found = db.execute(
        sql_select(*wanted, count.label("question_count"))
        .where(seen, or_(col(InterviewSession.status).in_(RUNNING), awaited, ended))
        .order_by(col(InterviewSession.opens_at), col(InterviewSession.id))
        .limit(MAX_TILES)
    )
    return list(found)


def last_openings(db: Session, sessions: list[str]) -> dict[tuple[str, str], Noted]:
    """The newest opening of each signal, by (interview, signal)."""
    newest_ids = (
        select(func.max(ProctoringEvent.id))
        .where(col(ProctoringEvent.session_id).in_(sessions), is_opening())
        .group_by(col(ProctoringEvent.session_id), col(ProctoringEvent.signal))
    )
    found = db.exec(select(ProctoringEvent).where(col(ProctoringEvent.id).in_(newest_ids)))
    return {(event.session_id, event.signal): noted(event) for event in found}


def events_after(
    db: Session, seen: ColumnElement[bool], after: Place, *, limit: int
) -> list[tuple[Place, str, Noted]]:
    """Visible events committed after a place, in order: (place, interview, event)."""
    here = tuple_(col(ProctoringEvent.xid), col(ProctoringEvent.id))
    found = db.exec(
        select(ProctoringEvent)
        .join(InterviewSession, col(InterviewSession.id) == col(ProctoringEvent.session_id))
        .where(seen, here > tuple_(after.xid, after.id), _settled(db))
        .order_by(col(ProctoringEvent.xid), col(ProctoringEvent.id))
        .limit(limit)
    )
    return [(_place(event), event.session_id, noted(event)) for event in found]


def newest(db: Session) -> Place:
    """The place of the last event that is settled."""
    found = db.exec(
        select(ProctoringEvent)
        .where(_settled(db))
        .order_by(col(ProctoringEvent.xid).desc(), col(ProctoringEvent.id).desc())
        .limit(1)
    ).first()
    return Place() if found is None else _place(found)


def _place(event: ProctoringEvent) -> Place:
    return Place(event.xid or 0, event.id or 0)


def _settled(db: Session) -> ColumnElement[bool]:
    if db.get_bind().dialect.name != "postgresql":
        return true()
    lowest = literal_column("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", BigInteger())
    return col(ProctoringEvent.xid) < lowest
