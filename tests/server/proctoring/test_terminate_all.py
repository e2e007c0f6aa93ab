"""All that runs is ended at once: by a fresh proof, only what one sees, and nothing unseen."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession
from shared.lifecycle import Status
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock

URL = "/api/admin/interviews/terminate-all"


def begun(client: TestClient, parts: Parts, person: Person) -> CandidateMachine:
    machine = CandidateMachine(client, invite(parts, person).token, now=parts.now())
    machine.claim()
    machine.start()
    return machine


@pytest.fixture
def running(
    client: TestClient, parts: Parts, admin: Person, other_admin: Person
) -> tuple[CandidateMachine, ...]:
    """Two of Ada's, one of them paused, and one of Ben's; one of Ada's has not begun."""
    invite(parts, admin)
    return tuple(begun(client, parts, person) for person in (admin, admin, other_admin))


def statuses(db: Session, machines: tuple[CandidateMachine, ...]) -> list[Status]:
    found = dict(db.exec(select(InterviewSession.id, InterviewSession.status)).all())
    db.commit()
    return [found[machine.session] for machine in machines]


def test_all_that_one_sees_end_and_each_candidate_reads_why(
    running: tuple[CandidateMachine, ...], admin_client: TestClient, db: Session
):
    paused = {"action": "pause", "reason": "break"}
    url = f"/api/admin/interviews/{running[0].session}/actions"
    assert admin_client.post(url, json=paused).status_code == 200
    answer = admin_client.post(URL, json={"reason": "technical", "running": 2})
    assert (answer.status_code, answer.json()) == (200, {"ended": 2})
    assert statuses(db, running) == [
        Status.TERMINATED,
        Status.TERMINATED,
        Status.INTERVIEW_ACTIVE,
    ]
    told = running[1].sync([]).instructions
    assert [(one.action, one.reason) for one in told] == [("terminate", "technical")]
    logged = select(AuditLog.subject).where(AuditLog.action == "interview.terminate")
    assert sorted(db.exec(logged.order_by(col(AuditLog.subject)))) == sorted(
        f"interview:{machine.session}" for machine in running[:2]
    )
    db.commit()
    assert admin_client.post(URL, json={"reason": "technical", "running": 0}).json() == {"ended": 0}


def test_where_another_number_runs_than_was_told_none_is_ended(
    running: tuple[CandidateMachine, ...], admin_client: TestClient, db: Session
):
    answer = admin_client.post(URL, json={"reason": "technical", "running": 3})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    assert answer.json()["detail"].startswith("2 run now, and you were told of 3.")
    assert statuses(db, running) == [Status.INTERVIEW_ACTIVE] * 3


def test_a_reason_for_something_else_ends_none(
    running: tuple[CandidateMachine, ...], admin_client: TestClient, db: Session
):
    answer = admin_client.post(URL, json={"reason": "settled", "running": 2})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "body.reason")
    assert statuses(db, running) == [Status.INTERVIEW_ACTIVE] * 3


def test_it_wants_a_fresh_proof_of_who_asks(
    running: tuple[CandidateMachine, ...], admin_client: TestClient, clock: Clock, db: Session
):
    clock.advance(minutes=6)
    answer = admin_client.post(URL, json={"reason": "technical", "running": 2})
    assert (answer.status_code, answer.json()["code"]) == (403, "step_up_needed")
    assert statuses(db, running) == [Status.INTERVIEW_ACTIVE] * 3
