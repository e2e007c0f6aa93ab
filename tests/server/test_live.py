"""Those who watch live see all of theirs and nothing of others', and miss nothing."""

import asyncio
import threading

import anyio
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from server.auth.people import Person
from server.deps import Parts
from server.doorbell import LIVE, Doorbell
from server.live import routes
from server.live.feeds import Feeds
from server.live.wall import Wall, Watch
from shared.events import Severity, SignalOpened
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.live_support import told
from tests.server.support import Clock, bearer

PATH = "/api/admin/ws/dashboard"


def running(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    return machine


def opened(at_ms: int) -> SignalOpened:
    return SignalOpened(signal="face_absent", severity=Severity.HIGH, onset_ms=at_ms, at_ms=at_ms)


def test_the_snapshot_shows_who_is_on(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    machine = running(client, parts, admin)
    machine.append(opened(1000))
    machine.sync(heartbeat={"question": 2, "open_signals": ["face_absent"], "cpu_percent": 31})
    (tile,) = admin_client.get("/api/admin/live-status").json()["sessions"]
    assert tile["session"] == machine.session
    assert tile["status"] == "interview_active"
    assert (tile["question"], tile["question_count"]) == (2, 2)
    assert tile["open_signals"] == [{"signal": "face_absent", "severity": "high", "onset_ms": 1000}]
    assert tile["heartbeat"]["cpu_percent"] == 31


def test_changes_follow_the_snapshot(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    machine = running(client, parts, admin)
    with admin_client.websocket_connect(PATH) as socket:
        snapshot = socket.receive_json()
        assert snapshot["type"] == "snapshot"
        assert [tile["session"] for tile in snapshot["sessions"]] == [machine.session]
        machine.append(opened(2000))
        machine.sync()
        changes = socket.receive_json()
        assert changes["type"] == "changes"
        assert [tile["session"] for tile in changes["sessions"]] == [machine.session]
        assert [event["onset_ms"] for event in changes["events"]] == [2000]
        cursor = changes["cursor"]
    machine.append(opened(3000))
    machine.sync()
    with admin_client.websocket_connect(f"{PATH}?cursor={cursor}") as socket:
        assert socket.receive_json()["type"] == "snapshot"
        machine.append(opened(4000))
        machine.sync()
        missed: list[int] = []
        while len(missed) < 2:
            missed += [event["onset_ms"] for event in socket.receive_json()["events"]]
    assert missed == [3000, 4000]


def test_others_see_nothing(
    client: TestClient, parts: Parts, admin: Person, other_client: TestClient
):
    machine = running(client, parts, admin)
    machine.append(opened(1000))
    machine.sync()
    assert other_client.get("/api/admin/live-status").json()["sessions"] == []
    with other_client.websocket_connect(f"{PATH}?cursor=0.0") as socket:
        assert socket.receive_json()["sessions"] == []


def test_no_sign_in_no_frames(client: TestClient):
    with (
        client.websocket_connect(PATH) as socket,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        socket.receive_json()
    assert closed.value.code == 4401


def test_a_watcher_whose_sign_in_runs_out_is_sent_to_sign_in_again(
    admin_client: TestClient, clock: Clock, parts: Parts
):
    with admin_client.websocket_connect(PATH) as socket:
        assert socket.receive_json()["type"] == "snapshot"
        clock.advance(days=31)
        bell: Doorbell = parts.database.session_info["doorbell"]
        bell.ring(LIVE)
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert (closed.value.code, closed.value.reason) == (4401, "sign in again")


class Stuck:
    """A socket whose other end takes nothing any more."""

    async def send_text(self, text: str) -> None:
        await anyio.sleep_forever()


def test_a_watcher_that_takes_no_frame_is_let_go(
    parts: Parts, admin: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(routes, "SEND_WITHIN_S", 0.05)

    async def serve() -> tuple[int, str] | None:
        return await routes._send_changes(Stuck(), parts, admin, feeds=Feeds(), cursor=None)

    assert asyncio.run(serve()) == (1013, "too slow")


def test_a_page_from_elsewhere_is_not_let_in(admin_client: TestClient):
    with (
        pytest.raises(WebSocketDisconnect),
        admin_client.websocket_connect(PATH, headers={"Origin": "https://evil.example"}),
    ):
        pass
    with admin_client.websocket_connect(PATH, headers={"Origin": "http://127.0.0.1:8080"}) as ours:
        assert ours.receive_json()["type"] == "snapshot"


def test_a_sign_in_that_runs_out_closes_the_socket(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient, clock: Clock
):
    machine = running(client, parts, admin)
    with admin_client.websocket_connect(PATH) as socket:
        socket.receive_json()
        clock.advance(days=31)
        machine.sync([])
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4401


@pytest.fixture
def machines(client: TestClient, parts: Parts, admin: Person) -> list[CandidateMachine]:
    return [running(client, parts, admin) for _ in range(4)]


def test_a_watcher_misses_nothing_of_concurrent_writers(
    parts: Parts, admin: Person, machines: list[CandidateMachine]
):
    """Four machines write at once while a viewer reads on: each event comes exactly once."""
    wall = Wall(parts, admin)
    watch = Watch(parts, admin, wall)
    watch.snapshot("0.0")
    rounds = 15
    failures: list[BaseException] = []

    def write(machine: CandidateMachine) -> None:
        try:
            for number in range(rounds):
                machine.sync([machine.append(opened(number))])
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=write, args=(machine,)) for machine in machines]
    for thread in threads:
        thread.start()
    seen: list[tuple[str, int]] = []

    def read() -> None:
        while (changes := told(wall, watch, admin)) is not None:
            seen.extend((event["session"], event["seq"]) for event in changes["events"])

    while any(thread.is_alive() for thread in threads):
        read()
    for thread in threads:
        thread.join()
    read()
    assert failures == []
    written = [(machine.session, seq) for machine in machines for seq in range(1, rounds + 1)]
    assert sorted(seen) == sorted(written)


def test_bearer_headers_are_enough_for_scripts(
    app: FastAPI, client: TestClient, parts: Parts, admin: Person
):
    with client.websocket_connect(PATH, headers=bearer(parts, admin)) as socket:
        assert socket.receive_json()["cursor"] == "0.0"
