"""The screen as a lamp, for the light challenge.

One rule: the colour is on the screen when `show_rgb` returns, and Escape switches it off at once.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from client.ui.widgets.marks import Drawn
from client.ui.widgets.parts import button, space


class Glow(Drawn):
    """Covers its window with one colour; `left` is the wish to stop."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("glow_layer")
        self.setAccessibleName(self.tr("The light of the screen changes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colour = QColor(0, 0, 0)
        self._stop = button(self.tr("Stop (Esc)"), name="stop_button")
        self._stop.setParent(self)
        self._stop.clicked.connect(self.left)
        self.hide()

    def show_rgb(self, rgb: tuple[int, int, int] | None) -> None:
        """Shines in this colour; None: the window is as before."""
        if rgb is None:
            self.hide()
            return
        self._colour = QColor(*rgb)
        if self.isHidden():
            self.setGeometry(self.window().rect())
            self.show()
            self.raise_()
            self.setFocus()
        self.repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button keeps to the lower edge."""
        super().resizeEvent(event)
        size = self._stop.sizeHint()
        down = self.height() - size.height() - space(3)
        self._stop.setGeometry(
            (self.width() - size.width()) // 2, down, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour, edge to edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()
