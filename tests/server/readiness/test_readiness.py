"""A signed report is kept for the interview of its invite, and only those who see that read it."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi.testclient import TestClient

from server.auth.people import Person
from server.deps import Parts
from server.readiness.service import KEPT
from shared.readiness import statement
from tests.server.candidate_machine import CandidateMachine, b64
from tests.server.interview_support import invite
from tests.server.readiness.signed import post
from tests.server.support import Clock

PATH = "/api/interview/readiness"


@pytest.fixture
def token(parts: Parts, admin: Person) -> str:
    return invite(parts, admin).token


def session_of(client: TestClient, token: str) -> str:
    return client.get(f"/api/interview/access/{token}").json()["session"]


def test_a_report_is_on_the_interview_and_in_the_list_of_machines(
    client: TestClient, token: str, admin_client: TestClient, other_client: TestClient
):
    sent = post(token, outcome="violation")
    for _ in range(2):  # the same again is the same row
        assert client.post(PATH, json=sent).json()["outcome"] == "violation"
    session = session_of(client, token)
    found = admin_client.get(f"/api/admin/interviews/{session}/readiness").json()["items"]
    assert [one["outcome"] for one in found] == ["violation"]
    assert found[0]["readiness"]["lines"][0]["found"] == "<Cam>"
    assert found[0]["signature"] == sent["signature"]
    page = admin_client.get("/api/admin/readiness").json()
    assert [one["session"] for one in page["items"]] == [session]
    for outcome, sessions in (("violation", [session]), ("ok", []), ("unknown", [])):
        page = admin_client.get("/api/admin/readiness", params={"outcome": outcome}).json()
        assert [one["session"] for one in page["items"]] == sessions
    assert admin_client.get("/api/admin/readiness?outcome=bad").status_code == 422
    assert other_client.get("/api/admin/readiness").json()["items"] == []
    refused = other_client.get(f"/api/admin/interviews/{session}/readiness")
    assert refused.status_code == 404


def test_what_is_forged_or_for_another_invite_is_refused(client: TestClient, token: str):
    good = post(token)
    for sent, code in (
        (post("y" * 43), "invite_unknown"),
        (post(token, signature=post(token)["signature"]), "bad_signature"),
        (good | {"report": good["report"].replace("Cam", "Tin")}, "bad_signature"),
        (post(token, signed_for="z" * 43), "invalid_request"),
        (good | {"public_key": "short"}, "invalid_request"),
    ):
        answer = client.post(PATH, json=sent)
        assert answer.json()["code"] == code
    key, text = Ed25519PrivateKey.generate(), '{"lines": []}'
    shapeless = good | {
        "report": text,
        "public_key": b64(key.public_key().public_bytes_raw()),
        "signature": b64(key.sign(statement(text))),
    }
    assert client.post(PATH, json=shapeless).json()["code"] == "invalid_request"


def test_once_the_interview_has_begun_no_report_is_taken(
    client: TestClient, parts: Parts, token: str
):
    machine = CandidateMachine(client, token, now=parts.now())
    machine.claim()
    assert client.post(PATH, json=post(token)).status_code == 200
    machine.start()
    assert client.post(PATH, json=post(token)).json()["code"] == "already_over"


def test_only_the_newest_reports_are_kept_and_the_list_goes_on_by_cursor(
    client: TestClient, token: str, admin_client: TestClient, clock: Clock
):
    for n in range(KEPT + 2):
        clock.advance(seconds=1)
        assert client.post(PATH, json=post(token, outcome="ok" if n else "unknown")).is_success
    session = session_of(client, token)
    found = admin_client.get(f"/api/admin/interviews/{session}/readiness").json()["items"]
    assert len(found) == KEPT
    assert {one["outcome"] for one in found} == {"ok"}
    first = admin_client.get("/api/admin/readiness?limit=15").json()
    rest = admin_client.get(
        "/api/admin/readiness", params={"limit": 15, "cursor": first["next_cursor"]}
    ).json()
    assert [*first["items"], *rest["items"]] == [
        one | {"candidate_name": first["items"][0]["candidate_name"], "title": one_title}
        for one, one_title in ((each, first["items"][0]["title"]) for each in found)
    ]
    assert rest["next_cursor"] is None
