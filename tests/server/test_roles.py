"""Role × endpoint: who gets in where, for every operation that the document names."""

import pytest
from fastapi.testclient import TestClient

from server.api import describe
from server.auth.people import Role
from tests.server.support import add_person, bearer

NOBODY = "0" * 32
OPERATIONS = [
    (method.upper(), path.replace("{id}", NOBODY).replace("{session}", NOBODY))
    for path, operations in describe()["paths"].items()
    for method in operations
    if path.startswith("/api/admin/")
]


def fill(path: str) -> str:
    for name, value in (
        ("{sha256}", "0" * 64),
        ("{question_id}", NOBODY),
        ("{question}", NOBODY),
        ("{version}", "1"),
        ("{answer}", NOBODY),
        ("{answer_id}", NOBODY),
        ("{delivery}", NOBODY),
        ("{job}", "1"),
        ("{user}", NOBODY),
        ("{share}", NOBODY),
    ):
        path = path.replace(name, value)
    assert "{" not in path, f"name a value for {path}"
    return path


def test_the_document_has_admin_operations() -> None:
    assert len(OPERATIONS) >= 20


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_nobody_and_candidates_stay_out(client, app, parts, password_hash, method, path) -> None:
    path = fill(path)
    answer = client.request(method, path, json={})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    person = add_person(parts, password_hash, role=Role.CANDIDATE, email="cleo@example.org")
    candidate = TestClient(app, headers=bearer(parts, person))
    answer = candidate.request(method, path, json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize(("method", "path"), [item for item in OPERATIONS if "/users" in item[1]])
def test_accounts_are_for_super_admins_only(admin_client, method: str, path: str) -> None:
    answer = admin_client.request(method, fill(path), json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize(
    "path", [fill(path) for method, path in OPERATIONS if method == "GET" and NOBODY in path]
)
def test_what_is_not_there_is_not_found(super_client, path: str) -> None:
    answer = super_client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
