"""The cards over the window: what is watched, devices, help, and leaving.

One rule: each tells what is true of the state it was opened with, and Escape closes it.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from client.exam import Now, Screen, State, is_compared
from client.ui.consent import sections
from client.ui.explaining import ExplainCard
from client.ui.helping import HelpCard
from client.ui.own_record import OwnRecord, OwnRecordView
from client.ui.screens.consent import fill_sections
from client.ui.signals import Moment
from client.ui.widgets.device_panel import DevicePanel
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import label, say, space
from client.ui.words import not_watched


class Cards(QObject):
    """All cards of one window."""

    looking = Signal()
    """The person opens the choice of devices."""
    leave_wished = Signal()
    parted = Signal()
    """The person leaves an interview that goes on."""
    withdrawn = Signal()
    """The person no longer wants face and voice to be compared."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.panel = DevicePanel()
        self._make_watched(window)
        self._make_withdraw(window)
        self._make_devices(window)
        self.helping = HelpCard(window)
        self.explaining = ExplainCard(window)
        self._make_leave(window)

    @property
    def switching(self) -> bool:
        """Whether devices are being chosen over the interview."""
        return self._switching.isVisible()

    def show_watched(self, state: State, off: tuple[str, ...]) -> None:
        """What is watched and what was sent; `off`: sentences for what is not watched."""
        self._own.show_now(state)
        fill_sections(self._watched_grid, sections(state.policy, state.accommodations))
        say(self._watched_off, not_watched(off))
        agreed = state.consent_version > 0 and not state.closing
        self._withdraw.setVisible(agreed and is_compared(state))
        self._watching.open(self._watched_back)

    def show_devices(self) -> None:
        """The choice of devices."""
        self.looking.emit()
        self._switching.open(self._devices_back)

    def show_help(self, state: State) -> None:
        """Whom to ask and what to quote."""
        self.helping.open(state)

    def explain(self, state: State, now: Now, moments: tuple[Moment, ...]) -> None:
        """Something to say about a moment."""
        self.explaining.open(state, now, moments)

    @property
    def showing_record(self) -> bool:
        """Whether the person looks at what has left."""
        return self._watching.isVisible()

    def show_record(self, record: OwnRecord) -> None:
        """The newest counts."""
        self._own.show_record(record)

    def show_state(self, state: State) -> None:
        """What stands open follows the interview."""
        self.helping.show_state(state)
        if self.showing_record:
            self._own.show_now(state)

    def ask_to_leave(self, state: State) -> None:
        """Asks, unless there is nothing to lose."""
        if state.closing == "done" or state.screen is Screen.WELCOME:
            self.leave_wished.emit()
            return
        self._leave_text.setText(self._leave_words(state))
        self._leaving.open(self._stay)

    def _leave_words(self, state: State) -> str:
        if state.practice:
            return self.tr("The practice ends here. Nothing of it was sent, and nothing is kept.")
        if state.screen is Screen.FINISH:
            return self.tr(
                "Your answers are saved on this computer, but some have not reached the server. "
                "Stay until they have, or open the app again later: it goes on sending by itself."
            )
        if state.paused is not None:
            return self.tr(
                "Your answers are saved and the clocks stand still. You need not leave the app for "
                "a break. If you do, open it again before the interview goes on: it returns to "
                "this question. Those in charge are told that you left."
            )
        if state.clock is not None:
            return self.tr(
                "Your answers are saved. The clock goes on while you are away, and those in charge "
                "are told that you left. Until the time is over you can come back: open the app "
                "again, and it returns to this question. Leaving does not hand the interview in."
            )
        return self.tr(
            "The interview has not started and nothing is lost. Open the app again to go on "
            "before the time named in your invitation."
        )

    def _make_watched(self, window: QWidget) -> None:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        self._watched_off = label(role="warning")
        self._watched_grid = QGridLayout()
        self._watched_grid.setSpacing(space(2))
        self._own = OwnRecordView()
        column.setSpacing(space(2))
        column.addWidget(self._own)
        column.addWidget(self._watched_off)
        column.addLayout(self._watched_grid)
        column.addStretch(1)
        title = self.tr("What is watched and sent")
        self._watching = Overlay(window, "watched_card", title=title, content=host, width=940)
        self._withdraw = self._watching.add_button(
            self.tr("Stop comparing my face and voice"), name="withdraw_button"
        )
        self._withdraw.clicked.connect(self._ask_to_withdraw)
        back = self._watching.add_button(self.tr("Back"), "primary", name="watched_back_button")
        back.clicked.connect(self._watching.dismiss)
        self._watched_back = back

    def _make_withdraw(self, window: QWidget) -> None:
        text = label(
            self.tr(
                "The numbers made from your face and voice are destroyed, here and on the server, "
                "and nothing is compared any more. The interview goes on as before, and a person "
                "checks who you are. This cannot be undone in this interview."
            )
        )
        title = self.tr("Stop comparing?")
        card = Overlay(window, "withdraw_card", title=title, content=_column(text))
        yes = card.add_button(self.tr("Stop comparing"), name="withdraw_yes_button")
        yes.clicked.connect(card.dismiss)
        yes.clicked.connect(self.withdrawn)
        self._keep = card.add_button(self.tr("Back"), "primary", name="withdraw_no_button")
        self._keep.clicked.connect(card.dismiss)
        self._withdrawing = card

    def _ask_to_withdraw(self) -> None:
        self._watching.dismiss()
        self._withdrawing.open(self._keep)

    def _make_devices(self, window: QWidget) -> None:
        title = self.tr("Camera, microphone and speaker")
        card = Overlay(window, "devices_card", title=title, content=self.panel, width=940)
        back = card.add_button(self.tr("Back"), "primary", name="devices_back_button")
        back.clicked.connect(card.dismiss)
        self._switching, self._devices_back = card, back

    def _make_leave(self, window: QWidget) -> None:
        self._leave_text = label()
        title = self.tr("Leave now?")
        card = Overlay(window, "leave_card", title=title, content=_column(self._leave_text))
        away = card.add_button(self.tr("Leave"), name="leave_yes_button")
        away.clicked.connect(card.dismiss)
        away.clicked.connect(self.parted)
        self._stay = card.add_button(self.tr("Stay"), "primary", name="leave_no_button")
        self._stay.clicked.connect(card.dismiss)
        self._leaving = card


def _column(*items: QWidget) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    for item in items:
        column.addWidget(item)
    column.addStretch(1)
    return host
