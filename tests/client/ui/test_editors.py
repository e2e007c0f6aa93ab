"""Typing, pasting, undoing: what an editor tells of it, and what comes back after a restart."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from client.ui.widgets.editors import ProseEditor
from client.ui.widgets.pasting import Foreign
from shared.edits import applied, replayed
from shared.events import AnswerEdited, Edit

STRANGE = "na\u00efve \0 \U0001f642 \u05e9\u05dc\u05d5\u05dd \u0639\u0631\u0628\u064a e\u0301"
"""NUL, an emoji, text from right to left, a combining mark."""


KEYS = st.sampled_from("a\0\U0001f642\n\u05e9<>")
"""`<` stands for undo, `>` for Backspace."""


@pytest.fixture
def prose(qtbot, theme) -> ProseEditor:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def foreign_text(text: str) -> QMimeData:
    """As another program puts it on the clipboard."""
    mime = QMimeData()
    mime.setText(text)
    return mime


def paste(editor: ProseEditor, mime: QMimeData) -> None:
    QApplication.clipboard().setMimeData(mime)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(editor: ProseEditor, mime: QMimeData) -> None:
    editor.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


class Counting(ProseEditor):
    """Counts how often the whole text is copied out of the document."""

    copies = 0

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        self.copies += 1
        return super().toPlainText()


def test_a_key_in_a_long_paragraph_copies_nothing_of_the_text(qtbot, theme):
    """What of a key's cost is ours does not depend on the length; Qt's layout of the one line does.

    The whole text is read when a burst of keys is over and when it is saved, and not before.
    """
    editor = Counting()
    qtbot.addWidget(editor)
    editor.show()
    editor.open_with("word " * 4000)
    editor.copies = 0
    QTest.keyClicks(editor, "more")
    assert editor.copies == 0
    edits = editor.take()
    assert (editor.copies, [edit.inserted for edit in edits]) == (1, ["more"])


def heard(editor: ProseEditor) -> list[Foreign]:
    found: list[Foreign] = []
    editor.pasted.connect(found.append)
    return found


def test_a_pause_in_typing_says_save(qtbot, prose: ProseEditor):
    with qtbot.waitSignal(prose.paused, timeout=3000):
        QTest.keyClicks(prose, "An index")
        assert prose.unwritten
    assert prose.words() == 2


def test_within_a_second_there_is_one_edit_to_take(qtbot, prose: ProseEditor):
    with qtbot.waitSignal(prose.edited, timeout=3000):
        QTest.keyClicks(prose, "An index")
    (edit,) = prose.take()
    assert (edit.position, edit.inserted, edit.origin) == (0, "An index", "typed")
    assert not prose.unwritten
    assert prose.take() == ()


def test_going_elsewhere_ends_an_edit(prose: ProseEditor):
    prose.open_with("first line\nsecond line")
    QTest.keyClicks(prose, "!")
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(prose, "A ")
    assert [(edit.position, edit.removed, edit.inserted) for edit in prose.take()] == [
        (22, "", "!"),
        (0, "", "A "),
    ]


def test_opening_a_text_is_no_edit(prose: ProseEditor):
    prose.open_with("kept text")
    assert not prose.unwritten
    assert prose.answer() == "kept text"
    assert prose.take() == ()


def test_undo_and_redo_are_told_apart_from_typing(prose: ProseEditor):
    QTest.keyClicks(prose, "gone")
    QTest.keyClick(prose, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(prose, Qt.Key.Key_Z, both)
    assert [edit.origin for edit in prose.take()] == ["typed", "undo", "redo"]
    assert prose.answer() == "gone"


def test_after_a_restart_undo_takes_back_what_was_typed_before(qtbot, prose: ProseEditor):
    edits: list[Edit] = []
    for word in ("one ", "two ", STRANGE):
        prose.insertPlainText(word)
        edits += prose.take()
    again = ProseEditor()
    qtbot.addWidget(again)
    again.open_with(prose.answer(), edits)
    assert again.answer() == "one two " + STRANGE
    left = []
    while again.document().isUndoAvailable():
        again.undo()
        left.append(again.answer())
    assert left == ["one two ", "one ", ""]
    assert [edit.origin for edit in again.take()] == ["undo", "undo", "undo"]


def test_a_history_of_another_text_is_left_alone(prose: ProseEditor):
    prose.open_with("text", [Edit(at_ms=0, position=0, inserted="other")])
    assert prose.answer() == "text"
    assert not prose.document().isUndoAvailable()


def test_an_input_method_types(prose: ProseEditor):
    unfinished = QInputMethodEvent("\u306b\u307b", [])
    QApplication.sendEvent(prose, unfinished)
    assert prose.answer() == ""
    chosen = QInputMethodEvent()
    chosen.setCommitString("\u65e5\u672c")
    QApplication.sendEvent(prose, chosen)
    assert prose.answer() == "\u65e5\u672c"
    assert [(edit.inserted, edit.origin) for edit in prose.take()] == [("\u65e5\u672c", "typed")]


def test_strange_text_survives_and_keeps_its_places(prose: ProseEditor):
    prose.open_with(STRANGE)
    assert prose.answer() == STRANGE
    prose.insertPlainText("\U0001f389x")
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    prose.insertPlainText("\U0001f600")
    edits = prose.take()
    assert applied(STRANGE, edits) == prose.answer() == "\U0001f600" + STRANGE + "\U0001f389x"


def test_text_from_another_program_is_pasted_and_told(prose: ProseEditor):
    found = heard(prose)
    prose.outside = "flag"
    QTest.keyClicks(prose, "I say: ")
    paste(prose, foreign_text("copied"))
    assert prose.answer() == "I say: copied"
    assert [(one.way, one.outcome, one.length) for one in found] == [("clipboard", "flagged", 6)]
    assert "copied" not in repr(found)
    assert [(edit.inserted, edit.origin) for edit in prose.take()] == [
        ("I say: ", "typed"),
        ("copied", "pasted"),
    ]


def middle_click(editor: ProseEditor, text: str) -> None:
    clipboard = QApplication.clipboard()
    if not clipboard.supportsSelection():
        pytest.skip("this system has no primary selection")
    clipboard.setText(text, clipboard.Mode.Selection)
    place = QPointF(5, 5)
    for kind in (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            place,
            QPointF(editor.viewport().mapToGlobal(QPoint(5, 5))),
            Qt.MouseButton.MiddleButton,
            Qt.MouseButton.MiddleButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(editor.viewport(), event)


@pytest.mark.parametrize(
    ("way", "bring"),
    [
        ("clipboard", lambda editor: paste(editor, foreign_text("copied"))),
        ("drop", lambda editor: drop(editor, foreign_text("copied"))),
        ("selection", lambda editor: middle_click(editor, "copied")),
    ],
)
def test_every_way_in_is_closed_where_the_policy_says_so(
    prose: ProseEditor, way: str, bring: Callable[[ProseEditor], None]
):
    found = heard(prose)
    prose.outside = "block"
    prose.open_with("mine")
    bring(prose)
    assert prose.answer() == "mine"
    assert [(one.way, one.outcome) for one in found] == [(way, "blocked")]
    assert prose.take() == ()


def test_what_was_copied_here_may_be_pasted_here(prose: ProseEditor):
    found = heard(prose)
    prose.outside = "block"
    prose.open_with("again ")
    prose.selectAll()
    QTest.keyClick(prose, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert prose.answer() == ""
    for _ in range(2):
        QTest.keyClick(prose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert prose.answer() == "again again "
    assert found == []


def test_another_program_cannot_pass_its_text_off_as_ours(prose: ProseEditor):
    found = heard(prose)
    prose.outside = "block"
    prose.open_with("mine")
    prose.selectAll()
    QTest.keyClick(prose, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    ours = QApplication.clipboard().mimeData()
    forged = foreign_text("theirs")
    for name in ours.formats():
        if "invigil" in name:
            forged.setData(name, ours.data(name))
    paste(prose, forged)
    assert prose.answer() == ""
    assert len(found) == 1


def test_words_of_the_question_are_not_from_outside(prose: ProseEditor):
    found = heard(prose)
    prose.outside = "block"
    prose.own = ("Explain what an index is for.",)
    paste(prose, foreign_text("an index"))
    assert prose.answer() == "an index"
    assert found == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from("a\0\U0001f642\nש<>")), max_size=25
    )
)
def test_whatever_is_done_the_edits_lead_to_the_text(
    prose: ProseEditor, steps: list[tuple[int, str]]
):
    prose.open_with("start")
    edits: list[Edit] = []
    for place, key in steps:
        cursor = prose.textCursor()
        cursor.setPosition(min(place, prose.document().characterCount() - 1))
        prose.setTextCursor(cursor)
        if key == "<":
            prose.undo()
        elif key == ">":
            prose.textCursor().deletePreviousChar()
        else:
            prose.insertPlainText(key)
        if place % 3 == 0:
            edits += prose.take()
    edits += prose.take()
    assert applied("start", edits) == prose.answer()
    row = AnswerEdited(question="f" * 32, batch=1, edits=edits, length=len(prose.answer()))
    assert replayed("start", [row]).text == prose.answer()


def test_text_beyond_the_records_limit_is_cut_not_refused(prose: ProseEditor):
    prose.open_with("words and\n" * 20_001)
    assert len(prose.answer()) == 200_000


def test_a_very_long_answer_is_edited_in_small_steps(prose: ProseEditor):
    text = "A paragraph as people write it, with some words in it.\n" * 1_800
    prose.open_with(text)
    QTest.keyClicks(prose, "more")
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(prose, "before ")
    edits = prose.take()
    assert [edit.inserted for edit in edits] == ["more", "before "]
    assert applied(text, edits) == prose.answer()
