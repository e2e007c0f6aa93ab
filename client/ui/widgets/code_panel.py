"""The code editor with what stands around it: language, search, comments, closing of brackets.

One rule: every button has a key, and the key is written on it or told to a screen reader.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.ui.widgets.code_editor import CodeEditor
from client.ui.widgets.find_bar import FindBar
from client.ui.widgets.marks import TickBox
from client.ui.widgets.parts import button, label, space
from shared.exam import Language

NAMES: dict[Language, str] = {
    "python": "Python",
    "javascript": "JavaScript",
    "java": "Java",
    "c": "C",
    "cpp": "C++",
    "go": "Go",
    "sql": "SQL",
}


class CodePanel(QWidget):
    """Bar, editor and find bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = CodeEditor()
        self.find_bar = FindBar(self.code)
        self._language = label(role="muted", name="language_label", wrap=False)
        self._pairs = TickBox(self.tr("Close brackets"))
        self._pairs.setObjectName("pairs_check")
        self._pairs.setToolTip(self.tr("A bracket or quote brings its other half"))
        self._pairs.setChecked(self.code.closes_pairs)
        self._pairs.toggled.connect(self._set_pairs)
        find = button(
            self.tr("Find"),
            "quiet",
            name="find_button",
            tip=self.tr("Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line"),
        )
        find.clicked.connect(lambda: self.find_bar.search_for(replace=True))
        comment = button(
            self.tr("Comment"),
            "quiet",
            name="comment_button",
            tip=self.tr("Ctrl+/ makes the selected lines comments, or code again"),
        )
        comment.clicked.connect(self._comment)
        bar = QHBoxLayout()
        bar.setSpacing(space(1))
        bar.addWidget(self._language)
        bar.addStretch(1)
        for item in (self._pairs, comment, find):
            bar.addWidget(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addLayout(bar)
        column.addWidget(self.code, 1)
        column.addWidget(self.find_bar)
        self._key("Ctrl+F", lambda: self.find_bar.search_for(replace=False))
        self._key("Ctrl+H", lambda: self.find_bar.search_for(replace=True))
        self._key("Ctrl+G", self.find_bar.ask_line)
        self._key("F3", lambda: self.find_bar.go_on(back=False))
        self._key("Shift+F3", lambda: self.find_bar.go_on(back=True))
        self._key("Ctrl+/", self.code.toggle_comment)

    def use_language(self, language: Language | None) -> None:
        """Another question's language."""
        name = "" if language is None else NAMES[language]
        self._language.setText(name)
        self.code.use_language(language)
        self.find_bar.hide()
        self.code.mark_all("", cased=False)

    def _set_pairs(self, on: bool) -> None:
        self.code.closes_pairs = on

    def _comment(self) -> None:
        self.code.toggle_comment()
        self.code.setFocus()

    def _key(self, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)
