"""What a second reader must not see before they have read.

One rule: whoever may still read an answer a second time is shown none of its scores, and no total
from which they could be told.
"""

from sqlmodel import Session, col, select

from server.auth.people import Person
from server.models import Answer, SecondReading


def withheld(db: Session, person: Person, session: str) -> set[str]:
    """Questions of an interview whose scores this person must not see now.

    Whoever gave the first points or asked for the reading knows them, and is no second reader.
    """
    found = db.exec(
        select(Answer.session_question_id)
        .join(SecondReading, col(SecondReading.answer_id) == col(Answer.id))
        .where(
            SecondReading.session_id == session,
            col(SecondReading.read_at).is_(None),
            SecondReading.first_by != person.actor,
            SecondReading.asked_by != person.actor,
        )
    )
    return set(found)
