"""What the keys of a programmer do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from client.ui.widgets.code_editor import CodeEditor
from client.ui.widgets.highlight import LIGHT_CODE


@pytest.fixture
def code(qtbot, theme) -> CodeEditor:
    editor = CodeEditor()
    qtbot.addWidget(editor)
    editor.use_language("python")
    editor.show()
    return editor


def test_a_new_line_keeps_the_margin_and_a_colon_adds_one(code: CodeEditor):
    QTest.keyClicks(code, "def f():")
    QTest.keyClick(code, Qt.Key.Key_Return)
    QTest.keyClicks(code, "return 1")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert code.answer() == "def f():\n    return 1\n"
    QTest.keyClick(code, Qt.Key.Key_Tab)
    QTest.keyClick(code, Qt.Key.Key_Backspace)
    assert code.answer() == "def f():\n    return 1\n"


def test_tab_indents_and_shift_tab_takes_it_back(code: CodeEditor):
    code.open_with("a\nb")
    code.selectAll()
    QTest.keyClick(code, Qt.Key.Key_Tab)
    assert code.answer() == "    a\n    b"
    QTest.keyClick(code, Qt.Key.Key_Backtab)
    assert code.answer() == "a\nb"


def test_escape_and_tab_leave_the_editor(code: CodeEditor):
    code.open_with("a")
    QTest.keyClick(code, Qt.Key.Key_Escape)
    QTest.keyClick(code, Qt.Key.Key_Tab)
    assert code.answer() == "a"


def colours(code: CodeEditor, qtbot) -> list[str]:
    """The colour of each line's first letter; empty for the plain one."""
    qtbot.waitUntil(lambda: code.coloured, timeout=20_000)
    found: list[str] = []
    block = code.document().firstBlock()
    while block.isValid():
        pieces = [one for one in block.layout().formats() if one.start == 0]
        found.append(pieces[0].format.foreground().color().name() if pieces else "")
        block = block.next()
    return found


def test_a_string_over_several_lines_is_coloured_to_its_end(code: CodeEditor, qtbot):
    code.open_with('"""one\ntwo\nthree"""\ny = 1')
    text = LIGHT_CODE["Literal.String"]
    assert colours(code, qtbot) == [text, text, text, ""]


def test_two_thousand_lines_get_their_colours_and_a_key_does_not_wait_for_them(
    code: CodeEditor, qtbot
):
    code.open_with("def f(x):\n" * 2000)
    assert not code.coloured
    code.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(code, '"""')
    text, keyword = LIGHT_CODE["Literal.String"], LIGHT_CODE["Keyword"]
    assert colours(code, qtbot)[:2000] == [text] * 2000
    code.undo()
    assert colours(code, qtbot)[:2000] == [keyword] * 2000


def test_an_answer_that_is_over_can_be_read_and_not_changed(code: CodeEditor):
    code.open_with("x = 1")
    code.setReadOnly(True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_BraceLeft, Qt.Key.Key_Backspace):
        QTest.keyClick(code, key)
    QTest.keyClicks(code, "(")
    code.toggle_comment()
    code.mark_all("x", cased=True)
    assert code.replace_all("y") == 0
    assert code.answer() == "x = 1"


@pytest.mark.parametrize("text", ["变量", "गणना", "متغير", "（", "é"])
def test_an_input_method_types_into_code_once_it_has_chosen(code: CodeEditor, text: str):
    code.open_with("x = 1")
    QApplication.sendEvent(code, QInputMethodEvent("bian", []))
    assert code.answer() == "x = 1"
    assert code.take() == ()
    chosen = QInputMethodEvent()
    chosen.setCommitString(text)
    QApplication.sendEvent(code, chosen)
    assert code.answer() == "x = 1" + text
    assert [(edit.inserted, edit.origin) for edit in code.take()] == [(text, "typed")]
    code.undo()
    assert code.answer() == "x = 1"


def test_an_input_method_that_corrects_replaces_what_it_wrote(code: CodeEditor):
    code.open_with("# नमस")
    corrected = QInputMethodEvent()
    corrected.setCommitString("नमस्ते", -3, 3)
    QApplication.sendEvent(code, corrected)
    assert code.answer() == "# नमस्ते"


def test_an_input_method_writes_nothing_where_nothing_may_be_written(code: CodeEditor):
    code.open_with("x")
    code.setReadOnly(True)
    chosen = QInputMethodEvent()
    chosen.setCommitString("变")
    QApplication.sendEvent(code, chosen)
    assert code.answer() == "x"


def test_colours_that_follow_are_no_change_of_the_text(qtbot) -> None:
    editor = CodeEditor()
    qtbot.addWidget(editor)
    editor.use_language("python")
    editor.open_with("\n".join(["value = 1"] * 400))
    qtbot.waitUntil(lambda: editor.coloured)
    editor.closes_pairs = False
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    told: list[str] = []
    by_qt: list[str] = []
    editor.changed.connect(lambda: told.append(""))
    editor.textChanged.connect(lambda: by_qt.append(""))
    for quote in range(3):
        QTest.keyClick(editor, Qt.Key.Key_QuoteDbl)
        qtbot.waitUntil(lambda: editor.coloured)
        assert len(told) == quote + 1
    assert len(by_qt) > len(told), "Qt tells of colours too"
