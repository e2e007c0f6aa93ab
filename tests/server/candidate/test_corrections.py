"""A candidate's correction of a transcript stands beside it, for the take that it belongs to."""

import pytest
from sqlmodel import Session, col, select

from server.models import Answer, AnswerRevision, SessionQuestion
from server.scoring.service import readable
from shared.events import AnswerDone, AnswerRevised, AnswerTranscribed
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite


@pytest.fixture
def invited(parts, admin) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def machine(client, parts, invited) -> CandidateMachine:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    return machine


def heard(question: str, take: int, text: str, reason: str = "") -> AnswerTranscribed:
    return AnswerTranscribed(question=question, take=take, text=text, model="tiny", reason=reason)


def corrected(question: str, take: int, revision: int, text: str) -> AnswerRevised:
    return AnswerRevised(
        question=question, revision=revision, text=text, origin="corrected", take=take, at_ms=1
    )


def standing(db: Session, question: str) -> tuple[Answer, tuple[str, str]]:
    answer = db.exec(select(Answer).where(Answer.session_question_id == question)).one()
    asked = db.get_one(SessionQuestion, question)
    return answer, readable(answer, asked)


def test_the_corrected_text_is_graded_and_the_transcript_stays(machine, invited, db) -> None:
    spoken = invited.spoken
    machine.append(heard(spoken, 1, "a cash is fast"))
    machine.append(corrected(spoken, 1, 1, "a cache is fast"))
    machine.append(AnswerDone(question=spoken, revision=1, takes=1))
    machine.sync()
    answer, graded = standing(db, spoken)
    assert graded == ("a cache is fast", "")
    assert "a cash is fast" in answer.transcript_json
    (kept,) = db.exec(select(AnswerRevision)).all()
    assert kept.origin == "corrected"


def test_another_take_takes_the_correction_back_and_a_late_row_changes_nothing(
    machine, invited, db
) -> None:
    spoken = invited.spoken
    machine.append(heard(spoken, 1, "a cash"))
    machine.append(corrected(spoken, 1, 1, "a cache"))
    machine.append(heard(spoken, 2, "an index"))
    machine.append(corrected(spoken, 1, 2, "a cache, late"))
    machine.append(AnswerDone(question=spoken, revision=2, takes=2))
    machine.sync()
    _, graded = standing(db, spoken)
    assert graded == ("an index", "")
    kept = db.exec(select(AnswerRevision.text).order_by(col(AnswerRevision.revision))).all()
    assert kept == ["a cache", "a cache, late"]


def test_a_take_that_nobody_could_write_down_is_listened_to(machine, invited, db) -> None:
    spoken = invited.spoken
    machine.append(heard(spoken, 1, "a cash"))
    machine.append(corrected(spoken, 1, 1, "a cache"))
    machine.append(heard(spoken, 2, "", reason="The model stopped."))
    machine.append(AnswerDone(question=spoken, revision=1, takes=2))
    machine.sync()
    _, graded = standing(db, spoken)
    assert graded == ("", "Not transcribed, a person listens. The model stopped.")
