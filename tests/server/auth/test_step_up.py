"""What cannot be undone asks once more who one is, and takes the answer for five minutes."""

from datetime import timedelta

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Person, Role
from server.auth.step_up import StepUp
from server.auth.tokens import Claims, make_access
from server.deps import Parts
from server.migrations import run
from server.models import SignInFamily
from tests.server.support import PASSWORD, START, Clock, add_person, bearer

ERASE = "/api/erase"


@pytest.fixture(autouse=True)
def erasing(app: FastAPI) -> None:
    """A route as the features write them."""
    router = APIRouter()

    @router.post(ERASE)
    def erase(confirmed: StepUp) -> str:
        return confirmed.id

    app.router.routes.extend(router.routes)


def prove(client: TestClient, **proof: str):
    return client.post("/api/auth/step-up", json=proof or {"password": PASSWORD})


def test_a_sign_in_is_a_proof_for_five_minutes(admin_client, admin, clock: Clock) -> None:
    clock.advance(minutes=5)
    assert admin_client.post(ERASE).json() == admin.id
    clock.advance(seconds=1)
    refused = admin_client.post(ERASE)
    assert (refused.status_code, refused.json()["code"]) == (403, "step_up_needed")


def test_the_password_opens_it_for_five_minutes_more(admin_client, clock: Clock) -> None:
    clock.advance(hours=1)
    answer = prove(admin_client)
    assert answer.json() == {"confirmed_until": "2026-11-23T10:05:00Z"}
    assert admin_client.post(ERASE).status_code == 200
    clock.advance(minutes=5, seconds=1)
    assert admin_client.post(ERASE).json()["code"] == "step_up_needed"


def test_a_proof_counts_in_the_browser_that_gave_it_and_in_no_other(
    client, app, admin, clock: Clock
) -> None:
    browsers = [client, TestClient(app, base_url="http://127.0.0.1:8080")]
    for browser in browsers:
        browser.post("/api/auth/login", json={"email": admin.email, "password": PASSWORD})
    clock.advance(minutes=6)
    echo = {"X-Invigil-CSRF": client.cookies["invigil_csrf"]}
    client.post("/api/auth/step-up", json={"password": PASSWORD}, headers=echo)
    assert client.post(ERASE, headers=echo).status_code == 200
    other = browsers[1]
    echo = {"X-Invigil-CSRF": other.cookies["invigil_csrf"]}
    assert other.post(ERASE, headers=echo).json()["code"] == "step_up_needed"


def test_a_wrong_password_proves_nothing_and_guessing_is_slowed(admin_client, clock: Clock) -> None:
    clock.advance(minutes=6)
    for _ in range(10):
        refused = prove(admin_client, password="guessed it?")
        assert (refused.status_code, refused.json()["code"]) == (403, "not_confirmed")
    refused = prove(admin_client)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert admin_client.post(ERASE).json()["code"] == "step_up_needed"


def test_somebody_elses_sign_in_is_no_proof(client, app, parts: Parts, password_hash) -> None:
    """A token that names another's fresh sign-in: only our own key could make one."""
    people = [
        add_person(parts, password_hash, role=Role.ADMIN, email=f"{name}@example.org")
        for name in ("eve", "ada")
    ]
    bearer(parts, people[1])
    token = make_access(
        Claims(people[0].id, people[1].id), parts.keys.jwt, now=START, life=timedelta(days=1)
    )
    answer = client.post(ERASE, headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["code"] == "step_up_needed"


def test_sign_ins_from_before_the_table_get_their_rows(parts: Parts, client, admin: Person) -> None:
    client.post("/api/auth/login", json={"email": admin.email, "password": PASSWORD})
    engine = parts.database.engine
    with parts.database.read() as reading:
        before = {each.id: each.user_id for each in reading.exec(select(SignInFamily))}
    assert list(before.values()) == [admin.id]
    run.downgrade(engine, "0003")
    run.upgrade(engine)
    with parts.database.read() as reading:
        after = {each.id: each.user_id for each in reading.exec(select(SignInFamily))}
    assert after == before
