"""A few lines for the candidate's own words on a card.

One rule: it takes no more than the record does, and Tab leaves it.
"""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from client.ui.theme import current_scale
from shared.events import MAX_SAID

HIGH_PX = 96
"""At 100 %: three lines."""


class SayField(QPlainTextEdit):
    """Plain text of at most `MAX_SAID` characters."""

    def __init__(
        self, name: str, spoken: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(HIGH_PX * current_scale()))
        self.textChanged.connect(self._cut)

    def words(self) -> str:
        """What was written, without the blanks around it."""
        return self.toPlainText().strip()

    def _cut(self) -> None:
        text = self.toPlainText()
        if len(text) > MAX_SAID:
            at = self.textCursor().position()
            self.setPlainText(text[:MAX_SAID])
            cursor = self.textCursor()
            cursor.setPosition(min(at, MAX_SAID))
            self.setTextCursor(cursor)
