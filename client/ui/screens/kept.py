"""While a proctor keeps the interview: paused, or the screen covered.

One rule: it says why, what stands still, what to do and how to reach a person; it asks nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from client.exam import Now, State, total_left_ms
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, row, say
from client.ui.words import clock
from shared.actions import told


class KeptPage(ScreenPage):
    """A calm page in place of the question."""

    help_wished = Signal()
    """The person wants to reach somebody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("kept", parent=parent)
        self._title = label(role="title", name="kept_title")
        self._why = label(role="heading", name="kept_reason")
        self._text = label(name="kept_text")
        self._left = label(role="muted", name="kept_left")
        card = Card()
        for item in (self._why, self._text, self._left):
            card.column.addWidget(item)
        self._help = button(
            self.tr("I need help"),
            name="kept_help_button",
            tip=self.tr("A message, a break or a person; nothing is ended by asking (F1)"),
        )
        self._help.clicked.connect(self.help_wished)
        self.add(self._title, card, row(self._help), self.error)
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """A pause says more than a cover, where both stand."""
        super().show_state(state, now)
        held = state.paused or state.locked
        say(self._why, told(held.reason) if held is not None else "")
        left = clock(total_left_ms(state, now))
        if state.paused is not None:
            say(self._title, self.tr("The interview is paused"))
            say(
                self._text,
                self.tr(
                    "The clocks stand still. The camera is off, and nothing is watched or "
                    "recorded. You may leave your place. Your answers are saved.\n\n"
                    "The interview goes on at this question when {whom} resumes it: stay where you "
                    "can see this screen."
                ).format(whom=state.organisation or self.tr("the person in charge")),
            )
            say(self._left, self.tr("{left} left when it goes on").format(left=left))
        else:
            say(self._title, self.tr("The screen is covered for the moment"))
            say(
                self._text,
                self.tr(
                    "Please stay at your place: the question comes back by itself as soon as "
                    "{whom} uncovers it. Your answers are saved.\n\n"
                    "The clocks stand still: all the time that the screen is covered is given "
                    "back to you, also without a connection. The watch goes on.\n\n"
                    "If it takes long, or you think that it is a mistake, press I need help: "
                    "there you can write to {whom}, and it says whom to call."
                ).format(whom=state.organisation or self.tr("the person in charge")),
            )
            say(self._left, self.tr("{left} left when it goes on").format(left=left))

    def entered(self) -> None:
        """Nothing here was asked for: it is said, and the way to people has the keyboard."""
        self._help.setFocus()
        self.announcer.say(f"{self._title.text()}. {self._text.text()}", urgent=True)
