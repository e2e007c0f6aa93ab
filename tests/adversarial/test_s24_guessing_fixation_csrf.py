"""S24: guessing passwords, codes and tokens, sessions fixed beforehand, other sites' forms."""

import json

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from server.auth import challenges
from server.auth.people import Role
from server.deps import Parts
from shared.ids import new_token
from tests.server.auth.signing import HOME, Browser, code, set_up_totp
from tests.server.support import PASSWORD, Clock, add_person

pytestmark = pytest.mark.adversarial


@pytest.fixture
def browser(app: FastAPI, client: TestClient, admin) -> Browser:
    """Nobody signed in yet; Ada has an account."""
    return Browser(app)


def at(app: FastAPI, address: str) -> Browser:
    """A browser that comes from elsewhere."""
    made = Browser(app)
    made._transport.client = (address, 50_000)  # type: ignore[attr-defined]
    return made


def test_one_guesser_is_stopped_and_does_not_lock_the_owner_out(browser, app) -> None:
    guesser, owner = at(app, "203.0.113.7"), at(app, "198.51.100.9")
    answers = [guesser.login(password=f"guess number {n}").status_code for n in range(12)]
    assert answers == [401] * 10 + [429] * 2
    assert guesser.login().status_code == 429, "not even with the right one"
    assert owner.login().status_code == 200


def test_one_address_that_tries_many_accounts_is_stopped(browser, app, clock: Clock) -> None:
    guesser = at(app, "203.0.113.7")
    answers = [
        guesser.login(f"user{n}@example.org", "one password").status_code for n in range(110)
    ]
    assert set(answers) == {401, 429}
    assert answers.index(429) <= 100
    refused = guesser.login("fresh@example.org", "one password")
    assert int(refused.headers["Retry-After"]) > 0
    clock.advance(minutes=5, seconds=1)
    assert guesser.login().status_code == 200


def test_many_addresses_that_try_one_account_are_stopped(browser, app) -> None:
    answers = [
        at(app, f"203.0.113.{n}").login(password="a guess from everywhere").status_code
        for n in range(51)
    ]
    assert answers[-1] == 429
    assert answers[:50] == [401] * 50


def test_codes_of_a_second_factor_cannot_be_tried_out_in_one_sign_in_or_many(
    browser, app, clock: Clock
) -> None:
    browser.login()
    secret, _ = set_up_totp(browser, clock)
    right = code(secret, clock)
    wrong = [f"{n:06d}" for n in range(200_000, 200_012) if f"{n:06d}" != right]
    statuses = []
    for guess in wrong[:11]:
        fresh = Browser(app)
        statuses.append(fresh.second(fresh.login().json()["challenge"], code=guess).status_code)
    assert statuses == [403] * 10 + [429]


@pytest.mark.parametrize(
    "token",
    ["", "x", "null", "a.b.c", pytest.param(new_token(), id="a fresh one"), "é", "0" * 4000],
)
def test_guessed_tokens_open_nothing(browser, token: str) -> None:
    sent = {"Authorization": f"Bearer {token}".encode()}
    assert browser.get("/api/auth/me", headers=sent).status_code == 401
    browser.cookies.set("invigil_access", json.dumps(token).strip('"'))
    assert browser.get("/api/auth/me").status_code == 401


def test_tokens_signed_by_nobody_or_for_something_else_open_nothing(
    browser, parts: Parts, admin
) -> None:
    import jwt

    claims = {"sub": admin.id, "fam": "f" * 32, "aud": "invigil-admin", "exp": 4_000_000_000}
    challenge, _ = challenges.ask(
        challenges.Purpose.SECOND_FACTOR, parts.keys.jwt, about=admin.id, now=parts.now()
    )
    for token in (
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, "k" * 32, algorithm="HS256"),
        jwt.encode(claims | {"aud": "x"}, parts.keys.jwt, algorithm="HS256"),
        challenge,
    ):
        sent = {"Authorization": f"Bearer {token}"}
        assert browser.get("/api/auth/me", headers=sent).status_code == 401


def test_a_session_fixed_beforehand_is_not_the_one_that_is_signed_in(browser, app) -> None:
    """Cookies that somebody else put into the browser are replaced, and theirs stays theirs."""
    attacker = Browser(app)
    attacker.login()
    planted = {name: attacker.cookies[name] for name in ("invigil_access", "invigil_csrf")}
    planted["invigil_refresh"] = attacker.cookies["invigil_refresh"]
    for name, value in planted.items():
        path = {"invigil_access": "/api", "invigil_refresh": "/api/auth"}.get(name, "/")
        browser.cookies.set(name, value, domain="localhost.local", path=path)
    browser.login()
    now = {cookie.name: cookie.value for cookie in browser.cookies.jar}
    assert not set(now.values()) & set(planted.values())
    assert attacker.get("/api/auth/me").status_code == 401, "the planted sign-in is over"
    assert browser.get("/api/auth/me").status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/auth/logout"),
        ("POST", "/api/auth/refresh"),
        ("POST", "/api/auth/me/password"),
        ("POST", "/api/auth/step-up"),
        ("POST", "/api/auth/totp"),
        ("DELETE", "/api/auth/totp"),
        ("POST", "/api/auth/recovery-codes"),
        ("POST", "/api/auth/passkeys/options"),
        ("DELETE", "/api/auth/sign-ins"),
    ],
)
@pytest.mark.parametrize("echo", ["", "guessed", None])
def test_what_another_site_makes_the_browser_send_changes_nothing(
    browser, app, method: str, path: str, echo: str | None
) -> None:
    browser.login()
    cookies = "; ".join(f"{each.name}={each.value}" for each in browser.cookies.jar)
    headers = {"Cookie": cookies, "Origin": "https://evil.example"}
    if echo is not None:
        headers["X-Invigil-CSRF"] = echo
    forged = TestClient(app, base_url=HOME).request(method, path, headers=headers, json={})
    assert (forged.status_code, forged.json()["code"]) == (403, "csrf")
    assert browser.get("/api/auth/me").status_code == 200


def test_no_answer_tells_whether_an_account_exists(browser, app, parts, password_hash) -> None:
    add_person(parts, password_hash, role=Role.ADMIN, email="eve@example.org")
    known = browser.login("eve@example.org", "wrong password")
    unknown = browser.login("nobody@example.org", "wrong password")
    told = [answer.json() | {"request_id": ""} for answer in (known, unknown)]
    assert told[0] == told[1]
    assert PASSWORD not in known.text
