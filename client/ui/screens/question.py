"""One question: what is asked, the time left, and the place for the answer.

One rule: what is typed here reaches the flow at each pause, before Done and before the time is
up; what is shown after a restart is what the flow remembers.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.exam import (
    DonePressed,
    Now,
    QuestionWished,
    State,
    is_free,
    is_standing,
)
from client.ui.screens.base import ScreenPage
from client.ui.screens.text_answer import TextAnswer
from client.ui.widgets.marks import OneLine
from client.ui.widgets.navigator import Navigator
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import WIDE_PX, Card, button, label, retext, row, say
from client.ui.widgets.spoken import SpokenPanel
from client.ui.widgets.time_left import TimeLeft
from client.ui.widgets.voice_controls import VoiceControls
from client.ui.words import not_watched
from shared.exam import ExamQuestion


class QuestionPage(ScreenPage):
    """Prompt, timers, one of three answer panels, Done."""

    read_again = Signal()
    overview_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("question", width=WIDE_PX, parent=parent)
        self._question: ExamQuestion | None = None
        self._revision = 0
        self._review = ""
        self._place = label(role="muted", name="place_label", wrap=False)
        self.time = TimeLeft(self)
        self._navigator = Navigator(self)
        self._navigator.wished.connect(self.go)
        self._navigator.overview_wished.connect(self._look_over)
        self._next: QuestionWished | DonePressed | None = DonePressed()
        """What Done means; None: it leads to the overview."""
        self._note = label(role="warning", name="note_label")
        self._note.hide()
        self._further = label(role="muted", name="further_label")
        self._further.hide()
        self._prompt = label(role="prompt", name="prompt_label")
        self.voice = VoiceControls()
        self.voice.again.connect(self.read_again)
        # Editors keep the key for themselves: a letter typed into an answer reads nothing aloud.
        QShortcut(QKeySequence("R"), self).activated.connect(self._read)
        self.text, self.spoken = TextAnswer(), SpokenPanel()
        self.text.happened.connect(self.happened)
        self.spoken.happened.connect(self._spoken_happened)
        self.prose, self.code = self.text.prose, self.text.code
        self._unwatched = OneLine()
        self._unwatched.setObjectName("off_label")
        self._unwatched.setProperty("role", "muted")
        self._unwatched.hide()
        self._done = button(self.tr("Done, next question"), "primary", name="done_button")
        self._done.clicked.connect(self._finish)
        self._keys = label(self.tr("or press Ctrl+Enter"), "kbd", wrap=False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._finish_by_key)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._navigator)
        head.addWidget(self.time.timer)
        asked = Card()
        asked.column.addWidget(self._further)
        asked.column.addWidget(self._prompt)
        asked.column.addWidget(self.voice)
        given = Card()
        given.column.addWidget(self.spoken)
        given.column.addWidget(self.text, 1)
        self.add(head, self.time.warning, self._note, asked)
        self.column.addWidget(given, 1)
        self._given = given
        self.add(self.error)
        last = row(self._done, self._navigator.previous, self._keys)
        last.addWidget(self.time.total)
        self.add(last, self._unwatched)
        # Takes the room that a spoken answer, unlike a text, does not need.
        self.column.addStretch()
        self._below = self.column.count() - 1

    def show_off(self, off: tuple[str, ...]) -> None:
        """What is not watched on this computer, in one quiet line."""
        self._unwatched.setText(not_watched(off))
        self._unwatched.setVisible(bool(off))

    def show_level(self, dbfs: float, hint: str) -> None:
        """The newest microphone level, and what to do about it."""
        self.spoken.show_level(dbfs, hint)

    def rescale(self) -> None:
        """Also the code editor's own font."""
        super().rescale()
        self.code.restyle()
        self.voice.rescale()
        self.spoken.review.rescale()

    def show_state(self, state: State, now: Now) -> None:
        """Question, clocks and the state of the answer."""
        super().show_state(state, now)
        question = state.question
        if question is None:
            return
        if question != self._question:
            self._open(question, state)
        self._revision = state.answer.revision
        self.time.show_time(state, now)
        self._navigator.show_state(state)
        self._show_note(state)
        self._show_next(state)
        closed = state.answer.done != ""
        for editor in (self.prose, self.code):
            editor.setReadOnly(closed)
        if question.kind == "spoken":
            self.spoken.show_state(state, now)
        else:
            self.text.show_saved(state)
        self._done.setEnabled(not state.leaving)
        self._show_voice(state, now)
        self._show_review(state)

    def go(self, wish: object) -> None:
        """Hands over what is typed, then the wish (an `exam.Input`)."""
        self.hand_over()
        self.happened.emit(wish)

    def hand_over(self) -> None:
        """Gives the text to the flow, saved or not."""
        if self.spoken.unsaved:
            self.spoken.hand_over()
        self.text.hand_over()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Where answers are typed, as the mouse meets them."""
        return self.prose.viewport(), self.code.viewport()

    @property
    def unsaved(self) -> bool:
        """Whether a key was pressed that the flow has not heard of."""
        return self.spoken.unsaved or self.text.unsaved

    def entered(self) -> None:
        """The place for the answer."""
        (self.text.editor or self.spoken.record).setFocus()

    def left(self) -> None:
        """The next time starts from the flow's text."""
        self._question = None
        self.text.close_question()

    def _open(self, question: ExamQuestion, state: State) -> None:
        self._question = question
        self._prompt.setText(question.prompt)
        place = self.tr("Question {n} of {count}").format(
            n=question.position, count=state.question_count
        )
        marks = "  ·  " + self.tr("{marks} marks").format(marks=question.marks)
        if question.follows is not None:
            place, marks = self.tr("One more question"), ""
        topic = f"  ·  {question.topic}" if question.topic else ""
        self._place.setText(place + topic + marks)
        self.setAccessibleName(place)
        further = self.tr(
            "It is about your answer to question {n}. It has its own time, which is added to the "
            "whole, and no marks of its own: people read it beside that answer."
        ).format(n=_position(state, question.follows))
        say(self._further, further if question.follows is not None else "")
        self.voice.setVisible(state.policy.speak_questions)
        spoken = question.kind == "spoken"
        self.spoken.setVisible(spoken)
        self.column.setStretch(self._below, 1 if spoken else 0)
        self.column.setStretchFactor(self._given, 0 if spoken else 1)
        self.spoken.open(question.id if spoken else "")
        self.text.open(question, state)
        self.verticalScrollBar().setValue(0)
        self.entered()

    def _show_note(self, state: State) -> None:
        number = state.live.note.removeprefix("time_up:")
        if state.answer.done:
            text = self.tr(
                "The time for this question is over. What you had is saved and can be read; "
                "go on with another question."
            )
        elif state.live.note and state.answer.opened_ms is not None:
            text = self.tr(
                "The time for question {n} was over. What you had is saved; this is the next one."
            ).format(n=number)
        else:
            text = ""
        if text and self._note.text() != text:
            self.time.announcer.say(text)
        say(self._note, text)

    def _show_next(self, state: State) -> None:
        """What the one large button does from here."""
        last = state.exam is not None and state.index + 1 == len(state.exam.questions)
        if not is_free(state):
            self._next = DonePressed()
            text = self.tr("Done, hand in") if last else self.tr("Done, next question")
            if state.live.review == "awaited":
                text = self.tr("Hand in without reading it")
            elif state.live.review == "shown":
                text = self.tr("Hand in this answer") if last else self.tr("Keep it, next question")
        elif last:
            self._next = None
            text = self.tr("Look over all, hand in")
        else:
            self._next = QuestionWished(state.index + 1)
            text = self.tr("Next question")
        retext(self._done, text)

    def _show_voice(self, state: State, now: Now) -> None:
        resting = state.phase in ("ready", "recorded") and not state.leaving
        speaking = state.live.speaking and resting
        self.voice.enable(may_read=resting)
        self.voice.show_speaking(speaking=speaking, stands=is_standing(state, now))

    def _show_review(self, state: State) -> None:
        """Brings the transcript into sight once, when Done waits for it to be read."""
        if state.live.review == "shown" != self._review:
            self.spoken.review.editor.setFocus()
            self.ensureWidgetVisible(self.spoken.review)
        self._review = state.live.review

    def _spoken_happened(self, happened: object) -> None:
        if isinstance(happened, DonePressed):
            self._finish()
        else:
            self.happened.emit(happened)

    def _covered(self) -> bool:
        """Whether a card lies over the page: its keys must not act on what is not seen."""
        return any(card.isVisible() for card in self.window().findChildren(Overlay))

    def _read(self) -> None:
        if not self._covered():
            self.read_again.emit()

    def _look_over(self) -> None:
        if not self._covered():
            self.overview_wished.emit()

    def _finish_by_key(self) -> None:
        if not self._covered():
            self._finish()

    def _finish(self) -> None:
        if not self._done.isEnabled():
            return
        if self._next is None:
            self.hand_over()
            self.overview_wished.emit()
        else:
            self.go(self._next)


def _position(state: State, question: str | None) -> int:
    """The place of a question of this interview; 0 where it has none such."""
    asked = () if state.exam is None else state.exam.questions
    return next((one.position for one in asked if one.id == question), 0)
