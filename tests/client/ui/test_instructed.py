"""What a proctor asks, through the real app: shown, kept on record, and told back to the server."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from client.exam import Held, Screen, Told
from client.ui.told import said
from client.ui.window import Window
from shared.actions import Action
from shared.clock import utc_text
from shared.lifecycle import Status
from tests.client.spool.memory_server import T0, make_grant
from tests.client.ui.edges import POLICY
from tests.client.ui.test_whole_flow import Sitting
from tests.client.ui.test_window import NOW, asking


@pytest.fixture
def sitting(qapp, qtbot, tmp_path: Path) -> Iterator[Sitting]:
    key = Ed25519PrivateKey.generate()
    made = Sitting(tmp_path, make_grant(key, policy=POLICY, question_count=2), key, qtbot)
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def shown(window: Window, name: str) -> str:
    found = window.findChild(QWidget, name)
    assert found is not None
    if not found.isVisible():
        return ""
    assert isinstance(found, QLabel | QPushButton)
    return found.text()


def test_message_pause_end_and_reopening_in_one_interview(sitting: Sitting):
    sitting.to_the_first_question()
    server, app = sitting.server, sitting.app
    editor = sitting.editor()
    QTest.keyClicks(editor, "Half a sente")

    server.ask("message", "guidance", text="Drink <b>something</b>.")
    sitting.until(lambda: shown(app.window, "told_text") == "Drink <b>something</b>.")
    card = app.window.findChild(QWidget, "told_card")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert card.isVisible()
    QTest.mouseClick(
        app.window.findChild(QPushButton, "told_read_button"), Qt.MouseButton.LeftButton
    )
    assert not card.isVisible()
    sitting.until(lambda: sitting.bodies("instruction.read") == [{"number": 1}])

    server.ask("pause", "break")
    sitting.until(lambda: app.window.current is app.window.kept)
    assert shown(app.window, "kept_title") == "The interview is paused"
    assert shown(app.window, "kept_reason") == "It is time for a break."
    sitting.until(lambda: "finish" in sitting.proctor.told)
    sitting.until(lambda: server.applied == 2)
    # What was typed and not yet saved was handed over first.
    assert app.state.answer.text == "Half a sente"

    server.ask("resume", "settled", deadline_at=utc_text(T0.replace(hour=16)))
    sitting.on(Screen.QUESTION)
    sitting.until(lambda: len(sitting.proctors) == 2)
    sitting.until(lambda: "begin" in sitting.proctor.told)
    assert sitting.editor().toPlainText() == "Half a sente"

    server.status = Status.TERMINATED
    server.ask("terminate", "technical")
    sitting.on(Screen.FINISH)
    sitting.until(lambda: app.state.closing == "done")
    assert shown(app.window, "end_reason").startswith("There is a technical problem")
    assert sitting.bodies("record.closed") == [{"reason": "terminated", "answers": 1}]

    server.ask("reopen", "mistake", deadline_at=utc_text(T0.replace(hour=17)))
    sitting.on(Screen.QUESTION)
    assert sitting.editor().toPlainText() == "Half a sente"
    assert "opened again" in shown(app.window, "told_text")
    sitting.until(lambda: server.applied == 5)
    assert [body["action"] for body in sitting.bodies("instruction.applied")] == [
        "message",
        "pause",
        "resume",
        "terminate",
        "reopen",
    ]
    assert app.network.spool is not None
    assert not app.network.spool.finished


def test_a_covered_screen_shows_nothing_of_the_question(window: Window):
    window.show_state(replace(asking(1), locked=Held("identity", 0)), NOW)
    assert window.current is window.kept
    assert not window.question.isVisible()
    assert shown(window, "kept_reason") == "A person wants to check who is taking the interview."
    window.show_state(asking(1), NOW)
    assert window.current is window.question


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_kept_page_fits_at_both_text_sizes(window: Window, scale: float):
    window.resize_text(round((scale - 1) * 10))
    window.show_state(replace(asking(1), paused=Held("break", 0)), NOW)
    ground = window.current.widget()
    assert ground is not None
    assert ground.minimumSizeHint().width() <= window.current.viewport().width()


def test_cards_come_one_after_the_other(window: Window, qtbot):
    told = tuple(Told(n, Action.MESSAGE, "guidance", f"Message {n}") for n in (1, 2))
    window.show_state(replace(asking(1), told=told), NOW)
    assert shown(window, "told_text") == "Message 1"
    window.show_state(replace(asking(1), told=told[1:]), NOW)
    assert shown(window, "told_text") == "Message 2"
    window.show_state(asking(1), NOW)
    assert shown(window, "told_text") == ""


def test_an_extension_says_how_much():
    assert said(Told(1, Action.EXTEND, "time_lost", seconds=300)).startswith("You have 5 minutes")
