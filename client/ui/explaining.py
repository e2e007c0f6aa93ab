"""The card on which the candidate says something about a moment.

One rule: moments are named by their time and by picture or sound alone: what exactly a rule saw is
for the person who reviews, and would teach others its levels.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from client.exam import Explained, Now, State, interview_ms
from client.ui.signals import Moment
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import label, say, space
from client.ui.widgets.say_field import SayField
from client.ui.words import clock
from shared.events import SignalKind


class ExplainCard(QObject):
    """Which moment, and what is to be said about it."""

    explained = Signal(object)
    """An `exam.Explained`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._shown: list[Moment | None] = []
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        self._which = QComboBox()
        self._which.setObjectName("explain_moment")
        self._which.setAccessibleName(tr("Which moment"))
        hint = tr("For example: the doorbell rang.")
        self._field = SayField("explain_edit", tr("What you want to say about it"), hint=hint)
        self._field.textChanged.connect(self._edited)
        self._kept = label(role="good", name="explain_kept")
        self._kept.hide()
        for item in (
            label(
                tr(
                    "Did something happen that could be misread? Say it in your own words: a "
                    "person who looks at this moment reads it there. It stops no clock and changes "
                    "nothing else."
                )
            ),
            label(tr("Which moment"), "heading"),
            self._which,
            label(tr("What you want to say about it"), "heading"),
            self._field,
            self._kept,
        ):
            column.addWidget(item)
        column.addStretch(1)
        self._card = Overlay(window, "explain_card", title=tr("Explain a moment"), content=host)
        back = self._card.add_button(tr("Back"), name="explain_back_button")
        back.clicked.connect(self._card.dismiss)
        self._keep = self._card.add_button(
            tr("Add to my record"), "primary", name="explain_keep_button"
        )
        self._keep.clicked.connect(self._pressed)

    def open(self, state: State, now: Now, moments: tuple[Moment, ...]) -> None:
        """With the moments that there are, the newest first, after the present one."""
        self._shown = [None, *moments]
        self._which.clear()
        here = clock(interview_ms(state, now))
        self._which.addItem(tr("Now, {time} into the interview").format(time=here))
        for moment in moments:
            self._which.addItem(moment_words(moment))
        say(self._kept, "")
        self._edited()
        self._card.open(self._field)

    def _edited(self) -> None:
        self._keep.setEnabled(bool(self._field.words()))
        if self._field.words():
            say(self._kept, "")

    def _pressed(self) -> None:
        moment = self._shown[max(0, self._which.currentIndex())]
        text = self._field.words()
        said = (
            Explained(text)
            if moment is None
            else Explained(text, moment.start_ms, moment.end_ms, moment.signal)
        )
        self.explained.emit(said)
        self._field.clear()
        say(self._kept, tr("Added. You can add more, or go back."))
        self._field.setFocus()


def moment_words(moment: Moment) -> str:
    """`From 10:05 to 10:12: something in the picture`."""
    what = (
        tr("something was heard")
        if moment.signal in _HEARD
        else tr("the computer was slow")
        if moment.signal == SignalKind.RATE_LOW
        else tr("something about the picture")
    )
    start = clock(moment.start_ms)
    if moment.end_ms is None:
        return tr("Since {start}: {what}").format(start=start, what=what)
    return tr("From {start} to {end}: {what}").format(
        start=start, end=clock(moment.end_ms), what=what
    )


_HEARD = frozenset(
    {
        SignalKind.SPEECH,
        SignalKind.SECOND_VOICE,
        SignalKind.PLAYBACK,
        SignalKind.SPEAKER_MISMATCH,
        SignalKind.SPEAKER_UNSURE,
    }
)


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
