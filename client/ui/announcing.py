"""Says something to a screen reader that the eye sees at the edge of its sight.

One rule: it is said once, when it becomes true, and never takes the keyboard away.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Announces for one widget."""

    said = Signal(str)
    """What was handed to the screen reader, if one listens."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announces; `urgent` interrupts what is being read."""
        event = QAccessibleAnnouncementEvent(self._widget, text)
        polite = QAccessible.AnnouncementPoliteness
        event.setPoliteness(polite.Assertive if urgent else polite.Polite)
        QAccessible.updateAccessibility(event)
        self.said.emit(text)
