"""The open line brings instructions at once, to the machine that holds the interview alone."""

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from server.auth.people import Person
from server.deps import Parts
from server.doorbell import INSTRUCTION, Doorbell
from shared.sync import Line
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    return machine


def open_line(client: TestClient, machine: CandidateMachine, headers: dict | None = None):
    path = f"/api/interview/ws/{machine.session}"
    return client.websocket_connect(path, headers=headers or machine.headers("GET", path, b""))


def ask(client: TestClient, machine: CandidateMachine, action: str, reason: str) -> None:
    body = {"action": action, "reason": reason}
    path = f"/api/admin/interviews/{machine.session}/actions"
    assert client.post(path, json=body).status_code == 200


def test_what_waits_comes_first_and_the_rest_when_it_is_given(
    client: TestClient, admin_client: TestClient, machine: CandidateMachine
):
    ask(admin_client, machine, "lock", "identity")
    with open_line(client, machine) as socket:
        first = Line.model_validate(socket.receive_json())
        assert [one.action for one in first.instructions] == ["lock"]
        ask(admin_client, machine, "unlock", "settled")
        second = Line.model_validate(socket.receive_json())
        assert [one.number for one in second.instructions] == [2]
    # The receipt stays the truth: nothing is applied because it was sent.
    assert [one.number for one in machine.sync([]).instructions] == [1, 2]


def refused(client: TestClient, machine: CandidateMachine, headers: dict) -> tuple[int, str]:
    with (
        open_line(client, machine, headers) as socket,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        socket.receive_json()
    return closed.value.code, closed.value.reason


def test_a_token_alone_opens_nothing_and_a_handshake_works_once(
    client: TestClient, machine: CandidateMachine
):
    token = {"Authorization": f"Bearer {machine.grant.token}"}
    assert refused(client, machine, token) == (4401, "bad_signature")
    assert refused(client, machine, {"Authorization": "Bearer x"}) == (4401, "not_signed_in")
    headers = machine.headers("GET", f"/api/interview/ws/{machine.session}", b"")
    with open_line(client, machine, headers):
        pass
    assert refused(client, machine, headers) == (4401, "replayed")


def test_the_line_of_a_machine_that_lost_the_interview_is_closed(
    client: TestClient,
    admin_client: TestClient,
    machine: CandidateMachine,
    parts: Parts,
    clock: Clock,
):
    ask(admin_client, machine, "lock", "identity")
    with open_line(client, machine) as socket:
        socket.receive_json()  # the handshake renews the lease after the line was accepted
        clock.advance(seconds=61)
        CandidateMachine(client, machine.token, now=clock.now).claim()
        bell: Doorbell = parts.database.session_info["doorbell"]
        bell.ring(INSTRUCTION)
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4401
