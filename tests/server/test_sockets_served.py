"""Both kinds of WebSocket over a real server: an instruction comes at once, a drain says 1012."""

import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from server.auth.people import Person, Role
from server.deps import Parts
from server.main import create_app
from server.settings import Settings
from shared.sync import Line
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock, add_person, bearer


@pytest.fixture
def database_url() -> str:
    """How sockets are served does not depend on the database."""
    return ""


@pytest.fixture
def served(settings: Settings, clock: Clock) -> Iterator[tuple[FastAPI, uvicorn.Server, int]]:
    app = create_app(settings, now=clock, background=False)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws_ping_interval=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    until = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < until
        time.sleep(0.01)
    yield app, server, listening.getsockname()[1]
    server.should_exit = True
    thread.join(20)
    listening.close()


def test_an_instruction_comes_at_once_and_a_drain_says_so(
    served: tuple[FastAPI, uvicorn.Server, int], password_hash: str
):
    app, server, port = served
    parts: Parts = app.state.parts
    admin: Person = add_person(parts, password_hash, role=Role.ADMIN, email="ada@example.org")
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as http:
        machine = CandidateMachine(http, invite(parts, admin).token, now=parts.now())
        machine.claim()
        machine.start()
        path = f"/api/interview/ws/{machine.session}"
        headers = machine.headers("GET", path, b"")
        whole = f"ws://127.0.0.1:{port}"
        watching = bearer(parts, admin)
        with (
            connect(whole + path, additional_headers=headers) as line,
            connect(f"{whole}/api/admin/ws/dashboard", additional_headers=watching) as wall,
        ):
            assert '"type":"snapshot"' in str(wall.recv(timeout=20))
            began = time.monotonic()
            asked = {"action": "lock", "reason": "identity"}
            answer = http.post(
                f"/api/admin/interviews/{machine.session}/actions", json=asked, headers=watching
            )
            assert answer.status_code == 200, answer.text
            given = Line.model_validate_json(line.recv(timeout=20))
            # Far below the 15 s after which the line looks by itself.
            assert time.monotonic() - began < 5
            assert [one.action for one in given.instructions] == ["lock"]
            assert '"locked":true' in str(wall.recv(timeout=20))
            server.should_exit = True
            codes: list[int] = []
            for one in (line, wall):
                with pytest.raises(ConnectionClosed) as closed:
                    _read_on(one)
                assert closed.value.rcvd is not None
                codes.append(closed.value.rcvd.code)
            assert codes == [1012, 1012]


def _read_on(one: ClientConnection) -> None:
    while True:
        one.recv(timeout=20)
