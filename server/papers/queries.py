"""Reads lists of papers. One rule: one statement for the page, one for its sums, no more."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.models import Question, QuestionPaper
from server.papers.service import visible_to


@dataclass(frozen=True, slots=True)
class Sums:
    """What a paper's questions come to."""

    questions: int = 0
    marks: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of a paper's questions; None for all."""

    kind: str | None = None
    difficulty: str | None = None
    topic: str | None = None
    search: str | None = None
    """In the question's text and topic."""
    deleted: bool = False


def list_papers(
    db: Session,
    person: Person,
    *,
    archived: bool,
    search: str | None,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[QuestionPaper]:
    """Visible papers, newest first, at most `limit`, after the cursor's."""
    query = select(QuestionPaper).where(visible_to(person))
    if not archived:
        query = query.where(col(QuestionPaper.archived_at).is_(None))
    if search:
        part = search.lower()
        query = query.where(
            or_(
                func.lower(QuestionPaper.title).contains(part, autoescape=True),
                func.lower(QuestionPaper.description).contains(part, autoescape=True),
            )
        )
    if after is not None:
        query = query.where(
            tuple_(col(QuestionPaper.created_at), col(QuestionPaper.id)) < tuple_(*after)
        )
    order = (col(QuestionPaper.created_at).desc(), col(QuestionPaper.id).desc())
    return list(db.exec(query.order_by(*order).limit(limit)))


def find_questions(db: Session, paper: QuestionPaper, wanted: Wanted) -> list[Question]:
    """A paper's questions in order, or those that were taken out of it, last first."""
    query = select(Question).where(Question.paper_id == paper.id)
    if wanted.deleted:
        query = query.where(col(Question.deleted_at).is_not(None))
        query = query.order_by(col(Question.deleted_at).desc(), col(Question.id))
    else:
        query = query.where(col(Question.deleted_at).is_(None))
        query = query.order_by(col(Question.position))
    for column, value in (
        (Question.kind, wanted.kind),
        (Question.difficulty, wanted.difficulty),
        (Question.topic, wanted.topic),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.search:
        part = wanted.search.lower()
        query = query.where(
            or_(
                func.lower(Question.prompt).contains(part, autoescape=True),
                func.lower(Question.topic).contains(part, autoescape=True),
            )
        )
    return list(db.exec(query))


def sums_of(db: Session, papers: list[QuestionPaper]) -> dict[str, Sums]:
    """Number of questions and marks for each paper that has any."""
    query = (
        select(Question.paper_id, func.count(), func.sum(Question.marks))
        .where(
            col(Question.paper_id).in_([paper.id for paper in papers]),
            col(Question.deleted_at).is_(None),
        )
        .group_by(col(Question.paper_id))
    )
    return {key: Sums(int(count), int(marks)) for key, count, marks in db.exec(query)}
