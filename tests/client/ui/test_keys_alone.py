"""An interview without a mouse: Tab to each control, Space on it, Ctrl+Enter ends an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from client.exam import Screen
from shared.events import Kind
from shared.lifecycle import Status
from tests.client.spool.memory_server import make_grant
from tests.client.ui.test_whole_flow import POLICY, SPOKEN, Sitting, ahead

MOST_STOPS = 40
"""More presses of Tab than any screen has places to stop at."""
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)


class Watching(QObject):
    """Counts what a mouse did in the whole app."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Lets everything through."""
        if event.type() in MOUSE:
            self.clicks += 1
        return False


class ByKeys(Sitting):
    """The same person, whose hands stay on the keyboard."""

    def reach(self, name: str) -> QWidget:
        """Presses Tab until that control has the keyboard."""
        window = self.app.window
        self.until(lambda: self.widget(name).isVisible() and self.widget(name).isEnabled())
        for _ in range(MOST_STOPS):
            focus = window.focusWidget()
            if focus is not None and focus.objectName() == name:
                return focus
            QTest.keyClick(focus or window, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name} on {window.current.objectName()}")

    def press(self, name: str) -> None:
        QTest.keyClick(self.reach(name), Qt.Key.Key_Space)

    def finish_answer(self) -> None:
        focus = self.app.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def to_the_first_question(self) -> None:
        QTest.qWaitForWindowActive(self.app.window)
        self.on(Screen.WELCOME)
        self.until(lambda: self.app.state.session)
        self.press("continue_button")
        self.on(Screen.DEVICES)
        self.until(lambda: self.app.watch.camera_key)
        self.proctor.look()
        self.press("continue_button")
        self.on(Screen.CONSENT)
        for name in ("agree_check", "compare_check"):
            box = self.widget(name)
            assert isinstance(box, QCheckBox)
            self.press(name)
            assert box.isChecked()
        self.press("continue_button")
        self.on(Screen.SELFIE)
        self.press("take_button")
        self.press("use_button")
        self.on(Screen.VOICE)
        self.press("continue_button")
        self.on(Screen.QUESTION)


@pytest.fixture
def by_keys(qapp: QApplication, qtbot, tmp_path: Path) -> Iterator[ByKeys]:
    key = Ed25519PrivateKey.generate()
    sealed = {"session": "9" * 32, "ahead": ahead("9" * 32)}
    made = ByKeys(tmp_path, make_grant(key, policy=POLICY, question_count=2, **sealed), key, qtbot)
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def test_an_interview_is_taken_from_invite_to_hand_in_by_keys_alone(
    by_keys: ByKeys, qapp: QApplication
):
    mouse = Watching()
    qapp.installEventFilter(mouse)
    try:
        by_keys.to_the_first_question()
        editor = by_keys.editor()
        assert editor.hasFocus(), "the place for the answer has the keyboard at once"
        QTest.keyClicks(editor, "typed by keys alone")
        by_keys.until(by_keys.saved)
        by_keys.finish_answer()
        by_keys.press("record_button")
        by_keys.until(lambda: by_keys.app.state.phase == "recording")
        by_keys.qtbot.wait(600)
        by_keys.press("record_button")
        by_keys.until(lambda: by_keys.app.state.phase == "recorded")
        by_keys.finish_answer()
        by_keys.until(lambda: by_keys.app.state.closing == "done")
        assert by_keys.server.status is Status.COMPLETED
        assert by_keys.bodies(Kind.ANSWER_REVISED)[-1]["text"] == "typed by keys alone"
        assert {one["question"] for one in by_keys.bodies(Kind.ANSWER_CHUNK)} == {SPOKEN}
        by_keys.reach("close_button")
        assert mouse.clicks == 0
    finally:
        qapp.removeEventFilter(mouse)
