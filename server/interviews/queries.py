"""Reads lists of interviews and what hangs on one. One rule: nothing here changes anything."""

from datetime import datetime

from sqlalchemy import func, or_, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import InterviewSession, SessionQuestion, StatusTimeline
from shared.lifecycle import Status


def list_interviews(
    db: Session,
    person: Person,
    *,
    status: list[Status],
    paper_id: str | None,
    search: str | None,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[InterviewSession]:
    """Visible interviews, newest first, at most `limit`, after the cursor's."""
    query = select(InterviewSession).where(visible_to(person))
    if status:
        query = query.where(col(InterviewSession.status).in_(status))
    if paper_id is not None:
        query = query.where(InterviewSession.paper_id == paper_id)
    if search:
        part = search.lower()
        query = query.where(
            or_(
                func.lower(InterviewSession.candidate_name).contains(part, autoescape=True),
                func.lower(InterviewSession.candidate_email).contains(part, autoescape=True),
                func.lower(InterviewSession.title).contains(part, autoescape=True),
            )
        )
    if after is not None:
        query = query.where(
            tuple_(col(InterviewSession.created_at), col(InterviewSession.id)) < tuple_(*after)
        )
    order = (col(InterviewSession.created_at).desc(), col(InterviewSession.id).desc())
    return list(db.exec(query.order_by(*order).limit(limit)))


def questions(db: Session, session_id: str) -> list[SessionQuestion]:
    """An interview's frozen questions in order."""
    query = select(SessionQuestion).where(SessionQuestion.session_id == session_id)
    return list(db.exec(query.order_by(col(SessionQuestion.position))))


def timeline(db: Session, session_id: str) -> list[StatusTimeline]:
    """An interview's changes of status, oldest first."""
    query = select(StatusTimeline).where(StatusTimeline.session_id == session_id)
    return list(db.exec(query.order_by(col(StatusTimeline.at))))
