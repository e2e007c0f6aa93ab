"""Find, replace, go to a line, comments and pairs, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from client.ui.widgets.code_panel import CodePanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot, theme) -> CodePanel:
    made = CodePanel()
    qtbot.addWidget(made)
    made.use_language("python")
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.code.setFocus()
    return made


def field(panel: CodePanel, name: str) -> QLineEdit:
    found = panel.findChild(QLineEdit, name)
    assert found is not None
    return found


def told(panel: CodePanel) -> str:
    found = panel.findChild(QLabel, "found_label")
    assert found is not None
    return found.text()


def test_search_goes_round_and_says_where_it_is(panel: CodePanel):
    panel.code.open_with("\U0001f642 one\nTwo one\none")
    QTest.keyClick(panel.code, Qt.Key.Key_F, CONTROL)
    wanted = field(panel, "find_edit")
    assert wanted.hasFocus()
    QTest.keyClicks(wanted, "ONE")
    assert told(panel) == "3 places"
    seen = []
    for _ in range(4):
        QTest.keyClick(wanted, Qt.Key.Key_Return)
        seen.append((told(panel), panel.code.textCursor().selectedText()))
    assert [where for where, _ in seen] == ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    assert {text for _, text in seen} == {"one"}
    QTest.keyClick(wanted, Qt.Key.Key_Escape)
    assert panel.code.hasFocus()
    assert not wanted.isVisible()


def test_replacing_all_is_one_step_back(panel: CodePanel):
    panel.code.open_with("a = a + a\n" * 20)
    QTest.keyClick(panel.code, Qt.Key.Key_H, CONTROL)
    QTest.keyClicks(field(panel, "find_edit"), "a")
    QTest.keyClicks(field(panel, "replace_edit"), "bb")
    QTest.keyClick(field(panel, "replace_edit"), Qt.Key.Key_Return)
    QTest.keyClick(field(panel, "replace_edit"), Qt.Key.Key_Return)
    assert panel.code.answer().startswith("bb = a + a\n")
    press(panel, "replace_all_button")
    assert panel.code.answer() == "bb = bb + bb\n" * 20
    assert told(panel) == "59 replaced"
    edits = panel.code.take()
    assert max(len(edit.removed) for edit in edits) <= len("a = a + a")
    panel.code.undo()
    assert panel.code.answer().startswith("bb = a + a\n")


def press(panel: CodePanel, name: str) -> None:
    found = panel.findChild(QWidget, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_line_is_gone_to_by_its_number(panel: CodePanel):
    panel.code.open_with("x\n" * 2000)
    panel.code.go_to(1)
    for typed, line in (("1500", 1500), ("99999", 2001), ("none", 2001)):
        QTest.keyClick(panel.code, Qt.Key.Key_G, CONTROL)
        QTest.keyClicks(field(panel, "line_edit"), typed)
        QTest.keyClick(field(panel, "line_edit"), Qt.Key.Key_Return)
        assert panel.code.line() == line
        panel.find_bar.dismiss()


def test_selected_lines_become_comments_and_code_again(panel: CodePanel):
    panel.code.open_with("if x:\n    y()\n")
    panel.code.selectAll()
    QTest.keyClick(panel.code, Qt.Key.Key_Slash, CONTROL)
    assert panel.code.answer() == "# if x:\n#     y()\n"
    QTest.keyClick(panel.code, Qt.Key.Key_Slash, CONTROL)
    assert panel.code.answer() == "if x:\n    y()\n"


def test_pairs_close_themselves_only_where_wanted(panel: CodePanel):
    QTest.keyClicks(panel.code, "f(")
    assert panel.code.answer() == "f()"
    QTest.keyClicks(panel.code, ")")
    assert panel.code.answer() == "f()"
    box = panel.findChild(QCheckBox, "pairs_check")
    assert box is not None
    box.setChecked(False)
    QTest.keyClicks(panel.code, "(")
    assert panel.code.answer() == "f()("
