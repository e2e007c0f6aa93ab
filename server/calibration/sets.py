"""Calibration sets: graded answers that an organisation keeps to hold its language model to.

One rule: the set in use is the one that was put to use last, and only a set that is large enough to
tell can be made.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person
from server.calibration.gate import LEAST_ANSWERS, LEAST_QUESTIONS
from server.calibration.graded import Graded
from server.models import CalibrationSet
from server.refusals import Refused
from shared.ids import new_id

UPLOAD, DECISIONS = "upload", "decisions"
MOST_SETS = 50
MOST_ANSWERS = 1000
"""In one set: each is judged several times whenever a model or a prompt changes."""


def too_small(answers: int, questions: int) -> str:
    """Why so many answers are no calibration set, in a sentence; empty where they are one."""
    if answers < LEAST_ANSWERS or questions < LEAST_QUESTIONS:
        return (
            f"A calibration set needs {LEAST_ANSWERS} answers to {LEAST_QUESTIONS} questions at "
            f"least; these are {answers} to {questions}: nobody could tell a worse model by them."
        )
    if answers > MOST_ANSWERS:
        return f"A calibration set has {MOST_ANSWERS} answers at most; these are {answers}."
    return ""


def keep(
    db: Session, person: Person, name: str, found: Sequence[Graded], *, now: datetime
) -> CalibrationSet:
    """Keeps graded answers as a set that is not in use yet; refuses `file_unreadable` for too few
    or too many, and `calibration_state` where too many sets are kept.
    """
    lines = [asdict(one) for one in found]
    questions = len({one.question for one in found})
    return insert(db, person, name, lines, source=UPLOAD, questions=questions, now=now)


def insert(
    db: Session,
    person: Person,
    name: str,
    lines: Sequence[dict[str, object]],
    *,
    source: str,
    questions: int,
    now: datetime,
) -> CalibrationSet:
    """The same of lines of either kind."""
    if fault := too_small(len(lines), questions):
        raise Refused("file_unreadable", fault)
    if len(listed(db, person.org_id)) >= MOST_SETS:
        raise Refused("calibration_state", f"There are {MOST_SETS} sets already: delete one first.")
    row = CalibrationSet(
        id=new_id(),
        org_id=person.org_id,
        name=name,
        source=source,
        answers=len(lines),
        questions=questions,
        lines_json=json.dumps(lines, ensure_ascii=False),
        made_by=person.actor,
        made_at=now,
    )
    db.add(row)
    _note(db, person, "calibration_set.made", row, now=now, source=source, answers=len(lines))
    return row


def listed(db: Session, org_id: str) -> list[CalibrationSet]:
    """All sets of an organisation, newest first."""
    order = (col(CalibrationSet.made_at).desc(), col(CalibrationSet.id))
    found = db.exec(select(CalibrationSet).where(CalibrationSet.org_id == org_id).order_by(*order))
    return list(found)


def in_use(db: Session, org_id: str) -> CalibrationSet | None:
    """The set that graders are held to; None: they are held to nothing."""
    return db.exec(
        select(CalibrationSet)
        .where(CalibrationSet.org_id == org_id, col(CalibrationSet.used_at).is_not(None))
        .order_by(col(CalibrationSet.used_at).desc(), col(CalibrationSet.id))
        .limit(1)
    ).first()


def get(db: Session, person: Person, key: str) -> CalibrationSet:
    """A set of the person's organisation; refuses `not_found`."""
    row = db.get(CalibrationSet, key)
    if row is None or row.org_id != person.org_id:
        raise Refused("not_found", "There is no such calibration set.")
    return row


def use(db: Session, person: Person, key: str | None, *, now: datetime) -> None:
    """Puts a set to use in place of any other; None: none. Refuses `not_found`."""
    row = get(db, person, key) if key is not None else None
    db.execute(
        update(CalibrationSet)
        .where(col(CalibrationSet.org_id) == person.org_id)
        .values(used_at=None)
        .execution_options(synchronize_session="fetch")
    )
    if row is not None:
        row.used_at = now
        db.add(row)
    audit.note(
        db,
        person.actor,
        "calibration_set.used",
        subject=f"calibration_set:{key or 'none'}",
        at=now,
        org_id=person.org_id,
    )


def delete(db: Session, person: Person, key: str, *, now: datetime) -> None:
    """Deletes a set with its trials; refuses `not_found`, and `calibration_state` while it is in
    use."""
    row = get(db, person, key)
    if row.used_at is not None:
        raise Refused("calibration_state", "This set is in use: put it out of use first.")
    _note(db, person, "calibration_set.deleted", row, now=now)
    db.delete(row)


def _note(
    db: Session,
    person: Person,
    action: str,
    row: CalibrationSet,
    *,
    now: datetime,
    **detail: object,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"calibration_set:{row.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )
