"""Makes and changes papers.

One rule: every change counts the paper's version up, and none reaches an interview that exists:
those have their own frozen copy.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from server import audit, ownership
from server.auth.people import Person
from server.models import InterviewSession, Question, QuestionPaper
from server.papers.rules import MAX_QUESTIONS, placed, question_fault
from server.refusals import Refused


def visible_to(person: Person) -> ColumnElement[bool]:
    """Which papers somebody sees: theirs, their teams' and shared ones; a super admin sees all."""
    return ownership.seen_by(person, QuestionPaper)


def get_paper(db: Session, person: Person, key: str, *, lock: bool = False) -> QuestionPaper:
    """A visible paper; refuses `not_found`. `lock` keeps others from changing it meanwhile."""
    query = select(QuestionPaper).where(QuestionPaper.id == key, visible_to(person))
    paper = db.exec(query.with_for_update() if lock else query).one_or_none()
    if paper is None:
        raise Refused("not_found")
    return paper


def questions_of(db: Session, paper_id: str) -> list[Question]:
    """A paper's questions in order."""
    query = select(Question).where(Question.paper_id == paper_id).order_by(col(Question.position))
    return list(db.exec(query))


def add_paper(
    db: Session, person: Person, fields: Mapping[str, Any], *, now: datetime
) -> QuestionPaper:
    """A new paper without questions."""
    paper = QuestionPaper(
        org_id=person.org_id, created_by=person.id, created_at=now, updated_at=now, **fields
    )
    db.add(paper)
    _note(db, person, "paper.created", paper, now=now)
    return paper


def change_paper(
    db: Session, person: Person, paper: QuestionPaper, *, fields: Mapping[str, Any], now: datetime
) -> None:
    """Sets `fields` on a locked paper."""
    for name, value in fields.items():
        setattr(paper, name, value)
    _touch(db, paper, now=now)
    _note(db, person, "paper.changed", paper, now=now, fields=sorted(fields))


def delete_paper(db: Session, person: Person, paper: QuestionPaper, *, now: datetime) -> None:
    """Removes a paper no interview was made from; refuses `in_use`."""
    used = db.exec(
        select(InterviewSession.id).where(InterviewSession.paper_id == paper.id).limit(1)
    ).first()
    if used:
        raise Refused("in_use", "Interviews were made from this paper: archive it instead.")
    db.delete(paper)
    _note(db, person, "paper.deleted", paper, now=now)


def get_question(db: Session, person: Person, key: str) -> tuple[QuestionPaper, Question]:
    """A question of a visible paper, with the paper locked; refuses `not_found`."""
    question = db.get(Question, key)
    if question is None:
        raise Refused("not_found")
    return get_paper(db, person, question.paper_id, lock=True), question


def add_question(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    *,
    fields: Mapping[str, Any],
    position: int | None,
    now: datetime,
) -> Question:
    """Adds a question to a locked paper, at `position` or last."""
    _check(str(fields["kind"]), fields.get("language"))
    others = questions_of(db, paper.id)
    if len(others) >= MAX_QUESTIONS:
        raise Refused("invalid_request", f"A paper has at most {MAX_QUESTIONS} questions.")
    question = Question(paper_id=paper.id, position=len(others) + 1, **fields)
    db.add(question)
    if position is not None:
        _order([*others, question], question, position=position)
    _touch(db, paper, now=now)
    _note(db, person, "question.created", paper, now=now, question=question.id)
    return question


def change_question(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    *,
    question: Question,
    fields: Mapping[str, Any],
    position: int | None,
    now: datetime,
) -> None:
    """Sets `fields` on a question of a locked paper, and moves it where `position` is given."""
    for name, value in fields.items():
        setattr(question, name, value)
    _check(question.kind, question.language)
    db.add(question)
    if position is not None:
        _order(questions_of(db, paper.id), question, position=position)
    _touch(db, paper, now=now)
    _note(db, person, "question.changed", paper, now=now, question=question.id)


def delete_question(
    db: Session, person: Person, paper: QuestionPaper, *, question: Question, now: datetime
) -> None:
    """Removes a question of a locked paper; the ones behind it move up."""
    rest = [other for other in questions_of(db, paper.id) if other.id != question.id]
    db.delete(question)
    for number, other in enumerate(rest, start=1):
        other.position = number
    _touch(db, paper, now=now)
    _note(db, person, "question.deleted", paper, now=now, question=question.id)


def _check(kind: str, language: str | None) -> None:
    if fault := question_fault(kind, language):
        field, message = fault
        errors = [{"field": f"body.{field}", "message": message}]
        raise Refused("invalid_request", message, errors=errors)


def _order(questions: list[Question], moved: Question, *, position: int) -> None:
    by_id = {question.id: question for question in questions}
    for number, key in enumerate(placed(list(by_id), moved.id, position), start=1):
        by_id[key].position = number


def _touch(db: Session, paper: QuestionPaper, *, now: datetime) -> None:
    paper.version += 1
    paper.updated_at = now
    db.add(paper)


def _note(
    db: Session, person: Person, action: str, paper: QuestionPaper, *, now: datetime, **detail: Any
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"paper:{paper.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )
