"""What people decided is what a model may be held to, without a second copy of anybody's words."""

import pytest
from sqlmodel import col, select

from server.calibration import chosen
from server.models import Answer, CalibrationSet, Score, SecondReading, SessionQuestion
from shared.ids import new_id
from tests.server.interview_support import invite

BESIDE = "/api/admin/calibration/sets/decided"


def decide(db, answer: Answer, marks: int, *, at, by: str = "person") -> Score:
    score = Score(
        id=new_id(),
        session_id=answer.session_id,
        answer_id=answer.id,
        grader=by,
        grader_version="1",
        state="final" if by == "person" else "provisional",
        points_milli=1000 * marks,
        max_marks=10,
        created_at=at,
        input_sha256=new_id() * 2,
    )
    db.add(score)
    db.flush()
    return score


@pytest.fixture
def decided(client, parts, admin, clock) -> list[str]:
    """60 decided answers to three questions, the last of which is the newest."""
    found: list[str] = []
    prompts = ("What is a queue?", "What is a lock?", "What is a tree?")
    for number in range(60):
        invited = invite(parts, admin)
        with parts.database.write() as db:
            question = db.get_one(SessionQuestion, invited.written)
            question.prompt = prompts[number // 20]
            answer = Answer(
                session_id=invited.id,
                session_question_id=invited.written,
                text=f"It is the {number}th thing of its kind.",
                revision=1,
            )
            db.add_all((question, answer))
            db.flush()
            decide(db, answer, 1, at=clock())
            decide(db, answer, number % 11, at=clock.advance(seconds=1))
            found.append(answer.id)
    return found


def test_a_set_of_decisions_holds_ids_and_marks_and_no_words(
    admin_client, super_client, parts, decided
) -> None:
    made = super_client.post(BESIDE, json={"name": "Our own decisions"})
    assert made.status_code == 201, made.text
    told = made.json()
    assert (told["source"], told["answers"], told["questions"]) == ("decisions", 60, 3)
    with parts.database.read() as db:
        row = db.get_one(CalibrationSet, told["id"])
        assert "thing of its kind" not in row.lines_json
        lines = chosen.lines(db, row)
    assert [line.answer for line in lines if line][:2] == [
        "It is the 59th thing of its kind.",
        "It is the 58th thing of its kind.",
    ]
    assert [line.score for line in lines if line][:2] == [0.4, 0.3], "the decision that stands"
    assert admin_client.post(BESIDE, json={"name": "Mine"}).status_code == 403


def test_an_answer_that_is_erased_is_gone_from_the_set_and_keeps_its_place(
    super_client, parts, decided
) -> None:
    told = super_client.post(BESIDE, json={"name": "Decisions"}).json()
    with parts.database.write() as db:
        newest = db.get_one(Answer, decided[-1])
        newest.text = ""
        db.add(newest)
    with parts.database.read() as db:
        row = db.get_one(CalibrationSet, told["id"])
        lines = chosen.lines(db, row, most=2)
        assert lines[0] is None
        assert lines[1] is not None
        assert len(chosen.lines(db, row)) == 60
        assert [line.score for line in chosen.lines(db, row, first=58) if line] == [0.1, 0.0]


def test_a_second_readers_points_are_the_ceiling(super_client, parts, decided, clock) -> None:
    with parts.database.write() as db:
        answer = db.get_one(Answer, decided[-1])
        first = db.exec(
            select(Score).where(Score.answer_id == answer.id).order_by(col(Score.created_at))
        ).first()
        assert first is not None
        db.add(
            SecondReading(
                id=new_id(),
                session_id=answer.session_id,
                answer_id=answer.id,
                first_score_id=first.id,
                first_by="user:a",
                asked_by="user:b",
                points_milli=6000,
                read_at=clock(),
            )
        )
    told = super_client.post(BESIDE, json={"name": "Decisions"}).json()
    with parts.database.read() as db:
        lines = chosen.lines(db, db.get_one(CalibrationSet, told["id"]), most=2)
    assert [line.second for line in lines if line] == [0.6, None]


def test_too_few_decisions_are_refused_with_how_many_there_are(super_client, parts, admin) -> None:
    refused = super_client.post(BESIDE, json={"name": "Decisions"})
    assert (refused.status_code, refused.json()["code"]) == (409, "calibration_state")
    assert "these are 0 to 0" in refused.json()["detail"]
