"""The card that tells what a proctor wrote or did, until the person has read it.

One rule: it goes only by its button, and what others wrote is shown as plain text.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.exam import State, Told
from client.ui.announcing import Announcer
from client.ui.blocks import found_words
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import label, say
from client.ui.words import length
from shared.actions import Action
from shared.actions import told as reason_words
from shared.outages import note_cap_ms


class ToldCard(QObject):
    """Shows one after the other, the oldest first."""

    read = Signal(int)
    """The number of what was confirmed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._number = 0
        self._said = label(role="heading", name="told_text")
        self._why = label(role="muted", name="told_reason")
        self._clock = label(role="muted", name="told_clock")
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._why)
        column.addWidget(self._clock)
        column.addStretch(1)
        title = tr("A note on your interview")
        self._card = Overlay(window, "told_card", title=title, content=host, escapes=False)
        self._button = self._card.add_button(
            tr("I have read this"), "primary", name="told_read_button"
        )
        self._button.clicked.connect(self._confirmed)
        self.announcer = Announcer(window)

    def show_state(self, state: State) -> None:
        """Opens for the oldest that was not read, and goes when there is none."""
        if not state.told:
            self._number = 0
            self._card.dismiss()
            return
        told = state.told[0]
        if told.number == self._number:
            return
        self._number = told.number
        say(self._said, said(told))
        say(self._why, reason_words(told.reason))
        say(self._clock, stands(state, told))
        self._card.dismiss()
        self._card.open(self._button)
        # The keyboard is on the button: without this the message itself would not be heard.
        self.announcer.say(self._said.text(), urgent=True)

    def _confirmed(self) -> None:
        self.read.emit(self._number)


def said(told: Told) -> str:
    """What happened, in words; a message as it was written."""
    match told.action:
        case Action.MESSAGE:
            return told.text
        case Action.EXTEND:
            return tr("You have {length} more, for this question and in all.").format(
                length=length(told.seconds)
            )
        case Action.REOPEN:
            return tr(
                "Your interview was opened again. All your answers are still here; it goes on "
                "where you stopped."
            )
        case Action.LET_ON:
            return tr(
                "A person lets you go on, this once. This was found on your computer, and it no "
                "longer covers the questions: {what}. If anything else is found, they are covered "
                "again."
            ).format(what=found_words(told.text))
        case _:
            return tr("Something about your interview was changed.")


def stands(state: State, told: Told) -> str:
    """How long the clocks stand still for it; empty where none runs now."""
    if state.question is None or state.paused is not None:
        return ""
    seconds = note_cap_ms(told.text) // 1000
    return tr("The clocks stand still while you read this, for {length} at most.").format(
        length=length(seconds)
    )


def tr(text: str) -> str:
    """Translates within the context of this module."""
    return QCoreApplication.translate("", text)
