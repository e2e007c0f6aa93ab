"""What is watched, what leaves the machine, what never does, and the person's agreement.

One rule: what is agreed to is exactly what is shown, by version and digest.
"""

from PySide6.QtWidgets import QGridLayout, QWidget

from client.exam import ConsentAgreed, Now, State
from client.ui.consent import VERSION, Section, digest, language, sections, words
from client.ui.screens.base import ScreenPage
from client.ui.widgets.marks import TickBox
from client.ui.widgets.parts import WIDE_PX, Card, button, label, row, say, space
from shared.policy import compares_face, compares_voice


class Consent(ScreenPage):
    """The cards, one box to agree, and a choice of its own where a computer would compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent", width=WIDE_PX, parent=parent)
        self._shown: tuple[Section, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(space(1.5))
        self._agree = TickBox(self.tr("I have read this and I agree."))
        self._agree.setObjectName("agree_check")
        self._agree.toggled.connect(self._refresh)
        self._compare = TickBox(self.tr("A computer may compare my face and voice."))
        self._compare.setObjectName("compare_check")
        self._compare.toggled.connect(self._refresh)
        self._compare.hide()
        self._without = label(role="muted")
        self._asked, self._optional = False, True
        self._button = button(self.tr("Continue"), "primary", name="continue_button")
        self._button.setEnabled(False)
        self._button.clicked.connect(self._continue)
        self.add(
            label(self.tr("Before you agree"), "title"),
            label(
                self.tr(
                    "This computer watches during the interview so that no person has to. "
                    "Look this up at any time under “Watched and sent”."
                )
            ),
            self._grid,
            self._agree,
            self._compare,
            self._without,
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
            self._ask(state)

    def entered(self) -> None:
        """The check box."""
        self._agree.setFocus()

    def _ask(self, state: State) -> None:
        """The choice of its own: never ticked beforehand."""
        face = compares_face(state.policy, state.accommodations)
        voice = compares_voice(state.policy, state.accommodations)
        self._asked, self._optional = face or voice, state.policy.biometrics_optional
        self._compare.setChecked(False)
        self._compare.setText(
            self.tr("A computer may compare my face and voice.")
            if face and voice
            else self.tr("A computer may compare my face.")
            if face
            else self.tr("A computer may compare my voice.")
        )
        self._compare.setVisible(self._asked)
        self._refresh()

    def _refresh(self) -> None:
        compare = self._compare.isChecked()
        needed = self._asked and not self._optional
        self._button.setEnabled(self._agree.isChecked() and (compare or not needed))
        without = ""
        if self._asked and not compare:
            without = (
                self.tr("Left empty, a person checks who you are instead.")
                if self._optional
                else self.tr(
                    "This interview needs it: for a way without, ask the person who invited you."
                )
            )
        say(self._without, without)

    def _continue(self) -> None:
        if self._button.isEnabled():
            self.happened.emit(
                ConsentAgreed(
                    VERSION,
                    digest(self._shown),
                    text=words(self._shown),
                    language=language(),
                    compare=self._compare.isChecked() if self._asked else None,
                )
            )


def fill_sections(grid: QGridLayout, shown: tuple[Section, ...]) -> None:
    """Lays the sections out as cards, two to a row, and three where a fifth is left over."""
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
        if len(shown) % 2 and place >= len(shown) - 3:
            grid.addWidget(card, len(shown) // 2, 2 * (place - len(shown) + 3), 1, 2)
        else:
            grid.addWidget(card, place // 2, 3 * (place % 2), 1, 3)
