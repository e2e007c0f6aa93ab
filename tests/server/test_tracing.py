"""Spans reach a real OTLP/HTTP receiver, and nothing of a person or a secret is in their bytes."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server import dispatch, outbox
from server.auth.people import Person
from server.db import open_database
from server.deps import Parts
from server.main import create_app
from server.settings import BadSettings, Settings, read_settings
from tests.server.privacy.done import ANSWER, TEXT, Finished, work
from tests.server.support import PASSWORD, Clock

ROOT = Path(__file__).parents[2]
TWICE = {"email": "Grace@example.org", "again": "grace@example.org"}


class Collector:
    """What an operator's collector would have got."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.bodies: list[bytes] = []

    def spans(self, parts: Parts) -> list[Span]:
        assert parts.database.tracing is not None
        parts.database.tracing.flush()
        asked = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        return [
            span
            for request in asked
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


@pytest.fixture
def collector() -> Iterator[Collector]:
    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            found.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Not into the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    found = Collector(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def settings(settings: Settings, collector: Collector) -> Settings:
    return settings.model_copy(update={"otel_endpoint": collector.url})


def attributes(span: Span) -> dict[str, object]:
    return {each.key: each.value.string_value or each.value.int_value for each in span.attributes}


def test_requests_statements_and_jobs_give_spans_that_belong_together(
    client: TestClient, parts: Parts, admin: Person, collector: Collector
) -> None:
    Finished(client, parts, admin)
    spans = collector.spans(parts)
    by_name = {span.name: span for span in spans}
    sync = by_name["POST /api/interview/sync/{session}"]
    assert sync.kind == Span.SPAN_KIND_SERVER
    assert attributes(sync) == {
        "http.request.method": "POST",
        "http.route": "/api/interview/sync/{session}",
        "http.response.status_code": 200,
    }
    job = by_name["job score"]
    assert attributes(job) == {"invigil.job.topic": "score"}
    below = {span.name for span in spans if span.parent_span_id == job.span_id}
    assert "INSERT scores" in below
    stored = by_name["INSERT record_rows"]
    known = attributes(stored)
    assert known["db.operation.name"] == "INSERT"
    assert known["db.collection.name"] == "record_rows"
    requests = {span.span_id for span in spans if span.kind == Span.SPAN_KIND_SERVER}
    assert any(span.parent_span_id in requests for span in spans if span.name[:6] == "SELECT")


def test_no_name_address_token_or_answer_is_in_any_byte_that_leaves(
    client: TestClient,
    super_client: TestClient,
    parts: Parts,
    admin: Person,
    collector: Collector,
) -> None:
    finished = Finished(client, parts, admin)
    client.post("/api/auth/login", json={"email": admin.email, "password": PASSWORD})
    client.get(f"/invite/{finished.invited.token}")
    client.get("/api/nowhere/Grace?email=grace@example.org", headers={"traceparent": "00-Grace"})
    super_client.get("/api/admin/interviews", params={"search": "Grace"})
    assert super_client.post("/api/admin/privacy/erase", json=TWICE).status_code == 200
    work(parts)
    with pytest.raises(SQLAlchemyError), parts.database.write() as db:
        db.execute(text("SELECT 'Grace Example', grace@example.org FROM users"))
    assert len(collector.spans(parts)) > 50
    sent = b"".join(collector.bodies).lower()
    bearer = str(super_client.headers["authorization"]).removeprefix("Bearer ")
    secrets = [
        *("grace", "grace example", "example.org", PASSWORD, ANSWER, "zebra", TEXT),
        *(admin.name, finished.invited.token, bearer, finished.id, admin.id),
    ]
    assert [each for each in secrets if each.lower().encode() in sent] == []


def test_what_fails_is_marked_by_its_kind_and_not_by_its_words(
    client: TestClient, parts: Parts, collector: Collector
) -> None:
    def fails(db: object, payload: object, now: object) -> None:
        raise ValueError("the answer was: Zebra")

    with parts.database.write() as db:
        outbox.note(db, "score", "one", {}, now=parts.now())
    job = outbox.take(parts.database, parts.now())
    assert job is not None
    dispatch.run(parts.database, job, parts.now, tasks={"score": fails})
    (span,) = [span for span in collector.spans(parts) if span.name == "job score"]
    assert span.status.code == Status.STATUS_CODE_ERROR
    assert attributes(span)["error.type"] == "ValueError"
    assert b"Zebra" not in b"".join(collector.bodies)


def test_without_a_collector_nothing_of_it_is_loaded_or_hooked(tmp_path: Path) -> None:
    code = (
        "import sys; from server.main import create_app; from server.settings import read_settings;"
        "app = create_app(read_settings({}), background=False);"
        "assert app.state.parts.database.tracing is None;"
        "found = [m for m in sys.modules if m.startswith(('opentelemetry.sdk', 'server.tracing',"
        " 'opentelemetry.exporter'))]; assert not found, found"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=ROOT,
        env={"INVIGIL_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize("name", ["OTEL_EXPORTER_OTLP_ENDPOINT", "INVIGIL_OTEL_ENDPOINT"])
def test_a_collector_without_the_extra_says_what_to_install(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = read_settings({name: "http://127.0.0.1:4318"}, data_dir=tmp_path)
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(BadSettings, match=r"pip install 'invigil\[otel\]'"):
        open_database(settings)


@pytest.mark.expects_log
def test_a_collector_that_is_away_costs_no_request_and_holds_up_no_end(
    settings: Settings, clock: Clock
) -> None:
    away = settings.model_copy(update={"otel_endpoint": "http://127.0.0.1:1"})
    with TestClient(create_app(away, now=clock, background=False), base_url=settings.url) as client:
        assert client.get("/healthz").status_code == 200
        begun = time.monotonic()
    assert time.monotonic() - begun < 10
