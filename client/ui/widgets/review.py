"""What the machine understood of a spoken answer, to be heard, compared and corrected.

One rule: it shows and asks, and decides nothing: the recording stays the answer, a word that the
model was not sure of is underlined and said to be so, never only coloured.
"""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from client.exam import Heard
from client.ui.theme import current_colours
from client.ui.widgets.editors import LONGEST_MS, MAX_CHARACTERS, PAUSE_MS
from client.ui.widgets.parts import button, label, restyle, retext, row, say, space
from client.ui.widgets.pasting import is_ours, sign
from client.ui.words import localised
from shared.transcript import UNSURE_MILLI, placed

BEFORE_MS = 300
"""Playing begins a little before the word, so that its first sound is heard."""
LINES = 6
"""Height of the text, in lines at least."""


class TranscriptEditor(QPlainTextEdit):
    """The transcript as text that can be corrected, with unsure words underlined.

    Text of another program is not what was said: it cannot be pasted here.
    """

    paused = Signal()
    """What was corrected should be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript_edit")
        self.setAccessibleName(self.tr("Transcript of your answer"))
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, after_ms in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after_ms)
            timer.timeout.connect(self._save_now)
        self.textChanged.connect(self._changed)
        self.setTabChangesFocus(True)
        self._words: list[tuple[QTextCursor, int, bool]] = []
        """(cursor over the word, when it begins in ms, whether it is unsure); cursors move along
        with what is typed before them."""

    def show_heard(self, heard: Heard, text: str) -> None:
        """Another transcript; `text`: as it was corrected, or the same."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._stop_waiting()
        self._words.clear()
        for one in placed(text, heard.words):
            cursor = QTextCursor(self.document())
            cursor.setPosition(one.start)
            cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
            unsure = one.word.probability_milli < UNSURE_MILLI
            self._words.append((cursor, one.word.start_ms, unsure))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.restyle()

    def answer(self) -> str:
        """The whole text as the record takes it."""
        return self.toPlainText()[:MAX_CHARACTERS]

    @property
    def unsaved(self) -> bool:
        """Whether a key was pressed since the last `paused`."""
        return self._pause.isActive() or self._longest.isActive()

    @property
    def unsure(self) -> int:
        """How many words are marked."""
        return sum(unsure and cursor.hasSelection() for cursor, _, unsure in self._words)

    def restyle(self) -> None:
        """Marks in the present colours."""
        marks: list[QTextEdit.ExtraSelection] = []
        colours = current_colours()
        for cursor, _, unsure in self._words:
            if not unsure:
                continue
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(QColor(colours.warn))
            style.setBackground(QColor(colours.warn_ground))
            style.setForeground(QColor(colours.text))
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, style  # type: ignore[attr-defined] - fields in C++
            marks.append(mark)
        self.setExtraSelections(marks)

    def start_ms(self) -> int:
        """When the word under the text cursor begins; 0 before the first."""
        at = self.textCursor().selectionStart()
        begun = [ms for cursor, ms, _ in self._words if cursor.selectionStart() <= at]
        return max(0, begun[-1] - BEFORE_MS) if begun else 0

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Nothing is written where nothing may be: Qt would take what was begun before that."""
        if self.isReadOnly():
            event.ignore()
        else:
            super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied here may be pasted here."""
        return sign(super().createMimeDataFromSelection())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether it may be pasted or dropped."""
        return is_ours(source, (self.answer(),)) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes what comes from this app."""
        if is_ours(source, (self.answer(),)):
            super().insertFromMimeData(source)

    def select_next_unsure(self) -> bool:
        """Selects the next marked word, from the beginning again after the last; False without."""
        marked = [one for one, _, unsure in self._words if unsure and one.hasSelection()]
        if not marked:
            return False
        at = self.textCursor().selectionEnd()
        later = [one for one in marked if one.selectionStart() >= at and at > 0]
        self.setTextCursor((later or marked)[0])
        self.ensureCursorVisible()
        return True

    def _changed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _save_now(self) -> None:
        self._stop_waiting()
        self.paused.emit()

    def _stop_waiting(self) -> None:
        self._pause.stop()
        self._longest.stop()


