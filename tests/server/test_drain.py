"""A real server is told to end: what is under way is finished, what is open is closed in order."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from server.auth.people import Role
from server.deps import Parts
from server.settings import Settings
from tests.server.support import PASSWORD, add_person, bearer
from tests.server.test_power_cut import free_port

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_sigterm_finishes_requests_closes_sockets_and_ends(
    settings: Settings, beside: Parts, password_hash: str
) -> None:
    person = add_person(beside, password_hash, role=Role.ADMIN, email="ada@example.org")
    port = free_port()
    environ = {"INVIGIL_DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url}
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", str(port)],
        env=os.environ | environ | {"INVIGIL_LOG_FORMAT": "json", "INVIGIL_DRAIN_S": "10"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("Invigil listens on")
        address = f"ws://127.0.0.1:{port}/api/admin/ws/dashboard"
        body = json.dumps({"email": "ada@example.org", "password": PASSWORD}).encode()
        with (
            connect(address, additional_headers=bearer(beside, person), proxy=None) as watching,
            socket.create_connection(("127.0.0.1", port), timeout=10) as slow,
        ):
            assert json.loads(watching.recv())["type"] == "snapshot"
            head = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            slow.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:5])
            until_taken(port)
            server.send_signal(signal.SIGTERM)
            with pytest.raises(ConnectionClosed):
                until_closed(watching)
            assert watching.close_code == 1012
            with pytest.raises(OSError, match="refused"):
                until_refused(port)
            assert server.poll() is None  # it waits for the request under way
            slow.sendall(body[5:])
            answer = b""
            while more := slow.recv(65536):
                answer += more
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"access_token" in answer
        _, said = server.communicate(timeout=15)
        assert server.returncode == 0
    finally:
        if server.poll() is None:
            server.kill()
            server.communicate()
        beside.database.close()
    lines = [json.loads(line) for line in said.splitlines()]
    routes = {line["route"]: line["status"] for line in lines if line["logger"] == "server.access"}
    assert routes["/api/auth/login"] == 200
    assert routes["/api/admin/ws/dashboard"] == 1012
    assert "ada@" not in said  # ids are hexadecimal and may spell the name alone
    assert not [line for line in lines if line["level"] in ("warning", "error")]


def test_a_request_that_never_ends_holds_nothing_up(
    settings: Settings, beside: Parts, password_hash: str
) -> None:
    """Half a body, and the other half never comes: after INVIGIL_DRAIN_S it is given up."""
    port = free_port()
    environ = {"INVIGIL_DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url}
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", str(port)],
        env=os.environ | environ | {"INVIGIL_DRAIN_S": "1"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("Invigil listens on")
        with socket.create_connection(("127.0.0.1", port), timeout=10) as stuck:
            head = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            stuck.sendall(f"{head}Content-Length: 900\r\n\r\n{{".encode())
            until_taken(port)
            told = time.monotonic()
            server.send_signal(signal.SIGTERM)
            assert server.wait(timeout=20) == 0
            took = time.monotonic() - told
        assert 0.5 < took < 8, "it waited for the request, and not for long"
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
        server.stdout.close()


def until_taken(port: int) -> None:
    """The server reads in order: once this answers, what was sent before has arrived."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as probe:
        probe.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        while probe.recv(4096):
            pass


def until_closed(watching: ClientConnection) -> None:
    """Raises once the server has closed it."""
    for _ in range(100):
        watching.recv(timeout=10)


def until_refused(port: int) -> None:
    """Raises as soon as nobody listens."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
