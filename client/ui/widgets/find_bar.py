"""The bar under the code: find, replace, go to a line.

One rule: it is closed unless asked for (Ctrl+F, Ctrl+H, Ctrl+G), everything in it works by
keyboard, and Esc gives the keyboard back to the code.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from client.ui.widgets.code_editor import CodeEditor
from client.ui.widgets.marks import TickBox
from client.ui.widgets.parts import button, label, space


class FindBar(QWidget):
    """Finds in one editor."""

    def __init__(self, code: CodeEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._wanted = QLineEdit()
        self._wanted.setObjectName("find_edit")
        self._wanted.setAccessibleName(self.tr("Find"))
        self._wanted.setPlaceholderText(self.tr("Find"))
        self._by = QLineEdit()
        self._by.setObjectName("replace_edit")
        self._by.setAccessibleName(self.tr("Replace by"))
        self._by.setPlaceholderText(self.tr("Replace by"))
        self._line = QLineEdit()
        self._line.setObjectName("line_edit")
        self._line.setAccessibleName(self.tr("Go to line"))
        self._line.setPlaceholderText(self.tr("Line number"))
        self._cased = TickBox(self.tr("Match case"))
        self._found = label(role="muted", name="found_label", wrap=False)
        self._previous = button(self.tr("Previous"), "quiet", name="previous_button")
        self._next = button(self.tr("Next"), "quiet", name="next_button")
        self._one = button(self.tr("Replace"), "quiet", name="replace_button")
        self._all = button(self.tr("Replace all"), "quiet", name="replace_all_button")
        self._close = button(
            self.tr("Close"), "quiet", name="find_close_button", tip=self.tr("Back to the code")
        )
        self._finding = QWidget()
        self._replacing = QWidget()
        self._lay_out()
        self._wanted.textChanged.connect(self._search)
        self._cased.toggled.connect(self._search)
        self._wanted.returnPressed.connect(lambda: self._go(back=False))
        self._previous.clicked.connect(lambda: self._go(back=True))
        self._next.clicked.connect(lambda: self._go(back=False))
        self._one.clicked.connect(self._replace)
        self._by.returnPressed.connect(self._replace)
        self._all.clicked.connect(self._replace_all)
        self._line.returnPressed.connect(self._go_to)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def search_for(self, *, replace: bool) -> None:
        """Opens for a search; what is selected is what is looked for."""
        chosen = self._code.textCursor().selectedText()
        self._open(self._wanted)
        self._finding.show()
        self._replacing.setVisible(replace)
        self._line.hide()
        if chosen and "\u2029" not in chosen:
            self._wanted.setText(chosen)
        self._wanted.selectAll()
        self._search()

    def ask_line(self) -> None:
        """Opens for the number of a line."""
        self._finding.hide()
        self._replacing.hide()
        self._line.show()
        self._line.setText(str(self._code.line()))
        self._found.setText(self.tr("of {n}").format(n=self._code.blockCount()))
        self._open(self._line)
        self._line.selectAll()

    def go_on(self, *, back: bool) -> None:
        """To the next place, as F3 does; opens the bar where nothing is looked for yet."""
        if self._wanted.text():
            self._go(back=back)
        else:
            self.search_for(replace=False)

    def dismiss(self) -> None:
        """Closes, and gives the keyboard back."""
        self.hide()
        self._code.mark_all("", cased=False)
        self._code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        top = QHBoxLayout()
        top.setSpacing(space(1))
        finding = QHBoxLayout(self._finding)
        finding.setContentsMargins(0, 0, 0, 0)
        finding.setSpacing(space(1))
        finding.addWidget(self._wanted, 1)
        for item in (self._cased, self._previous, self._next):
            finding.addWidget(item)
        top.addWidget(self._finding, 1)
        top.addWidget(self._line)
        top.addWidget(self._found)
        top.addWidget(self._close)
        replacing = QHBoxLayout(self._replacing)
        replacing.setContentsMargins(0, 0, 0, 0)
        replacing.setSpacing(space(1))
        replacing.addWidget(self._by, 1)
        replacing.addWidget(self._one)
        replacing.addWidget(self._all)
        column.addLayout(top)
        column.addWidget(self._replacing)

    def _open(self, field: QLineEdit) -> None:
        self.show()
        field.setFocus()

    def _search(self) -> None:
        self._tell(0, self._code.mark_all(self._wanted.text(), cased=self._cased.isChecked()))

    def _go(self, *, back: bool) -> None:
        count = self._code.mark_all(self._wanted.text(), cased=self._cased.isChecked())
        self._tell(self._code.find_next(back=back), count)

    def _replace(self) -> None:
        number = self._code.replace_one(self._by.text())
        self._tell(number, self._code.mark_all(self._wanted.text(), cased=self._cased.isChecked()))

    def _replace_all(self) -> None:
        count = self._code.replace_all(self._by.text())
        self._code.mark_all(self._wanted.text(), cased=self._cased.isChecked())
        words = self.tr("1 replaced") if count == 1 else self.tr("{n} replaced").format(n=count)
        self._say(words)

    def _go_to(self) -> None:
        text = self._line.text().strip()
        if text.isascii() and text.isdigit():
            self.dismiss()
            self._code.go_to(int(text))

    def _tell(self, number: int, count: int) -> None:
        if not self._wanted.text():
            self._say("")
        elif count == 0:
            self._say(self.tr("Not found"))
        elif number:
            self._say(self.tr("{number} of {count}").format(number=number, count=count))
        else:
            self._say(self.tr("1 place") if count == 1 else self.tr("{n} places").format(n=count))

    def _say(self, text: str) -> None:
        self._found.setText(text)
        self._found.setAccessibleName(text)
