"""Signing in, staying signed in, and what becomes of stolen tokens."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth import service
from server.auth.people import Person
from server.deps import Parts
from server.models import RefreshToken, User
from tests.server.support import PASSWORD, Clock


def sign_in(client: TestClient, *, password: str = PASSWORD, email: str = "ada@example.org"):
    return client.post("/api/auth/login", json={"email": email, "password": password})


def csrf(client: TestClient) -> dict[str, str]:
    return {"X-Invigil-CSRF": client.cookies["invigil_csrf"]}


def test_login_sets_cookies_that_scripts_of_a_page_cannot_read(client, admin: Person) -> None:
    answer = sign_in(client, email="ADA@Example.org")
    assert answer.status_code == 200
    assert answer.json()["user"]["email"] == "ada@example.org"
    cookies = {
        line.split("=", 1)[0]: line.lower() for line in answer.headers.get_list("set-cookie")
    }
    for name in ("invigil_access", "invigil_refresh"):
        assert "httponly" in cookies[name]
    assert "httponly" not in cookies["invigil_csrf"]
    assert all("samesite=strict" in line for line in cookies.values())
    assert client.get("/api/auth/me").json()["id"] == admin.id


def test_cookies_are_secure_behind_https(client, parts: Parts, admin, monkeypatch) -> None:
    https = parts.settings.model_copy(update={"public_url": "https://invigil.example"})
    object.__setattr__(parts, "settings", https)
    lines = sign_in(client).headers.get_list("set-cookie")
    assert len(lines) == 3
    assert all("; secure" in line.lower() for line in lines)


def test_bearer_token_works_without_cookie_and_csrf(client, app, admin) -> None:
    token = sign_in(client).json()["access_token"]
    script = TestClient(app, headers={"Authorization": f"Bearer {token}"})
    assert script.get("/api/auth/me").status_code == 200
    assert script.post("/api/admin/papers", json={"title": "By a script"}).status_code == 201


@pytest.mark.parametrize("password", ["wrong password", "", PASSWORD.upper()])
def test_wrong_password_and_unknown_account_answer_alike(client, admin, password: str) -> None:
    wrong = sign_in(client, password=password or "x")
    unknown = sign_in(client, email="nobody@example.org")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() | {"request_id": ""} == unknown.json() | {"request_id": ""}
    assert wrong.json()["code"] == "wrong_credentials"


def test_inactive_account_cannot_sign_in(client, db: Session, admin: Person) -> None:
    user = db.get(User, admin.id)
    user.active = False
    db.add(user)
    db.commit()
    assert sign_in(client).json()["code"] == "wrong_credentials"


@pytest.mark.parametrize("header", [{}, {"X-Invigil-CSRF": "guess"}])
def test_changing_by_cookie_needs_the_echoed_csrf_value(client, admin, header) -> None:
    sign_in(client)
    refused = client.post("/api/admin/papers", json={"title": "T"}, headers=header)
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    kept = client.post("/api/admin/papers", json={"title": "T"}, headers=csrf(client))
    assert kept.status_code == 201


def test_login_reads_json_only_so_no_form_of_another_site_can_sign_in(client, admin) -> None:
    body = f'{{"email":"ada@example.org","password":"{PASSWORD}"}}'
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ):
        answer = client.post("/api/auth/login", content=body, headers={"Content-Type": kind})
        assert answer.status_code == 422
        assert "set-cookie" not in answer.headers


def test_access_runs_out_and_refresh_renews_it(client, admin, clock: Clock) -> None:
    sign_in(client)
    first = client.cookies["invigil_refresh"]
    clock.advance(minutes=16)
    assert client.get("/api/auth/me").json()["code"] == "not_signed_in"
    answer = client.post("/api/auth/refresh", headers=csrf(client))
    assert answer.status_code == 200
    assert client.cookies["invigil_refresh"] != first
    assert client.get("/api/auth/me").status_code == 200


def presenting(app: FastAPI, refresh: str) -> TestClient:
    """Another browser that holds a refresh token, however it came by it."""
    browser = TestClient(app, base_url="http://127.0.0.1:8080")
    browser.cookies.set("invigil_refresh", refresh, path="/api/auth")
    browser.cookies.set("invigil_csrf", "x")
    return browser


def renew(browser: TestClient):
    return browser.post("/api/auth/refresh", headers=csrf(browser))


def test_second_use_of_a_refresh_token_ends_the_whole_sign_in(
    client, app, admin, db: Session, clock: Clock
) -> None:
    sign_in(client)
    stolen = client.cookies["invigil_refresh"]
    renew(client)
    clock.advance(seconds=service.GRACE.total_seconds() + 1)
    refused = renew(presenting(app, stolen))
    assert (refused.status_code, refused.json()["code"]) == (401, "not_signed_in")
    assert client.get("/api/auth/me").status_code == 401
    assert renew(client).status_code == 401
    assert all(token.revoked_at for token in db.exec(select(RefreshToken)))


def test_an_exchange_whose_answer_was_lost_can_be_asked_for_again(client, app, admin) -> None:
    sign_in(client)
    held = client.cookies["invigil_refresh"]
    lost = renew(presenting(app, held))
    again = renew(client)
    assert (lost.status_code, again.status_code) == (200, 200)
    assert lost.cookies["invigil_refresh"] == again.cookies["invigil_refresh"] != held
    assert client.get("/api/auth/me").status_code == 200
    assert renew(client).status_code == 200


def test_two_pages_that_renew_at_once_get_the_same_successor(client, app, admin, db) -> None:
    sign_in(client)
    pages = [presenting(app, client.cookies["invigil_refresh"]) for _ in range(8)]
    with ThreadPoolExecutor(len(pages)) as pool:
        answers = list(pool.map(renew, pages))
    assert [answer.status_code for answer in answers] == [200] * len(pages)
    assert len({answer.cookies["invigil_refresh"] for answer in answers}) == 1
    assert len(list(db.exec(select(RefreshToken)))) == 2
    assert pages[0].get("/api/auth/me").status_code == 200


def test_a_used_successor_ends_the_grace_of_the_one_before(client, app, admin, db) -> None:
    sign_in(client)
    first = client.cookies["invigil_refresh"]
    renew(client)
    renew(client)
    assert renew(presenting(app, first)).status_code == 401
    assert client.get("/api/auth/me").status_code == 401


def test_no_grace_brings_an_ended_sign_in_back(client, app, admin, db: Session) -> None:
    sign_in(client)
    first = client.cookies["invigil_refresh"]
    renew(client)
    client.post("/api/auth/logout", headers=csrf(client))
    assert renew(presenting(app, first)).status_code == 401
    user = db.get(User, admin.id)
    user.active = False
    db.add(user)
    db.commit()
    assert renew(presenting(app, first)).status_code == 401


def test_renewing_keeps_the_csrf_value_that_requests_on_their_way_repeat(client, admin) -> None:
    sign_in(client)
    before = csrf(client)
    renew(client)
    assert client.post("/api/admin/papers", json={"title": "T"}, headers=before).status_code == 201


def test_refresh_runs_out_after_its_days(client, admin, clock: Clock) -> None:
    sign_in(client)
    clock.advance(days=14, seconds=1)
    cookies = {name: client.cookies[name] for name in ("invigil_refresh", "invigil_csrf")}
    answer = client.post(
        "/api/auth/refresh",
        headers={
            "X-Invigil-CSRF": cookies["invigil_csrf"],
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        },
    )
    assert answer.status_code == 401


def test_refresh_needs_csrf_and_a_cookie(client, admin) -> None:
    assert client.post("/api/auth/refresh").json()["code"] == "not_signed_in"
    sign_in(client)
    assert client.post("/api/auth/refresh").json()["code"] == "csrf"


def test_logout_ends_this_sign_in_at_once_and_no_other(client, app, admin) -> None:
    other = TestClient(app, base_url="http://127.0.0.1:8080")
    sign_in(other)
    token = sign_in(client).json()["access_token"]
    assert client.post("/api/auth/logout", headers=csrf(client)).status_code == 204
    assert "invigil_access" not in client.cookies
    stale = TestClient(app, headers={"Authorization": f"Bearer {token}"})
    assert stale.get("/api/auth/me").status_code == 401
    assert other.get("/api/auth/me").status_code == 200


def test_guessing_is_slowed_down_and_says_for_how_long(client, admin, clock: Clock) -> None:
    for _ in range(10):
        assert sign_in(client, password="wrong").status_code == 401
    refused = sign_in(client)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert int(refused.headers["Retry-After"]) == 300
    clock.advance(seconds=301)
    assert sign_in(client).status_code == 200


def test_registration_is_off_unless_the_server_allows_it(client) -> None:
    body = {"invite": "x" * 43, "name": "Cleo", "password": "long enough for us"}
    refused = client.post("/api/auth/register", json=body)
    assert (refused.status_code, refused.json()["code"]) == (403, "registration_off")


@pytest.mark.parametrize(
    "authorization", ["Bearer ", "Bearer x.y.z", "Basic abc", "Bearer " + "a" * 5000, ""]
)
def test_strange_authorization_is_just_not_signed_in(client, authorization: str) -> None:
    answer = client.get("/api/auth/me", headers={"Authorization": authorization})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
