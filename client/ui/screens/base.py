"""What all screens have in common.

One rule: `show_state` may be called at any time and as often as one likes; it shows, and it
emits nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from client.exam import Now, State
from client.ui.announcing import Announcer
from client.ui.widgets.parts import NARROW_PX, Page, error_label, say
from client.ui.words import sentence


class ScreenPage(Page):
    """A page of the flow; `happened` carries an `exam.Input`."""

    happened = Signal(object)

    def __init__(self, name: str, *, width: int = NARROW_PX, parent: QWidget | None = None) -> None:
        super().__init__(f"screen_{name}", width=width, parent=parent)
        self.error = error_label()
        self.announcer = Announcer(self)
        self._heading: QLabel | None = None

    def add(self, *items: QWidget | QLayout) -> None:
        """Adds them; the first title is what a screen reader calls the whole screen."""
        super().add(*items)
        for item in items:
            if isinstance(item, QLabel) and item.property("role") == "title":
                self._heading = self._heading or item

    def take_name(self) -> None:
        """Its title may be another one by now."""
        if self._heading is not None and self.accessibleName() != self._heading.text():
            self.setAccessibleName(self._heading.text())

    def show_state(self, state: State, now: Now) -> None:
        """Shows the state's problem; screens add what is theirs."""
        say(self.error, sentence(state.live.problem))
        words = self.error.text()
        self.announcer.follow({words: words} if words else {})

    def entered(self) -> None:
        """The page has come to the front: put the keyboard where it is needed."""

    def left(self) -> None:
        """Another page comes to the front."""
