"""The card for the size of the text and the contrast, for whoever knows no keys for it.

One rule: what is chosen is seen at once, behind the card and on it.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.ui.theme import MAX_SCALE, MIN_SCALE, current_scale
from client.ui.widgets.marks import TickBox
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.parts import button, label, row, space


class LooksCard(QObject):
    """Emits wishes; the window follows them and tells what stands."""

    resized = Signal(int)
    """Steps of 10 %, up or down."""
    strengthened = Signal()
    """Strong contrast on, or off again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._size = label(role="heading", name="text_size_label")
        self._smaller = button(tr("Smaller text"), name="smaller_button", tip=tr("Ctrl and −"))
        self._larger = button(tr("Larger text"), name="larger_button", tip=tr("Ctrl and +"))
        self._smaller.clicked.connect(lambda: self.resized.emit(-1))
        self._larger.clicked.connect(lambda: self.resized.emit(1))
        self._strong = TickBox(tr("Strong contrast (F4)"))
        self._strong.setObjectName("strong_check")
        self._strong.clicked.connect(lambda: self.strengthened.emit())
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(self._size)
        column.addLayout(row(self._smaller, self._larger))
        column.addWidget(self._strong)
        column.addWidget(label(tr("Both are remembered on this computer."), "muted"))
        column.addStretch(1)
        card = Overlay(window, "looks_card", title=tr("Text and contrast"), content=host)
        self._back = card.add_button(tr("Back"), "primary", name="looks_back_button")
        self._back.clicked.connect(card.dismiss)
        self._card = card

    def open(self, *, strong: bool) -> None:
        """As it stands."""
        self.show_looks(strong=strong)
        self._card.open(self._larger if self._larger.isEnabled() else self._smaller)

    def show_looks(self, *, strong: bool) -> None:
        """Size and contrast as they are now."""
        scale = current_scale()
        self._size.setText(tr("Size of the text: {percent} %").format(percent=round(scale * 100)))
        focused = self._larger.hasFocus() or self._smaller.hasFocus()
        self._larger.setEnabled(scale < MAX_SCALE)
        self._smaller.setEnabled(scale > MIN_SCALE)
        if focused and self._card.isVisible():
            # At either end the button that was pressed goes off: the keyboard stays on the card.
            kept = self._larger if self._larger.isEnabled() else self._smaller
            if not (self._larger.hasFocus() or self._smaller.hasFocus()):
                kept.setFocus()
        self._strong.setChecked(strong)


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
