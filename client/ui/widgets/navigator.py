"""From question to question: back, a flag to come back by, and the way to the overview.

One rule: what the policy does not allow is not shown, so that no button only refuses.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.exam import FlagToggled, Input, QuestionWished, State, is_free
from client.ui.widgets.parts import button, retext, space


class Navigator(QWidget):
    """Sits in the question's head; `previous` is placed beside Done by the page."""

    wished = Signal(object)
    """An `exam.Input`; what is typed is to be handed over first."""
    overview_wished = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._index = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(0.5))
        self.flag = button(
            self.tr("Flag for later"),
            "quiet",
            name="flag_button",
            tip=self.tr("Marks this question in the overview, for yourself only"),
        )
        self.flag.clicked.connect(lambda: self._wish(FlagToggled()))
        self.overview = button(
            self.tr("All questions"),
            "quiet",
            name="overview_button",
            tip=self.tr("Shows which questions are answered, and which are open (Ctrl+O)"),
        )
        self.overview.clicked.connect(self.overview_wished)
        line.addWidget(self.flag)
        line.addWidget(self.overview)
        self.previous = button(self.tr("Previous question"), name="previous_button")
        self.previous.clicked.connect(lambda: self._wish(QuestionWished(self._index - 1)))
        QShortcut(QKeySequence("Ctrl+O"), page).activated.connect(self.overview_wished)

    def show_state(self, state: State) -> None:
        """What can be done from the open question."""
        free = is_free(state)
        self._index = state.index
        self.flag.setVisible(free)
        flagged = self.tr("Remove the flag") if state.answer.flagged else self.tr("Flag for later")
        retext(self.flag, flagged)
        self.previous.setVisible(free and state.index > 0)
        for item in (self.flag, self.previous):
            item.setEnabled(not state.leaving)

    def _wish(self, wish: Input) -> None:
        self.wished.emit(wish)
