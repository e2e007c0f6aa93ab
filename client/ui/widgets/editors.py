"""Where answers are typed: a comfortable page for prose, a plain editor for code.

One rule: `paused` is emitted once typing has paused, and at the latest `LONGEST_MS` after the
first unsaved key, so that a power cut costs a second and never an answer.
"""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from client.ui.theme import current_colours, fixed_font
from client.ui.widgets.highlight import Highlighter
from shared.exam import Language

PAUSE_MS = 600
"""A pause in typing as people make it between words."""
LONGEST_MS = 800
"""Most that somebody who never pauses can lose, with the write under one second in all."""
INDENT = "    "
MAX_CHARACTERS = 200_000
"""The record takes no longer text (`AnswerRevised.text`)."""


class AnswerEditor(QPlainTextEdit):
    """Plain text that says when it should be saved."""

    paused = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.save_now)
        self.textChanged.connect(self._changed)
        self.setMinimumHeight(160)

    def open_with(self, text: str) -> None:
        """Another question's text; not an edit."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._pause.stop()
        self._longest.stop()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def save_now(self) -> None:
        """Says that the text should be saved, and starts waiting anew."""
        self._pause.stop()
        self._longest.stop()
        self.paused.emit()

    @property
    def unsaved(self) -> bool:
        """Whether a key was pressed since the last `paused`."""
        return self._pause.isActive() or self._longest.isActive()

    def answer(self) -> str:
        """The whole text as the record takes it."""
        return self.toPlainText()[:MAX_CHARACTERS]

    def _changed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()


class ProseEditor(AnswerEditor):
    """Wraps; Tab goes on to the next widget, as in any form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("answer_edit", "", parent)
        self.setAccessibleName(self.tr("Your answer"))
        self.setPlaceholderText(self.tr("Write your answer here …"))
        self.setTabChangesFocus(True)

    def words(self) -> int:
        """How many words are there."""
        return len(self.toPlainText().split())


class _Numbers(QWidget):
    def __init__(self, editor: "CodeEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(self, event.rect())


class CodeEditor(AnswerEditor):
    """Line numbers, highlighting, indentation. Esc, then Tab, leaves the field by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("code_edit", "", parent)
        self.setAccessibleName(self.tr("Your code"))
        self.setAccessibleDescription(
            self.tr("Tab indents. Press Escape and then Tab to leave the editor.")
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(self.document())
        self._leaving = False
        self.blockCountChanged.connect(self._fit)
        self.updateRequest.connect(self._scrolled)
        self.restyle()

    def restyle(self) -> None:
        """Follows another text size or scheme."""
        font = fixed_font()
        self.setFont(font)
        self.setStyleSheet(f"font-family: '{font.family()}'; font-size: {font.pixelSize()}px;")
        self.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(INDENT))
        self._highlighter.recolour(current_colours())
        self._fit()

    def use_language(self, language: Language | None) -> None:
        """Which highlighting; None is plain."""
        self._highlighter.use(language)

    def number_width(self) -> int:
        """Pixels for the line numbers and their margins."""
        digits = max(2, len(str(self.blockCount())))
        return round(self.fontMetrics().horizontalAdvance("9") * (digits + 2))

    def paint_numbers(self, target: QWidget, area: QRect) -> None:
        """Draws the numbers of the visible lines."""
        colours = current_colours()
        painter = QPainter(target)
        painter.fillRect(area, QColor(colours.ground))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        current = self.textCursor().blockNumber()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        right = target.width() - self.fontMetrics().horizontalAdvance("9")
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            here = block.blockNumber() == current
            painter.setPen(QColor(colours.text if here else colours.muted))
            painter.drawText(
                QRect(0, round(top), right, round(height)),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                str(block.blockNumber() + 1),
            )
            top += height
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the numbers at the left edge."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.number_width(), inside.height())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indents, and lets a keyboard user out: Escape, then Tab."""
        key, leaving = event.key(), self._leaving
        self._leaving = key == Qt.Key.Key_Escape
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if key == Qt.Key.Key_Tab and leaving:
            self.focusNextChild()
        elif key == Qt.Key.Key_Backtab and leaving:
            self.focusPreviousChild()
        elif key == Qt.Key.Key_Tab:
            self._indent()
        elif key == Qt.Key.Key_Backtab:
            self._shift_lines(out=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._new_line()
        elif key == Qt.Key.Key_Backspace and plain and self._unindent_before_cursor():
            pass
        else:
            super().keyPressEvent(event)

    def _indent(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._shift_lines(out=False)
        else:
            cursor.insertText(INDENT[: len(INDENT) - cursor.positionInBlock() % len(INDENT)])

    def _shift_lines(self, *, out: bool) -> None:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        change = QTextCursor(document)
        change.beginEditBlock()
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            change.setPosition(block.position())
            if not out:
                change.insertText(INDENT)
            else:
                spaces = len(block.text()) - len(block.text().lstrip(" "))
                for _ in range(min(len(INDENT), spaces)):
                    change.deleteChar()
            block = block.next()
        change.endEditBlock()

    def _new_line(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        margin = before[: len(before) - len(before.lstrip())]
        if before.rstrip().endswith((":", "{", "(", "[")):
            margin += INDENT
        cursor.insertText("\n" + margin)
        self.ensureCursorVisible()

    def _unindent_before_cursor(self) -> bool:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if cursor.hasSelection() or not before or before.strip(" "):
            return False
        for _ in range((len(before) - 1) % len(INDENT) + 1):
            cursor.deletePreviousChar()
        return True

    def _fit(self) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)

    def _scrolled(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())
