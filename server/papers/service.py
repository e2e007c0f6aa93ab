"""Makes and changes papers.

One rule: every change counts the paper's version up, and none reaches an interview that exists:
those have their own frozen copy.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, col, select

from server import audit, ownership
from server.auth.people import Person
from server.models import InterviewSession, Question, QuestionPaper
from server.papers.document import (
    PaperDocument,
    PaperHead,
    QuestionBody,
    columns,
    document_of,
    question_fields,
)
from server.papers.draw import Card, Draw, Impossible
from server.papers.equating import equated
from server.papers.rules import MAX_QUESTIONS, placed, question_fault
from server.refusals import Refused

UNDO_FOR = timedelta(days=14)
"""How long a question that was deleted can be put back."""


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
    """A paper's questions in order, as the database has them by now."""
    query = select(Question).where(
        Question.paper_id == paper_id, col(Question.deleted_at).is_(None)
    )
    fresh = query.order_by(col(Question.position)).execution_options(populate_existing=True)
    return list(db.exec(fresh))


def cards(questions: Sequence[Question]) -> list[Card]:
    """Questions as far as a draw looks at them, in order."""
    return [Card(one.id, one.topic, one.difficulty, one.kind) for one in questions]


def drawn(questions: Sequence[Question], rules: Draw, seed: str) -> list[Question]:
    """What one interview gets of a paper's questions, in order; refuses `draw_impossible`."""
    outcome = equated(cards(questions), rules, seed)
    if isinstance(outcome, Impossible):
        raise Refused("draw_impossible", outcome.message)
    by_id = {question.id: question for question in questions}
    return [by_id[key] for key in outcome]


def add_paper(
    db: Session, person: Person, fields: Mapping[str, Any], *, now: datetime
) -> QuestionPaper:
    """A new paper without questions; with a `team_id` it is that team's."""
    ownership.of_new(db, person, fields.get("team_id"))
    paper = QuestionPaper(
        org_id=person.org_id,
        created_by=person.id,
        created_at=now,
        updated_at=now,
        **columns(dict(fields)),
    )
    db.add(paper)
    _note(db, person, "paper.created", paper, now=now)
    return paper


def change_paper(
    db: Session, person: Person, paper: QuestionPaper, *, fields: Mapping[str, Any], now: datetime
) -> None:
    """Sets `fields` on a locked paper."""
    for name, value in columns(dict(fields)).items():
        setattr(paper, name, value)
    if fields.keys() == {"archived_at"}:
        db.add(paper)  # nothing that an interview reads is another
    else:
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


def get_question(
    db: Session, person: Person, key: str, *, lock: bool = False, deleted: bool = False
) -> tuple[QuestionPaper, Question]:
    """A question of a visible paper; refuses `not_found`. `lock` keeps others from the paper.

    `deleted`: also one that was taken out of its paper.
    """
    home = db.exec(select(Question.paper_id).where(Question.id == key)).one_or_none()
    if home is None:
        raise Refused("not_found")
    paper = get_paper(db, person, home, lock=lock)
    # Read only now: while waiting for the paper another author may have moved or deleted it.
    question = db.exec(select(Question).where(Question.id == key)).one_or_none()
    if question is None or (question.deleted_at is not None and not deleted):
        raise Refused("not_found")
    return paper, question


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
    others = questions_of(db, paper.id)
    _check_room(len(others) + 1)
    question = Question(paper_id=paper.id, position=len(others) + 1, **columns(dict(fields)))
    _check(question)
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
    for name, value in columns(dict(fields)).items():
        setattr(question, name, value)
    _check(question)
    db.add(question)
    if position is not None:
        _order(questions_of(db, paper.id), question, position=position)
    _touch(db, paper, now=now)
    _note(db, person, "question.changed", paper, now=now, question=question.id)


def delete_question(
    db: Session, person: Person, paper: QuestionPaper, *, question: Question, now: datetime
) -> None:
    """Takes a question out of a locked paper; the ones behind it move up.

    It can be put back for `UNDO_FOR`; what was taken out before that is gone by now.
    """
    forgotten = delete(Question).where(
        col(Question.paper_id) == paper.id, col(Question.deleted_at) < now - UNDO_FOR
    )
    db.exec(forgotten)
    rest = [other for other in questions_of(db, paper.id) if other.id != question.id]
    question.deleted_at = now
    db.add(question)
    _number(rest)
    _touch(db, paper, now=now)
    _note(db, person, "question.deleted", paper, now=now, question=question.id)


def restore_question(
    db: Session, person: Person, paper: QuestionPaper, *, question: Question, now: datetime
) -> None:
    """Puts a question of a locked paper back where it was; one that is there stays there."""
    if question.deleted_at is None:
        return
    others = questions_of(db, paper.id)
    _check_room(len(others) + 1)
    question.deleted_at = None
    db.add(question)
    _order([*others, question], question, position=question.position)
    _touch(db, paper, now=now)
    _note(db, person, "question.restored", paper, now=now, question=question.id)


def add_questions(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    bodies: Sequence[QuestionBody],
    *,
    now: datetime,
) -> list[Question]:
    """Adds questions behind those of a locked paper, all of them or none."""
    there = len(questions_of(db, paper.id))
    _check_room(there + len(bodies))
    made = [
        Question(paper_id=paper.id, position=number, **columns(dict(_fields(body))))
        for number, body in enumerate(bodies, start=there + 1)
    ]
    for question in made:
        _check(question)
    db.add_all(made)
    _touch(db, paper, now=now)
    _note(db, person, "questions.added", paper, now=now, questions=[one.id for one in made])
    return made


def make_from(
    db: Session, person: Person, document: PaperDocument, *, now: datetime
) -> QuestionPaper:
    """A new paper from a document; it equals the one that the document was taken from."""
    head = {name: getattr(document, name) for name in PaperHead.model_fields}
    paper = add_paper(db, person, head, now=now)
    db.flush()
    if document.questions:
        add_questions(db, person, paper, document.questions, now=now)
        paper.version = 1
    return paper


def duplicate_question(
    db: Session, person: Person, paper: QuestionPaper, *, question: Question, now: datetime
) -> Question:
    """A copy right behind a question of a locked paper."""
    position = question.position + 1
    fields = question_fields(question)
    return add_question(db, person, paper, fields=fields, position=position, now=now)


def duplicate_paper(
    db: Session, person: Person, paper: QuestionPaper, *, now: datetime
) -> QuestionPaper:
    """A copy of a paper with its questions, of the person who asks."""
    document = document_of(paper, questions_of(db, paper.id))
    title = f"Copy of {paper.title}"[:200]
    return make_from(db, person, document.model_copy(update={"title": title}), now=now)


def _fields(body: QuestionBody) -> dict[str, Any]:
    return {name: getattr(body, name) for name in QuestionBody.model_fields}


def _check_room(wanted: int) -> None:
    if wanted > MAX_QUESTIONS:
        raise Refused("invalid_request", f"A paper has at most {MAX_QUESTIONS} questions.")


def _check(question: Question) -> None:
    tests = len(json.loads(question.tests_json))
    if fault := question_fault(question.kind, question.language, tests):
        field, message = fault
        errors = [{"field": f"body.{field}", "message": message}]
        raise Refused("invalid_request", message, errors=errors)


def _order(questions: list[Question], moved: Question, *, position: int) -> None:
    by_id = {question.id: question for question in questions}
    _number([by_id[key] for key in placed(list(by_id), moved.id, position)])


def _number(questions: Sequence[Question]) -> None:
    for number, question in enumerate(questions, start=1):
        question.position = number


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
