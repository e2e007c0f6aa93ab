"""The place for a spoken answer: record, level, hints, attempts, and what was understood.

One rule: nothing here ends an answer but the person's own button; a long pause is only asked about.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from client.exam import (
    Corrected,
    DonePressed,
    Now,
    RecordPressed,
    State,
    StopPressed,
)
from client.ui.announcing import Announcer
from client.ui.widgets.meter import LevelMeter
from client.ui.widgets.parts import button, label, restyle, retext, row, say, space
from client.ui.widgets.review import ReviewPanel
from client.ui.words import clock


class SpokenPanel(QWidget):
    """Shows the state of a spoken answer; emits the flow's inputs and what is wished of sound."""

    happened = Signal(object)
    thinking = Signal()
    """Asked whether the answer is finished, the person is still thinking."""
    play_wished = Signal(int)
    stop_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meter, self.review = LevelMeter(), ReviewPanel()
        self._question = self._phase = ""
        self._playable = False
        self._since_ms = 0
        self._lengths_ms: dict[int, int] = {}
        """Of the takes that this run of the app recorded, by number."""
        self.record = button(self.tr("Record your answer"), name="record_button")
        self.record.clicked.connect(self._record_pressed)
        self._recording = label(name="recording_label")
        self._elapsed = label(role="timer", name="elapsed_label", wrap=False)
        self._elapsed.setAccessibleName(self.tr("Recording time so far"))
        self._hint = label(role="warning", name="level_hint_label")
        self._hint.hide()
        self._partial = label(role="muted", name="partial_label")
        self._partial.hide()
        self._takes = label(role="muted", name="takes_label")
        self._promise = label(
            self.tr(
                "You can pause while you speak. What you say is saved as you speak, also when the "
                "connection fails or the computer stops."
            ),
            "muted",
        )
        self.announcer = Announcer(self)
        self._asked = self._make_asked()
        self.review.corrected.connect(self.hand_over)
        self.review.play_wished.connect(self.play_wished)
        self.review.stop_wished.connect(self.stop_wished)
        head = QHBoxLayout()
        head.addWidget(self._recording, 1)
        head.addWidget(self._elapsed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addLayout(head)
        for part in (self.meter, self._hint, self._partial, self._asked):
            column.addWidget(part)
        column.addLayout(row(self.record))
        for part in (self._takes, self._promise, self.review):
            column.addWidget(part)

    def _make_asked(self) -> QFrame:
        asked = QFrame()
        asked.setProperty("role", "card")
        asked.setObjectName("pause_card")
        line = QHBoxLayout(asked)
        line.setContentsMargins(space(2), space(1), space(2), space(1))
        line.setSpacing(space(1.5))
        self._pause = label(
            self.tr("Finished, or still thinking? Take your time: the recording goes on."),
            name="pause_label",
        )
        line.addWidget(self._pause, 1)
        finished = button(self.tr("I am finished"), name="finished_button")
        finished.clicked.connect(lambda: self.happened.emit(DonePressed()))
        thinking = button(self.tr("Still thinking"), name="thinking_button")
        thinking.clicked.connect(self.thinking)
        line.addWidget(finished)
        line.addWidget(thinking)
        asked.hide()
        return asked

    def open(self, question: str) -> None:
        """Another question is in front of the person."""
        self._question = question
        self._lengths_ms.clear()
        self.meter.clear()
        self.show_pause(asking=False)

    def hand_over(self) -> None:
        """Gives the corrected text to the flow."""
        if self._question and self.review.editor.isVisibleTo(self):
            self.happened.emit(Corrected(self._question, self.review.editor.answer()))

    @property
    def unsaved(self) -> bool:
        """Whether a key was pressed that the flow has not heard of."""
        return self.review.editor.unsaved

    def show_level(self, dbfs: float, hint: str) -> None:
        """The newest level, and what to do about it."""
        self.meter.show_level(dbfs)
        say(self._hint, hint if self._phase == "recording" else "")
        if self._phase == "recording":
            self.announcer.once(hint)

    def show_pause(self, *, asking: bool) -> None:
        """Whether a long pause is asked about."""
        self._asked.setVisible(asking)
        # The person is silent and looks away, or does not look at all.
        self.announcer.follow({"pause": self._pause.text()} if asking else {})

    def show_partial(self, text: str) -> None:
        """What was understood so far, while somebody still speaks; it changes as they go on."""
        say(self._partial, self.tr("So far: {text}").format(text=text) if text else "")

    def show_playing(self, *, playing: bool) -> None:
        """Whether the recorded answer sounds just now."""
        self.review.show_playing(playing=playing)

    def show_playable(self, *, playable: bool) -> None:
        """Whether the last take can be played here: it cannot where another machine recorded it."""
        self._playable = playable

    def show_played(self, *, heard: bool) -> None:
        """Whether the answer that was to be played could be."""
        self.review.show_played(heard=heard)

    def show_state(self, state: State, now: Now) -> None:
        """Recording, attempts and transcript."""
        before, phase, takes = self._phase, state.phase, state.answer.takes
        self._phase = phase
        self._show_takes(state, now, began=phase == "recording" != before)
        again = phase == "recorded"
        recording = phase in ("starting", "recording")
        retext(
            self.record,
            self.tr("Stop")
            if recording
            else self.tr("Record again")
            if again
            else self.tr("Record your answer"),
        )
        restyle(self.record, role="" if again else "primary")
        allowed = phase == "ready" or recording or (again and state.policy.rerecord)
        self.record.setEnabled(allowed and not state.leaving and not state.answer.done)
        self.review.editor.setReadOnly(bool(state.answer.done))
        if phase != "recording":
            say(self._hint, "")
            self.show_pause(asking=False)
            self.show_partial("")
        self.meter.setVisible(not again)
        self._promise.setVisible(state.answer.heard is None)
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
        question = state.question
        pending = question is not None and (question.id, takes) in state.transcribing
        self.review.show_heard(
            state.answer.heard if again else None,
            state.answer.text,
            waiting=again and pending and state.policy.transcribe,
            sound=self._playable,
        )

    def _show_takes(self, state: State, now: Now, *, began: bool) -> None:
        phase, takes = state.phase, state.answer.takes
        if began:
            self._since_ms = now.mono_ms
            self.announcer.forget()
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


def _spoken_for(length_ms: int) -> str:
    """A recording's length as clocks write it; only whole seconds count."""
    return clock(length_ms // 1000 * 1000)
