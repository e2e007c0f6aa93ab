"""The checks of this computer on the screen: each line as it comes, sent and saved by a press."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from client.app import Edges, build
from client.preflight import rules
from client.preflight.probes import Asked, Measured, Step
from client.settings import Settings
from client.ui.background import Background
from client.ui.readying import Readying
from client.ui.screens.readiness import ReadinessPage
from client.ui.window import Window
from shared.ids import token_hash
from shared.readiness import Readiness, ReadinessPost
from tests.client.ui.edges import LINK, TOKEN, ScriptedProctor

PATIENCE_MS = 10_000


def good(asked: Asked, measured: Measured) -> rules.Verdict:
    return rules.ok("212 GB free")


def dark(asked: Asked, measured: Measured) -> rules.Verdict:
    return rules.light(0.05)


def unsure(asked: Asked, measured: Measured) -> rules.Verdict:
    return rules.light(None)


class Checks:
    """A page in a window, its checks, and a server that takes reports."""

    def __init__(self, window: Window, folder: Path, qtbot, *steps: Step, invite: str) -> None:
        self.window, self.qtbot = window, qtbot
        self.page: ReadinessPage = window.readiness
        self.posts: list[ReadinessPost] = []
        self.refuses = False
        self.background = Background()
        self.readying = Readying(
            self.page,
            self.background,
            Settings(data_dir=folder),
            invite=lambda: invite,
            steps=steps,
            transport=httpx.MockTransport(self._answer),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.refuses:
            raise httpx.ConnectError("no route")
        self.posts.append(ReadinessPost.model_validate_json(request.read()))
        return httpx.Response(200, json={})

    def begin(self) -> None:
        self.window.show_readiness()
        self.readying.begin()

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""

    def until(self, name: str, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.text(name), timeout=PATIENCE_MS)

    def widget(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None
        return found

    def press(self, name: str) -> None:
        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def close(self) -> None:
        self.readying.stop()
        self.background.close()


@pytest.fixture
def checks(window: Window, tmp_path: Path, qtbot) -> Iterator[Checks]:
    steps = (Step("disk", 5, good), Step("light", 5, dark), Step("camera", 5, unsure))
    made = Checks(window, tmp_path, qtbot, *steps, invite=LINK)
    yield made
    made.close()


def test_each_line_says_how_it_went_why_and_what_to_do(checks: Checks):
    checks.begin()
    checks.until("readiness_sum", "Not ready yet: 1 failed, 1 unknown.")
    assert checks.text("line_disk") == "212 GB free"
    light = checks.page.findChild(QLabel, "line_light")
    assert light is not None
    assert "too dark" in light.text()
    assert "What to do: Switch on a lamp" in light.text()
    assert light.accessibleName().startswith("Light: Failed.")
    camera = checks.page.findChild(QLabel, "line_camera")
    assert camera is not None
    assert camera.accessibleName().startswith("Camera: Unknown.")
    assert checks.posts == []


def test_a_report_is_sent_by_the_person_s_own_press_and_only_once(checks: Checks):
    checks.begin()
    checks.until("readiness_sum", "Not ready yet")
    checks.refuses = True
    checks.press("send_button")
    checks.until("readiness_note", "The report was not sent: ")
    checks.refuses = False
    checks.press("send_button")
    checks.until("readiness_note", "The signed report was sent")
    (post,) = checks.posts
    assert post.invite == TOKEN
    report = Readiness.model_validate_json(post.report)
    assert report.invite_sha256 == token_hash(TOKEN)
    assert [line.outcome for line in report.lines] == ["ok", "violation", "unknown"]
    assert not checks.widget("send_button").isEnabled()


def test_a_report_is_saved_as_a_file_and_a_folder_that_takes_none_is_named(
    checks: Checks, tmp_path: Path
):
    checks.begin()
    checks.until("readiness_sum", "Not ready yet")
    checks.page.file_wished.emit(tmp_path / "nowhere")
    checks.until("readiness_note", "cannot be written")
    checks.page.file_wished.emit(tmp_path)
    checks.until("readiness_note", "The signed report is in the file")
    (file,) = tmp_path.glob("invigil-readiness-*.json")
    assert len(json.loads(file.read_text("utf-8"))["readiness"]["lines"]) == 3


def test_leaving_stops_the_checks_and_beginning_again_starts_from_the_first(
    window: Window, tmp_path: Path, qtbot
):
    freed, tries = threading.Event(), []

    def slow(asked: Asked, measured: Measured) -> rules.Verdict:
        tries.append(1)
        freed.wait(PATIENCE_MS / 1000)
        return rules.ok("at last")

    steps = (Step("disk", 30, slow), Step("light", 5, dark))
    checks = Checks(window, tmp_path, qtbot, *steps, invite="")
    checks.begin()
    checks.until("readiness_sum", "0 of 2 done")
    assert not checks.widget("send_button").isVisible()
    checks.readying.stop()
    checks.readying.begin()
    qtbot.waitUntil(lambda: len(tries) == 2, timeout=PATIENCE_MS)
    freed.set()
    checks.until("readiness_sum", "Not ready yet: 1 failed, 0 unknown.")
    checks.close()


def test_an_invite_that_does_not_fit_is_said_and_the_checks_go_on(
    window: Window, tmp_path: Path, qtbot
):
    checks = Checks(window, tmp_path, qtbot, Step("disk", 5, good), invite="https://x.example/i")
    checks.begin()
    checks.until("readiness_note", "The invite is not used here")
    checks.until("readiness_sum", "This computer is ready.")
    checks.close()


def test_the_welcome_screen_leads_to_the_checks_and_back(
    qapp, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    app = build(Settings(data_dir=tmp_path), edges=Edges(None, ScriptedProctor, tuple))
    monkeypatch.setattr(app.readying, "_steps", (Step("disk", 5, good),))
    app.show()
    button = app.window.welcome.findChild(QWidget, "readiness_button")
    assert button is not None
    qtbot.waitUntil(lambda: button.isVisible() and not app.state.live.busy, timeout=PATIENCE_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert app.window.current is app.window.readiness
    back = app.window.readiness.findChild(QWidget, "back_button")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert app.window.current is app.window.welcome
    app.close()
    shiboken6.delete(app.window)
