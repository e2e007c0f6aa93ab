"""Maintenance: nothing new begins, what runs comes to its end."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.__main__ import main
from server.deps import Parts
from server.models import AuditLog
from server.operations import gate
from server.operations.gate import _changes
from shared.events import SegmentStarted, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock

ADDRESS = "/api/admin/maintenance"


@pytest.fixture(autouse=True)
def every_look_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LOOK_EVERY_S", 0.0)


def begin(super_client: TestClient, clock: Clock) -> None:
    until = (clock.now + timedelta(minutes=20)).isoformat()
    answer = super_client.put(ADDRESS, json={"message": "A new disk.", "until": until})
    assert answer.status_code == 200


def refused(answer) -> None:
    assert (answer.status_code, answer.json()["code"]) == (503, "maintenance")
    assert answer.json()["detail"] == "A new disk."
    assert answer.headers["Retry-After"] == "1200"


def test_a_running_interview_is_finished_and_no_other_begins(
    client, super_client, parts: Parts, admin, clock: Clock
) -> None:
    running = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    running.claim()
    running.sync([running.append(SegmentStarted(segment=1, client_version="1"))])
    running.start()
    claimed = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    claimed.claim()
    fresh = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    begin(super_client, clock)

    refused(fresh.ask_claim())
    refused(claimed.ask_start())
    assert running.ask_claim().status_code == 200  # its machine was restarted
    running.put_blob(b"a recording", "audio/ogg")
    running.sync([running.append(SystemNoted(what="app_restarted"))])
    running.finish()
    assert client.get(f"/api/interview/access/{fresh.token}").status_code == 200

    assert super_client.delete(ADDRESS).status_code == 204
    assert fresh.ask_claim().status_code == 200


def test_admins_read_and_change_nothing(client, super_client, admin_client, clock: Clock) -> None:
    assert admin_client.put(ADDRESS, json={}).json()["code"] == "forbidden"
    begin(super_client, clock)
    refused(admin_client.post("/api/admin/papers", json={"title": "T"}))
    refused(super_client.post("/api/admin/users", json={}))
    assert admin_client.get("/api/admin/papers").status_code == 200
    notice = client.get("/api/settings/config").json()["maintenance"]
    assert notice == {"message": "A new disk.", "until": "2026-11-23T09:20:00Z"}
    assert client.get("/readyz").status_code == 200
    super_client.delete(ADDRESS)
    assert client.get("/api/settings/config").json()["maintenance"] is None
    assert admin_client.post("/api/admin/papers", json={"title": "T"}).status_code == 201


def test_who_switched_is_in_the_audit_log(super_client, super_admin, db, clock: Clock) -> None:
    begin(super_client, clock)
    super_client.delete(ADDRESS)
    super_client.delete(ADDRESS)
    found = db.exec(select(AuditLog).where(AuditLog.subject == "server")).all()
    assert [(entry.actor, entry.action) for entry in found] == [
        (super_admin.actor, "maintenance.begin"),
        (super_admin.actor, "maintenance.end"),
    ]


def test_an_end_in_the_past_is_told(super_client, clock: Clock) -> None:
    answer = super_client.put(ADDRESS, json={"until": clock.now.isoformat()})
    assert answer.json()["errors"][0]["field"] == "body.until"


@pytest.mark.parametrize(
    ("method", "path", "closed"),
    [
        ("POST", "/api/admin/interviews", True),
        ("POST", "/api/admin/a-route-of-tomorrow", True),
        ("PATCH", "/api/admin/interviews/x", True),
        ("POST", "/api/admin/interviews/x/actions", False),
        ("POST", "/api/admin/interviews/x/actions/y", True),
        ("POST", "/api/auth/refresh", False),
        ("POST", "/api/interview/sync/x", False),
        ("GET", "/api/admin/users", False),
        ("DELETE", "/api/admin/maintenance", False),
        ("POST", "/elsewhere", False),
    ],
)
def test_what_the_gate_closes(method: str, path: str, closed: bool) -> None:
    assert _changes(method, path) is closed


def test_the_page_of_the_server_names_its_parts(super_client, admin_client, clock: Clock) -> None:
    begin(super_client, clock)
    found = super_client.get("/api/admin/server").json()
    assert {"database", "storage"} <= {part["name"] for part in found["parts"]}
    assert found["maintenance"]["message"] == "A new disk."
    assert (found["running"], found["dead"]) == (0, 0)
    assert admin_client.get("/api/admin/server").status_code == 403


def test_the_command_line_switches_it_too(settings, parts: Parts, monkeypatch, capsys) -> None:
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    assert main(["maintenance", "on", "--message", "A new disk.", "--minutes", "5"]) == 0
    assert main(["maintenance"]) == 0
    assert main(["maintenance", "off"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Maintenance is on; 0 interviews run.",
        "Maintenance is on; 0 interviews run.",
        "Maintenance is off; 0 interviews run.",
    ]
