"""While a proctor keeps the interview: paused, or the screen covered.

One rule: it says what stands still, what goes on and why, and asks nothing of the person.
"""

from PySide6.QtWidgets import QWidget

from client.exam import Now, State, total_left_ms
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, label, say
from client.ui.words import clock
from shared.actions import told


class KeptPage(ScreenPage):
    """A calm page in place of the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("kept", parent=parent)
        self._title = label(role="title", name="kept_title")
        self._why = label(role="heading", name="kept_reason")
        self._text = label(name="kept_text")
        self._left = label(role="muted", name="kept_left")
        card = Card()
        for item in (self._why, self._text, self._left):
            card.column.addWidget(item)
        self.add(self._title, card, self.error)
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
                    "Your answers are saved, and nothing of them is lost. Please stay at your "
                    "place: the question comes back as soon as {whom} uncovers it.\n\n"
                    "The clock goes on meanwhile. Time that is lost this way can be given back; "
                    "ask for it under I need help."
                ).format(whom=state.organisation or self.tr("the person in charge")),
            )
            say(self._left, self.tr("{left} left in all").format(left=left))
