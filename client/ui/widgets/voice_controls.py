"""The voice that reads a question: that it speaks, again, slower, and how loud.

One rule: the text is always there to read; the voice is a help that can be turned down to nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from client.ui.widgets.parts import button, label, say, space


class VoiceControls(QWidget):
    """One quiet line below the question."""

    again = Signal()
    changed = Signal(bool, int)
    """(slower, volume in percent); kept for this run of the app."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = button(
            self.tr("Read aloud again"),
            "quiet",
            name="read_button",
            tip=self.tr("Or press R while you are not typing."),
        )
        self._again.clicked.connect(self.again)
        self._slower = button(self.tr("Slower"), "quiet", name="slower_button")
        self._slower.setCheckable(True)
        self._slower.toggled.connect(self._changed)
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setObjectName("volume_slider")
        self._volume.setAccessibleName(self.tr("Volume of the voice, in percent"))
        self._volume.setRange(0, 100)
        self._volume.setPageStep(10)
        self._volume.setValue(100)
        self._volume.valueChanged.connect(self._changed)
        self._state = label(role="muted", name="caption_label")
        self._state.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(1))
        line.addWidget(self._again)
        line.addWidget(self._slower)
        line.addWidget(label(self.tr("Volume"), "muted", wrap=False))
        line.addWidget(self._volume)
        line.addWidget(self._state, 1)
        line.addStretch(1)
        self.rescale()

    def rescale(self) -> None:
        """Follows another text size."""
        self._volume.setFixedWidth(space(16))

    def show_speaking(self, *, speaking: bool, stands: bool) -> None:
        """Whether the voice speaks, and whether the clock stands still meanwhile."""
        if not speaking:
            say(self._state, "")
        elif stands:
            say(self._state, self.tr("Being read aloud. Your clock stands still."))
        else:
            say(self._state, self.tr("Being read aloud. Your clock runs."))

    def explain_volume(self) -> None:
        """The system's own voice reads here: most of them know a volume only for a whole text."""
        words = self.tr("The system's own voice takes another volume from the next text on.")
        self._volume.setToolTip(words)
        self._volume.setAccessibleDescription(words)

    def enable(self, *, may_read: bool) -> None:
        """Whether it may be read again now: never into a recording."""
        self._again.setEnabled(may_read)

    def _changed(self) -> None:
        self.changed.emit(self._slower.isChecked(), self._volume.value())
