"""Interviews that an earlier run of the app left on this machine.

The server is the edge; spools are real files, also the damaged one.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from client import exam
from client.app import App, Edges, build
from client.exam import Screen
from client.settings import Settings
from client.spool.database import FILE_NAME
from client.spool.folder import SpoolFolder
from client.spool.store import Spool
from shared.events import SystemNoted
from shared.ids import token_hash
from shared.lifecycle import Status
from shared.parcel import MANIFEST, ParcelManifest
from shared.policy import Policy
from tests.client.spool.memory_server import T0, make_grant
from tests.client.ui.conduct import asking
from tests.client.ui.edges import LINK, TOKEN, InterviewServer, ScriptedProctor, holds_nothing, tone


@pytest.fixture
def opened(qapp, tmp_path: Path) -> Iterator[Callable[[httpx.BaseTransport], App]]:
    apps: list[App] = []

    def make(transport: httpx.BaseTransport) -> App:
        from client.speech.microphone import ReplaySpec

        app = build(
            Settings(data_dir=tmp_path),
            microphone=ReplaySpec(tone(tmp_path / "tone.wav")),
            edges=Edges(transport, ScriptedProctor, tuple, measures=holds_nothing),
        )
        apps.append(app)
        app.show()
        return app

    yield make
    for app in apps:
        app.close()
        shiboken6.delete(app.window)


class Before:
    """An interview that an earlier run of the app left here."""

    def __init__(self, data_dir: Path, state: exam.State | bytes) -> None:
        key = Ed25519PrivateKey.generate()
        policy = state.policy if isinstance(state, exam.State) else Policy()
        grant = make_grant(key, title="Saved paper", policy=policy)
        spools = SpoolFolder(Settings(data_dir=data_dir).spools)
        signing_key = spools.signing_key(token_hash(TOKEN))
        spool = spools.open_or_create(grant, signing_key)
        saved = exam.dump(state) if isinstance(state, exam.State) else state
        spool.append(SystemNoted(what="clock_moved"), at=T0, mono_ms=1, state=saved)
        spool.close()
        self.folder = spool.folder
        self.server = InterviewServer(grant, key, signing_key.public)
        self.transport = httpx.MockTransport(self.server)

    def damage(self) -> None:
        (self.folder / FILE_NAME).write_bytes(b"no database " * 1000)


PREPARED = exam.State(screen=Screen.DEVICES, session="a" * 32, server="http://127.0.0.1:9")
STARTED = replace(asking(0), server="http://127.0.0.1:9")
HANDING_IN = replace(STARTED, screen=Screen.FINISH, closing="upload")


def problem_text(app: App) -> str:
    label = app.window.problem.findChild(QLabel, "problem_text")
    assert label is not None
    return label.text() if label.isVisible() else ""


def error_text(app: App) -> str:
    label = app.window.current.findChild(QLabel, "error_label")
    assert label is not None
    return label.text() if label.isVisible() else ""


def press(app: App, name: str) -> None:
    button = app.window.current.findChild(QWidget, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_interview_whose_clock_runs_goes_on_by_itself(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, STARTED)
    app = opened(before.transport)
    qtbot.waitUntil(lambda: app.state.screen is Screen.QUESTION, timeout=5000)


def test_a_hand_in_that_did_not_get_through_goes_on_the_next_day(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, HANDING_IN)
    app = opened(before.transport)
    qtbot.waitUntil(lambda: app.state.closing == "done", timeout=10_000)
    assert before.server.status is Status.COMPLETED
    spool = app.network.spool
    assert spool is not None
    assert len(before.server.rows) == spool.count()


def test_without_any_network_the_record_is_saved_as_a_file(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, HANDING_IN)
    before.server.weather = lambda n, path: "lost before"
    app = opened(before.transport)
    offer = app.window.finish.findChild(QWidget, "file_button")
    assert offer is not None
    qtbot.waitUntil(offer.isVisible, timeout=10_000)
    stick = tmp_path / "stick"
    stick.mkdir()
    app.window.file_wished.emit(tmp_path / "no such stick")
    qtbot.waitUntil(lambda: "another folder" in words(app, "file_label"), timeout=5000)
    app.window.file_wished.emit(stick)
    qtbot.waitUntil(lambda: "Everything is in the file" in words(app, "file_label"), timeout=5000)
    (file,) = stick.iterdir()
    assert file.name in words(app, "file_label")
    spool = app.network.spool
    assert spool is not None
    with zipfile.ZipFile(file) as parcel:
        manifest = ParcelManifest.model_validate_json(parcel.read(MANIFEST))
    assert (manifest.session, manifest.rows) == (spool.grant.session, spool.count())


def words(app: App, name: str) -> str:
    label = app.window.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_one_that_has_not_started_is_offered_beside_a_new_invite(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, PREPARED)
    app = opened(before.transport)
    resume = app.window.welcome.findChild(QWidget, "resume_button")
    assert resume is not None
    qtbot.waitUntil(resume.isVisible, timeout=5000)
    qtbot.wait(300)
    assert app.state.screen is Screen.WELCOME
    press(app, "resume_button")
    qtbot.waitUntil(lambda: app.state.screen is Screen.DEVICES, timeout=5000)


def test_one_that_is_open_in_another_window_is_told_until_it_is_closed(
    qtbot, opened, tmp_path: Path
):
    before = Before(tmp_path, STARTED)
    other = Spool.open(before.folder)
    app = opened(before.transport)
    qtbot.waitUntil(lambda: "already open" in problem_text(app), timeout=5000)
    qtbot.wait(500)
    assert "already open" in problem_text(app)
    other.close()
    press(app, "continue_button")
    qtbot.waitUntil(lambda: app.state.screen is Screen.QUESTION, timeout=5000)


def test_a_damaged_one_is_told_and_an_invite_can_still_be_entered(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, STARTED)
    before.damage()
    app = opened(before.transport)
    qtbot.waitUntil(lambda: "is damaged" in problem_text(app), timeout=5000)
    assert (before.folder / FILE_NAME).exists()
    press(app, "invite_button")
    assert app.window.current is app.window.welcome


def test_the_link_opened_again_goes_on_from_what_the_server_holds(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, STARTED)
    before.damage()
    app = opened(before.transport)
    qtbot.waitUntil(lambda: "is damaged" in problem_text(app), timeout=5000)
    press(app, "invite_button")
    QTest.keyClicks(app.window.welcome.invite, LINK)
    press(app, "continue_button")
    qtbot.waitUntil(lambda: bool(app.state.session), timeout=5000)
    press(app, "continue_button")
    qtbot.waitUntil(lambda: "is damaged" in error_text(app), timeout=5000)
    press(app, "continue_button")
    qtbot.waitUntil(lambda: app.state.screen is Screen.DEVICES, timeout=5000)
    qtbot.waitUntil(lambda: bool(before.server.rows), timeout=5000)
    started = json.loads(before.server.bodies[0])
    assert (started["segment"], started["reason"]) == (2, "lost_spool")


@pytest.mark.expects_log
def test_one_saved_by_another_version_says_what_to_install(qtbot, opened, tmp_path: Path):
    before = Before(tmp_path, b'{"v": 99}')
    app = opened(before.transport)
    qtbot.waitUntil(lambda: bool(error_text(app)), timeout=5000)
    assert "another version" in error_text(app)
    # It can be opened by the right version at once: nothing holds it any more.
    Spool.open(before.folder).close()


def test_a_camera_that_stops_leaves_words_and_no_old_picture(qtbot, opened, tmp_path: Path):
    app = opened(Before(tmp_path, PREPARED).transport)
    preview = app.window.devices.panel.preview
    preview.show_rgb(bytes(4 * 3 * 3), 4, 3)
    app.watch.dark.emit()
    assert not preview.has_picture
