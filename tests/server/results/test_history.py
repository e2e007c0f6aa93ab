"""A reviewer replays how an answer came to be, and the look is written down."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession, SessionQuestion
from shared.edits import applied
from shared.events import AnswerEdited, AnswerPasted, AnswerRevised, AnswerRun, Edit
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite

TEXT = "An index \0 \U0001f642"
AFTER = "An index \0 \U0001f642 ends."


@pytest.fixture
def invited(parts: Parts, admin: Person) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def url(client: TestClient, parts: Parts, invited: Invited) -> str:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    question = invited.written
    first = Edit(at_ms=1000, position=0, inserted=TEXT)
    pasted = Edit(at_ms=2000, position=len(TEXT), inserted=" ends.", origin="pasted")
    for body in (
        AnswerEdited(question=question, batch=1, edits=(first,), length=len(TEXT)),
        AnswerRevised(question=question, revision=1, text=TEXT, at_ms=1200),
        AnswerEdited(question=question, batch=2, edits=(pasted,), length=len(AFTER)),
        AnswerPasted(
            question=question,
            at_ms=2000,
            way="clipboard",
            outcome="flagged",
            length=6,
            text_sha256="0" * 64,
        ),
        AnswerRun(
            question=question,
            at_ms=3000,
            revision=1,
            code_sha256="0" * 64,
            outcome="done",
            passed=1,
            total=2,
        ),
        AnswerRevised(question=question, revision=2, text=AFTER, at_ms=3100),
    ):
        machine.append(body)
    machine.sync()
    return f"/api/admin/result/{invited.id}/history"


def test_the_edits_lead_to_the_answer(
    url: str, invited: Invited, admin_client: TestClient, db: Session
):
    told = admin_client.get(f"{url}/{invited.written}").json()
    steps = [Edit.model_validate(step) for step in told["steps"]]
    assert applied(told["anchors"][0]["text"], steps) == told["text"] == AFTER
    assert [step["origin"] for step in told["steps"]] == ["typed", "pasted"]
    assert (told["gaps"], len(told["anchors"])) == (0, 1)
    assert told["pastes"] == [
        {"at_ms": 2000, "way": "clipboard", "outcome": "flagged", "length": 6}
    ]
    (run,) = told["runs"]
    assert (run["passed"], run["total"], run["revision"]) == (1, 2, 1)
    admin_client.get(f"{url}/{invited.written}")
    looked = [row for row in db.exec(select(AuditLog)) if row.action == "history.looked"]
    assert len(looked) == 1
    db.commit()


def test_the_replay_begins_from_the_starter(
    url: str, invited: Invited, admin_client: TestClient, parts: Parts
):
    with parts.database.write() as db:
        question = db.get(SessionQuestion, invited.written)
        assert question is not None
        question.starter = "# begin here\n"
        db.add(question)
    told = admin_client.get(f"{url}/{invited.written}").json()
    assert told["anchors"][0] == {"step": 0, "text": "# begin here\n"}
    # These edits were made without it: what does not fit is a gap, and the revision goes on.
    assert (told["text"], told["gaps"]) == (AFTER, 1)


@pytest.mark.parametrize("question", ["spoken", "other"])
def test_there_is_none_for_other_questions(
    url: str, invited: Invited, admin_client: TestClient, question: str
):
    asked = {"spoken": invited.spoken, "other": "0" * 32}[question]
    answer = admin_client.get(f"{url}/{asked}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_after_an_erasure_there_is_none(
    url: str, invited: Invited, admin_client: TestClient, parts: Parts
):
    with parts.database.write() as db:
        interview = db.get(InterviewSession, invited.id)
        assert interview is not None
        interview.key_sealed = None
        db.add(interview)
    answer = admin_client.get(f"{url}/{invited.written}")
    assert (answer.status_code, answer.json()["code"]) == (410, "erased")
