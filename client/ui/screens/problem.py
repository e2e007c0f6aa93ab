"""When the app cannot go on by itself: what happened, what is safe, what to do.

One rule: it never shows a stack of technical words, and it always offers a way on.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, row
from client.ui.words import localised


class ProblemPage(ScreenPage):
    """A sentence, Try again, the way to an invite, Close."""

    retried = Signal()
    invite_wished = Signal()
    """The person has a link to begin with instead."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("problem", parent=parent)
        self._retry = button(self.tr("Try again"), "primary", name="continue_button")
        self._retry.clicked.connect(self.retried)
        self._invite = button(self.tr("Enter an invite link"), name="invite_button")
        self._invite.clicked.connect(self.invite_wished)
        close = button(self.tr("Close the app"), name="close_button")
        close.clicked.connect(self.closed)
        self._text = label(name="problem_text")
        card = Card()
        card.column.addWidget(self._text)
        card.column.addWidget(
            label(self.tr("What you have answered until now is kept on this computer."), "muted")
        )
        self.add(
            label(self.tr("The app cannot go on by itself"), "title"),
            card,
            row(self._retry, self._invite, close),
        )
        self.column.addStretch(1)

    def show_problem(self, text: str, *, retry: bool) -> None:
        """`text`: what happened and what to do."""
        self._text.setText(localised(text))
        self._retry.setVisible(retry)

    def entered(self) -> None:
        """The way on."""
        self._retry.setFocus()
