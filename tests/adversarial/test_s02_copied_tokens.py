"""S2: a cookie or token that was copied into another client."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from server.auth import service
from tests.server.auth.signing import HOME, Browser
from tests.server.support import PASSWORD, Clock

pytestmark = pytest.mark.adversarial


@pytest.fixture
def owner(app: FastAPI, client: TestClient, admin) -> Browser:
    made = Browser(app)
    made.login()
    return made


def plain(app: FastAPI, owner: Browser, *names: str) -> TestClient:
    """A plain HTTP client with copies of some of the owner's cookies."""
    copied = "; ".join(f"{name}={owner.cookies[name]}" for name in names)
    return TestClient(app, base_url=HOME, headers={"Cookie": copied})


def test_the_access_cookie_alone_changes_nothing(app, owner) -> None:
    thief = plain(app, owner, "invigil_access")
    for path in ("/api/auth/totp", "/api/admin/papers", "/api/auth/logout"):
        refused = thief.post(path, json={"title": "Stolen"})
        assert (refused.status_code, refused.json()["code"]) == (403, "csrf"), path
    assert owner.get("/api/auth/me").status_code == 200


def test_a_copied_access_token_ends_with_the_sign_in_it_came_from(app, owner) -> None:
    thief = plain(app, owner, "invigil_access", "invigil_csrf")
    assert thief.get("/api/auth/me").status_code == 200, "until then it is the owner's"
    owner.post("/api/auth/logout")
    assert thief.get("/api/auth/me").status_code == 401


def test_with_all_cookies_what_cannot_be_undone_still_asks_for_the_person(
    app, owner, clock: Clock
) -> None:
    clock.advance(minutes=6)
    thief = plain(app, owner, "invigil_access", "invigil_csrf")
    echo = {"X-Invigil-CSRF": owner.cookies["invigil_csrf"]}
    for method, path in (
        ("POST", "/api/auth/totp"),
        ("POST", "/api/auth/passkeys/options"),
        ("POST", "/api/auth/recovery-codes"),
    ):
        refused = thief.request(method, path, headers=echo)
        assert (refused.status_code, refused.json()["code"]) == (403, "step_up_needed")
    changed = thief.post(
        "/api/auth/me/password",
        headers=echo,
        json={"current": "does not know it", "new": "the thief's own one"},
    )
    assert changed.json()["code"] == "not_confirmed"


def test_a_copied_refresh_token_ends_the_sign_in_when_both_use_it(app, owner, clock: Clock) -> None:
    thief = plain(app, owner, "invigil_refresh", "invigil_csrf")
    echo = {"X-Invigil-CSRF": owner.cookies["invigil_csrf"]}
    owner.post("/api/auth/refresh")
    clock.advance(seconds=service.GRACE.total_seconds() + 1)
    assert thief.post("/api/auth/refresh", headers=echo).status_code == 401
    assert owner.get("/api/auth/me").status_code == 401
    assert owner.login(password=PASSWORD).status_code == 200


def test_a_new_password_takes_every_copy_out_of_service(app, owner) -> None:
    other = Browser(app)
    other.login()
    thief = plain(app, other, "invigil_access", "invigil_csrf")
    body = {"current": PASSWORD, "new": "another good password"}
    assert owner.post("/api/auth/me/password", json=body).status_code == 204
    assert thief.get("/api/auth/me").status_code == 401
