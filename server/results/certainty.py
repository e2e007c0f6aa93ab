"""How sure a total is.

One rule: no total is shown without its standard error, where enough is marked to know it.
"""

from collections.abc import Iterable

from sqlmodel import Session

from server.adaptive import rules
from server.adaptive.rules import Marked
from server.models import SessionQuestion
from server.scoring import service as scoring


def of_total(db: Session, session: str, questions: Iterable[SessionQuestion]) -> float | None:
    """Standard error of an interview's total, in points; None where too little is marked."""
    standing = scoring.current_scores(db, session)
    marked: list[Marked] = []
    for question in questions:
        if question.follows_id is not None:
            continue
        given = standing.get(question.id)
        if given is not None and given.points_milli is not None:
            marked.append(Marked(question.difficulty, question.marks, given.points_milli))
    error = rules.error_of_total(marked)
    return None if error is None else round(error, 2)
