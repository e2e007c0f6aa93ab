"""Reads who can be compared. One rule: only interviews that this person sees are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import InterviewResult, InterviewSession, SessionQuestion, Shortlisted
from server.results.views import TotalState

MAX_CANDIDATES = 500
"""In one list to choose from; the newest ones."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by its interviews."""

    id: str
    title: str
    candidates: int
    shortlisted: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One interview with its total and its place on the short list, where it has them."""

    id: str
    title: str
    candidate_name: str
    finished_at: datetime | None
    total_milli: int | None
    max_marks: int | None
    state: TotalState | None
    listed: bool | None
    version: int | None
    changed_at: datetime | None


def papers(db: Session, person: Person) -> list[Paper]:
    """Papers with started interviews, by title."""
    listed = func.sum(case((col(Shortlisted.listed), 1), else_=0))
    query = (
        select(
            InterviewSession.paper_id,
            func.max(InterviewSession.title),
            func.count(),
            listed,
        )
        .join(Shortlisted, col(Shortlisted.session_id) == col(InterviewSession.id), isouter=True)
        .where(visible_to(person), _can_be_compared())
        .group_by(col(InterviewSession.paper_id))
    )
    found = [Paper(key, title, int(count), int(on)) for key, title, count, on in db.exec(query)]
    return sorted(found, key=lambda paper: (paper.title, paper.id))


def candidates(db: Session, person: Person, paper: str) -> list[Candidate]:
    """Started interviews of a paper, newest first."""
    # Columns: an interview's policy is the most of its row, and is not looked at here.
    query = (
        sql_select(
            col(InterviewSession.id),
            col(InterviewSession.title),
            col(InterviewSession.candidate_name),
            col(InterviewSession.finished_at),
            col(InterviewResult.total_milli),
            col(InterviewResult.max_marks),
            col(InterviewResult.state),
            col(Shortlisted.listed),
            col(Shortlisted.version),
            col(Shortlisted.changed_at),
        )
        .join(
            InterviewResult,
            col(InterviewResult.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .join(Shortlisted, col(Shortlisted.session_id) == col(InterviewSession.id), isouter=True)
        .where(visible_to(person), _can_be_compared(), col(InterviewSession.paper_id) == paper)
        .order_by(col(InterviewSession.created_at).desc(), col(InterviewSession.id).desc())
        .limit(MAX_CANDIDATES)
    )
    return [Candidate(*row) for row in db.execute(query)]


def sources(db: Session, session: str) -> dict[str, str]:
    """Which question of the paper each frozen question is; a further one: whom it follows."""
    rows: Sequence[SessionQuestion] = db.exec(
        select(SessionQuestion).where(SessionQuestion.session_id == session)
    ).all()
    origin = {row.id: row.question_id for row in rows}
    return {
        row.id: row.question_id if row.follows_id is None else origin.get(row.follows_id, "")
        for row in rows
    }


def _can_be_compared() -> ColumnElement[bool]:
    return col(InterviewSession.started_at).is_not(None) & col(InterviewSession.erased_at).is_(None)
