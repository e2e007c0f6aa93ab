"""Passkeys from registration to sign-in, and every answer that must not count."""

import logging
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from server.auth import ceremonies, passkeys
from server.auth.exchanges import Assertion, Registration, Site
from server.models import Passkey
from server.refusals import Refused
from server.settings import read_settings
from tests.server.auth.authenticator import Authenticator, encode
from tests.server.auth.signing import Browser, set_up_totp
from tests.server.support import Clock


def add(browser: Browser, device: Authenticator, *, name: str = "My laptop") -> Any:
    asked = browser.post("/api/auth/passkeys/options").raise_for_status().json()
    body = {"challenge": asked["challenge"], "name": name} | device.create(asked["options"])
    return browser.post("/api/auth/passkeys", json=body)


def enter(browser: Browser, device: Authenticator) -> Any:
    asked = browser.post("/api/auth/login/passkey/options").json()
    body = {"challenge": asked["challenge"], "passkey": device.get(asked["options"])}
    return browser.post("/api/auth/login/passkey", json=body)


@pytest.fixture
def device(browser: Browser) -> Authenticator:
    """Registered by Ada."""
    made = Authenticator()
    assert add(browser, made).status_code == 201
    return made


def test_a_passkey_is_registered_listed_renamed_and_removed(browser: Browser, clock: Clock) -> None:
    answer = add(browser, Authenticator()).json()
    assert len(answer["recovery_codes"]) == 10
    key = answer["passkey"]["id"]
    clock.advance(seconds=1)
    again = add(browser, Authenticator(), name="Key ring")
    assert again.json()["recovery_codes"] == []
    listed = browser.get("/api/auth/factors").json()["passkeys"]
    assert [each["name"] for each in listed] == ["My laptop", "Key ring"]
    renamed = browser.patch(f"/api/auth/passkeys/{key}", json={"name": "Desk"})
    assert renamed.json()["name"] == "Desk"
    for each in listed:
        assert browser.delete(f"/api/auth/passkeys/{each['id']}").status_code == 204
    left = browser.get("/api/auth/factors").json()
    assert (left["passkeys"], left["recovery_codes_left"]) == ([], 0)
    assert browser.delete(f"/api/auth/passkeys/{key}").json()["code"] == "not_found"


def test_the_browser_is_asked_for_a_key_that_works_without_a_name(browser: Browser) -> None:
    options = browser.post("/api/auth/passkeys/options").json()["options"]
    assert options["rp"]["id"] == "localhost"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    asked = Browser(browser.app).post("/api/auth/login/passkey/options").json()["options"]
    assert asked["userVerification"] == "required"
    assert not asked.get("allowCredentials")


def test_a_passkey_alone_signs_in(
    browser: Browser, app: FastAPI, device: Authenticator, clock: Clock
) -> None:
    clock.advance(seconds=1)
    fresh = Browser(app)
    assert enter(fresh, device).status_code == 200
    assert fresh.get("/api/auth/me").json()["email"] == "ada@example.org"
    assert fresh.get("/api/auth/sign-ins").json()["items"][0]["method"] == "passkey"


def test_with_a_passkey_the_password_alone_does_not_do(
    browser: Browser, app: FastAPI, device: Authenticator
) -> None:
    fresh = Browser(app)
    asked = fresh.login()
    assert (asked.status_code, asked.json()["methods"]) == (202, ["passkey", "recovery"])
    options = asked.json()["passkey_options"]
    assert [each["id"] for each in options["allowCredentials"]] == [encode(device.credential_id)]
    done = fresh.second(asked.json()["challenge"], passkey=device.get(options))
    assert done.status_code == 200


def test_a_second_step_takes_only_ones_own_passkey(
    browser: Browser, app: FastAPI, device: Authenticator, other_admin, clock: Clock
) -> None:
    other = Browser(app)
    other.login("ben@example.org")
    stranger = Authenticator()
    add(other, stranger)
    asked = Browser(app).login().json()
    refused = Browser(app).second(
        asked["challenge"], passkey=stranger.get(asked["passkey_options"])
    )
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong_passkey")


def test_a_proof_by_passkey_opens_what_cannot_be_undone(
    browser: Browser, device: Authenticator, clock: Clock
) -> None:
    clock.advance(minutes=6)
    assert browser.post("/api/auth/totp").json()["code"] == "step_up_needed"
    asked = browser.get("/api/auth/step-up").json()
    assert asked["methods"] == ["passkey", "password"]
    body = {"challenge": asked["challenge"], "passkey": device.get(asked["passkey_options"])}
    assert browser.post("/api/auth/step-up", json=body).status_code == 200
    assert browser.post("/api/auth/totp").status_code == 201
    assert browser.post("/api/auth/step-up", json=body).json()["code"] == "challenge_over"


@pytest.mark.parametrize(
    "lie",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:8081"},
        {"rp_id": "evil.example"},
        {"verifies": False},
    ],
)
def test_an_answer_for_another_site_or_without_its_person_does_not_count(
    browser: Browser, app: FastAPI, device: Authenticator, lie: dict[str, Any]
) -> None:
    assert add(browser, Authenticator(**lie)).json()["code"] == "wrong_passkey"
    for name, value in lie.items():
        setattr(device, name, value)
    refused = enter(Browser(app), device)
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong_passkey")


