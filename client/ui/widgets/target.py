"""The points of the gaze calibration, over the whole window and nothing else on it.

One rule: the point stands where the flow says, in millimetres; it glides and shrinks only where
moving things are welcome, and Escape leaves at once.
"""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from client.exam import POINTS, Gaze, points
from client.ui.millimetres import from_mm
from client.ui.theme import current_calm, current_colours, current_scale
from client.ui.widgets.marks import Drawn
from client.ui.widgets.parts import button, label

GLIDE_MS = 350
"""Within `client.exam.gaze.SETTLE_MS`, which leaves the eyes their time to follow."""
SHRINK_MS = 900
LARGE_PX, SMALL_PX, DOT_PX = 26.0, 13.0, 4.0
"""Radii: the ring at first and in the end, and the dot to look at."""


class Target(Drawn):
    """Covers its window while points are looked at; `left` is the wish to stop."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("target_layer")
        self.setAccessibleName(self.tr("Look at the point"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gaze = Gaze()
        self._still = False
        self._from, self._to, self._at = QPointF(), QPointF(), QPointF()
        self._radius = SMALL_PX
        self._glide = self._animation(GLIDE_MS, self._glided)
        self._shrink = self._animation(SHRINK_MS, self._shrunk)
        self._glide.finished.connect(self._shrink.start)
        self._count = label(role="muted", name="count_label", wrap=False)
        self._count.setParent(self)
        self._skip = button(self.tr("Skip (Esc)"), "quiet", name="skip_button")
        self._skip.setParent(self)
        self._skip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._skip.clicked.connect(self.left)
        self.hide()

    def show_gaze(self, gaze: Gaze, *, still: bool) -> None:
        """The present point, or nothing where none is looked at; `still`: without motion."""
        before, self._gaze = self._gaze, gaze
        aiming = gaze.stage in ("aiming", "fitting")
        if not aiming:
            self._end()
            return
        if self.isHidden():
            self._begin()
            before = Gaze()
        self._still = still or _is_calm(self)
        if (gaze.number, gaze.began_ms) != (before.number, before.began_ms) or not before.place:
            self._go(first=gaze.number == 0)
        self._count.setText(
            self.tr("{n} of {count}").format(n=gaze.number + 1, count=POINTS)
            if gaze.stage == "aiming"
            else self.tr("Working out the result …")
        )
        self._place_controls()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The point stays where it is on the screen."""
        super().resizeEvent(event)
        self._place_controls()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, how much is there, dot."""
        colours, scale = current_colours(), current_scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.ground))
        if self._gaze.stage == "aiming":
            radius = self._radius * scale
            ring = QRectF(self._at.x() - radius, self._at.y() - radius, 2 * radius, 2 * radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            painter.drawEllipse(ring)
            pen = QPen(QColor(colours.accent), 3 * scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * self._gaze.share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(self._at, DOT_PX * scale, DOT_PX * scale)
        painter.end()

    def _begin(self) -> None:
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus()

    def _end(self) -> None:
        self._glide.stop()
        self._shrink.stop()
        self.hide()

    def _go(self, *, first: bool) -> None:
        place = self._gaze.place
        if place is None:
            return
        point = points(place)[self._gaze.number]
        self._from, self._to = self._at, from_mm(self, point.x_mm, point.y_mm)
        self._glide.stop()
        self._shrink.stop()
        if self._still or first:
            self._at, self._radius = self._to, SMALL_PX
        if not self._still:
            self._radius = LARGE_PX
            (self._shrink if first else self._glide).start()

    def _animation(self, length_ms: int, step: object) -> QVariantAnimation:
        made = QVariantAnimation(self)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.setDuration(length_ms)
        made.setEasingCurve(QEasingCurve.Type.InOutQuad)
        made.valueChanged.connect(step)
        return made

    def _glided(self, share: float) -> None:
        self._at = self._from + (self._to - self._from) * share
        self.update()

    def _shrunk(self, share: float) -> None:
        self._radius = LARGE_PX + (SMALL_PX - LARGE_PX) * share
        self.update()

    def _place_controls(self) -> None:
        """On the lowest row, between its points."""
        for item, across in ((self._count, 0.29), (self._skip, 0.71)):
            size = item.sizeHint()
            left = round(self.width() * across - size.width() / 2)
            item.setGeometry(
                left, round(self.height() * 0.92 - size.height() / 2), size.width(), size.height()
            )


def _is_calm(widget: QWidget) -> bool:
    """Whether the system asks for less motion, or the style for no animations."""
    if current_calm():
        return True
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) == 0
