"""S8: one interview on two machines. One holds it; the second is refused, and that is on record."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.models import AuditLog
from shared.events import SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial


def test_the_second_machine_is_refused_and_told_to_somebody(
    client: TestClient, parts, admin, db: Session
):
    token = invite(parts, admin).token
    first = CandidateMachine(client, token, now=parts.now())
    first.claim()
    first.start()
    first.append(SystemNoted(what="app_restarted"))
    first.sync()
    second = CandidateMachine(client, token, now=parts.now())
    answer = second.ask_claim()
    assert (answer.status_code, answer.json()["code"]) == (409, "open_elsewhere")
    assert db.exec(select(AuditLog).where(AuditLog.action == "claim.refused")).one()
    db.commit()
    first.append(SystemNoted(what="app_restarted"))
    assert first.sync().acked == first.head


def test_a_stolen_lease_without_its_key_changes_nothing(client: TestClient, parts, admin):
    token = invite(parts, admin).token
    first = CandidateMachine(client, token, now=parts.now())
    first.claim()
    first.start()
    thief = CandidateMachine(client, token, now=parts.now())
    thief._grant = first.grant
    thief.counter = 50
    thief.append(SystemNoted(what="app_restarted"))
    answer = thief.ask_sync(thief.rows)
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_signature")
    assert first.sync([]).acked.seq == 0
