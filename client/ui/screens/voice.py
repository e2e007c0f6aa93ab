"""A sentence read aloud, and then the moment before the clock starts.

One rule: the clock starts only by the person's own press, and the screen says so before.
"""

from PySide6.QtWidgets import QWidget

from client.exam import Now, RecordPressed, StartPressed, State, StopPressed
from client.ui.screens.base import ScreenPage
from client.ui.widgets.meter import LevelMeter
from client.ui.widgets.parts import Card, button, label, restyle, retext, row, say
from client.ui.words import length, localised


class Voice(ScreenPage):
    """Voice sample (where the policy asks for one) and Start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("voice", parent=parent)
        self._phase = ""
        self.meter = LevelMeter()
        self._record = button(self.tr("Record"), "primary", name="record_button")
        self._record.clicked.connect(self._pressed)
        self._hint = label(role="muted")
        self._sample = Card()
        self._sample.column.addWidget(label(self.tr("Read this aloud"), "heading"))
        self._sample.column.addWidget(
            label(
                self.tr(
                    "“The morning train was late, so we walked along the river and counted "
                    "seven small boats.”"
                ),
                "prompt",
            )
        )
        self._sample.column.addWidget(self.meter)
        self._sample.column.addWidget(self._hint)
        self._sample.column.addLayout(row(self._record))

        self._ready = Card()
        self._facts = label()
        self._start = button(self.tr("Start the interview"), "primary", name="continue_button")
        self._start.clicked.connect(lambda: self.happened.emit(StartPressed()))
        self._wait = label(role="muted")
        self._ready.column.addWidget(label(self.tr("When you are ready"), "heading"))
        self._ready.column.addWidget(self._facts)
        self._ready.column.addLayout(row(self._start, self._wait))
        self._title = label(self.tr("Your voice"), "title")
        self.add(self._title, self._sample, self._ready, self.error)
        self.column.addStretch(1)

    def show_level(self, dbfs: float) -> None:
        """The newest microphone level."""
        self.meter.show_level(dbfs)

    def show_state(self, state: State, now: Now) -> None:
        """Sample first, then Start."""
        super().show_state(state, now)
        asked = state.policy.voice_sample and not state.accommodations.no_voice_sample
        phase, busy = state.phase, state.live.busy
        self._phase = phase
        self._sample.setVisible(asked)
        self._title.setText(self.tr("Your voice") if asked else self.tr("Ready to start"))
        recording = phase in ("starting", "recording")
        retext(
            self._record,
            {
                "recorded": self.tr("Record again"),
                "ready": self.tr("Record"),
            }.get(phase, self.tr("Stop")),
        )
        restyle(self._record, role="" if phase == "recorded" else "primary")
        self._record.setEnabled(not busy and phase != "stopping")
        say(
            self._hint,
            {
                "ready": self.tr("Press Record, read the sentence, press Stop."),
                "starting": self.tr("Opening the microphone …"),
                "recording": self.tr("Recording: read the sentence now."),
                "stopping": self.tr("Saving …"),
                "recorded": self._saved(localised(state.live.voice_note)),
            }[phase],
        )
        done = phase == "recorded"
        self._ready.setEnabled(done)
        self._start.setEnabled(done and not busy and not recording)
        self._facts.setText(
            self.tr(
                "{count} questions, {length} in all. The clock starts when you press the button "
                "and does not stop. Each question has its own time as well. You may look at your "
                "keyboard and think with your eyes closed."
            ).format(count=state.question_count, length=length(state.duration_s))
        )
        say(self._wait, self.tr("Opening the questions …") if busy == "starting" else "")

    def _saved(self, note: str) -> str:
        if not note:
            return self.tr("The sample is saved.")
        return self.tr(
            "The sample is saved, but it cannot be used to recognise your voice: {note} "
            "You can record again, or go on without."
        ).format(note=note)

    def entered(self) -> None:
        """The next button to press."""
        (self._start if self._phase == "recorded" else self._record).setFocus()

    def _pressed(self) -> None:
        self.happened.emit(
            StopPressed() if self._phase in ("starting", "recording") else RecordPressed()
        )
