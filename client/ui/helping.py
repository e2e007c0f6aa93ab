"""The card for help: whom to ask, a message, a break, and a call for a person.

One rule: each button says beside it what it does, before it does it; none stops a clock or ends
anything.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from client.exam import Asked, State, Wish, Wished, break_stands, may_ask
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import button, label, say, space
from client.ui.widgets.say_field import SayField


class HelpCard(QObject):
    """Asks the people in charge, and tells how to go on without them."""

    wished = Signal(object)
    """An `exam.Wished`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._state = State()
        self._text = label()
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        self._field = SayField(
            "ask_edit", tr("Your words to the people in charge"), hint=tr("In your own words …")
        )
        self._field.textChanged.connect(self._show)
        self._buttons: dict[Wish, QPushButton] = {}
        self._said = label(role="good", name="ask_said")
        column.addWidget(label(tr("Write to the people in charge of the interview"), "heading"))
        column.addWidget(self._field)
        choices = QGridLayout()
        choices.setHorizontalSpacing(space(2))
        choices.setVerticalSpacing(space(1))
        choices.setColumnStretch(1, 1)
        for place, (wish, text, does) in enumerate(_choices()):
            made = button(text, name=f"ask_{wish}_button", tip=does)
            made.clicked.connect(partial(self._pressed, wish))
            choices.addWidget(made, place, 0)
            choices.addWidget(label(does, "muted"), place, 1)
            self._buttons[wish] = made
        column.addLayout(choices)
        column.addWidget(self._said)
        host = QWidget()
        whole = QVBoxLayout(host)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(2))
        whole.addWidget(self._asking)
        whole.addWidget(self._text)
        whole.addStretch(1)
        card = Overlay(window, "help_card", title=tr("Help"), content=host, width=820)
        self._back = card.add_button(tr("Back"), "primary", name="help_back_button")
        self._back.clicked.connect(card.dismiss)
        self._card = card

    def open(self, state: State) -> None:
        """For the interview as it stands."""
        self._text.setText(help_words(state))
        self.show_state(state)
        self._card.open(self._field if may_ask(state) else self._back)

    def show_state(self, state: State) -> None:
        """Follows what becomes of a request."""
        before, self._state = self._state, state
        if self._card.isVisible() or before is not state:
            self._show()

    def _show(self) -> None:
        state = self._state
        self._asking.setVisible(may_ask(state))
        self._buttons["message"].setEnabled(bool(self._field.words()))
        self._buttons["break"].setEnabled(not break_stands(state))
        offline = "network_lost" in state.live.notices
        stands = state.paused is not None or state.cover is not None
        words = asked_words(state.asked, offline=offline, stands=stands) if state.asked else ""
        say(self._said, words)

    def _pressed(self, wish: Wish, _checked: bool = False) -> None:
        text = self._field.words()
        self._field.clear()
        self.wished.emit(Wished(wish, text))


def asked_words(asked: Asked, *, offline: bool, stands: bool = False) -> str:
    """What was asked last and how it stands; `stands`: whether the clocks do."""
    at = f"{datetime.fromtimestamp(asked.utc_ms / 1000).astimezone():%H:%M}"
    what = {
        "message": tr("You wrote a message at {time}."),
        "break": tr("You asked for a break at {time}."),
        "help": tr("You called for help at {time}."),
        "leave": tr("You left at {time}."),
    }[asked.what].format(time=at)
    if asked.answered:
        return f"{what} " + tr("A person has reacted to it.")
    if offline:
        return f"{what} " + tr(
            "There is no connection: it is kept here and sent as soon as there is one. "
            "If it is urgent, use another device."
        )
    if stands:
        return f"{what} " + tr("Nobody has answered yet; an answer appears here by itself.")
    return f"{what} " + tr(
        "Nobody has answered yet; an answer appears here by itself. The clock goes on until then."
    )


def help_words(state: State) -> str:
    """Whom else to ask, what to quote, and what to do about common trouble."""
    if state.practice:
        practice = tr(
            "This is practice: nobody reads what you write here, and nothing of it is sent. In an "
            "interview it reaches the people in charge."
        )
        return f"{practice}\n\n{key_words()}"
    whom = state.organisation or tr("the person who invited you")
    number = tr("Quote this number: {id}").format(id=state.session[:8]) if state.session else ""
    if state.paused is not None:
        going = tr("The clocks stand still while the interview is paused.")
    elif state.cover is not None and state.cover.cause != "note" and state.cover.left_ms != 0:
        going = tr("The clocks stand still while the screen is covered.")
    elif state.clock is not None:
        going = tr("The clock goes on meanwhile; say so, and they can give you time back.")
    else:
        going = tr("The clock has not started yet.")
    return (
        tr(
            "If nobody answers here: reply to your invitation, or call {whom} by another device. "
            "{number}\n\n"
            "{going}\n\n"
            "If the camera or microphone stopped: open Devices above and choose it again.\n"
            "If the connection is gone: just go on; answers are kept here and sent later.\n"
            "If the computer must be restarted: do it; the app comes back to this question."
        ).format(whom=whom, number=number, going=going)
        + f"\n\n{key_words()}"
    )


def key_words() -> str:
    """The keys of the whole window, and those of the code editor that nothing on it names."""
    return tr(
        "Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + "
        "or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and "
        "Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 "
        "goes on to the next place, Shift and F3 back to the one before."
    )


def _choices() -> tuple[tuple[Wish, str, str], ...]:
    """What can be asked, the button's text, and what it does."""
    return (
        (
            "message",
            tr("Send message"),
            tr("Those in charge read it as soon as one of them looks. Answers appear as a note."),
        ),
        (
            "break",
            tr("Ask for a break"),
            tr("A person decides. Until they pause the interview, clock and watch go on."),
        ),
        (
            "help",
            tr("Call for help"),
            tr("Shows those in charge at once that you need a person. Nothing is ended by it."),
        ),
    )


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