class ReviewPanel(QWidget):
    """Transcript, what is unsure in it, and its sound."""

    corrected = Signal()
    """The text should be handed over."""
    play_wished = Signal(int)
    """From which millisecond of the take."""
    stop_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = TranscriptEditor()
        self.editor.paused.connect(self.corrected)
        self._heard: Heard | None = None
        self._playing = False
        self._note = label(role="muted", name="review_note_label")
        self._unsure = label(name="unsure_label")
        self._play = button(self.tr("Play my answer"), name="play_button")
        self._play.clicked.connect(self._play_pressed)
        self._here = button(
            self.tr("Play from here"),
            name="play_here_button",
            tip=self.tr("Plays your answer from the word at the text cursor."),
        )
        self._here.clicked.connect(lambda: self.play_wished.emit(self.editor.start_ms()))
        self._next = button(
            self.tr("Next unsure word"),
            name="next_unsure_button",
            tip=self.tr("Goes to the next underlined word, so that you can play or correct it."),
        )
        self._next.clicked.connect(self._next_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        self._title = label(self.tr("What we understood"), "heading", name="review_label")
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self._unsure)
        column.addWidget(self.editor)
        self._buttons = QWidget()
        line = row(self._play, self._here, self._next)
        line.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(line)
        column.addWidget(self._buttons)
        self._silent = label(role="warning", name="play_failed_label")
        self._silent.hide()
        column.addWidget(self._silent)
        self.rescale()

    def rescale(self) -> None:
        """Follows another text size, and other colours."""
        self.editor.setMinimumHeight(self.editor.fontMetrics().lineSpacing() * LINES)
        self.editor.restyle()

    def show_heard(self, heard: Heard | None, text: str, *, waiting: bool, sound: bool) -> None:
        """`text`: as corrected; `waiting`: it is being written down; `sound`: it can be played."""
        read = heard is not None and heard.text != ""
        self.setVisible(waiting or heard is not None)
        self.editor.setVisible(read)
        self._buttons.setVisible(read or (sound and heard is not None))
        self._here.setVisible(read)
        say(self._note, self._words(heard, waiting=waiting))
        self._play.setEnabled(sound or self._playing)
        self._here.setEnabled(sound and not self._playing)
        if heard != self._heard:
            say(self._silent, "")
        if heard is not None and heard != self._heard:
            self.editor.show_heard(heard, text or heard.text)
        self._heard = heard
        say(self._unsure, self._about_unsure() if read else "")
        self._next.setVisible(read and self.editor.unsure > 0)

    def show_playing(self, *, playing: bool) -> None:
        """Whether the answer sounds just now."""
        self._playing = playing
        if playing:
            say(self._silent, "")
        retext(self._play, self.tr("Stop playing") if playing else self.tr("Play my answer"))
        restyle(self._play, role="primary" if playing else "")

    def show_played(self, *, heard: bool) -> None:
        """Whether the answer that was to be played could be."""
        words = self.tr(
            "Your answer cannot be played here. It is saved all the same; try another speaker "
            "under Devices."
        )
        say(self._silent, "" if heard else words)

    def _words(self, heard: Heard | None, *, waiting: bool) -> str:
        if waiting or heard is None:
            return self.tr("Writing down what you said …")
        if not heard.text:
            return localised(heard.reason)
        return self.tr(
            "Your recording is your answer, this text helps whoever reads it. Correct what was "
            "misheard; please do not add what you did not say."
        )

    def _about_unsure(self) -> str:
        count = self.editor.unsure
        if count == 0:
            return ""
        if count == 1:
            return self.tr("1 word is underlined: it was not understood for sure.")
        return self.tr("{n} words are underlined: they were not understood for sure.").format(
            n=count
        )

    def _play_pressed(self) -> None:
        if self._playing:
            self.stop_wished.emit()
        else:
            self.play_wished.emit(0)

    def _next_pressed(self) -> None:
        self.editor.select_next_unsure()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
