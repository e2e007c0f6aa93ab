"""The editor for code: line numbers, colours, indentation, brackets, search.

One rule: what a key does to the text is decided in `code_rules`; here it is done, as one step
that Ctrl+Z takes back. Esc, then Tab, leaves the field by keyboard.
"""

import re
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from client.ui.theme import current_colours, fixed_font
from client.ui.widgets import code_rules
from client.ui.widgets.editors import AnswerEditor
from client.ui.widgets.highlight import Highlighter, not_code
from client.ui.widgets.marks import Drawn
from shared.edits import changes
from shared.exam import Language

MATCHED_AFTER_MS = 60
"""Brackets are matched when the cursor rests: looking for a partner costs more than a key."""
MOST_MARKED = 1000
"""Places of a search that are marked; all are counted."""


def read_from_left(editor: QPlainTextEdit) -> None:
    """Code and what it writes, in every language of the app: lines begin at the left."""
    editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    option = editor.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    editor.document().setDefaultTextOption(option)


class _Numbers(Drawn):
    def __init__(self, editor: "CodeEditor") -> None:
        super().__init__(editor)
        self.setAccessibleName(editor.tr("Line numbers"))
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(self, event.rect())


class CodeEditor(AnswerEditor):
    """Plain text with what programmers are used to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("code_edit", "", parent)
        self.setAccessibleName(self.tr("Your code"))
        self.setAccessibleDescription(
            self.tr(
                "Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, "
                "Ctrl+G goes to a line, Ctrl+slash makes comments."
            )
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        read_from_left(self)
        self.closes_pairs = True
        """Whether a bracket or quote brings its other half."""
        self._language: Language | None = None
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(self.document())
        self._leaving = False
        self._wanted = ""
        self._cased = False
        self.blockCountChanged.connect(self._fit)
        self.updateRequest.connect(self._scrolled)
        self._partners: tuple[int, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(MATCHED_AFTER_MS)
        self._rest.timeout.connect(self._match)
        self.cursorPositionChanged.connect(self._left_place)
        self.restyle()

    # ---- for the page -----------------------------------------------------------------------

    def restyle(self) -> None:
        """Follows another text size or scheme."""
        font = fixed_font()
        self.setFont(font)
        self.setStyleSheet(f"font-family: '{font.family()}'; font-size: {font.pixelSize()}px;")
        self.setTabStopDistance(QFontMetricsF(font).horizontalAdvance("    "))
        self._highlighter.recolour(current_colours())
        self._fit()
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """The system changed between light and dark."""
        super().changeEvent(event)
        # The base class's own __init__ changes things before there is a highlighter.
        made = "_highlighter" in self.__dict__
        if made and event.type() == QEvent.Type.PaletteChange:
            self._highlighter.recolour(current_colours())
            self._mark()

    def use_language(self, language: Language | None) -> None:
        """Colours, margins and comments of this language; None is plain."""
        self._language = language
        self._highlighter.use(language)

    @property
    def coloured(self) -> bool:
        """Whether every line has its colours by now."""
        return not self._highlighter.behind

    def line(self) -> int:
        """The cursor's line, from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int) -> None:
        """To the start of a line, from 1; beyond the last one, to that."""
        block = self.document().findBlockByNumber(max(0, min(line, self.blockCount()) - 1))
        cursor = self.textCursor()
        cursor.setPosition(block.position())
        self.setTextCursor(cursor)
        self.centerCursor()

    def toggle_comment(self) -> None:
        """Makes the selected lines comments, or code again."""
        if self.isReadOnly():
            return
        first, last = self._selected_lines()
        document = self.document()
        lines = [document.findBlockByNumber(n).text() for n in range(first, last + 1)]
        self._replace_lines(first, code_rules.commented(lines, self._language))

    # ---- search -----------------------------------------------------------------------------

    def mark_all(self, wanted: str, *, cased: bool) -> int:
        """Marks what is searched for; answers how often it is there."""
        self._wanted, self._cased = wanted, cased
        self._mark()
        return len(self._places())

    def find_next(self, *, back: bool = False) -> int:
        """Selects the next place, past the end from the start; its number from 1, 0 for none."""
        places = self._places()
        if not places:
            return 0
        cursor = self.textCursor()
        if back:
            before = [n for n, (at, _) in enumerate(places) if at < cursor.selectionStart()]
            number = before[-1] if before else len(places) - 1
        else:
            here = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
            after = [n for n, (at, _) in enumerate(places) if at >= here]
            number = after[0] if after else 0
        at, end = places[number]
        cursor.setPosition(at)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return number + 1

    def replace_one(self, by: str) -> int:
        """Replaces the selected place, if it is one, and goes on to the next."""
        cursor = self.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        if here in self._places() and not self.isReadOnly():
            cursor.insertText(by)
        return self.find_next()

    def replace_all(self, by: str) -> int:
        """Replaces every place in one step; answers how many there were."""
        places = [] if self.isReadOnly() else self._places()
        if places:
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            for at, end in reversed(places):
                cursor.setPosition(at)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(by)
            cursor.endEditBlock()
        return len(places)

    def _changed(self) -> None:
        # Qt tells of colours that follow as of a change of the text. The base class's own __init__
        # changes things before there is a highlighter.
        made = "_highlighter" in self.__dict__
        if not (made and self._highlighter.going_on):
            super()._changed()

    # ---- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indents, pairs, and lets a keyboard user out: Escape, then Tab."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
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
        elif key == Qt.Key.Key_Tab and plain:
            self._indent()
        elif key == Qt.Key.Key_Backtab:
            self._shift_lines(out=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._new_line()
        elif key == Qt.Key.Key_Backspace and plain and self._backspace():
            pass
        elif not self._sign(event.text()):
            super().keyPressEvent(event)

    def _halves(self) -> tuple[QTextCursor, str, str]:
        """The cursor, and its line before and after it."""
        cursor = self.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        raw = line.encode("utf-16-le", "surrogatepass")
        before = raw[: at * 2].decode("utf-16-le", "replace")
        return cursor, before, raw[at * 2 :].decode("utf-16-le", "replace")

    def _indent(self) -> None:
        cursor, before, _ = self._halves()
        step = code_rules.unit(self._language)
        if cursor.hasSelection():
            self._shift_lines(out=False)
        elif step == "\t":
            cursor.insertText(step)
        else:
            cursor.insertText(step[: len(step) - len(before) % len(step)])

    def _shift_lines(self, *, out: bool) -> None:
        first, last = self._selected_lines()
        document, step = self.document(), code_rules.unit(self._language)
        lines = [document.findBlockByNumber(n).text() for n in range(first, last + 1)]
        if out:
            moved = [line[code_rules.taken_out(line, self._language) :] for line in lines]
        else:
            moved = [step + line if line.strip() or first == last else line for line in lines]
        self._replace_lines(first, moved)

    def _new_line(self) -> None:
        cursor, before, after = self._halves()
        self._insert(cursor, code_rules.new_line(before, after, self._language))
        self.ensureCursorVisible()

    def _backspace(self) -> bool:
        cursor, before, after = self._halves()
        if cursor.hasSelection():
            return False
        count = code_rules.narrower(before, self._language)
        pair = self.closes_pairs and code_rules.both_go(before, after, self._language)
        if not count and not pair:
            return False
        cursor.beginEditBlock()
        if pair and not count:
            cursor.deleteChar()
        for _ in range(count or 1):
            cursor.deletePreviousChar()
        cursor.endEditBlock()
        return True

    def _sign(self, key: str) -> bool:
        """Brackets and quotes; answers whether the key is done with."""
        cursor, before, after = self._halves()
        if len(key) != 1 or cursor.hasSelection():
            return False
        if self.closes_pairs:
            inserted = code_rules.paired(key, before, after, self._language)
            if inserted is not None:
                if inserted.text:
                    self._insert(cursor, inserted)
                else:
                    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
                    self.setTextCursor(cursor)
                return True
        if code_rules.closes_here(before, key):
            cursor.beginEditBlock()
            for _ in range(code_rules.narrower(before, self._language)):
                cursor.deletePreviousChar()
            cursor.insertText(key)
            cursor.endEditBlock()
            return True
        return False

    def _insert(self, cursor: QTextCursor, inserted: code_rules.Inserted) -> None:
        cursor.insertText(inserted.text)
        if inserted.back:
            left = QTextCursor.MoveOperation.PreviousCharacter
            cursor.movePosition(left, n=inserted.back)
            self.setTextCursor(cursor)

    def _selected_lines(self) -> tuple[int, int]:
        """Numbers of the first and last line that the selection touches, from 0."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        return first.blockNumber(), last.blockNumber()

    def _replace_lines(self, first: int, lines: list[str]) -> None:
        """In one step; the selection goes along, because only what differs is touched."""
        document = self.document()
        change = QTextCursor(document)
        change.beginEditBlock()
        for number, line in enumerate(lines, start=first):
            block = document.findBlockByNumber(number)
            was = block.text()
            for edit in changes(was, line, at_ms=0, origin="typed"):
                at = block.position() + _units(was[: edit.position])
                change.setPosition(at)
                end = at + _units(edit.removed)
                change.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                change.insertText(edit.inserted)
        change.endEditBlock()

    # ---- marks and numbers ------------------------------------------------------------------

    def _places(self) -> list[tuple[int, int]]:
        """(start, end) of everything searched for, in Qt's positions."""
        if not self._wanted:
            return []
        text = self.toPlainText()
        flags = re.NOFLAG if self._cased else re.IGNORECASE
        found = [match.span() for match in re.finditer(re.escape(self._wanted), text, flags)]
        if text.isascii():
            return found
        return [(_units(text[:at]), _units(text[:end])) for at, end in found]

    def _mark(self) -> None:
        colours = current_colours()
        marks: list[Any] = [self._line_mark(colours.sunken)]
        for at, end in self._places()[:MOST_MARKED]:
            marks.append(self._selection(at, end, colours.warn_ground))
        for at in self._partners:
            marks.append(self._selection(at, at + 1, colours.line))
        self.setExtraSelections(marks)

    def _left_place(self) -> None:
        self._partners = ()
        self._mark()
        self._rest.start()

    def _match(self) -> None:
        self._partners = self._brackets()
        if self._partners:
            self._mark()

    def _brackets(self) -> tuple[int, ...]:
        """The bracket at the cursor and its partner."""
        cursor, document = self.textCursor(), self.document()
        here = cursor.position()
        window = max(0, here - code_rules.FARTHEST)
        for at in (here - 1, here):
            if at < 0 or document.characterAt(at) not in "()[]{}":
                continue
            look = QTextCursor(document)
            look.setPosition(window)
            end = min(document.characterCount() - 1, here + code_rules.FARTHEST)
            look.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            text = look.selectedText()
            if _units(text) != len(text):
                return ()

            texts: dict[int, tuple[range, ...]] = {}

            def counts(place: int, window: int = window, texts: Any = texts) -> bool:
                block = document.findBlock(window + place)
                number = block.blockNumber()
                if number not in texts:
                    texts[number] = not_code(block)
                return not any(window + place - block.position() in one for one in texts[number])

            if not counts(at - window):
                continue
            other = code_rules.partner(text, at - window, counts)
            return (at,) if other is None else (at, window + other)
        return ()

    def _line_mark(self, colour: str) -> Any:
        mark: Any = QTextEdit.ExtraSelection()
        mark.format.setBackground(QColor(colour))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = self.textCursor()
        mark.cursor.clearSelection()
        return mark

    def _selection(self, at: int, end: int, colour: str) -> Any:
        mark: Any = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(QColor(colour))
        mark.format = shape
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(at)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return mark

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

    def _fit(self) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)

    def _scrolled(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


def _units(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
