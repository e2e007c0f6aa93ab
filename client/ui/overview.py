"""The card with all questions: what is answered, flagged and open, and the way to each of them.

One rule: it shows and asks; where the questions come in order its lines are for reading only.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from client.exam import (
    HandInWished,
    Input,
    Now,
    QuestionWished,
    Standing,
    State,
    is_free,
    is_kept,
    overview,
)
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import button, label, restyle, say, space
from client.ui.words import clock


class OverviewCard(QObject):
    """Opened from a question; `wished` carries an `exam.Input`."""

    wished = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._now = State(), Now(0, 0, "")
        self._lines: list[QLabel | QPushButton] = []
        self._sum = label(name="overview_sum")
        self._how = label(role="muted", name="overview_how")
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        self._column = QVBoxLayout()
        self._column.setSpacing(space(0.5))
        column.addWidget(self._sum)
        column.addLayout(self._column)
        column.addWidget(self._how)
        column.addStretch(1)
        title = tr("All questions")
        self._card = Overlay(window, "overview_card", title=title, content=host, width=760)
        self._hand_in = self._card.add_button(tr("Hand in"), name="hand_in_button")
        self._hand_in.clicked.connect(self._ask)
        self._back = self._card.add_button(tr("Back"), "primary", name="overview_back_button")
        self._back.clicked.connect(self._card.dismiss)
        self._asking = self._make_asking(window)

    def open(self) -> None:
        """Shows itself over the question, the keyboard on the open one."""
        if self._state.question is None:
            return
        self._fill()
        here = self._lines[self._state.index]
        self._card.open(here if isinstance(here, QPushButton) else self._back)

    def show_state(self, state: State, now: Now) -> None:
        """Follows the interview while it is open, and goes when no question is."""
        self._state, self._now = state, now
        if state.question is None or is_kept(state):
            self._asking.dismiss()
            self._card.dismiss()
        elif self._card.isVisible():
            self._fill()

    def _fill(self) -> None:
        standings, free = overview(self._state, self._now), is_free(self._state)
        kind = QPushButton if free else QLabel
        if len(self._lines) != len(standings) or not all(
            isinstance(line, kind) for line in self._lines
        ):
            self._make_lines(standings, free=free)
        for line, standing in zip(self._lines, standings, strict=True):
            text = words(standing, free=free)
            if line.text() != text:
                line.setText(text)
                line.setAccessibleName(text)
            restyle(line, here="true" if standing.here else "false")
        say(self._sum, summed(standings))
        say(
            self._how,
            tr(
                "The time of a question runs only while it is open. When it is over, the question "
                "can still be read."
            )
            if free
            else tr("The questions come one after the other; what is done cannot be changed."),
        )
        self._hand_in.setVisible(free)

    def _make_lines(self, standings: tuple[Standing, ...], *, free: bool) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for standing in standings:
            name = f"overview_{standing.position}"
            if free:
                line: QLabel | QPushButton = button("", "entry", name=name)
                line.clicked.connect(lambda _=False, n=standing.index: self._go(n))
            else:
                line = label(role="entry", name=name)
            self._lines.append(line)
            self._column.addWidget(line)

    def _go(self, index: int) -> None:
        self._card.dismiss()
        self._wish(QuestionWished(index))

    def _make_asking(self, window: QWidget) -> Overlay:
        self._asked = label(name="hand_in_text")
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asked)
        column.addStretch(1)
        card = Overlay(window, "hand_in_card", title=tr("Hand in now?"), content=host)
        yes = card.add_button(tr("Hand in now"), name="hand_in_yes_button")
        yes.clicked.connect(card.dismiss)
        yes.clicked.connect(lambda: self._wish(HandInWished()))
        self._no = card.add_button(tr("Go on answering"), "primary", name="hand_in_no_button")
        self._no.clicked.connect(card.dismiss)
        return card

    def _ask(self) -> None:
        standings = overview(self._state, self._now)
        self._card.dismiss()
        say(
            self._asked,
            summed(standings) + " " + tr("After this nothing can be changed any more."),
        )
        self._asking.open(self._no)

    def _wish(self, wish: Input) -> None:
        self.wished.emit(wish)


def words(standing: Standing, *, free: bool) -> str:
    """One line: which question it is, and how it stands."""
    which = tr("Question {n}").format(n=standing.position)
    parts = [
        which,
        {"spoken": tr("spoken"), "written": tr("written"), "coding": tr("code")}[standing.kind],
    ]
    if standing.topic:
        parts.append(standing.topic)
    said = [tr("answered") if standing.answered else tr("no answer yet")]
    if standing.flagged:
        said.append(tr("flagged"))
    if standing.done:
        said.append(tr("time is over, for reading only") if free else tr("done"))
    elif free and standing.seen:
        said.append(tr("{left} left").format(left=clock(standing.left_ms)))
    elif not standing.seen:
        said.append(tr("not opened"))
    if standing.here:
        said.append(tr("you are here"))
    return "  ·  ".join(parts) + "\n" + ", ".join(said)


def summed(standings: tuple[Standing, ...]) -> str:
    """How many are answered, and how many wait for another look."""
    answered = sum(standing.answered for standing in standings)
    text = tr("{n} of {count} questions are answered.").format(n=answered, count=len(standings))
    flagged = sum(standing.flagged for standing in standings)
    if flagged == 1:
        text += " " + tr("1 is flagged.")
    elif flagged:
        text += " " + tr("{n} are flagged.").format(n=flagged)
    return text


def tr(text: str) -> str:
    """Translates within the context of this module."""
    return QCoreApplication.translate("", text)
