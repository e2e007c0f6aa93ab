"""Too many requests are refused with the time to wait, and never those of a candidate's machine."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from server.main import create_app
from server.settings import Settings
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock, bearer


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"api_per_minute": 5, "address_per_minute": 200})


def test_too_many_requests_are_told_how_long_to_wait(
    admin_client: TestClient, other_client: TestClient, clock: Clock
):
    statuses = [admin_client.get("/api/auth/me").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
    refused = admin_client.get("/api/auth/me")
    assert refused.json()["code"] == "rate_limited"
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.headers["Retry-After"] == "60"
    assert refused.headers["RateLimit-Policy"] == '"api";q=5;w=60'
    assert refused.headers["RateLimit"] == '"api";r=0;t=60'
    assert other_client.get("/api/auth/me").status_code == 200
    clock.advance(seconds=60)
    assert admin_client.get("/api/auth/me").status_code == 200


def test_who_guesses_links_is_slowed_down(client: TestClient, parts, admin, clock: Clock):
    token = invite(parts, admin).token
    for _ in range(40):
        assert client.get(f"/api/interview/access/{token}").status_code == 200
    statuses = [client.get(f"/api/interview/access/{n:064}").status_code for n in range(31)]
    assert statuses == [404] * 30 + [429]
    clock.advance(minutes=5)
    assert client.get(f"/api/interview/access/{token}").status_code == 200


def test_a_running_interview_goes_on_beside_somebody_who_floods(
    client: TestClient, parts, admin, admin_client: TestClient
):
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    for number in range(35):
        client.get(f"/api/interview/access/{number:064}")
        admin_client.get("/api/auth/me")
    for _ in range(50):
        assert machine.sync([]).acked.seq == 0


def test_addresses_are_bounded_as_a_whole(app: FastAPI, client: TestClient, parts, admin):
    made_up = [
        client.get("/api/auth/me", headers={"Authorization": f"Bearer {n}"}).status_code
        for n in range(201)
    ]
    assert made_up == [401] * 200 + [429]
    elsewhere = TestClient(app, client=("192.0.2.1", 1), headers=bearer(parts, admin))
    assert elsewhere.get("/api/auth/me").status_code == 200


def test_a_limit_of_zero_is_none(settings: Settings, clock: Clock):
    none = settings.model_copy(update={"api_per_minute": 0, "address_per_minute": 0})
    with TestClient(create_app(none, now=clock, background=False)) as client:
        assert {client.get("/api/settings/config").status_code for _ in range(300)} == {200}
