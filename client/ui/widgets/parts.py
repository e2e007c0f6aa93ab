"""Labels, buttons, cards and pages in the theme's roles.

One rule: whoever makes a widget names it: for tests by `objectName`, for a screen reader by
its text or its accessible name.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from client.ui.theme import SPACE_PX, current_scale

NARROW_PX, WIDE_PX = 720, 1040
"""The two widths of a page at 100 %: every screen has one of them, so that edges do not jump."""


def space(units: float) -> int:
    """`units` of the spacing scale in pixels at the present text size."""
    return round(SPACE_PX * units * current_scale())


def label(text: str = "", role: str = "", *, name: str = "", wrap: bool = True) -> QLabel:
    """A plain-text label; `role` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    return made


def button(text: str, role: str = "", *, name: str = "", tip: str = "") -> QPushButton:
    """A push button; `tip` says what it does, on the screen and to a screen reader."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAccessibleName(text)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    return made


def retext(target: QPushButton, text: str) -> None:
    """Another text on a button, for the eye and the screen reader."""
    if target.text() != text:
        target.setText(text)
        target.setAccessibleName(text)


def say(target: QLabel, text: str) -> None:
    """Shows `text`, or hides the label where there is none."""
    if target.text() != text:
        target.setText(text)
        target.setAccessibleName(text)
    target.setVisible(bool(text))


def restyle(target: QWidget, **properties: object) -> None:
    """Sets dynamic properties and has the style sheet looked at again, where they changed."""
    changed = False
    for name, value in properties.items():
        if target.property(name) != value:
            target.setProperty(name, value)
            changed = True
    if changed:
        target.style().unpolish(target)
        target.style().polish(target)


def error_label() -> QLabel:
    """Where a screen says what went wrong and what to do; hidden while nothing did."""
    made = label(role="error", name="error_label")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.hide()
    return made


class Card(QFrame):
    """A surface with a border and a vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, units: float = 3) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        margin = space(units)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(space(1.5))


class _Ground(QWidget):
    """As high as its text needs at the present width.

    Qt's own minimum is that of wrapped text at some narrower width: pages would scroll that fit.
    """

    def minimumSizeHint(self) -> QSize:
        """The layout's width, and its height for the width that there is."""
        least, layout, port = super().minimumSizeHint(), self.layout(), self.parentWidget()
        if layout is None or port is None or not layout.hasHeightForWidth():
            return least
        wide = max(least.width(), port.width())
        return QSize(least.width(), layout.minimumHeightForWidth(wide))


class Page(QScrollArea):
    """A screen's scrolling page: one column, no wider than reads well, centred."""

    def __init__(self, name: str, *, width: int = NARROW_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._width = width
        ground = _Ground()
        ground.setProperty("role", "page")
        centred = QHBoxLayout(ground)
        centred.setContentsMargins(space(3), space(3), space(3), space(2))
        self.body = QWidget()
        self.body.setMaximumWidth(round(width * current_scale()))
        centred.addWidget(self.body, 1)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(2))
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(ground)

    def add(self, *items: QWidget | QLayout) -> None:
        """Adds widgets or rows, top to bottom."""
        for item in items:
            if isinstance(item, QWidget):
                self.column.addWidget(item)
            else:
                self.column.addLayout(item)

    def rescale(self) -> None:
        """Follows another text size."""
        self.body.setMaximumWidth(round(self._width * current_scale()))


def row(*items: QWidget, stretch_first: bool = False, end: bool = False) -> QHBoxLayout:
    """Widgets side by side; `end` pushes them to the right.

    A wrapping label at the end gets the room that is left, instead of a narrow column of words.
    """
    line = QHBoxLayout()
    line.setSpacing(space(1.5))
    if end:
        line.addStretch(1)
    for position, item in enumerate(items):
        line.addWidget(item, 1 if stretch_first and position == 0 else 0)
    last = items[-1] if items else None
    if isinstance(last, QLabel) and last.wordWrap():
        line.setStretch(line.count() - 1, 100)
    if not end and not stretch_first:
        # Also beside a label, which may be hidden: a button must not grow into its place.
        line.addStretch(1)
    return line
