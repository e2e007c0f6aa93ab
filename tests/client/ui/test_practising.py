"""A practice interview through the real app: no invite, no network, and nothing left of it.

Only camera worker and microphone are fakes; the server is the app's own.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from client.app import App, Edges, build
from client.awake import Awake
from client.exam import Screen
from client.practice.folder import PracticeFolder, sweep
from client.proctor.types import Camera
from client.settings import Settings
from client.speech.microphone import ReplaySpec
from client.ui import practising
from client.ui.own_record import OwnRecordView
from tests.client.ui.edges import ScriptedProctor, tone

PATIENCE_MS = 15_000


class Rehearsal:
    """The app in practice, and a person at it."""

    def __init__(self, folder: Path, qtbot) -> None:
        self.qtbot = qtbot
        self.data = folder / "data"
        self.proctors: list[ScriptedProctor] = []
        self.app: App = build(
            Settings(data_dir=self.data, sync_every_s=0.05),
            microphone=ReplaySpec(tone(folder / "tone.wav")),
            practice=True,
            edges=Edges(
                None,
                self._proctor,
                lambda: (Camera(0, "Camera"),),
                awake=Awake(("cat",)),
                power=lambda: None,
            ),
        )
        self.app.show()

    def _proctor(self, source: object, say: Callable[..., None]) -> ScriptedProctor:
        self.proctors.append(ScriptedProctor(None, say))
        return self.proctors[-1]

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=PATIENCE_MS)

    def on(self, screen: Screen) -> None:
        self.until(lambda: self.app.window.current.objectName() == f"screen_{screen}")
        banner = self.app.window.findChild(QLabel, "practice_label")
        assert banner is not None
        assert banner.isVisible()
        assert banner.text() == practising.Practice.banner()

    def widget(self, name: str) -> QWidget:
        found = self.app.window.findChildren(QWidget, name)
        shown = [one for one in found if one.isVisible() and one.isEnabled()]
        assert shown, f"no {name} to press"
        return shown[0]

    def press(self, name: str) -> None:
        self.until(
            lambda: any(
                one.isVisible() and one.isEnabled()
                for one in self.app.window.findChildren(QWidget, name)
            )
        )
        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def to_the_first_question(self) -> None:
        self.on(Screen.DEVICES)
        self.until(lambda: self.app.watch.camera_key)
        self.proctors[-1].look()
        self.press("continue_button")
        self.on(Screen.VOICE)
        self.press("continue_button")
        self.on(Screen.QUESTION)


@pytest.fixture(autouse=True)
def loops_run_again(qapp: QApplication) -> Iterator[None]:
    """An app that ends tells Qt's loop to end, and no other runs until that one has begun anew."""
    yield
    QTimer.singleShot(0, qapp, qapp.quit)
    qapp.exec()


@pytest.fixture
def rehearsal(qapp, qtbot, tmp_path: Path, monkeypatch) -> Iterator[Rehearsal]:
    quiet = {"speak_questions": False, "transcribe": False}
    monkeypatch.setattr(practising, "POLICY", practising.POLICY.model_copy(update=quiet))
    made = Rehearsal(tmp_path, qtbot)
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def test_a_practice_runs_from_the_devices_to_the_end_and_leaves_nothing(rehearsal: Rehearsal):
    rehearsal.to_the_first_question()
    state = rehearsal.app.state
    assert state.exam is not None
    assert [one.kind for one in state.exam.questions] == ["spoken", "written", "coding"]

    rehearsal.press("record_button")
    rehearsal.until(lambda: rehearsal.app.state.phase == "recording")
    rehearsal.qtbot.wait(300)
    rehearsal.press("record_button")
    rehearsal.until(lambda: rehearsal.app.state.phase == "recorded")
    rehearsal.press("done_button")
    rehearsal.until(lambda: rehearsal.app.state.index == 1)

    editor = rehearsal.widget("answer_edit")
    assert isinstance(editor, QPlainTextEdit)
    editor.insertPlainText("A secret about tea.")
    rehearsal.press("done_button")
    rehearsal.until(lambda: rehearsal.app.state.index == 2)

    rehearsal.press("run_button")
    rehearsal.until(
        lambda: any(
            "no code is run" in one.text() for one in rehearsal.app.window.findChildren(QLabel)
        )
    )
    rehearsal.press("done_button")
    rehearsal.press("hand_in_button")
    rehearsal.press("hand_in_yes_button")
    rehearsal.on(Screen.FINISH)
    rehearsal.until(lambda: rehearsal.app.state.closing == "done")

    # What a real interview would have sent was counted, and is said to be that.
    rehearsal.press("watched_button")
    view = rehearsal.app.window.findChild(OwnRecordView)
    assert view is not None
    said = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    assert "What a real interview would have sent" in said
    assert any("Recordings of your voice" in one for one in said)
    assert list((rehearsal.data / "practice").glob("*"))

    rehearsal.press("watched_back_button")
    rehearsal.press("close_button")
    assert rehearsal.app.next == "interview"
    rehearsal.app.close()
    assert not [path for path in rehearsal.data.rglob("*") if path.is_file()]


def test_leaving_a_practice_says_that_nothing_is_kept_and_keeps_nothing(rehearsal: Rehearsal):
    rehearsal.to_the_first_question()
    rehearsal.press("leave_button")
    said = [one.text() for one in rehearsal.app.window.findChildren(QLabel) if one.isVisible()]
    assert any("The practice ends here" in one for one in said)
    rehearsal.press("leave_yes_button")
    assert rehearsal.app.next == "interview"
    rehearsal.app.close()
    assert not [path for path in rehearsal.data.rglob("*") if path.is_file()]


def test_the_welcome_screen_leads_to_a_practice(qapp, qtbot, tmp_path: Path):
    app = build(Settings(data_dir=tmp_path), edges=Edges(None, ScriptedProctor, tuple))
    app.show()
    button = app.window.welcome.findChild(QWidget, "practice_button")
    assert button is not None
    qtbot.waitUntil(lambda: button.isVisible() and not app.state.live.busy, timeout=PATIENCE_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert app.next == "practice"
    app.close()
    shiboken6.delete(app.window)


def test_what_a_practice_that_was_cut_off_left_is_removed_and_a_running_one_stays(tmp_path: Path):
    cut, running = PracticeFolder(tmp_path), PracticeFolder(tmp_path)
    (cut.path / "sound").write_bytes(b"words")
    cut._lock.release()  # as the system does when a process dies
    sweep(tmp_path)
    assert not cut.path.exists()
    assert running.path.exists()
    running.remove()
    assert list((tmp_path / "practice").iterdir()) == []
