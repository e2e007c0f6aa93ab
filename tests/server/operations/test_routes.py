"""Liveness, readiness part by part, and figures that name nobody."""

import re
import socket
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from server import outbox
from server.deps import Parts
from server.main import create_app
from server.operations import notes, reach
from server.settings import read_settings
from tests.server.interview_support import invite
from tests.server.support import Clock

TOKEN = "a-token-of-twenty-four-characters"


@pytest.fixture
def here(app, client) -> TestClient:
    """A caller on the server's own machine."""
    return TestClient(app, base_url="http://127.0.0.1:8080", client=("127.0.0.1", 50000))


def states(answer) -> dict[str, str]:
    return {part["name"]: part["state"] for part in answer.json()["parts"]}


@pytest.mark.parametrize("kept", [True, False, None])
def test_a_whole_server_is_ready(client, parts: Parts, monkeypatch, kept: bool | None) -> None:
    monkeypatch.setattr(reach, "synchronised", lambda: kept)
    assert client.get("/healthz").json()["status"] == "ok"
    answer = client.get("/readyz")
    assert answer.status_code == 200
    found = states(answer)
    assert set(found) == {
        *("database", "schema", "keys", "worker", "clock", "storage", "redis", "mail"),
        *("documents", "runner", "model", "speech"),
    }
    assert {found[name] for name in ("runner", "model", "speech")} == {"off"}
    assert {found[name] for name in ("database", "schema", "keys", "storage")} == {"ok"}
    assert (found["redis"], found["mail"]) == ("off", "off")
    # The test's clock is not PostgreSQL's; without one to compare with the kernel is believed.
    said = {True: "ok", False: "warning", None: "unknown"}[kept]
    assert found["clock"] == (said if parts.database.is_sqlite else "warning")


