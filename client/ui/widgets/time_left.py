"""The clocks of a question, and the warnings before they end.

One rule: a warning is words, beside any colour, and is said aloud to a screen reader once.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from client.exam import (
    Now,
    State,
    question_left_ms,
    question_warning,
    total_left_ms,
    total_warning,
)
from client.ui.announcing import Announcer
from client.ui.widgets.parts import label, restyle, say
from client.ui.words import clock


class TimeLeft(QObject):
    """Three labels for the question page to place."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.timer = label(role="timer", name="timer_label", wrap=False)
        self.total = label(role="muted", name="total_label", wrap=False)
        self.warning = label(role="warning", name="time_label")
        self.warning.hide()
        self.announcer = Announcer(page)
        self._warned: tuple[str, int, int] = ("", 0, 0)

    def show_time(self, state: State, now: Now) -> None:
        """Clocks as they stand; a warning that is new is also announced."""
        left, total = question_left_ms(state, now), total_left_ms(state, now)
        here, whole = question_warning(state, now), total_warning(state, now)
        self.timer.setText(clock(left))
        restyle(self.timer, urgent="true" if 1 in (here, whole) else "false")
        self.timer.setAccessibleName(
            self.tr("{left} left for this question").format(left=clock(left))
        )
        self.total.setText(self.tr("{left} left in all").format(left=clock(total)))
        words = self._words(here, whole)
        say(self.warning, words)
        question = state.question
        warned = ("" if question is None else question.id, here, whole)
        if words and warned != self._warned:
            self.announcer.say(words, urgent=1 in (here, whole))
        self._warned = warned

    def _words(self, here: int, whole: int) -> str:
        """The nearer end; of two that are as near, the interview's."""
        if whole and (not here or whole <= here):
            return (
                self.tr("Last minute of the interview. What you have is handed in when it ends.")
                if whole == 1
                else self.tr("Less than {n} minutes left in all.").format(n=whole)
            )
        if here == 1:
            return self.tr("Last minute for this question. What you have is saved when it ends.")
        if here:
            return self.tr("Less than {n} minutes left for this question.").format(n=here)
        return ""
