"""How loud the microphone hears.

One rule: the bar shows dBFS from -60 to 0, and words beside it say what the bar means.
"""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from client.ui.theme import current_colours, current_scale
from client.ui.widgets.marks import Drawn

FLOOR_DBFS = -60.0
"""Below this a room is silent to us; the bar is empty."""
QUIET_DBFS = -42.0
"""Speech below this is hard to understand later."""
LOUD_DBFS = -3.0
"""Above this the sound is about to clip."""


class LevelMeter(Drawn):
    """A horizontal bar with a slowly falling peak."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("level_meter")
        self.setAccessibleName(self.tr("Microphone level"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dbfs = FLOOR_DBFS
        self._peak = FLOOR_DBFS
        self.heard = False

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(200, round(18 * current_scale()))

    @property
    def peak_dbfs(self) -> float:
        """The recent peak."""
        return self._peak

    def show_level(self, dbfs: float) -> None:
        """`dbfs`: 0 is full scale; anything below the floor counts as the floor."""
        self._dbfs = min(0.0, max(FLOOR_DBFS, dbfs))
        self._peak = max(self._dbfs, self._peak - 1.0)
        self.heard = self.heard or self._dbfs > QUIET_DBFS
        self.update()

    def clear(self) -> None:
        """Back to silence, and to nothing heard."""
        self._dbfs = self._peak = FLOOR_DBFS
        self.heard = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, level, peak mark."""
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        high = round(10 * current_scale())
        track = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(track, high / 2, high / 2)
        colour = colours.bad if self._dbfs > LOUD_DBFS else colours.good
        share = 1 - self._dbfs / FLOOR_DBFS
        if share > 0.02:
            painter.setBrush(QColor(colour))
            level = QRectF(track.left(), track.top(), max(high, track.width() * share), high)
            painter.drawRoundedRect(level, high / 2, high / 2)
        mark = 1 - self._peak / FLOOR_DBFS
        if mark > 0.02:
            painter.setBrush(QColor(colours.edge))
            painter.drawRect(QRectF(track.width() * mark - 2, track.top() - 2, 2, high + 4))
        painter.end()
