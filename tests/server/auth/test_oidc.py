"""Sign-in at the organisation, against a provider that speaks the protocol; and its faults."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from server.auth.people import Role
from server.deps import Parts
from server.models import AuditLog, User
from server.oidc import Provider as Asker
from server.settings import BadSettings, Settings, read_settings
from tests.server.auth.provider import CLIENT, SECRET, Provider, new_key, serving
from tests.server.auth.signing import Browser
from tests.server.support import Clock

HELGA = {
    "sub": "248289761001",
    "email": "Helga@Example.org",
    "email_verified": True,
    "name": "Helga Hiring",
    "groups": ["staff", "hr"],
}


@pytest.fixture
def provider(clock: Clock) -> Iterator[Provider]:
    with serving(lambda: int(clock.now.timestamp())) as made:
        made.person = dict(HELGA)
        yield made


@pytest.fixture
def settings(settings: Settings, provider: Provider) -> Settings:
    named = {
        "oidc_issuer": provider.issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SECRET,
        "oidc_roles": "hr=admin, it=super_admin",
    }
    return read_settings({}, **(settings.model_dump() | named))


@pytest.fixture
def browser(app: FastAPI, client) -> Browser:
    """Nobody signed in."""
    return Browser(app)


def enter(browser: Browser, provider: Provider, **start: bool):
    asked = browser.post("/api/auth/oidc/start", json=start)
    if asked.status_code != 200:
        return asked
    back = provider.sign_in(asked.json()["authorization_url"])
    return browser.post("/api/auth/oidc/finish", json=back)


def test_the_first_sign_in_makes_the_account_with_the_role_of_its_group(
    browser: Browser, provider: Provider, db: Session
) -> None:
    answer = enter(browser, provider)
    assert answer.status_code == 200
    me = browser.get("/api/auth/me").json()
    assert (me["email"], me["name"], me["role"]) == ("helga@example.org", "Helga Hiring", "admin")
    assert browser.get("/api/auth/sign-ins").json()["items"][0]["method"] == "oidc"
    assert enter(browser, provider).json()["user"]["id"] == me["id"]
    assert db.exec(select(User.password_hash)).one() == ""
    assert browser.login("helga@example.org", "").status_code == 422
    assert browser.login("helga@example.org", "anything at all").status_code == 401


def test_the_role_follows_the_groups_at_every_sign_in(
    browser: Browser, provider: Provider, db: Session
) -> None:
    enter(browser, provider)
    provider.person["groups"] = ["hr", "it"]
    assert enter(browser, provider).json()["user"]["role"] == "super_admin"
    provider.person["groups"] = "hr"
    assert enter(browser, provider).json()["user"]["role"] == "admin"
    actions = list(db.exec(select(AuditLog.action)))
    assert actions.count("user.role_followed_groups") == 2


@pytest.mark.parametrize("groups", [["staff"], [], None, {"hr": True}, [["hr"]], "hr "])
def test_without_a_mapped_group_there_is_no_way_in(browser, provider, groups) -> None:
    provider.person["groups"] = groups
    refused = enter(browser, provider)
    assert (refused.status_code, refused.json()["code"]) == (403, "sso_no_access")
    assert "set-cookie" not in refused.headers or "invigil_access" not in refused.cookies
    assert browser.get("/api/auth/me").status_code == 401


def test_whoever_lost_their_group_is_signed_out_everywhere(browser, app, provider) -> None:
    enter(browser, provider)
    provider.person["groups"] = ["staff"]
    assert enter(Browser(app), provider).json()["code"] == "sso_no_access"
    assert browser.get("/api/auth/me").status_code == 401


def test_a_sign_in_ends_after_its_hours_however_often_it_was_renewed(
    browser: Browser, provider: Provider, clock: Clock
) -> None:
    enter(browser, provider)
    for _ in range(2):
        clock.advance(hours=5)
        assert browser.post("/api/auth/refresh").status_code == 200
    clock.advance(hours=2, seconds=1)
    assert browser.post("/api/auth/refresh").status_code == 401


def test_an_account_with_the_address_is_taken_over_only_if_the_address_was_checked(
    browser: Browser, provider: Provider, admin
) -> None:
    provider.person |= {"email": admin.email, "email_verified": None}
    refused = enter(browser, provider)
    assert (refused.status_code, refused.json()["code"]) == (409, "already_exists")
    provider.person["email_verified"] = "true"
    assert enter(browser, provider).json()["code"] == "already_exists", "a text is no yes"
    provider.person["email_verified"] = True
    assert enter(browser, provider).json()["user"]["id"] == admin.id


def test_an_account_out_of_service_stays_out(browser, provider, db: Session) -> None:
    enter(browser, provider)
    user = db.exec(select(User)).one()
    user.active = False
    db.add(user)
    db.commit()
    assert enter(browser, provider).json()["code"] == "sso_no_access"


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "lies",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "somebody-else"},
        {"aud": [CLIENT, "somebody-else"], "azp": "somebody-else"},
        {"iss": "https://evil.example"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"iat": 4_000_000_000},
        {"sub": None},
        {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    ],
)
def test_an_id_token_that_does_not_fit_signs_nobody_in(browser, provider, lies) -> None:
    provider.lies = lies
    refused = enter(browser, provider)
    assert (refused.status_code, refused.json()["code"]) == (403, "sso_failed")
    assert browser.get("/api/auth/me").status_code == 401


@pytest.mark.expects_log
def test_a_forged_signature_or_a_shared_secret_signs_nobody_in(browser, provider) -> None:
    provider.signs_with = new_key()
    assert enter(browser, provider).json()["code"] == "sso_failed"
    provider.signs_with, provider.algorithm = None, "HS256"
    assert enter(browser, provider).json()["code"] == "sso_failed"


def test_new_keys_of_the_provider_are_fetched_when_they_are_met(browser, provider) -> None:
    assert enter(browser, provider).status_code == 200
    provider.key, provider.kid = new_key(), "two"
    assert enter(browser, provider).status_code == 200


@pytest.mark.expects_log
def test_a_provider_that_is_down_is_told_and_the_server_goes_on(
    browser: Browser, provider: Provider, clock: Clock, admin
) -> None:
    provider.status = 503
    refused = enter(browser, provider)
    assert (refused.status_code, refused.json()["code"]) == (503, "sso_unreachable")
    assert browser.login().status_code == 200


def test_coming_back_counts_once_and_in_the_browser_that_left(
    browser: Browser, app: FastAPI, provider: Provider
) -> None:
    address = browser.post("/api/auth/oidc/start", json={}).json()["authorization_url"]
    back = provider.sign_in(address)
    elsewhere = Browser(app).post("/api/auth/oidc/finish", json=back)
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (410, "challenge_over")
    other = browser.post("/api/auth/oidc/finish", json=back | {"state": "forged"})
    assert other.json()["code"] == "challenge_over"
    cookie = browser.cookies["invigil_oidc"]
    assert browser.post("/api/auth/oidc/finish", json=back).status_code == 200
    browser.cookies.set("invigil_oidc", cookie, domain="localhost.local", path="/api/auth/oidc")
    again = browser.post("/api/auth/oidc/finish", json=back)
    assert again.json()["code"] == "challenge_over"


@pytest.mark.expects_log
def test_a_code_from_elsewhere_is_refused_by_pkce(browser, app, provider) -> None:
    """Somebody else's code, put into one's own way back."""
    theirs = provider.sign_in(
        Browser(app).post("/api/auth/oidc/start", json={}).json()["authorization_url"]
    )
    own = provider.sign_in(
        browser.post("/api/auth/oidc/start", json={}).json()["authorization_url"]
    )
    mixed = {"code": theirs["code"], "state": own["state"]}
    refused = browser.post("/api/auth/oidc/finish", json=mixed)
    assert refused.json()["code"] == "sso_failed"


def test_only_a_sign_in_that_was_asked_for_anew_is_a_fresh_proof(browser, provider) -> None:
    enter(browser, provider)
    assert browser.post("/api/auth/totp").json()["code"] == "step_up_needed"
    assert browser.get("/api/auth/step-up").json()["methods"] == ["oidc"]
    enter(browser, provider, again=True)
    assert browser.post("/api/auth/totp").status_code == 201


def test_passwords_can_be_switched_off(browser: Browser, parts: Parts, admin, provider) -> None:
    off = parts.settings.model_copy(update={"password_login": False})
    object.__setattr__(parts, "settings", off)
    refused = browser.login()
    assert (refused.status_code, refused.json()["code"]) == (403, "password_off")
    config = browser.get("/api/settings/config").json()
    assert (config["password_login"], config["organisation_sign_in"]) == (
        False,
        "your organisation",
    )
    assert enter(browser, provider).status_code == 200


def test_settings_that_let_nobody_or_anybody_in_refuse_to_start() -> None:
    good = {"oidc_issuer": "https://id.example", "oidc_client_id": "x", "oidc_roles": "hr=admin"}
    assert read_settings({}, **good).oidc_mapping == {"hr": Role.ADMIN}
    for change, named in (
        ({"oidc_issuer": "http://id.example"}, "INVIGIL_OIDC_ISSUER"),
        ({"oidc_client_id": ""}, "INVIGIL_OIDC_CLIENT_ID"),
        ({"oidc_roles": ""}, "INVIGIL_OIDC_ROLES"),
        ({"oidc_roles": "hr"}, "INVIGIL_OIDC_ROLES"),
        ({"oidc_roles": "hr=boss"}, "INVIGIL_OIDC_ROLES"),
        ({"oidc_roles": "hr=candidate"}, "INVIGIL_OIDC_ROLES"),
        ({"oidc_issuer": "", "password_login": False}, "INVIGIL_PASSWORD_LOGIN"),
    ):
        with pytest.raises(BadSettings, match=named):
            read_settings({}, **(good | change))


def test_without_a_provider_there_is_no_such_way_in(browser: Browser, parts: Parts) -> None:
    object.__setattr__(parts, "oidc", None)
    refused = browser.post("/api/auth/oidc/start", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "sso_off")


@pytest.mark.expects_log
def test_a_provider_that_names_another_issuer_is_not_believed(provider, clock, parts) -> None:
    from server.oidc import Secrets
    from server.refusals import Refused

    wrong = parts.settings.model_copy(update={"oidc_issuer": provider.issuer + "/"})
    with pytest.raises(Refused, match="sso_failed"):
        Asker(wrong).address(Secrets("s", "n", "v"), again=False, now=clock.now)