def test_services_beside_the_server_are_told_and_take_it_out_of_nothing(
    settings, app, clock: Clock, tmp_path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as there, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port, silent = there.getsockname()[1], nobody.getsockname()[1]
        change = {
            "runner_url": f"unix:{tmp_path}/nobody.sock",
            "llm": "ollama",
            "llm_url": f"http://127.0.0.1:{port}",
            "llm_model": "zanzibar",
            "use_modal": True,
            "modal_url": f"http://127.0.0.1:{silent}",
        }
        reach.forget()
        made = create_app(settings.model_copy(update=change), now=clock, background=False)
        with TestClient(made, client=("127.0.0.1", 50000)) as http:
            answer = http.get("/readyz")
        there.settimeout(2)
        there.accept()[0].close()
        made.state.parts.database.close()
    assert answer.status_code == 200
    found = states(answer)
    assert (found["runner"], found["model"], found["speech"]) == ("warning", "ok", "warning")
    assert "zanzibar" not in answer.text
    assert str(tmp_path) not in answer.text


def test_what_was_found_holds_for_a_while() -> None:
    with socket.create_server(("127.0.0.1", 0)) as there:
        address = f"http://127.0.0.1:{there.getsockname()[1]}"
        reach.forget()
        assert reach.fault(address) == ""
    assert reach.fault(address) == "", "it was not asked again"
    reach.forget()
    assert "does not answer" in reach.fault(address)


def test_details_are_for_this_machine(client, here) -> None:
    def details(answer) -> set[str]:
        return {part["detail"] for part in answer.json()["parts"]}

    assert details(client.get("/readyz")) == {""}
    assert details(here.get("/readyz", headers={"X-Forwarded-For": "192.0.2.1"})) == {""}
    assert any("MB free" in words for words in details(here.get("/readyz")))


@pytest.mark.expects_log
def test_a_schema_that_is_behind_is_named(client, db) -> None:
    db.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    db.commit()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert answer.json()["detail"] == "Down: schema."
    assert answer.headers["Retry-After"] == "5"
    assert states(answer)["schema"] == "down"


@pytest.mark.expects_log
def test_a_database_that_is_gone_is_named(client, parts: Parts, monkeypatch) -> None:
    from sqlalchemy.exc import OperationalError

    def gone():
        raise OperationalError("SELECT", {}, Exception("secret host"))

    monkeypatch.setattr(parts.database, "read", gone)
    answer = client.get("/readyz")
    assert answer.json()["detail"] == "Down: database."
    assert "secret" not in answer.text


@pytest.mark.expects_log
def test_another_master_key_is_named(client, parts: Parts, admin, settings, clock) -> None:
    invite(parts, admin)
    (settings.data_dir / "keys" / "master.key").write_bytes(b"x" * 32)
    other = create_app(settings, now=clock, background=False)
    answer = TestClient(other, base_url="http://127.0.0.1:8080").get("/readyz")
    assert answer.json()["detail"] == "Down: keys."
    other.state.parts.database.close()


@pytest.mark.expects_log
def test_storage_that_cannot_be_written_is_named(client, settings) -> None:
    (settings.data_dir / "blobs").write_text("a file where a folder should be")
    assert client.get("/readyz").json()["detail"] == "Down: storage."


@pytest.mark.expects_log
def test_a_worker_that_stopped_is_named(client, parts: Parts, clock: Clock) -> None:
    with parts.database.write() as db:
        notes.put(db, notes.SWEPT, {}, now=clock.now)
    assert states(client.get("/readyz"))["worker"] == "ok"
    clock.advance(minutes=4)
    assert states(client.get("/readyz"))["worker"] == "unknown"  # this process is young
    parts.traffic.began_s -= 200
    assert client.get("/readyz").json()["detail"] == "Down: worker."


def test_a_clock_that_was_set_back_is_told_and_takes_nothing_down(here, parts, clock) -> None:
    with parts.database.write() as db:
        notes.put(db, notes.SWEPT, {}, now=clock.now + timedelta(hours=1))
    answer = here.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    (found,) = [part for part in answer.json()["parts"] if part["name"] == "clock"]
    assert found["detail"] == "it was set back: work was done 3600 s from now"


def test_figures_are_hidden_from_elsewhere(client, here) -> None:
    assert client.get("/metrics").status_code == 404
    assert here.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404
    assert here.get("/metrics").status_code == 200


def test_with_a_token_only_the_token_opens(settings, clock, client) -> None:
    guarded = settings.model_copy(update={"metrics_token": read_token()})
    made = create_app(guarded, now=clock, background=False)
    near = TestClient(made, base_url="http://127.0.0.1:8080", client=("127.0.0.1", 50000))
    assert near.get("/metrics").status_code == 404
    assert near.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}x"}).status_code == 404
    far = TestClient(made, base_url="http://127.0.0.1:8080")
    assert far.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    made.state.parts.database.close()


def read_token():
    return read_settings({"INVIGIL_METRICS_TOKEN": TOKEN}).metrics_token


def test_figures_say_how_the_server_is_doing_and_name_nobody(
    here, client, parts: Parts, admin, clock: Clock
) -> None:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        outbox.note(db, "score", "score:1", {"answer": "x"}, now=clock.now - timedelta(seconds=90))
    client.get(f"/api/interview/access/{invited.token}")
    answer = here.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }
    assert found["invigil_outbox_age_seconds",] == 90
    assert found["invigil_outbox_jobs", "score", "waiting"] == 1
    for name in (
        *("dead_letters", "unscored_answers", "live_interviews", "websockets", "ingested_rows"),
        "storage_bytes",
    ):
        assert found[f"invigil_{name}",] == 0
    assert found["invigil_database_up",] == 1
    assert found["invigil_disk_free_bytes",] > 0
    route = "/api/interview/access/{token}"
    assert found["invigil_request_seconds_count", route, "2xx", "GET"] == 1
    assert ("invigil_clock_offset_seconds",) in found or parts.database.is_sqlite
    assert not re.search(r"[0-9a-f]{32}|@", answer.text)
    assert invited.token not in answer.text
