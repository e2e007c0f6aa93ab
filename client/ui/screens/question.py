"""One question: what is asked, the time left, and the place for the answer.

One rule: what is typed here reaches the flow at each pause, before Done and before the time is
up; what is shown after a restart is what the flow remembers.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.exam import (
    DonePressed,
    Now,
    QuestionWished,
    RecordPressed,
    State,
    StopPressed,
    is_free,
)
from client.ui.screens.base import ScreenPage
from client.ui.screens.text_answer import TextAnswer
from client.ui.widgets.marks import OneLine
from client.ui.widgets.meter import LevelMeter
from client.ui.widgets.navigator import Navigator
from client.ui.widgets.parts import WIDE_PX, Card, button, label, restyle, retext, row, say, space
from client.ui.widgets.time_left import TimeLeft
from client.ui.words import clock, not_watched
from shared.exam import ExamQuestion


class QuestionPage(ScreenPage):
    """Prompt, timers, one of three answer panels, Done."""

    read_again = Signal()
    overview_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("question", width=WIDE_PX, parent=parent)
        self._question: ExamQuestion | None = None
        self._phase = ""
        self._revision = 0
        self._since_ms = 0
        self._lengths_ms: dict[int, int] = {}
        """Of the takes that this run of the app recorded, by number."""
        self._place = label(role="muted", name="place_label", wrap=False)
        self.time = TimeLeft(self)
        self._navigator = Navigator(self)
        self._navigator.wished.connect(self.go)
        self._navigator.overview_wished.connect(self.overview_wished)
        self._next: QuestionWished | DonePressed | None = DonePressed()
        """What Done means; None: it leads to the overview."""
        self._note = label(role="warning", name="note_label")
        self._note.hide()
        self._prompt = label(role="prompt", name="prompt_label")
        self._read = button(self.tr("Read aloud again"), "quiet", name="read_button")
        self._read.clicked.connect(self.read_again)
        self.text, self.meter = TextAnswer(), LevelMeter()
        self.text.happened.connect(self.happened)
        self.prose, self.code = self.text.prose, self.text.code
        self._spoken = self._make_spoken()
        self._unwatched = OneLine()
        self._unwatched.setObjectName("off_label")
        self._unwatched.setProperty("role", "muted")
        self._unwatched.hide()
        self._done = button(self.tr("Done, next question"), "primary", name="done_button")
        self._done.clicked.connect(self._finish)
        self._keys = label(self.tr("or press Ctrl+Enter"), "kbd", wrap=False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._finish)
        self._lay_out()

    def _make_spoken(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        self._record = button(self.tr("Record your answer"), name="record_button")
        self._record.clicked.connect(self._record_pressed)
        self._recording = label(name="recording_label")
        self._elapsed = label(role="timer", name="elapsed_label", wrap=False)
        self._elapsed.setAccessibleName(self.tr("Recording time so far"))
        head = QHBoxLayout()
        head.addWidget(self._recording, 1)
        head.addWidget(self._elapsed)
        self._takes = label(role="muted", name="takes_label")
        column.addLayout(head)
        column.addWidget(self.meter)
        column.addLayout(row(self._record))
        column.addWidget(self._takes)
        column.addWidget(
            label(
                self.tr(
                    "You can pause while you speak. What you say is saved every few seconds, "
                    "also when the connection fails or the computer stops."
                ),
                "muted",
            )
        )
        return panel

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._navigator)
        head.addWidget(self.time.timer)
        asked = Card()
        asked.column.addWidget(self._prompt)
        asked.column.addLayout(row(self._read))
        given = Card()
        given.column.addWidget(self._spoken)
        given.column.addWidget(self.text, 1)
        self.add(head, self.time.warning, self._note, asked)
        self.column.addWidget(given, 1)
        self._given = given
        self.add(self.error)
        last = row(self._done, self._navigator.previous, self._keys)
        last.addWidget(self.time.total)
        self.add(last, self._unwatched)
        # Takes the room that a spoken answer, unlike a text, does not need.
        self._below = QWidget()
        self.column.addWidget(self._below, 1)

    def show_off(self, off: tuple[str, ...]) -> None:
        """What is not watched on this computer, in one quiet line."""
        self._unwatched.setText(not_watched(off))
        self._unwatched.setVisible(bool(off))

    def show_level(self, dbfs: float) -> None:
        """The newest microphone level."""
        self.meter.show_level(dbfs)

    def rescale(self) -> None:
        """Also the code editor's own font."""
        super().rescale()
        self.code.restyle()

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
            self._show_spoken(state, now)
        else:
            self.text.show_saved(state)
        self._done.setEnabled(not state.leaving)

    def go(self, wish: object) -> None:
        """Hands over what is typed, then the wish (an `exam.Input`)."""
        self.hand_over()
        self.happened.emit(wish)

    def hand_over(self) -> None:
        """Gives the text to the flow, saved or not."""
        self.text.hand_over()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Where answers are typed, as the mouse meets them."""
        return self.prose.viewport(), self.code.viewport()

    @property
    def unsaved(self) -> bool:
        """Whether a key was pressed that the flow has not heard of."""
        return self.text.unsaved

    def entered(self) -> None:
        """The place for the answer."""
        (self.text.editor or self._record).setFocus()

    def left(self) -> None:
        """The next time starts from the flow's text."""
        self._question = None
        self.text.close_question()

    def _open(self, question: ExamQuestion, state: State) -> None:
        self._question = question
        self._prompt.setText(question.prompt)
        self._place.setText(
            self.tr("Question {n} of {count}").format(
                n=question.position, count=state.question_count
            )
            + (f"  ·  {question.topic}" if question.topic else "")
            + "  ·  "
            + self.tr("{marks} marks").format(marks=question.marks)
        )
        self._read.setVisible(state.policy.speak_questions)
        spoken = question.kind == "spoken"
        self._spoken.setVisible(spoken)
        self._below.setVisible(spoken)
        self.column.setStretchFactor(self._given, 0 if spoken else 1)
        self._lengths_ms.clear()
        self.meter.clear()
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
        last = state.index + 1 == state.question_count
        if not is_free(state):
            self._next = DonePressed()
            text = self.tr("Done, hand in") if last else self.tr("Done, next question")
        elif last:
            self._next = None
            text = self.tr("Look over all, hand in")
        else:
            self._next = QuestionWished(state.index + 1)
            text = self.tr("Next question")
        retext(self._done, text)

    def _show_spoken(self, state: State, now: Now) -> None:
        before, phase, takes = self._phase, state.phase, state.answer.takes
        self._phase = phase
        self._show_takes(state, now, began=phase == "recording" != before)
        again = phase == "recorded"
        recording = phase in ("starting", "recording")
        retext(
            self._record,
            self.tr("Stop")
            if recording
            else self.tr("Record again")
            if again
            else self.tr("Record your answer"),
        )
        restyle(self._record, role="" if again else "primary")
        allowed = phase == "ready" or recording or (again and state.policy.rerecord)
        self._record.setEnabled(allowed and not state.leaving and not state.answer.done)
        self._recording.setText(
            {
                "ready": self.tr("Press Record and speak. Take a moment to think first."),
                "starting": self.tr("Opening the microphone …"),
                "recording": self.tr("Recording, attempt {n}: speak now.").format(n=takes),
                "stopping": self.tr("Saving what you said …"),
                "recorded": self.tr("Your answer is saved (attempt {n}).").format(n=takes)
                + (
                    self.tr(" You may record it again: every attempt is kept, the last one counts.")
                    if state.policy.rerecord
                    else ""
                ),
            }[phase]
        )

    def _show_takes(self, state: State, now: Now, *, began: bool) -> None:
        phase, takes = state.phase, state.answer.takes
        if began:
            self._since_ms = now.mono_ms
        if phase == "recording":
            self._lengths_ms[takes] = now.mono_ms - self._since_ms
        self._elapsed.setText(
            _spoken_for(self._lengths_ms.get(takes, 0)) if phase == "recording" else ""
        )
        ended = takes if phase == "recorded" else takes - 1
        lines = [
            self.tr("Attempt {n} · {length} · saved").format(
                n=take, length=_spoken_for(self._lengths_ms[take])
            )
            if take in self._lengths_ms
            else self.tr("Attempt {n} · saved").format(n=take)
            for take in range(1, ended + 1)
        ]
        say(self._takes, "\n".join(lines))

    def _record_pressed(self) -> None:
        recording = self._phase in ("starting", "recording")
        self.happened.emit(StopPressed() if recording else RecordPressed())

    def _finish(self) -> None:
        if not self._done.isEnabled():
            return
        if self._next is None:
            self.hand_over()
            self.overview_wished.emit()
        else:
            self.go(self._next)


def _spoken_for(length_ms: int) -> str:
    """A recording's length as clocks write it; only whole seconds count."""
    return clock(length_ms // 1000 * 1000)
