"""Every refusal is problem+json with a stable code; nothing else leaks."""

import pytest
from fastapi.testclient import TestClient

from shared.problems import PROBLEMS
from tests.server.document import document

NOBODY = "0" * 32


def is_problem(answer, code: str) -> None:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["code"], body["status"]) == (code, answer.status_code)
    assert PROBLEMS[code][0] == answer.status_code
    assert body["title"]
    assert body["detail"]


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "/api/admin/papers", "GET, POST"),
        ("POST", f"/api/admin/interviews/{NOBODY}", "DELETE, GET, PATCH"),
        ("GET", "/api/auth/login", "POST"),
        ("POST", "/i", "GET, HEAD"),
    ],
)
def test_wrong_method_names_all_right_ones(client, method: str, path: str, allow: str) -> None:
    answer = client.request(method, path)
    is_problem(answer, "method_not_allowed")
    assert answer.headers["Allow"] == allow


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/nothing"), ("POST", "/api/nothing"), ("DELETE", "/nothing")]
)
def test_unknown_address_is_a_problem(client, method: str, path: str) -> None:
    is_problem(client.request(method, path), "not_found")


def test_body_that_is_no_json_is_malformed(admin_client: TestClient) -> None:
    answer = admin_client.post(
        "/api/admin/papers", content=b'{"title": ', headers={"Content-Type": "application/json"}
    )
    is_problem(answer, "malformed_body")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": "T", "duration_s": "3600"}, "body.duration_s"),
        ({"title": "T", "duration_s": True}, "body.duration_s"),
        ({"title": "T", "duration_s": 3600.0}, "body.duration_s"),
        ({"title": "T", "policy": {"selfie": 1}}, "body.policy.selfie"),
        ({"title": "T", "colour": "red"}, "body.colour"),
        ({"title": "  "}, "body.title"),
        ({"title": "two\nlines"}, "body.title"),
        ({}, "body.title"),
        ([], "body"),
        ({"title": "NUL\0"}, "body"),
    ],
)
def test_bodies_are_read_as_strict_json(admin_client: TestClient, body, field: str) -> None:
    answer = admin_client.post("/api/admin/papers", json=body)
    is_problem(answer, "invalid_request")
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("cursor", ["x", "eA", "%00", "a" * 201, "MjAyNnw"])
def test_foreign_cursor_is_refused(admin_client: TestClient, cursor: str) -> None:
    is_problem(admin_client.get(f"/api/admin/papers?cursor={cursor}"), "invalid_request")


@pytest.mark.parametrize("key", ["x", "%00", "0" * 31 + "G", NOBODY + "0"])
def test_id_of_a_wrong_shape_never_reaches_the_database(admin_client: TestClient, key) -> None:
    is_problem(admin_client.get(f"/api/admin/papers/{key}"), "invalid_request")


@pytest.mark.expects_log
def test_unexpected_error_tells_a_request_id_and_no_more(app, caplog) -> None:
    @app.get("/api/broken/{token}")
    def broken(token: str) -> None:
        raise RuntimeError("a secret detail")

    client = TestClient(app, raise_server_exceptions=False)
    answer = client.get("/api/broken/tell-nobody")
    is_problem(answer, "internal")
    assert len(answer.json()["request_id"]) == 32
    assert "secret" not in answer.text
    logged = [record.getMessage() for record in caplog.records if record.name == "server.errors"]
    caplog.clear()
    assert len(logged) == 1
    assert answer.json()["request_id"] in logged[0]
    assert "tell-nobody" not in logged[0]


def test_every_operation_documents_problems_and_has_its_own_name() -> None:
    told = document()
    names = [
        operation["operationId"] for path in told["paths"].values() for operation in path.values()
    ]
    assert len(names) == len(set(names))
    assert "HTTPValidationError" not in told["components"]["schemas"]
    for path, operations in told["paths"].items():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (path, status)
            if path.startswith("/api/admin/"):
                assert {"401", "403"} <= operation["responses"].keys(), path
