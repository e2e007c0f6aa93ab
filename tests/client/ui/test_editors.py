import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from client.ui.widgets.editors import CodeEditor, ProseEditor


@pytest.fixture
def code(qtbot, theme) -> CodeEditor:
    editor = CodeEditor()
    qtbot.addWidget(editor)
    editor.use_language("python")
    editor.show()
    return editor


def test_a_pause_in_typing_says_save(qtbot, theme):
    editor = ProseEditor()
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.paused, timeout=3000):
        QTest.keyClicks(editor, "An index")
        assert editor.unsaved
    assert not editor.unsaved
    assert editor.words() == 2


def test_opening_a_text_is_no_edit(qtbot, theme):
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.open_with("kept text")
    assert not editor.unsaved
    assert editor.answer() == "kept text"


def test_a_new_line_keeps_the_margin_and_a_colon_adds_one(code: CodeEditor):
    QTest.keyClicks(code, "def f():")
    QTest.keyClick(code, Qt.Key.Key_Return)
    QTest.keyClicks(code, "return 1")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert code.answer() == "def f():\n    return 1\n    "
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


def test_a_string_over_several_lines_is_coloured_to_its_end(code: CodeEditor):
    code.open_with('x = """one\ntwo\nthree"""\ny = 1')
    states = []
    block = code.document().firstBlock()
    while block.isValid():
        states.append(block.userState())
        block = block.next()
    assert states == [1, 1, 0, 0]


def test_text_beyond_the_records_limit_is_cut_not_refused(qtbot, theme):
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.open_with("x" * 200_010)
    assert len(editor.answer()) == 200_000