def test_another_key_behind_the_same_id_does_not_count(
    browser: Browser, app: FastAPI, device: Authenticator
) -> None:
    forged = Authenticator(credential_id=device.credential_id, count=100)
    assert enter(Browser(app), forged).json()["code"] == "wrong_passkey"
    someone = Authenticator(credential_id=device.credential_id)
    assert add(browser, someone).json()["code"] == "already_exists"


def test_a_challenge_is_answered_once_even_when_the_answer_was_wrong(
    browser: Browser, app: FastAPI, device: Authenticator, clock: Clock
) -> None:
    fresh = Browser(app)
    asked = fresh.post("/api/auth/login/passkey/options").json()
    right = device.get(asked["options"])
    wrong = {**right, "signature": encode(b"0" * 70)}
    path, challenge = "/api/auth/login/passkey", asked["challenge"]
    first = fresh.post(path, json={"challenge": challenge, "passkey": wrong})
    assert first.json()["code"] == "wrong_passkey"
    second = fresh.post(path, json={"challenge": challenge, "passkey": right})
    assert (second.status_code, second.json()["code"]) == (410, "challenge_over")
    asked = fresh.post("/api/auth/login/passkey/options").json()
    answer = {"challenge": asked["challenge"], "passkey": device.get(asked["options"])}
    clock.advance(minutes=5)
    assert fresh.post(path, json=answer).json()["code"] == "challenge_over"


def test_a_challenge_for_one_thing_is_none_for_another(
    browser: Browser, app: FastAPI, device: Authenticator
) -> None:
    asked = browser.get("/api/auth/step-up").json()
    body = {"challenge": asked["challenge"], "passkey": device.get(asked["passkey_options"])}
    refused = Browser(app).post("/api/auth/login/passkey", json=body)
    assert refused.json()["code"] == "challenge_over"


@pytest.mark.expects_log
def test_a_counter_that_goes_back_is_refused_and_a_person_is_told(
    browser: Browser, app: FastAPI, device: Authenticator, caplog: pytest.LogCaptureFixture
) -> None:
    enter(Browser(app), device)
    device.count = 0
    with caplog.at_level(logging.WARNING):
        refused = enter(Browser(app), device)
    assert refused.json()["code"] == "wrong_passkey"
    assert "may have been copied" in caplog.text
    assert "ada" not in caplog.text


def test_an_authenticator_that_never_counts_may_sign_in_again_and_again(
    browser: Browser, app: FastAPI
) -> None:
    device = Authenticator(counts=False)
    add(browser, device)
    assert [enter(Browser(app), device).status_code for _ in range(2)] == [200, 200]


def test_adding_one_needs_a_fresh_proof(browser: Browser, clock: Clock) -> None:
    clock.advance(minutes=6)
    assert browser.post("/api/auth/passkeys/options").json()["code"] == "step_up_needed"


def test_a_server_reached_by_number_has_none_and_says_so(parts, browser: Browser) -> None:
    by_number = parts.settings.model_copy(update={"public_url": "http://127.0.0.1:8080"})
    object.__setattr__(parts, "settings", by_number)
    refused = browser.post("/api/auth/passkeys/options")
    assert (refused.status_code, refused.json()["code"]) == (409, "passkeys_off")
    assert browser.get("/api/auth/factors").json()["passkeys_possible"] is False
    set_up_totp(browser, parts.now)
    assert Browser(browser.app).login().json()["passkey_options"] is None


@given(st.binary(max_size=400), st.binary(max_size=300), st.binary(max_size=80))
def test_whatever_a_browser_sends_is_refused_and_never_an_error(a: bytes, b: bytes, c: bytes):
    site = passkeys.site_of(read_settings({}, public_url="https://invigil.example"))
    with pytest.raises(Refused, match="wrong_passkey"):
        ceremonies.verify_new(Registration("aaaa", encode(a), encode(b)), site=site, challenge=c)
    held = Passkey(user_id="0", credential_id="aaaa", public_key=b, name="x")
    with pytest.raises(Refused, match="wrong_passkey"):
        ceremonies.verify_signed(
            Assertion("aaaa", encode(a), encode(b), encode(c)),
            held,
            site=site,
            challenge=c,
        )


@given(st.binary(max_size=300))
def test_hostile_attestations_in_honest_wrappings_are_refused(attested: bytes) -> None:
    site = Site("localhost", "http://localhost:8080", "Invigil")
    device, challenge = Authenticator(), b"c" * 32
    options = {"challenge": encode(challenge), "rp": {"id": "localhost"}, "user": {"id": "aa"}}
    made = device.create(options)
    answer = Registration(made["credential_id"], made["client_data"], encode(attested))
    with pytest.raises(Refused, match="wrong_passkey"):
        ceremonies.verify_new(answer, site=site, challenge=challenge)
