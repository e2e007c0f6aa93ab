"""The camera's picture as the proctor sees it, mirrored as in a looking glass.

One rule: it shows the newest picture only and keeps none; without one it says so in words.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from client.ui.theme import current_colours, current_scale
from client.ui.widgets.marks import Drawn


class Preview(Drawn):
    """Paints RGB pictures in their own proportions."""

    def __init__(self, *, width: int = 400, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Camera picture"))
        self._image: QImage | None = None
        self._pixels = b""
        self._width = width
        self._waiting = self.tr("Waiting for the camera …")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Three quarters as high as wide, as most cameras are."""
        # A picture needs no larger text: what is left over is for the words beside it.
        wide = self._width if current_scale() < 1.5 else min(self._width, 360)
        return QSize(wide, wide * 3 // 4)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed: a face must be seen."""
        return self.sizeHint()

    @property
    def has_picture(self) -> bool:
        """Whether a picture has come since the last `clear`."""
        return self._image is not None

    def show_rgb(self, rgb: bytes, width: int, height: int) -> None:
        """`rgb`: width * height * 3 bytes, row after row."""
        if width <= 0 or height <= 0 or len(rgb) != width * height * 3:
            return
        self._pixels = rgb
        self._image = QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888)
        self.update()

    def show_encoded(self, picture: bytes) -> None:
        """A JPEG or PNG."""
        image = QImage.fromData(picture)
        if not image.isNull():
            self._image = image
            self.update()

    def clear(self, waiting: str = "") -> None:
        """Forgets the picture and says what it waits for."""
        self._image = None
        self._pixels = b""
        self._waiting = waiting or self._waiting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture with round corners, or the waiting words."""
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect())
        spot = frame if self._image is None else self._spot(self._image.size())
        path = QPainterPath()
        path.addRoundedRect(spot, 8, 8)
        painter.setClipPath(path)
        if self._image is None:
            painter.fillRect(frame, QColor(colours.sunken))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                frame.adjusted(16, 16, -16, -16),
                int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                self._waiting,
            )
        else:
            painter.translate(spot.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(spot, self._image)
        painter.end()

    def _spot(self, picture: QSize) -> QRectF:
        """Where a picture goes: whole, and at the left edge like everything around it."""
        fits = picture.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(0, (self.height() - fits.height()) / 2, fits.width(), fits.height())
