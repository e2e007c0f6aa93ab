"""Two graders of one interview at once: neither of their scores is missing in the total."""

import threading

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import Answer, InterviewResult, Score
from server.scoring import service
from shared.ids import new_id
from tests.server.interview_support import Invited, invite


def _graded(parts: Parts, invited: Invited, question: str) -> Score:
    with parts.database.write() as db:
        answer = Answer(session_id=invited.id, session_question_id=question, text="words")
        db.add(answer)
    return Score(
        id=new_id(),
        session_id=invited.id,
        answer_id=answer.id,
        grader="judge",
        grader_version="1",
        state="provisional",
        points_milli=4000,
        max_marks=10,
        created_at=parts.now(),
        input_sha256=new_id() * 2,
    )


def _is_held_up(parts: Parts) -> bool:
    waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    with parts.database.ask() as db:
        return db.connection().execute(text(waits)).scalar_one() > 0


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
@pytest.mark.parametrize("total_is_there", [True, False])
def test_a_total_holds_the_scores_of_everybody_who_added_up_at_once(
    client, parts: Parts, admin: Person, total_is_there: bool
) -> None:
    invited = invite(parts, admin)
    first, second = (_graded(parts, invited, one) for one in (invited.written, invited.spoken))
    if total_is_there:
        with parts.database.write() as db:
            service.add_up(db, invited.id, parts.now())

    def grade(db: Session, score: Score) -> None:
        service.insert_score(db, score)
        service.add_up(db, invited.id, parts.now())

    def later() -> None:
        with parts.database.write() as db:
            grade(db, second)

    thread = threading.Thread(target=later)
    with parts.database.write() as db:
        grade(db, first)
        thread.start()
        while thread.is_alive() and not _is_held_up(parts):
            thread.join(0.01)
    thread.join(10)
    with parts.database.read() as db:
        result = db.exec(select(InterviewResult)).one()
        ranks = db.exec(select(Answer.review_rank)).all()
    assert result.total_milli == 8000
    assert None not in ranks
