"""People's decisions as graded answers: each override says how far a proposal was off.

One rule: only pairs of a machine's score and a person's for the very same answer count, and the
machine's last one before the person decided.
"""

from sqlmodel import Session, col, select

from server.auth.people import Person
from server.calibration.figures import Agreement, Pair, agreement
from server.calibration.labs import DRAWS
from server.interviews.service import visible_to
from server.models import Answer, InterviewSession, Score, SessionQuestion
from server.scoring.rules import PERSON

MOST_READ = 20_000
"""Scores looked at, the newest."""


def figures(db: Session, person: Person) -> dict[str, Agreement]:
    """Agreement by grader (`baseline`, `judge`, …) over visible interviews; empty for none."""
    decided = select(Score.answer_id).where(Score.grader == PERSON)
    rows = db.exec(
        select(Score, SessionQuestion.question_id)
        .join(Answer, col(Score.answer_id) == col(Answer.id))
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(InterviewSession, col(Score.session_id) == col(InterviewSession.id))
        .where(visible_to(person), Score.max_marks > 0, col(Score.answer_id).in_(decided))
        .order_by(col(Score.created_at).desc(), col(Score.id).desc())
        .limit(MOST_READ)
    ).all()
    by_answer: dict[str, list[tuple[Score, str]]] = {}
    for score, question in rows:
        by_answer.setdefault(score.answer_id, []).append((score, question))
    pairs: dict[str, list[Pair]] = {}
    for found in by_answer.values():
        for grader, pair in _pairs(found):
            pairs.setdefault(grader, []).append(pair)
    return {name: agreement(each, draws=DRAWS) for name, each in sorted(pairs.items())}


def _pairs(newest_first: list[tuple[Score, str]]) -> list[tuple[str, Pair]]:
    decisions = [one for one, _ in newest_first if one.grader == PERSON]
    if not decisions or decisions[0].points_milli is None:
        return []
    given, first = decisions[0], decisions[-1]
    seen: dict[str, Pair] = {}
    for score, question in newest_first:
        known = score.points_milli is not None and score.created_at <= first.created_at
        if score.grader == PERSON or not known or score.grader in seen:
            continue
        seen[score.grader] = Pair(question, _share(given), _share(score))
    return list(seen.items())


def _share(score: Score) -> float:
    return (score.points_milli or 0) / (1000 * score.max_marks)
