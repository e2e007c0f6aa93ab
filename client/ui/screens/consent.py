"""What is watched, what leaves the machine, what never does, and the person's agreement.

One rule: what is agreed to is exactly what is shown, by version and digest.
"""

from PySide6.QtWidgets import QGridLayout, QWidget

from client.exam import ConsentAgreed, Now, State
from client.ui.consent import VERSION, Section, digest, sections
from client.ui.screens.base import ScreenPage
from client.ui.widgets.marks import TickBox
from client.ui.widgets.parts import WIDE_PX, Card, button, label, row, space


class Consent(ScreenPage):
    """Four cards, one check box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent", width=WIDE_PX, parent=parent)
        self._shown: tuple[Section, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(space(1.5))
        self._agree = TickBox(self.tr("I have read this and I agree."))
        self._agree.setObjectName("agree_check")
        self._agree.toggled.connect(self._refresh)
        self._button = button(self.tr("Continue"), "primary", name="continue_button")
        self._button.setEnabled(False)
        self._button.clicked.connect(self._continue)
        self.add(
            label(self.tr("Before you agree"), "title"),
            label(
                self.tr(
                    "This computer watches during the interview so that no person has to. "
                    "You can look this up at any time under “What is watched”."
                )
            ),
            self._grid,
            self._agree,
            self.error,
            row(
                self._button,
                label(
                    self.tr(
                        "If you do not agree, choose Leave above: no picture or sound was kept."
                    ),
                    "muted",
                ),
            ),
        )
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """The text of this interview's policy."""
        super().show_state(state, now)
        shown = sections(state.policy, state.accommodations)
        if shown != self._shown:
            self._shown = shown
            fill_sections(self._grid, shown)

    def entered(self) -> None:
        """The check box."""
        self._agree.setFocus()

    def _refresh(self) -> None:
        self._button.setEnabled(self._agree.isChecked())

    def _continue(self) -> None:
        if self._agree.isChecked():
            self.happened.emit(ConsentAgreed(VERSION, digest(self._shown)))


def fill_sections(grid: QGridLayout, shown: tuple[Section, ...]) -> None:
    """Lays the sections out as cards, two to a row."""
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
    for place, section in enumerate(shown):
        card = Card(units=2)
        card.column.setSpacing(space(1))
        card.column.addWidget(label(section.title, "heading"))
        for line in section.lines:
            card.column.addWidget(label(f"•  {line}"))
        card.column.addStretch(1)
        grid.addWidget(card, place // 2, place % 2)
