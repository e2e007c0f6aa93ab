"""A proctor lets one candidate go on past what covers the questions: signed, logged, once."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlmodel import select

from server.models import AuditLog, InterviewSession
from shared.events import BlockChanged
from shared.policy import Policy
from shared.sync import Instruction, instruction_statement
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import invite


@pytest.fixture
def machine(client, parts, admin) -> CandidateMachine:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, invited.id)
        interview.policy_json = Policy(blocks=("processes", "displays")).model_dump_json()
        db.add(interview)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    machine.sync()
    return machine


def beat(machine: CandidateMachine, *blocks: str) -> tuple[Instruction, ...]:
    return machine.sync([], heartbeat={"question": 1, "blocks": list(blocks)}).instructions


def ask(admin_client, machine: CandidateMachine, text: str, reason: str = "accommodation"):
    path = f"/api/admin/interviews/{machine.session}/actions"
    body = {"action": "let_on", "reason": reason, "text": text}
    return admin_client.post(path, json=body)


def listed(admin_client, machine: CandidateMachine) -> dict:
    return admin_client.get(f"/api/admin/interviews/{machine.session}/actions").json()


def test_what_covers_is_shown_and_can_be_let_pass_with_a_signed_numbered_word(
    admin_client, machine, db
) -> None:
    beat(machine, "processes")
    stands = listed(admin_client, machine)
    assert stands["blocks"] == ["processes"]
    assert "let_on" in stands["possible"]
    given = ask(admin_client, machine, "processes")
    assert given.status_code == 200, given.text
    assert (given.json()["number"], given.json()["text"]) == (1, "processes")
    (instruction,) = beat(machine, "processes")
    assert (instruction.action, instruction.text) == ("let_on", "processes")
    key = Ed25519PublicKey.from_public_bytes(unb64(machine.grant.server_key))
    key.verify(unb64(instruction.sig), instruction_statement(instruction, machine.session))
    noted = db.exec(select(AuditLog).where(AuditLog.action == "interview.let_on")).one()
    assert json.loads(noted.detail_json)["block"] == "processes"
    assert json.loads(noted.detail_json)["reason"] == "accommodation"


def test_nothing_is_let_pass_that_does_not_cover_now(admin_client, machine) -> None:
    beat(machine)
    refused = ask(admin_client, machine, "processes")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    assert "let_on" not in listed(admin_client, machine)["possible"]
    beat(machine, "processes")
    refused = ask(admin_client, machine, "displays")
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")
    assert "one of: processes" in refused.json()["errors"][0]["message"]


def test_what_the_policy_does_not_name_covers_nothing_whatever_a_machine_says(
    admin_client, machine
) -> None:
    beat(machine, "remote", "<b>")
    assert listed(admin_client, machine)["blocks"] == []


def test_the_reason_has_to_fit(admin_client, machine) -> None:
    beat(machine, "processes")
    assert ask(admin_client, machine, "processes", "rules").status_code == 422


def test_the_record_s_row_is_an_event_for_who_reviews(admin_client, machine) -> None:
    row = BlockChanged(what="let", block="processes", evidence=("AnyDesk",), at_ms=5000)
    machine.sync([machine.append(row)])
    events = admin_client.get(f"/api/admin/result/{machine.session}/events").json()["items"]
    (event,) = [one for one in events if one["kind"] == "block"]
    assert (event["at_ms"], event["severity"]) == (5000, "info")
    assert event["detail"]["what"] == "let"
