"""A remark, a break and a goodbye through the real app: on record, at the server, and counted."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from shared.events import Kind
from tests.client.spool.memory_server import make_grant
from tests.client.ui.edges import POLICY
from tests.client.ui.test_guarding import Fake
from tests.client.ui.test_own_words import text, write
from tests.client.ui.test_whole_flow import Sitting


@pytest.fixture
def sitting(qapp, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    key = Ed25519PrivateKey.generate()
    made = Sitting(tmp_path, make_grant(key, policy=POLICY, question_count=2), key, qtbot)
    # Without an `exec` to end, it would end every loop that comes after in this process.
    monkeypatch.setattr(made.app, "_qt", SimpleNamespace(exit=lambda _: None, processEvents=list))
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def press(sitting: Sitting, name: str) -> None:
    found = sitting.app.window.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_what_is_said_reaches_the_server_and_leaving_is_its_last_word(sitting: Sitting):
    sitting.to_the_first_question()
    app, window = sitting.app, sitting.app.window
    QTest.keyClicks(sitting.editor(), "Half a sente")

    press(sitting, "explain_button")
    write(window, "explain_edit", "The doorbell rang.")
    press(sitting, "explain_keep_button")
    press(sitting, "explain_back_button")
    sitting.until(lambda: sitting.bodies(Kind.EXPLAINED))
    assert sitting.bodies(Kind.EXPLAINED)[0]["text"] == "The doorbell rang."

    press(sitting, "help_button")
    press(sitting, "ask_break_button")
    press(sitting, "help_back_button")
    sitting.until(lambda: [one["what"] for one in sitting.bodies(Kind.ASKED)] == ["break"])
    sitting.server.ask("message", "guidance", text="In a minute.")
    sitting.until(lambda: text(window, "told_text") == "In a minute.")
    press(sitting, "told_read_button")
    assert app.state.asked is not None
    assert app.state.asked.answered

    press(sitting, "watched_button")
    sitting.until(lambda: text(window, "sent_waiting").startswith("Nothing waits"))
    for what in ("answers", "words", "progress", "pictures", "beats", "requests"):
        sitting.until(lambda what=what: text(window, f"sent_{what}"))
    press(sitting, "watched_back_button")
    rows, tallies = sitting.kinds(), app.network.ledger.tallies()
    assert tallies["words"].count >= sum(one.startswith(("candidate.", "consent")) for one in rows)

    press(sitting, "leave_button")
    press(sitting, "leave_yes_button")
    sitting.until(lambda: app._closing)
    sitting.until(lambda: sitting.kinds()[-1] == Kind.ASKED)
    assert sitting.bodies(Kind.ASKED)[-1]["what"] == "leave"
    assert sitting.bodies(Kind.ANSWER_REVISED)[-1]["text"] == "Half a sente"
    assert app.network.spool is not None
    assert not app.network.spool.finished


def test_leaving_never_waits_for_a_full_disk(sitting: Sitting):
    sitting.to_the_first_question()
    spool = sitting.app.network.spool
    assert spool is not None
    spool._db.execute("PRAGMA max_page_count = 1")
    sitting.editor().insertPlainText("kept in spite of it " * 500)
    sitting.until(lambda: "disk of this computer is full" in sitting.notice())
    press(sitting, "leave_button")
    press(sitting, "leave_yes_button")
    sitting.until(lambda: sitting.app._closing)
    spool._db.execute("PRAGMA max_page_count = 1000000")


def test_what_was_given_back_at_the_end_is_not_taken_again(sitting: Sitting):
    measure = Fake("keys")
    app = sitting.app
    app.guarding._make_measures = lambda *_: [measure]
    sitting.to_the_first_question()
    assert measure.inside
    app.close()
    assert not measure.inside
    app.conductor.shown.emit(app.state, app.conductor.clocks.now())
    assert not app.guarding.entered
    assert app.probing._run is None
