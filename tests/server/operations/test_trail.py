"""Every request has an id and one line, and neither carries what must stay secret."""

import json
import logging

import pytest
from fastapi.testclient import TestClient

from server.operations import logs, trail
from server.operations.trail import HEADER


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture):
    """What the access log wrote: the fields of each line."""
    caplog.set_level(logging.INFO, logger="server.access")

    def found() -> list[dict]:
        records = [record for record in caplog.records if record.name == "server.access"]
        return [record.fields for record in records]  # pyright: ignore[reportAttributeAccessIssue]

    return found


def test_a_request_gets_an_id_that_its_problem_repeats(client) -> None:
    first, second = client.get("/api/nothing"), client.get("/api/auth/me")
    for answer in (first, second):
        assert answer.json()["request_id"] == answer.headers[HEADER]
    assert first.headers[HEADER] != second.headers[HEADER]
    assert HEADER in client.get("/").headers


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        ("a1b2c3d4-e5f6", True),
        ("x" * 64, True),
        ("short", False),
        ("x" * 65, False),
        ('"}{"level":"error', False),
        ("with a space", False),
        ("-leading-dash", False),
    ],
)
def test_an_id_from_outside_is_taken_only_in_its_form(client, sent: str, taken: bool) -> None:
    got = client.get("/healthz", headers={HEADER: sent}).headers[HEADER]
    assert (got == sent) is taken
    assert trail.FORM.fullmatch(got)


def test_each_request_has_one_line_with_the_routes_pattern(client, lines) -> None:
    client.get("/api/interview/access/a-very-secret-token?password=hunter2")
    client.get("/i?token=secret")
    client.get("/some/page/of/the/dashboard?q=Ada")
    client.post("/api/auth/login", json={"email": "ada@example.org", "password": "x"})
    found = lines()
    assert [(line["method"], line["route"], line["status"]) for line in found] == [
        ("GET", "/api/interview/access/{token}", 404),
        ("GET", "(page)", 200),
        ("GET", "(page)", 200),
        ("POST", "/api/auth/login", 401),
    ]
    text = json.dumps(found)
    for secret in ("secret", "hunter2", "Ada", "ada", "testclient"):
        assert secret not in text


@pytest.mark.expects_log
def test_an_unexpected_failure_has_its_line_too(app, client, lines) -> None:
    def fail() -> None:
        raise RuntimeError("ada@example.org")

    app.add_api_route("/api/fails", fail)
    answer = TestClient(app, raise_server_exceptions=False).get("/api/fails")
    assert answer.json()["request_id"] == answer.headers[HEADER]
    assert lines()[-1]["status"] == 500


def test_durations_are_counted_by_route(client, parts) -> None:
    for _ in range(3):
        client.get("/api/nothing/1")
    client.get("/healthz")
    found = parts.traffic.durations()
    assert sum(found["GET", "(page)", "4xx"].counts) == 3
    assert sum(found["GET", "/healthz", "2xx"].counts) == 1
    assert found["GET", "/healthz", "2xx"].total_s > 0


def record(error: Exception | None = None, **extra) -> logging.LogRecord:
    made = logging.LogRecord("server.x", logging.ERROR, __file__, 1, "job %d", (7,), None)
    if error is not None:
        try:
            raise error
        except Exception as caught:
            made.exc_info = (type(caught), caught, caught.__traceback__)
    made.__dict__.update(extra)
    return made


def test_a_json_line_is_one_object_without_what_an_error_quotes() -> None:
    made = record(ValueError("ada@example.org\nsaid"), fields={"route": "/x"}, request_id="r" * 8)
    text = logs.Json().format(made)
    line = json.loads(text)
    assert "\n" not in text
    assert "ada" not in text
    assert line["at"].endswith("+00:00")
    assert (line["level"], line["message"], line["route"]) == ("error", "job 7", "/x")
    assert (line["error"], line["request_id"]) == ("ValueError", "r" * 8)
    assert line["frames"][-1].startswith("tests/server/operations/test_trail.py:")


def test_text_quotes_errors_in_development_only() -> None:
    made = record(ValueError("ada@example.org"), fields={"status": 200})
    assert "ada@example.org" in logs.Text(whole=True).format(made)
    line = logs.Text(whole=False).format(made)
    assert "ada" not in line
    assert "job 7 status=200 error=ValueError at " in line
