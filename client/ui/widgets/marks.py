"""Widgets that draw a mark which the style sheet cannot: tick, arrow, ellipsis.

One rule: Qt draws the widget in the theme's roles first; only the mark is painted here, in the
theme's colours and at the present text size.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from client.ui.theme import current_colours, current_scale


class Drawn(QLabel):
    """Something that paints itself whole, and is a picture to a screen reader.

    To Qt a label with a picture is a graphic; a plain widget would be room that holds others.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = QPixmap(1, 1)
        nothing.fill(QColor(0, 0, 0, 0))
        self.setPixmap(nothing)


class TickBox(QCheckBox):
    """A check box whose checked state is a tick, not only a colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tick over the checked square."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        square = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        _stroke(self, current_colours().on_accent, QRectF(square), _TICK, width=2.4)


class Chooser(QComboBox):
    """A combo box that shows by an arrow that it opens."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow at the right edge."""
        super().paintEvent(event)
        side = 20 * current_scale()
        square = QRectF(0, 0, side, side)
        square.moveCenter(QPointF(self.width() - 0.9 * side, self.height() / 2))
        colours = current_colours()
        colour = colours.muted if self.isEnabled() else colours.edge
        _stroke(self, colour, square, _DOWN, width=1.8)


class OneLine(QLabel):
    """A line that ends in an ellipsis where room is short; the tip has it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Also the tip, for what does not fit."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the line as fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        place = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect(), place, shown)
        painter.end()


_TICK = ((0.24, 0.53), (0.43, 0.72), (0.78, 0.30))
"""Corners as shares of the square."""
_DOWN = ((0.28, 0.40), (0.50, 0.62), (0.72, 0.40))


def _stroke(
    widget: QWidget,
    colour: str,
    square: QRectF,
    corners: tuple[tuple[float, float], ...],
    *,
    width: float,
) -> None:
    pen = QPen(QColor(colour), width * current_scale())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(square.x() + across * square.width(), square.y() + down * square.height())
                for across, down in corners
            ]
        )
    )
    painter.end()
