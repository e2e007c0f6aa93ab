"""Says something to a screen reader that the eye sees at the edge of its sight.

One rule: it is said once, when it becomes true, and never takes the keyboard away.
"""

from collections.abc import Collection, Mapping

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
        self._standing: frozenset[str] = frozenset()
        self._once: set[str] = set()

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announces; `urgent` interrupts what is being read."""
        event = QAccessibleAnnouncementEvent(self._widget, text)
        polite = QAccessible.AnnouncementPoliteness
        event.setPoliteness(polite.Assertive if urgent else polite.Polite)
        QAccessible.updateAccessibility(event)
        self.said.emit(text)

    def follow(self, standing: Mapping[str, str], *, urgent: Collection[str] = ()) -> None:
        """`standing`: what is true now, by name, in words; what was not true before is said."""
        before, self._standing = self._standing, frozenset(standing)
        for name, text in standing.items():
            if text and name not in before:
                self.say(text, urgent=name in urgent)

    def once(self, text: str) -> None:
        """For what comes and goes within seconds: said the first time only, until `forget`."""
        if text and text not in self._once:
            self._once.add(text)
            self.say(text)

    def forget(self) -> None:
        """What was said by `once` may be said again: another recording, another device."""
        self._once.clear()
