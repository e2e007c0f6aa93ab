"""From pixels of the window to millimetres on the candidate's screen, and back.

One rule: the system's word on the screen's size is believed only where it is plausible; else a
usual screen is assumed, and whoever shows or records a length can tell.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from client.exam import Place

ASSUMED_DIAGONAL_MM = 356.0
"""14 inches: the middle of the laptops that are sold; a desk's screen has up to twice that."""
SMALLEST_MM, LARGEST_MM = 100.0, 2_500.0
UNLIKE = 1.2
"""Pixels are square to within this ratio; projectors and remote desktops report otherwise."""
COARSEST_MM, FINEST_MM = 0.8, 0.03
"""A pixel's side: from a television to a telephone."""


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """A screen in millimetres."""

    width_mm: float
    height_mm: float
    measured: bool
    """False: assumed."""


def size_of(physical_mm: tuple[float, float], pixels: tuple[int, int]) -> ScreenSize:
    """The size that the system tells, or the assumed one in the screen's own proportions."""
    wide, high = physical_mm
    across, down = max(1, pixels[0]), max(1, pixels[1])
    if all(SMALLEST_MM <= side <= LARGEST_MM for side in physical_mm):
        pitch, other = wide / across, high / down
        square = max(pitch, other) / min(pitch, other) <= UNLIKE
        if square and FINEST_MM <= pitch <= COARSEST_MM:
            return ScreenSize(wide, high, measured=True)
    scale = ASSUMED_DIAGONAL_MM / math.hypot(across, down)
    return ScreenSize(across * scale, down * scale, measured=False)


def screen_of(window: QWidget) -> ScreenSize:
    """The screen that the window is on."""
    screen = window.screen()
    physical, pixels = screen.physicalSize(), screen.size()
    return size_of((physical.width(), physical.height()), (pixels.width(), pixels.height()))


def place_of(window: QWidget) -> Place:
    """The screen and the window on it."""
    size, screen = screen_of(window), window.screen().geometry()
    across = size.width_mm / max(1, screen.width())
    down = size.height_mm / max(1, screen.height())
    corner = window.mapToGlobal(QPointF(0, 0)) - QPointF(screen.topLeft())
    left, top = corner.x() * across, corner.y() * down
    return Place(
        width_mm=size.width_mm,
        height_mm=size.height_mm,
        left_mm=left,
        top_mm=top,
        right_mm=left + window.width() * across,
        bottom_mm=top + window.height() * down,
        measured=size.measured,
    )


def to_mm(widget: QWidget, on_desktop: QPointF) -> tuple[float, float]:
    """A point of the desktop as millimetres on the widget's screen."""
    size, screen = screen_of(widget), widget.screen().geometry()
    inside = on_desktop - QPointF(screen.topLeft())
    return (
        inside.x() * size.width_mm / max(1, screen.width()),
        inside.y() * size.height_mm / max(1, screen.height()),
    )


def from_mm(widget: QWidget, x_mm: float, y_mm: float) -> QPointF:
    """A point of the screen in the widget's own pixels."""
    size, screen = screen_of(widget), widget.screen().geometry()
    on_desktop = QPointF(screen.topLeft()) + QPointF(
        x_mm * screen.width() / size.width_mm, y_mm * screen.height() / size.height_mm
    )
    return widget.mapFromGlobal(on_desktop)
