"""Where the candidate clicks while questions are open: people look at what they click.

One rule: a click goes its way untouched; only its place is told, at most once a second, and
never what was clicked.
"""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from client.ui.millimetres import to_mm

EVERY_MS = 1000


class Clicks(QObject):
    """Watches the widgets it is given; `active` says whether anything is told."""

    clicked = Signal(float, float)
    """Millimetres from the screen's left and upper edge."""

    def __init__(self, widgets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.active = False
        self._last = QElapsedTimer()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells the place of a press."""
        if (
            self.active
            and event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and (not self._last.isValid() or self._last.elapsed() >= EVERY_MS)
        ):
            self._last.start()
            self.clicked.emit(*to_mm(watched, event.globalPosition()))
        return False
