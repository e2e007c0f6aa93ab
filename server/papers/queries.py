"""Reads lists of papers. One rule: one statement for the page, one for its sums, no more."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.models import Question, QuestionPaper
from server.papers.service import visible_to


@dataclass(frozen=True, slots=True)
class Sums:
    """What a paper's questions come to."""

    questions: int = 0
    marks: int = 0


def list_papers(
    db: Session,
    person: Person,
    *,
    archived: bool,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[QuestionPaper]:
    """Visible papers, newest first, at most `limit`, after the cursor's."""
    query = select(QuestionPaper).where(visible_to(person))
    if not archived:
        query = query.where(col(QuestionPaper.archived_at).is_(None))
    if after is not None:
        query = query.where(
            tuple_(col(QuestionPaper.created_at), col(QuestionPaper.id)) < tuple_(*after)
        )
    order = (col(QuestionPaper.created_at).desc(), col(QuestionPaper.id).desc())
    return list(db.exec(query.order_by(*order).limit(limit)))


def sums_of(db: Session, papers: list[QuestionPaper]) -> dict[str, Sums]:
    """Number of questions and marks for each paper that has any."""
    query = (
        select(Question.paper_id, func.count(), func.sum(Question.marks))
        .where(col(Question.paper_id).in_([paper.id for paper in papers]))
        .group_by(col(Question.paper_id))
    )
    return {key: Sums(int(count), int(marks)) for key, count, marks in db.exec(query)}
