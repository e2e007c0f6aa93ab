"""What a proctor asks of an interview reaches its machine, once, signed, and is on record."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession, ServerLink
from shared.actions import REASONS, Action
from shared.chain import canonical
from shared.clock import parse_utc
from shared.ids import sha256_hex
from shared.lifecycle import Status
from shared.sync import Instruction, instruction_statement
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import invite
from tests.server.support import Clock


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    """A candidate in the middle of the interview."""
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    return machine


def ask(client: TestClient, machine: CandidateMachine, action: str, reason: str, **more):
    headers = {"Idempotency-Key": more.pop("key")} if "key" in more else {}
    body = {"action": action, "reason": reason, **more}
    return client.post(
        f"/api/admin/interviews/{machine.session}/actions", json=body, headers=headers
    )


def given(client: TestClient, machine: CandidateMachine, action: str, reason: str, **more) -> dict:
    answer = ask(client, machine, action, reason, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


def session_of(parts: Parts, machine: CandidateMachine) -> InterviewSession:
    with parts.database.read() as db:
        found = db.get(InterviewSession, machine.session)
        assert found is not None
        return found


def listed(client: TestClient, machine: CandidateMachine) -> dict:
    return client.get(f"/api/admin/interviews/{machine.session}/actions").json()


def check(instruction: Instruction, machine: CandidateMachine) -> None:
    key = Ed25519PublicKey.from_public_bytes(unb64(machine.grant.server_key))
    key.verify(unb64(instruction.sig), instruction_statement(instruction, machine.session))


def test_an_instruction_is_delivered_until_the_machine_applied_it(
    machine: CandidateMachine, admin_client: TestClient, clock: Clock
):
    given(admin_client, machine, "message", "guidance", text="You may drink something.")
    given(admin_client, machine, "extend", "time_lost", seconds=120)
    for _ in range(2):
        first, second = machine.sync([]).instructions
        assert (first.number, first.text) == (1, "You may drink something.")
        assert (second.number, second.action, second.seconds) == (2, "extend", 120)
        check(first, machine)
        check(second, machine)
        with pytest.raises(InvalidSignature):
            check(second.model_copy(update={"seconds": 1200}), machine)
    clock.advance(seconds=3)
    assert [one.number for one in machine.sync([], applied=1).instructions] == [2]
    items = listed(admin_client, machine)["items"]
    assert [(one["number"], one["applied_at"] is None) for one in items] == [(2, True), (1, False)]
    assert machine.sync([], applied=2).instructions == ()


def test_numbers_that_were_never_given_apply_nothing(
    machine: CandidateMachine, admin_client: TestClient
):
    machine.sync([], applied=10**12)
    machine.sync([], applied=-5)
    given(admin_client, machine, "lock", "identity")
    assert [one.number for one in machine.sync([]).instructions] == [1]


def test_the_same_key_is_one_action(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts
):
    before = session_of(parts, machine).deadline_at
    for _ in range(3):
        answer = given(admin_client, machine, "extend", "time_lost", seconds=60, key="k-1")
        assert answer["number"] == 1
    assert session_of(parts, machine).deadline_at == before + timedelta(seconds=60)
    other = ask(admin_client, machine, "extend", "time_lost", seconds=90, id="k-1")
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")
    assert given(admin_client, machine, "lock", "identity", id="k-1.b")["number"] == 2


def test_a_pause_gives_its_time_back(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, clock: Clock
):
    before = session_of(parts, machine).deadline_at
    given(admin_client, machine, "pause", "break")
    assert session_of(parts, machine).status is Status.PAUSED
    clock.advance(seconds=90)
    given(admin_client, machine, "resume", "settled")
    stands = session_of(parts, machine)
    assert stands.status is Status.INTERVIEW_ACTIVE
    assert stands.deadline_at == before + timedelta(seconds=90)
    resumed = machine.sync([]).instructions[1]
    assert parse_utc(resumed.deadline_at) == stands.deadline_at


def test_a_calibration_gives_the_time_that_it_takes(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts
):
    before = session_of(parts, machine).deadline_at
    given(admin_client, machine, "recalibrate", "picture")
    assert session_of(parts, machine).deadline_at == before + timedelta(seconds=60)


def test_a_termination_can_be_undone_with_the_time_that_was_left(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, clock: Clock
):
    clock.advance(seconds=100)
    given(admin_client, machine, "terminate", "rules")
    ended = session_of(parts, machine)
    assert (ended.status, ended.finished_at) == (Status.TERMINATED, clock.now)
    clock.advance(seconds=400)
    given(admin_client, machine, "reopen", "mistake", seconds=30)
    again = session_of(parts, machine)
    assert (again.status, again.finished_at) == (Status.INTERVIEW_ACTIVE, None)
    assert again.deadline_at == clock.now + timedelta(seconds=600 - 100 + 30)
    assert [one.action for one in machine.sync([]).instructions] == ["terminate", "reopen"]


def test_a_machine_that_ends_late_does_not_complete_what_was_reopened(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts
):
    given(admin_client, machine, "terminate", "technical")
    given(admin_client, machine, "reopen", "mistake")
    body = canonical({"head": machine.head.model_dump(), "reason": "terminated"})
    answer = machine.signed("POST", f"finish/{machine.session}", body)
    assert answer.json()["status"] == "interview_active"


def test_only_what_the_lifecycle_allows(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, admin: Person
):
    for action, reason, more in [
        ("resume", "settled", {}),
        ("unlock", "settled", {}),
        ("reopen", "mistake", {"seconds": 600}),
    ]:
        answer = ask(admin_client, machine, action, reason, **more)
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state"), action
    unclaimed = invite(parts, admin)
    answer = admin_client.post(
        f"/api/admin/interviews/{unclaimed.id}/actions",
        json={"action": "message", "reason": "guidance", "text": "Hello"},
    )
    assert answer.json()["code"] == "wrong_state"
    assert "message" in listed(admin_client, machine)["possible"]
    assert "resume" not in listed(admin_client, machine)["possible"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "pause", "reason": "mistake"}, "body.reason"),
        ({"action": "message", "reason": "guidance"}, "body.text"),
        ({"action": "message", "reason": "guidance", "text": "a\x07b"}, "body.text"),
        ({"action": "pause", "reason": "break", "text": "hello"}, "body.text"),
        ({"action": "extend", "reason": "time_lost"}, "body.seconds"),
        ({"action": "pause", "reason": "break", "seconds": 5}, "body.seconds"),
        ({"action": "dance", "reason": "break"}, "body.action"),
        ({"action": "pause"}, "body.reason"),
    ],
)
def test_orders_that_do_not_fit_are_told_by_field(
    machine: CandidateMachine, admin_client: TestClient, body: dict, field: str
):
    answer = admin_client.post(f"/api/admin/interviews/{machine.session}/actions", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert answer.json()["errors"][0]["field"] == field


def test_every_action_is_in_the_audit_log_and_in_the_signed_chain(
    machine: CandidateMachine, admin_client: TestClient, admin: Person, db: Session
):
    given(admin_client, machine, "message", "guidance", text="Private words.")
    given(admin_client, machine, "lock", "identity")
    rows = db.exec(select(AuditLog).where(AuditLog.subject == f"interview:{machine.session}")).all()
    assert [(row.actor, row.action) for row in rows] == [
        (admin.actor, "interview.message"),
        (admin.actor, "interview.lock"),
    ]
    assert not any("Private" in row.detail_json for row in rows)
    db.commit()
    first, second = machine.sync([]).instructions
    links = {link.kind: link for link in db.exec(select(ServerLink)).all()}
    for instruction in (first, second):
        link = links[f"action:{instruction.action}"]
        assert link.body_sha256 == sha256_hex(instruction_statement(instruction, machine.session))


def test_nobody_asks_anything_of_an_interview_that_is_not_theirs(
    machine: CandidateMachine, other_client: TestClient
):
    assert ask(other_client, machine, "pause", "break").status_code == 404
    path = f"/api/admin/interviews/{machine.session}/actions"
    assert other_client.get(path).status_code == 404


def test_another_machine_is_told_what_stands(
    machine: CandidateMachine, admin_client: TestClient, client: TestClient, clock: Clock
):
    given(admin_client, machine, "message", "guidance", text="Hello")
    given(admin_client, machine, "pause", "technical")
    given(admin_client, machine, "lock", "technical")
    given(admin_client, machine, "unlock", "settled")
    machine.sync([], applied=4)
    clock.advance(seconds=61)
    second = CandidateMachine(client, machine.token, now=clock.now)
    assert second.claim().applied == 1
    assert [one.action for one in second.sync([]).instructions] == ["pause", "lock", "unlock"]


def test_every_action_has_a_reason_and_every_reason_its_words():
    for action in Action:
        assert any(action in words.fits for words in REASONS.values())
    for words in REASONS.values():
        assert words.fits
        assert words.label
        assert words.told.endswith(".")


def test_the_reasons_are_listed(admin_client: TestClient):
    items = admin_client.get("/api/admin/action-reasons").json()["items"]
    assert len(items) == len(REASONS)
