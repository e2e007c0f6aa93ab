"""Reads which scores wait for a person. One rule: nothing here changes anything."""

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import Answer, InterviewSession, Score, SessionQuestion
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring


@dataclass(frozen=True, slots=True)
class Item:
    """An answer whose score no person has settled."""

    interview: InterviewSession
    question: SessionQuestion
    score: Score
    why: tuple[str, ...]
    worth: float
    """Marks."""


def count(db: Session, person: Person) -> int:
    """How many visible answers wait."""
    return db.exec(
        select(func.count())
        .select_from(Answer)
        .join(InterviewSession, col(Answer.session_id) == col(InterviewSession.id))
        .where(visible_to(person), col(Answer.review_rank).is_not(None))
    ).one()


def waiting(db: Session, person: Person, *, limit: int) -> list[Item]:
    """Visible answers whose counting score is a machine's, those worth most first, then those that
    wait longest."""
    found = db.exec(
        select(Answer, SessionQuestion, InterviewSession)
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(InterviewSession, col(Answer.session_id) == col(InterviewSession.id))
        .where(visible_to(person), col(Answer.review_rank).is_not(None))
        .order_by(col(Answer.review_rank), col(Answer.waits_since), col(Answer.id))
        .limit(limit)
    ).all()
    scores: dict[str, list[Score]] = {}
    keys = [answer.id for answer, _, _ in found]
    for score in db.exec(
        select(Score).where(col(Score.answer_id).in_(keys)).order_by(*scoring.OLDEST_FIRST)
    ):
        scores.setdefault(score.answer_id, []).append(score)
    items: list[Item] = []
    for answer, question, interview in found:
        given = {score.id: score for score in scores.get(answer.id, ())}
        if not given:
            continue
        counts = scoring_rules.current([scoring.given(score) for score in given.values()])
        worth = -(answer.review_rank or 0) / 1000
        items.append(Item(interview, question, given[counts.id], counts.why, worth))
    return items
