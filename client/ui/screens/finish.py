"""Handing in: what is still on its way, and that it is done.

One rule: it says "done" only when the server has everything.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from client.exam import Now, State
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, row, say
from shared.actions import told


class Finish(ScreenPage):
    """Progress, then Close; `closed` ends the app."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("finish", parent=parent)
        self._title = label(role="title")
        self._why = label(role="heading", name="end_reason")
        self._text = label()
        self._progress = QProgressBar()
        self._progress.setObjectName("upload_progress")
        self._progress.setAccessibleName(self.tr("Handing in"))
        self._progress.setTextVisible(False)
        self._count = label(role="muted")
        self._close = button(self.tr("Close the app"), "primary", name="close_button")
        self._close.clicked.connect(self.closed)
        card = Card()
        for item in (self._why, self._text, self._progress, self._count):
            card.column.addWidget(item)
        self.add(self._title, card, self.error, row(self._close))
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """Follows the hand-in."""
        super().show_state(state, now)
        live, done = state.live, state.closing == "done"
        ended = state.end == "terminated"
        self._title.setText(
            self.tr("Your interview was ended")
            if ended
            else self.tr("Thank you: your interview is handed in")
            if done
            else self.tr("Your interview is being handed in")
        )
        why = self.tr("The time is over. ") if state.end == "time_up" and not done else ""
        if ended:
            say(self._why, told(state.end_reason))
            why = ""
        else:
            say(self._why, "")
        if done and ended:
            text = self.tr(
                "A person decided this, no program did. Everything that you answered has arrived "
                "and is kept; nothing was thrown away.\n\n"
                "What happens next: people at {organisation} read it and write to you. If you "
                "think this was a mistake, reply to your invitation and quote {number}: the "
                "interview can be opened again, with the time that was left. You can close the "
                "app now."
            ).format(organisation=state.organisation, number=state.session[:8])
        elif done:
            text = self.tr(
                "Everything has arrived. People will read your answers; {organisation} tells you "
                "how it goes on. You can close the app now."
            ).format(organisation=state.organisation)
        elif "network_lost" in live.notices:
            text = self.tr(
                "There is no connection at the moment. Your answers are safe on this computer. "
                "Keep the app open: it goes on by itself once the connection is back."
            )
        else:
            text = self.tr(
                "All answers are saved. Please keep the app open until they have been sent."
            )
        self._text.setText(why + text)
        waiting = live.waiting_rows + live.waiting_blobs
        total = max(live.upload_total, 1)
        self._progress.setRange(0, total)
        self._progress.setValue(total if done else min(total - 1, total - waiting))
        stage = {
            "proctor": self.tr("Switching the camera off …"),
            "transcripts": self.tr("Writing down what you said …"),
            "handing": self.tr("Closing the interview …"),
        }.get(state.closing, "")
        if state.closing == "upload":
            stage = self.tr("{n} parts to go").format(n=waiting) if waiting else ""
        say(self._count, stage)
        self._close.setEnabled(done)
        if done:
            self._close.setFocus()
