"""Calibration sets out of people's decisions: what reviewers marked is what a model is held to.

One rule: a set keeps ids and shares of the marks, never words. An answer is read where it lies each
time, so that what is erased is gone from every set too.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from server.auth.people import Person
from server.calibration import sets
from server.calibration.graded import Graded
from server.interviews.service import visible_to
from server.models import (
    Answer,
    CalibrationSet,
    InterviewSession,
    Score,
    SecondReading,
    SessionQuestion,
)
from server.outside import may
from server.refusals import Refused
from server.scoring import service as scoring
from server.scoring.rules import PERSON
from shared.policy import Outside

_READ = ("spoken", "written")
"""Code is left out: tests decide it, not the model that is held to a set."""
_MOST_READ = 4 * sets.MOST_ANSWERS
"""Decisions looked at, the newest: some were changed, some answers have no words."""


def keep(db: Session, person: Person, name: str, *, now: datetime) -> CalibrationSet:
    """Keeps the newest decided answers as a set that is not in use yet.

    Refuses `calibration_state` while people have decided too few, or too many sets are kept.
    """
    chosen: list[dict[str, Any]] = []
    questions: set[str] = set()
    for score, answer, question in _decided(db, person):
        if len(chosen) == sets.MOST_ANSWERS:
            break
        if _words(answer, question):
            chosen.append({"answer": answer.id, "score": _share(score.points_milli, score)})
            questions.add(question.prompt)
    for line, second in zip(chosen, _seconds(db, chosen), strict=True):
        line["second"] = second
    if fault := sets.too_small(len(chosen), len(questions)):
        raise Refused("calibration_state", f"Too few answers are decided by people yet. {fault}")
    count = len(questions)
    return sets.insert(db, person, name, chosen, source=sets.DECISIONS, questions=count, now=now)


def lines(
    db: Session,
    row: CalibrationSet,
    *,
    first: int = 0,
    most: int | None = None,
    outside: Outside | None = None,
) -> list[Graded | None]:
    """The answers of a set of either kind in their order, or `most` of them from the `first` on;
    None for one that is not there any more, or that may not go to the `outside` service."""
    kept: list[dict[str, Any]] = json.loads(row.lines_json)
    part = kept[first:] if most is None else kept[first : first + most]
    if row.source == sets.DECISIONS:
        return _looked_up(db, part, outside)
    for line in part:
        line["key_points"] = tuple(line["key_points"])
    return [Graded(**line) for line in part]


def _looked_up(
    db: Session, lines: Sequence[Mapping[str, Any]], outside: Outside | None
) -> list[Graded | None]:
    """The answers that lines name, as they lie here now."""
    keys = [str(line["answer"]) for line in lines]
    found = db.exec(
        select(Answer, SessionQuestion, InterviewSession)
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(InterviewSession, col(Answer.session_id) == col(InterviewSession.id))
        .where(col(Answer.id).in_(keys))
    ).all()
    by_key = {
        answer.id: (answer, question)
        for answer, question, interview in found
        if may(interview, outside)
    }
    return [
        _graded(*by_key[key], line) if key in by_key else None
        for key, line in zip(keys, lines, strict=True)
    ]


def _decided(db: Session, person: Person) -> list[tuple[Score, Answer, SessionQuestion]]:
    """Each answer with its standing decision, the newest decision first."""
    rows = db.exec(
        select(Score, Answer, SessionQuestion)
        .join(Answer, col(Score.answer_id) == col(Answer.id))
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(InterviewSession, col(Score.session_id) == col(InterviewSession.id))
        .where(
            visible_to(person),
            Score.grader == PERSON,
            Score.max_marks > 0,
            col(SessionQuestion.kind).in_(_READ),
        )
        .order_by(col(Score.created_at).desc(), col(Score.id).desc())
        .limit(_MOST_READ)
    ).all()
    standing: dict[str, tuple[Score, Answer, SessionQuestion]] = {}
    for score, answer, question in rows:
        standing.setdefault(answer.id, (score, answer, question))
    return [one for one in standing.values() if one[0].points_milli is not None]


def _seconds(db: Session, lines: Sequence[Mapping[str, Any]]) -> list[float | None]:
    """What a second reader gave, blind to the first: the ceiling for any model."""
    keys = [str(line["answer"]) for line in lines]
    found = db.exec(
        select(SecondReading, Score)
        .join(Score, col(Score.id) == col(SecondReading.first_score_id))
        .where(col(SecondReading.answer_id).in_(keys), col(SecondReading.points_milli).is_not(None))
        .order_by(col(SecondReading.read_at), col(SecondReading.id))
    ).all()
    given = {one.answer_id: _share(one.points_milli, first) for one, first in found}
    return [given.get(key) for key in keys]


def _graded(answer: Answer, question: SessionQuestion, line: Mapping[str, Any]) -> Graded | None:
    text = _words(answer, question)
    if not text:
        return None
    return Graded(
        question=question.prompt,
        expected_answer=question.expected_answer,
        key_points=tuple(point.text for point in scoring.key_points(question)),
        answer=text,
        score=float(line["score"]),
        second=line.get("second"),
    )


def _words(answer: Answer, question: SessionQuestion) -> str:
    return scoring.readable(answer, question)[0].strip()


def _share(points_milli: int | None, score: Score) -> float:
    return (points_milli or 0) / (1000 * score.max_marks)
