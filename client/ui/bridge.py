"""How a value from another thread reaches the window.

One rule: only frozen values cross, by one queued signal, and `post` may be called from any
thread, also after the window is gone.
"""

import logging

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)


class Bridge(QObject):
    """Delivers on the thread that made it, in the order of posting."""

    delivered = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, message: object) -> None:
        """Hands `message` over; what comes after `close` is dropped."""
        if self._open:
            self._posted.emit(message)

    def close(self) -> None:
        """From now on nothing is delivered."""
        self._open = False

    @Slot(object)
    def _deliver(self, message: object) -> None:
        if self._open:
            self.delivered.emit(message)
