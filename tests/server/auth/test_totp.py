"""Authenticator apps: set up, asked for at each sign-in, and each code good once."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

from fastapi import FastAPI
from sqlmodel import Session, select

from server.auth.people import Person
from server.models import AuditLog, RecoveryCode, TotpSecret
from tests.server.auth.signing import Browser, code, set_up_totp
from tests.server.support import PASSWORD, Clock


def challenge_of(browser: Browser) -> str:
    answer = browser.login()
    assert answer.status_code == 202
    return answer.json()["challenge"]


def test_setting_up_shows_a_code_to_scan_and_counts_once_a_code_came_back(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    draft = browser.post("/api/auth/totp").json()
    assert draft["picture"].startswith("data:image/svg+xml")
    assert draft["uri"].startswith("otpauth://totp/Invigil")
    assert f"secret={draft['secret']}" in draft["uri"]
    assert Browser(app).login().status_code == 200, "not confirmed: it asks for nothing yet"
    wrong = browser.post("/api/auth/totp/confirm", json={"code": "000000"})
    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_code")
    right = browser.post("/api/auth/totp/confirm", json={"code": code(draft["secret"], clock)})
    codes = right.json()["codes"]
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"([a-z0-9]{4}-){3}[a-z0-9]{4}", each) for each in codes)
    assert browser.get("/api/auth/factors").json()["totp"] is True
    assert browser.post("/api/auth/totp").json()["code"] == "already_exists"


def test_what_is_stored_shows_neither_secret_nor_codes(
    browser: Browser, clock: Clock, db: Session
) -> None:
    secret, codes = set_up_totp(browser, clock)
    stored = db.exec(select(TotpSecret)).one()
    assert secret.encode() not in stored.sealed
    hashes = {each.code_hash for each in db.exec(select(RecoveryCode))}
    assert len(hashes) == 10
    assert not hashes & set(codes)


def test_the_password_alone_gives_a_challenge_and_no_cookie(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    secret, _ = set_up_totp(browser, clock)
    fresh = Browser(app)
    answer = fresh.login()
    assert answer.status_code == 202
    assert answer.json()["methods"] == ["totp", "recovery"]
    assert "set-cookie" not in answer.headers
    assert "access_token" not in answer.json()
    assert fresh.get("/api/auth/me").status_code == 401
    done = fresh.second(answer.json()["challenge"], code=code(secret, clock))
    assert done.status_code == 200
    assert fresh.get("/api/auth/me").json()["email"] == "ada@example.org"


def test_a_challenge_is_no_token_and_runs_out(browser: Browser, app: FastAPI, clock: Clock) -> None:
    secret, _ = set_up_totp(browser, clock)
    challenge = challenge_of(Browser(app))
    stolen = Browser(app)
    stolen.headers["Authorization"] = f"Bearer {challenge}"
    assert stolen.get("/api/auth/me").status_code == 401
    clock.advance(minutes=5)
    late = Browser(app).second(challenge, code=code(secret, clock))
    assert (late.status_code, late.json()["code"]) == (410, "challenge_over")
    assert Browser(app).second("x" * 40, code="123456").json()["code"] == "challenge_over"


def test_a_code_is_good_once_and_older_ones_with_it(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    secret, _ = set_up_totp(browser, clock)
    first = code(secret, clock)
    assert Browser(app).second(challenge_of(Browser(app)), code=first).status_code == 200
    again = Browser(app).second(challenge_of(Browser(app)), code=first)
    assert (again.status_code, again.json()["code"]) == (403, "wrong_code")
    older = Browser(app).second(challenge_of(Browser(app)), code=code(secret, clock, ahead=-1))
    assert older.json()["code"] == "wrong_code"
    clock.advance(seconds=30)
    newer = Browser(app).second(challenge_of(Browser(app)), code=code(secret, clock))
    assert newer.status_code == 200


def test_of_many_who_send_one_code_at_once_one_gets_in(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    secret, _ = set_up_totp(browser, clock)
    others = [Browser(app) for _ in range(6)]
    asked = [(each, challenge_of(each)) for each in others]
    six = code(secret, clock)
    with ThreadPoolExecutor(len(others)) as pool:
        answers = list(pool.map(lambda each: each[0].second(each[1], code=six), asked))
    assert sorted(each.status_code for each in answers) == [200, *[403] * 5]


def test_clocks_may_differ_by_one_step(browser: Browser, app: FastAPI, clock: Clock) -> None:
    secret, _ = set_up_totp(browser, clock)
    clock.advance(minutes=2)
    for ahead, status in ((2, 403), (-2, 403), (-1, 200), (1, 200)):
        sent = Browser(app).second(
            challenge_of(Browser(app)), code=code(secret, clock, ahead=ahead)
        )
        assert sent.status_code == status, ahead


def test_guessing_codes_is_slowed_down(browser: Browser, app: FastAPI, clock: Clock) -> None:
    secret, _ = set_up_totp(browser, clock)
    challenge = challenge_of(Browser(app))
    right = code(secret, clock)
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(10):
        assert Browser(app).second(challenge, code=wrong).status_code == 403
    slowed = Browser(app).second(challenge, code=right)
    assert (slowed.status_code, slowed.json()["code"]) == (429, "rate_limited")


def test_a_recovery_code_opens_one_sign_in_however_it_is_typed(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    _, codes = set_up_totp(browser, clock)
    typed = codes[3].upper().replace("-", " ")
    assert Browser(app).second(challenge_of(Browser(app)), recovery_code=typed).status_code == 200
    again = Browser(app).second(challenge_of(Browser(app)), recovery_code=codes[3])
    assert again.json()["code"] == "wrong_code"
    assert browser.get("/api/auth/factors").json()["recovery_codes_left"] == 9
    new = browser.post("/api/auth/recovery-codes").json()["codes"]
    old = Browser(app).second(challenge_of(Browser(app)), recovery_code=codes[4])
    assert old.json()["code"] == "wrong_code"
    good = Browser(app).second(challenge_of(Browser(app)), recovery_code=new[0])
    assert good.status_code == 200


def test_one_challenge_opens_one_sign_in(browser: Browser, app: FastAPI, clock: Clock) -> None:
    _, codes = set_up_totp(browser, clock)
    challenge = challenge_of(Browser(app))
    assert Browser(app).second(challenge, recovery_code=codes[0]).status_code == 200
    again = Browser(app).second(challenge, recovery_code=codes[1])
    assert again.json()["code"] == "challenge_over"
    assert browser.get("/api/auth/factors").json()["recovery_codes_left"] == 9, "not used up"


def test_turning_it_off_needs_a_fresh_proof_and_takes_the_codes_along(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    secret, _ = set_up_totp(browser, clock)
    clock.advance(minutes=6)
    assert browser.delete("/api/auth/totp").json()["code"] == "step_up_needed"
    assert browser.post("/api/auth/recovery-codes").json()["code"] == "step_up_needed"
    options = browser.get("/api/auth/step-up").json()
    assert options["methods"] == ["totp", "password"]
    proved = browser.post("/api/auth/step-up", json={"code": code(secret, clock)})
    assert proved.status_code == 200
    used = browser.post("/api/auth/step-up", json={"code": code(secret, clock)})
    assert used.json()["code"] == "not_confirmed"
    assert browser.delete("/api/auth/totp").status_code == 204
    factors = browser.get("/api/auth/factors").json()
    assert (factors["totp"], factors["recovery_codes_left"]) == (False, 0)
    assert Browser(app).login().status_code == 200


def test_a_super_admin_resets_a_lost_factor_and_it_is_written_down(
    browser: Browser, app: FastAPI, clock: Clock, super_client, admin: Person, db: Session
) -> None:
    set_up_totp(browser, clock)
    path = f"/api/admin/users/{admin.id}/second-factor"
    assert browser.delete(path).json()["code"] == "forbidden"
    assert super_client.delete(path).status_code == 204
    assert browser.get("/api/auth/me").status_code == 401, "signed out everywhere"
    assert Browser(app).login().status_code == 200
    noted = db.exec(select(AuditLog).where(AuditLog.subject == f"user:{admin.id}")).all()
    actions = [each.action for each in noted]
    assert "user.second_factor_reset" in actions
    assert "account.totp_on" in actions
    assert all(PASSWORD not in json.dumps(each.detail_json) for each in noted)


def test_a_second_step_holds_exactly_one_proof(browser: Browser, app: FastAPI, clock) -> None:
    set_up_totp(browser, clock)
    challenge = challenge_of(Browser(app))
    for proof in ({}, {"code": "123456", "recovery_code": "a" * 19}, {"code": "12345a"}):
        assert Browser(app).second(challenge, **proof).status_code == 422
