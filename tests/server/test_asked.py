"""What a candidate says or asks is seen by those who watch, and stands until somebody answers."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog
from shared.events import CandidateAsked, MomentExplained
from tests.server.candidate_machine import CandidateMachine
from tests.server.support import Clock
from tests.server.test_live import PATH, running

LIVE = "/api/admin/live-status"


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    return running(client, parts, admin)


def requests(admin_client: TestClient) -> list[tuple[str, str]]:
    (tile,) = admin_client.get(LIVE).json()["sessions"]
    return [(one["what"], one["text"]) for one in tile["requests"]]


def act(admin_client: TestClient, machine: CandidateMachine, **order: object) -> None:
    answer = admin_client.post(f"/api/admin/interviews/{machine.session}/actions", json=order)
    assert answer.status_code == 200, answer.text


def test_requests_stand_on_the_live_page_until_somebody_acts(
    machine: CandidateMachine, admin_client: TestClient, clock: Clock
):
    machine.append(CandidateAsked(what="message", text="May I use paper?", at_ms=1000))
    machine.sync()
    clock.advance(seconds=2)
    machine.append(CandidateAsked(what="break", at_ms=3000))
    with admin_client.websocket_connect(PATH) as socket:
        assert socket.receive_json()["sessions"][0]["requests"][0]["text"] == "May I use paper?"
        machine.sync()
        changes = socket.receive_json()
        assert [event["kind"] for event in changes["events"]] == ["candidate.asked"]
        assert [one["what"] for one in changes["sessions"][0]["requests"]] == ["break", "message"]
    assert requests(admin_client) == [("break", ""), ("message", "May I use paper?")]
    clock.advance(seconds=2)
    act(admin_client, machine, action="pause", reason="requested")
    assert requests(admin_client) == []
    clock.advance(seconds=2)
    machine.append(CandidateAsked(what="help", at_ms=9000))
    machine.sync()
    assert requests(admin_client) == [("help", "")]


def test_who_left_and_came_back_no_longer_asks(
    machine: CandidateMachine, admin_client: TestClient, clock: Clock
):
    machine.append(CandidateAsked(what="leave", at_ms=1000))
    machine.sync()
    clock.advance(seconds=3)
    machine.sync([])  # the last words of the app that closes
    assert requests(admin_client) == [("leave", "")]
    clock.advance(seconds=60)
    machine.sync([])
    assert requests(admin_client) == []


def test_a_request_is_in_the_audit_log_without_its_words(machine: CandidateMachine, parts: Parts):
    machine.append(CandidateAsked(what="help", text="My hand hurts.", at_ms=1000))
    machine.sync()
    with parts.database.read() as db:
        (entry,) = db.exec(select(AuditLog).where(AuditLog.action == "candidate.help")).all()
    assert (entry.actor, entry.subject) == (
        f"candidate:{machine.session}",
        f"interview:{machine.session}",
    )
    assert "hand" not in entry.detail_json


def test_a_remark_is_at_its_moment_among_the_events(
    machine: CandidateMachine, admin_client: TestClient
):
    machine.append(
        MomentExplained(
            text="The doorbell <rang>.", about_ms=2000, until_ms=4000, signal="speech", at_ms=9000
        )
    )
    machine.sync()
    events = admin_client.get(f"/api/admin/result/{machine.session}/events").json()["items"]
    (remark,) = [event for event in events if event["kind"] == "candidate.explained"]
    assert (remark["onset_ms"], remark["ended_ms"], remark["at_ms"]) == (2000, 4000, 9000)
    assert remark["severity"] == "info"
    assert remark["detail"]["text"] == "The doorbell <rang>."


def test_others_do_not_see_what_a_candidate_asks(
    machine: CandidateMachine, other_client: TestClient
):
    machine.append(CandidateAsked(what="message", text="Hello?", at_ms=1000))
    machine.sync()
    assert other_client.get(LIVE).json()["sessions"] == []
