"""What a second reader must not see before they have read.

One rule: whoever may still read an answer a second time is shown none of its scores, and no total
from which they could be told.
"""

from sqlalchemy import ColumnElement, literal
from sqlmodel import Session, col, exists, select

from server import audit
from server.auth.people import Person
from server.models import Answer, AuditLog, Score, SecondReading
from shared.chain import canonical

EXPORTED = "privacy.exported"
"""In the audit log: a copy of a person was taken, whole, with the first reader's points."""


def withheld(db: Session, person: Person, session: str) -> set[str]:
    """Questions of an interview whose scores this person must not see now.

    Whoever gave the first points, asked for the reading or took a copy of the candidate since knows
    them, and is no second reader.
    """
    found = db.exec(
        select(Answer.session_question_id)
        .join(SecondReading, col(SecondReading.answer_id) == col(Answer.id))
        .where(SecondReading.session_id == session, *_may_read(person))
    )
    return set(found)


def interviews(db: Session, person: Person) -> set[str]:
    """Interviews of which this person must not see a total now."""
    return set(db.exec(select(SecondReading.session_id).where(*_may_read(person))))


def reading_statement(row: SecondReading) -> bytes:
    """The bytes whose SHA-256 a link of the kind `score` names, for a reading that was given."""
    return canonical(
        {
            "reading": row.id,
            "answer": row.answer_id,
            "by": row.read_by,
            "points_milli": row.points_milli,
            "reason": row.reason,
            "beside": row.first_score_id,
        }
    )


def copied(db: Session, person: Person) -> set[str]:
    """Readings whose first points stand in a copy of the candidate that this person took."""
    return set(db.exec(select(SecondReading.id).where(_copied(person))))


def _may_read(person: Person) -> tuple[ColumnElement[bool], ...]:
    return (
        col(SecondReading.read_at).is_(None),
        ~audit.done_by(col(SecondReading.first_by), person.account),
        ~audit.done_by(col(SecondReading.asked_by), person.account),
        ~_copied(person),
    )


def _copied(person: Person) -> ColumnElement[bool]:
    return (
        exists()
        .where(
            col(AuditLog.subject) == literal("interview:").concat(col(SecondReading.session_id)),
            col(AuditLog.action) == EXPORTED,
            audit.done_by(col(AuditLog.actor), person.account),
            col(Score.id) == col(SecondReading.first_score_id),
            col(AuditLog.at) >= col(Score.created_at),
        )
        .correlate(SecondReading)
    )
