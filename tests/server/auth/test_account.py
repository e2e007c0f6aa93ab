"""One's own sign-ins and password."""

from fastapi import FastAPI

from tests.server.auth.signing import Browser
from tests.server.support import PASSWORD, Clock

NEW = "another good password"


def test_ones_sign_ins_are_listed_with_what_tells_them_apart(
    browser: Browser, app: FastAPI, clock: Clock
) -> None:
    clock.advance(minutes=1)
    other = Browser(app)
    other.headers["User-Agent"] = "Phone/1.0 " + "x" * 400
    other.login()
    items = browser.get("/api/auth/sign-ins").json()["items"]
    assert [each["current"] for each in items] == [False, True]
    assert items[0]["agent"].startswith("Phone/1.0")
    assert len(items[0]["agent"]) == 200
    assert items[0]["address"] == "testclient"
    assert [each["method"] for each in items] == ["password", "password"]


def test_each_can_be_signed_out_alone_or_all_others_at_once(browser: Browser, app) -> None:
    others = [Browser(app) for _ in range(3)]
    for each in others:
        each.login()
    items = browser.get("/api/auth/sign-ins").json()["items"]
    one = next(each["id"] for each in items if not each["current"])
    assert browser.delete(f"/api/auth/sign-ins/{one}").status_code == 204
    assert [each.get("/api/auth/me").status_code for each in others].count(401) == 1
    assert browser.delete("/api/auth/sign-ins").status_code == 204
    assert {each.get("/api/auth/me").status_code for each in others} == {401}
    assert browser.get("/api/auth/me").status_code == 200
    assert len(browser.get("/api/auth/sign-ins").json()["items"]) == 1


def test_nobody_signs_somebody_else_out(browser: Browser, app, other_admin) -> None:
    other = Browser(app)
    other.login("ben@example.org")
    own = browser.get("/api/auth/sign-ins").json()["items"][0]["id"]
    assert other.delete(f"/api/auth/sign-ins/{own}").json()["code"] == "not_found"
    other.delete("/api/auth/sign-ins")
    assert browser.get("/api/auth/me").status_code == 200


def test_a_new_password_ends_every_other_sign_in(browser: Browser, app, admin) -> None:
    other = Browser(app)
    other.login()
    body = {"current": PASSWORD, "new": NEW}
    assert browser.post("/api/auth/me/password", json=body).status_code == 204
    assert browser.get("/api/auth/me").status_code == 200
    assert other.get("/api/auth/me").status_code == 401
    assert Browser(app).login().status_code == 401
    assert Browser(app).login(password=NEW).status_code == 200
    again = browser.post("/api/auth/me/password", json=body)
    assert (again.status_code, again.json()["code"]) == (403, "not_confirmed")
    short = browser.post("/api/auth/me/password", json={"current": NEW, "new": "short"})
    assert short.status_code == 422


def test_signing_in_again_in_one_browser_leaves_no_old_sign_in_behind(browser: Browser) -> None:
    browser.login()
    assert len(browser.get("/api/auth/sign-ins").json()["items"]) == 1
