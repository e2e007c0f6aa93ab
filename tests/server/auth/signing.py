"""Signing in as tests do it: a browser that keeps cookies and echoes the CSRF value."""

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from pyotp.totp import TOTP

from tests.server.support import PASSWORD, Clock

HOME = "http://localhost:8080"


class Browser(TestClient):
    """Sends what our pages send."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(app, base_url=HOME)

    def request(self, method: str, url: Any, **kw: Any) -> Response:  # type: ignore[override]
        echo = self.cookies.get("invigil_csrf")
        headers = {**(kw.pop("headers", None) or {})}
        if echo:
            headers.setdefault("X-Invigil-CSRF", echo)
        return super().request(method, url, headers=headers, **kw)

    def login(self, email: str = "ada@example.org", password: str = PASSWORD) -> Response:
        return self.post("/api/auth/login", json={"email": email, "password": password})

    def second(self, challenge: str, **proof: Any) -> Response:
        return self.post("/api/auth/login/second", json={"challenge": challenge} | proof)


def code(secret: str, clock: Clock, *, ahead: int = 0) -> str:
    """The code that an app shows, `ahead` steps of 30 seconds from now."""
    return TOTP(secret).generate_otp(int(clock.now.timestamp()) // 30 + ahead)


def set_up_totp(browser: Browser, clock: Clock) -> tuple[str, list[str]]:
    """(secret, recovery codes) of an app that was just confirmed; its step's code is used up."""
    secret = browser.post("/api/auth/totp").raise_for_status().json()["secret"]
    answer = browser.post("/api/auth/totp/confirm", json={"code": code(secret, clock)})
    clock.advance(seconds=30)
    return secret, answer.raise_for_status().json()["codes"]
