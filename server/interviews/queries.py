"""Reads lists of interviews and what hangs on one. One rule: nothing here changes anything."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import InterviewSession, SessionQuestion, StatusTimeline
from shared.lifecycle import Status


@dataclass(frozen=True, slots=True)
class Filter:
    """Which interviews are wanted; what is None or empty leaves none out."""

    status: tuple[Status, ...] = ()
    paper_id: str | None = None
    search: str | None = None
    closes_after: datetime | None = None
    opens_before: datetime | None = None


def list_interviews(
    db: Session,
    person: Person,
    wanted: Filter,
    *,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[InterviewSession]:
    """Visible interviews, newest first, at most `limit`, after the cursor's."""
    query = _narrowed(select(InterviewSession), person, wanted)
    if wanted.status:
        query = query.where(col(InterviewSession.status).in_(wanted.status))
    if after is not None:
        query = query.where(
            tuple_(col(InterviewSession.created_at), col(InterviewSession.id)) < tuple_(*after)
        )
    order = (col(InterviewSession.created_at).desc(), col(InterviewSession.id).desc())
    return list(db.exec(query.order_by(*order).limit(limit)))


def counts(db: Session, person: Person, wanted: Filter) -> dict[Status, int]:
    """How many of the wanted interviews stand where; `wanted.status` leaves none out here."""
    query = _narrowed(select(InterviewSession.status, func.count()), person, wanted)
    found = db.exec(query.group_by(col(InterviewSession.status)))
    return {Status(status): int(count) for status, count in found}


def _narrowed(query: Any, person: Person, wanted: Filter) -> Any:
    query = query.where(visible_to(person))
    if wanted.paper_id is not None:
        query = query.where(InterviewSession.paper_id == wanted.paper_id)
    if wanted.closes_after is not None:
        query = query.where(col(InterviewSession.closes_at) >= wanted.closes_after)
    if wanted.opens_before is not None:
        query = query.where(col(InterviewSession.opens_at) < wanted.opens_before)
    if wanted.search:
        part = wanted.search.lower()
        query = query.where(
            or_(
                func.lower(InterviewSession.candidate_name).contains(part, autoescape=True),
                func.lower(InterviewSession.candidate_email).contains(part, autoescape=True),
                func.lower(InterviewSession.title).contains(part, autoescape=True),
            )
        )
    return query


def questions(db: Session, session_id: str) -> list[SessionQuestion]:
    """An interview's frozen questions in order."""
    query = select(SessionQuestion).where(SessionQuestion.session_id == session_id)
    return list(db.exec(query.order_by(col(SessionQuestion.position))))


def timeline(db: Session, session_id: str) -> list[StatusTimeline]:
    """An interview's changes of status, oldest first."""
    query = select(StatusTimeline).where(StatusTimeline.session_id == session_id)
    return list(db.exec(query.order_by(col(StatusTimeline.at))))
