"""What reaches Sentry, seen at a real HTTP endpoint that takes its envelopes."""

import gzip
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import sentry_sdk
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from server.operations import failures
from server.operations.trail import HEADER
from server.settings import BadSettings, read_settings

# Each holds a letter beyond f: an event's id is hexadecimal, and must not spell one by chance.
PERSONAL = ("lovelace", "hunter2", "secret", "zz4711", "testclient")


@dataclass
class Endpoint:
    """What arrived, as text with the headers of the request."""

    dsn: str
    arrived: list[str] = field(default_factory=list)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            text = gzip.decompress(raw) if self.headers["Content-Encoding"] == "gzip" else raw
            found.arrived.append(text.decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: tests read what arrived."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    found = Endpoint(f"http://key@127.0.0.1:{server.server_port}/1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def reporting(endpoint: Endpoint) -> Iterator[Endpoint]:
    assert failures.report_to_sentry(read_settings({}, sentry_dsn=endpoint.dsn))
    yield endpoint
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


def events(endpoint: Endpoint) -> list[dict]:
    """The events of all envelopes; an envelope of anything else fails."""
    sentry_sdk.flush(5)
    found = []
    for envelope in endpoint.arrived:
        head, kind, body = envelope.strip().split("\n")
        assert set(json.loads(head)) <= {"event_id", "sent_at"} | {"trace"}
        assert json.loads(kind)["type"] == "event"
        found.append(json.loads(body))
    return found


@pytest.mark.expects_log
def test_a_failure_is_told_by_kind_and_place_and_nothing_personal(
    app: FastAPI, client: TestClient, reporting: Endpoint
) -> None:
    @app.post("/api/fails/{token}")
    async def fails(token: str, request: Request) -> None:
        name = (await request.json())["name"]
        raise RuntimeError(f"{name} could not be read")

    answer = TestClient(app, raise_server_exceptions=False).post(
        "/api/fails/secret-token?password=hunter2",
        json={"name": "lovelace@example.org"},
        headers={
            "Authorization": "Bearer secret",
            "Cookie": "session=zz4711",
            "User-Agent": "lovelace",
        },
    )
    assert answer.status_code == 500
    (event,) = events(reporting)
    assert event["exception"]["values"][-1]["type"] == "RuntimeError"
    assert event["exception"]["values"][-1]["stacktrace"]["frames"][-1]["function"] == "fails"
    assert event["tags"] == {"request_id": answer.headers[HEADER]}
    # Nothing whatever beside what the tests above name, and nothing of the person in it.
    assert set(event) <= {
        *("event_id", "timestamp", "level", "platform", "logger", "release", "environment"),
        *("server_name", "logentry", "exception", "tags"),
    }
    whole = "\n".join(reporting.arrived).lower()
    for word in PERSONAL:
        assert word not in whole


@pytest.mark.expects_log
def test_a_logged_error_is_told_by_its_template(reporting: Endpoint) -> None:
    logging.getLogger("server.x").error("job %s of %s is dead", 7, "lovelace@example.org")
    logging.getLogger("server.x").warning("lovelace")
    logging.getLogger("server.x").info("lovelace")
    (event,) = events(reporting)
    assert event["logentry"]["message"] == "job %s of %s is dead"
    assert "lovelace" not in "\n".join(reporting.arrived)


def test_without_a_dsn_nothing_is_reported() -> None:
    assert failures.report_to_sentry(read_settings({})) is False


@pytest.mark.parametrize("dsn", ["sentry.example", "http://key@sentry.example/1", "https://x/1"])
def test_a_dsn_that_leaks_or_does_not_fit_refuses_to_start(dsn: str) -> None:
    with pytest.raises(BadSettings, match="INVIGIL_SENTRY_DSN"):
        read_settings({"INVIGIL_SENTRY_DSN": dsn})
