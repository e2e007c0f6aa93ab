"""Where answers are typed: what every answer's editor does, and the comfortable page for prose.

One rule: `edited` is emitted at most a second after a key, so that a power cut costs no more;
`paused` asks for the whole text to be saved, the more rarely the longer it is.
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from client.ui.widgets.pasting import Way, foreign, is_ours, sign
from shared.edits import changes, rewound, standing
from shared.events import Edit, EditOrigin

PAUSE_MS = 600
"""A pause in typing as people make it between words."""
BURST_MS = 700
"""Keys within so long are one edit; with the write to the disk it stays within a second."""
LONGEST_MS = 3000
"""Somebody who never pauses has the whole text saved so often."""
CHARS_PER_MS = 4
"""A text of 100,000 characters is saved whole every 25 s and not every pause: 4 kB a second at
most, while its edits are on disk within a second all the same."""
MAX_CHARACTERS = 200_000
"""The record takes no longer text (`AnswerRevised.text`)."""
MOST_UNDONE = 2000
"""Edits that Ctrl+Z can take back after a restart."""

Outside = Literal["allow", "flag", "block"]


class AnswerEditor(QPlainTextEdit):
    """Plain text that says when it should be saved, and keeps how it came to be."""

    changed = Signal()
    """The text is another one; colours do not count."""
    edited = Signal()
    """There are edits to be taken."""
    paused = Signal()
    """The whole text should be saved."""
    pasted = Signal(object)
    """A `Foreign`."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.outside: Outside = "allow"
        """What happens to text from another program."""
        self.own: tuple[str, ...] = ()
        """Texts of the question, which the candidate may copy."""
        self._known = ""
        self._made: list[Edit] = []
        self._typing = self._inserting = False
        self._seen = (0, 0)
        """Revision of the document and place of the cursor after the last change of the text."""
        self._way: Way = "clipboard"
        self._burst, self._pause, self._longest = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self._burst, self._pause, self._longest):
            timer.setSingleShot(True)
        self._burst.setInterval(BURST_MS)
        self._burst.timeout.connect(self._burst_over)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.save_now)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.setMinimumHeight(160)

    # ---- for the page ---------------------------------------------------------------------------

    def open_with(self, text: str, edits: Sequence[Edit] = ()) -> None:
        """Another question's text, not an edit; `edits` led to it and can be undone."""
        self.blockSignals(True)
        kept = standing(text, edits[-MOST_UNDONE:])
        self._rebuild(rewound(text, kept), kept)
        self.blockSignals(False)
        for timer in (self._burst, self._pause, self._longest):
            timer.stop()
        self._known, self._typing = self.answer(), False
        self._made.clear()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def save_now(self) -> None:
        """Says that the text should be saved, and starts waiting anew."""
        self._pause.stop()
        self._longest.stop()
        self.paused.emit()

    def take(self) -> tuple[Edit, ...]:
        """The edits since they were last taken; their time is for the flow to say."""
        self._settle("typed")
        self._burst.stop()
        made = tuple(self._made)
        self._made.clear()
        return made

    @property
    def pasting(self) -> bool:
        """Whether the change of this moment is a paste or a drop."""
        return self._inserting

    @property
    def unwritten(self) -> bool:
        """Whether there is an edit that was not taken yet."""
        return self._typing or bool(self._made)

    def answer(self) -> str:
        """The whole text as the record takes it; half of a pair of surrogates, which UTF-8 cannot
        write, is left out by Qt's conversion."""
        return self.toPlainText()[:MAX_CHARACTERS]

    # ---- what the person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are told apart from typing."""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Nothing is written where nothing may be: Qt would take what was begun before that."""
        if self.isReadOnly():
            event.ignore()
        else:
            super().inputMethodEvent(event)

    def undo(self) -> None:
        """As Ctrl+Z does."""
        self._settle("typed")
        super().undo()
        self._settle("undo")

    def redo(self) -> None:
        """As Ctrl+Shift+Z does."""
        self._settle("typed")
        super().redo()
        self._settle("redo")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, whose undo and redo are ours."""
        menu = self.createStandardContextMenu()
        for name, do in (("edit-undo", self.undo), ("edit-redo", self.redo)):
            for action in menu.actions():
                if action.objectName() == name:
                    action.triggered.disconnect()
                    action.triggered.connect(do)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button pastes what is selected elsewhere on X11."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        self._way = "selection" if middle else "clipboard"
        super().mouseReleaseEvent(event)
        self._way = "clipboard"

    def dropEvent(self, event: QDropEvent) -> None:
        """Dragged text is pasted text, too."""
        self._settle("typed")
        self._way = "drop"
        super().dropEvent(event)
        self._settle("dropped")
        self._way = "clipboard"

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied here is known again when it is pasted here."""
        return sign(super().createMimeDataFromSelection())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Every way of pasting and dropping leads here."""
        text = source.text()
        theirs = self.outside != "allow" and not is_ours(source, (*self.own, self.answer()))
        if theirs and self.outside == "block":
            self.pasted.emit(foreign(text, self._way, "blocked"))
            return
        self._settle("typed")
        plain = QMimeData()
        plain.setText(text)
        self._inserting = True
        super().insertFromMimeData(plain)
        self._inserting = False
        self._settle("dropped" if self._way == "drop" else "pasted")
        if theirs:
            self.pasted.emit(foreign(text, self._way, "flagged"))

    # ---- inside ---------------------------------------------------------------------------------

    def _rebuild(self, text: str, edits: Sequence[Edit]) -> None:
        """The document with an undo step for each edit."""
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        for edit in edits:
            start = _units(text[: edit.position])
            cursor.setPosition(start)
            cursor.setPosition(start + _units(edit.removed), QTextCursor.MoveMode.KeepAnchor)
            cursor.beginEditBlock()
            cursor.insertText(edit.inserted)
            cursor.endEditBlock()
            text = text[: edit.position] + edit.inserted + text[edit.position + len(edit.removed) :]

    def _settle(self, origin: EditOrigin) -> None:
        """What changed since the last time becomes edits of this origin."""
        self._typing = False
        text = self.answer()
        self._made += changes(self._known, text, at_ms=0, origin=origin)
        self._known = text

    def _burst_over(self) -> None:
        self.edited.emit()

    def _moved(self) -> None:
        """A burst ends where the cursor goes elsewhere: its edit stays as small as it is."""
        revision, place = self.document().revision(), self.textCursor().position()
        by_text = (revision, place) == self._seen or revision != self._seen[0]
        if self._typing and not by_text:
            self._settle("typed")

    def _changed(self) -> None:
        self._typing = True
        self._seen = (self.document().revision(), self.textCursor().position())
        self.changed.emit()
        if not self._burst.isActive():
            self._burst.start()
        length = self.document().characterCount()
        self._pause.start(max(PAUSE_MS, min(LONGEST_MS, length // 8)))
        if not self._longest.isActive():
            self._longest.start(max(LONGEST_MS, length // CHARS_PER_MS))


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


def _units(text: str) -> int:
    """Length as Qt counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
