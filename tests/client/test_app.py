"""The app with the world outside replaced: a server in memory, a proctor made of messages."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shiboken6
from PySide6.QtWidgets import QLabel

from client.app import App, Edges, build
from client.exam import InviteConfirmed, Screen
from client.proctor.types import Message, SourceSpec
from client.settings import Settings
from client.ui import i18n
from shared.lifecycle import Status
from shared.problems import PROBLEMS
from shared.session import InviteView

LINK = "http://127.0.0.1:9/i#" + "x" * 43


class SilentProctor:
    """Does as it is told and sees nothing."""

    def __init__(self, source: SourceSpec | None, on_message: Callable[[Message], None]) -> None:
        self.on_message = on_message

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def use_camera(self, spec: SourceSpec) -> None: ...
    def set_neutral(self) -> None: ...
    def begin(self, policy: object, accommodations: object) -> None: ...
    def finish(self) -> None: ...
    def snapshot(self, *, learn: bool) -> None: ...


@pytest.fixture
def opened(qapp, tmp_path: Path) -> Iterator[Callable[..., App]]:
    apps: list[App] = []

    def make(transport: httpx.BaseTransport, *, invite: str | None = LINK) -> App:
        edges = Edges(transport, SilentProctor, tuple, measures=lambda *_: ())
        app = build(Settings(data_dir=tmp_path), invite=invite, edges=edges)
        apps.append(app)
        app.show()
        return app

    yield make
    for app in apps:
        app.close()
        # At once: windows that wait for their deletion are all styled again by the next theme.
        shiboken6.delete(app.window)


def problem(code: str) -> httpx.MockTransport:
    status, title, detail = PROBLEMS[code]
    body = {"title": title, "status": status, "code": code, "detail": detail}
    return httpx.MockTransport(lambda request: httpx.Response(status, json=body))


def error_text(app: App) -> str:
    label = app.window.current.findChild(QLabel, "error_label")
    assert label is not None
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(
    "code",
    [
        "invite_unknown",
        "invite_revoked",
        "invite_expired",
        "invite_early",
        "invite_used",
        "client_too_old",
        "client_too_new",
        "overloaded",
    ],
)
def test_every_refused_invite_says_what_to_do(qtbot, opened, code: str):
    app = opened(problem(code))
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    _, title, action = PROBLEMS[code]
    assert title in error_text(app)
    assert action in error_text(app)
    assert app.state.screen is Screen.WELCOME


@pytest.mark.parametrize("code", ["client_too_new", "client_too_old", "open_elsewhere"])
def test_a_refused_claim_says_what_to_do_and_makes_no_record(qtbot, opened, code: str):
    view = InviteView(
        session="a" * 32,
        candidate_name="Ada",
        organisation="Example",
        title="Paper",
        status=Status.LINK_ACCESSED,
        opens_at="2026-11-22T15:00:00Z",
        closes_at="2026-11-22T17:00:00Z",
        zone="Europe/Berlin",
        duration_s=1000,
        question_count=3,
        server_time="2026-11-22T15:00:00Z",
        min_client="0.0.1",
    ).model_dump(mode="json")
    status, title, action = PROBLEMS[code]
    refusal = {"title": title, "status": status, "code": code, "detail": action}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/interview/claim":
            return httpx.Response(status, json=refusal)
        return httpx.Response(200, json=view)

    app = opened(httpx.MockTransport(answer))
    qtbot.waitUntil(lambda: bool(app.state.session), timeout=5000)
    app.conductor.feed(InviteConfirmed())
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    assert error_text(app) == f"{title} {action}"
    assert app.state.screen is Screen.WELCOME
    assert app.spool_rows() == []
    assert app.network.saved() == ()


def test_a_server_that_does_not_answer_is_a_sentence(qtbot, opened):
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route", request=request)

    app = opened(httpx.MockTransport(refuse))
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    assert "cannot be reached" in error_text(app)


def test_a_page_that_is_no_server_of_ours_is_a_sentence(qtbot, opened):
    page = httpx.MockTransport(lambda request: httpx.Response(200, text="<html>sign in</html>"))
    app = opened(page)
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    assert "Invigil server" in error_text(app)


def test_half_a_link_asks_for_the_whole_one(qtbot, opened):
    app = opened(problem("internal"), invite="http://127.0.0.1:9/i#abc")
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    assert "whole link" in error_text(app)


def test_without_an_invite_and_without_a_saved_interview_it_waits_for_a_link(qtbot, opened):
    app = opened(problem("internal"), invite=None)
    qtbot.wait(100)
    assert app.state.screen is Screen.WELCOME
    assert error_text(app) == ""


@pytest.fixture
def english_again(qapp) -> Iterator[None]:
    yield
    i18n.speak(qapp, i18n.ENGLISH)


@pytest.mark.usefixtures("english_again")
def test_another_language_begins_the_app_anew_before_anything_was_claimed(
    opened: Callable[..., App],
):
    app = opened(problem("invite_unknown"), invite=None)
    assert app.tongue.code == "en"
    app.window.language_chosen.emit("de")
    assert app.next == "interview"
    app.close()
    assert opened(problem("invite_unknown"), invite=None).tongue.code == "de"
