"""Reads which scores wait for a person. One rule: nothing here changes anything."""

import json
from dataclasses import dataclass

from sqlmodel import Session, col, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import Answer, InterviewSession, Score, SessionQuestion
from server.reviews.rules import Waiting, worth
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring

MOST_READ = 20_000
"""Scores looked at for one list, the newest first."""


@dataclass(frozen=True, slots=True)
class Item:
    """An answer whose score no person has settled."""

    interview: InterviewSession
    question: SessionQuestion
    answer: Answer
    score: Score
    why: list[str]
    worth: float


def waiting(db: Session, person: Person) -> list[Item]:
    """Visible answers whose counting score is a machine's, those worth most first."""
    found = db.exec(
        select(Score, Answer, SessionQuestion, InterviewSession)
        .join(Answer, col(Score.answer_id) == col(Answer.id))
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(InterviewSession, col(Score.session_id) == col(InterviewSession.id))
        .where(visible_to(person))
        .order_by(col(Score.created_at).desc(), col(Score.grader).desc(), col(Score.id).desc())
        .limit(MOST_READ)
    ).all()
    by_answer: dict[str, list[tuple[Score, Answer, SessionQuestion, InterviewSession]]] = {}
    for score, answer, question, interview in found:
        by_answer.setdefault(answer.id, []).append((score, answer, question, interview))
    items: list[Item] = []
    for rows in by_answer.values():
        rows.reverse()
        counts = scoring_rules.current([scoring.given(row[0]) for row in rows])
        score, answer, question, interview = next(row for row in rows if row[0].id == counts.id)
        if score.grader == scoring_rules.PERSON:
            continue
        why = _why(score)
        held = Waiting(score.grader, score.points_milli, score.spread_milli, question.marks, why)
        items.append(Item(interview, question, answer, score, why, worth(held)))
    return sorted(items, key=lambda one: (-one.worth, one.score.created_at, one.score.id))


def _why(score: Score) -> list[str]:
    found = json.loads(score.why_json)
    return found if isinstance(found, list) else []
