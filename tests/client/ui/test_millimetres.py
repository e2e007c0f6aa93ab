"""Lengths on the candidate's screen: believed where plausible, assumed and said so otherwise."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from client.ui.millimetres import (
    ASSUMED_DIAGONAL_MM,
    ScreenSize,
    from_mm,
    place_of,
    size_of,
    to_mm,
)
from client.ui.window import Window


@pytest.mark.parametrize(
    ("physical_mm", "pixels"),
    [
        ((309, 174), (1920, 1080)),
        ((597, 336), (2560, 1440)),
        ((344, 215), (1440, 900)),
        ((1430, 800), (3840, 2160)),
    ],
)
def test_a_plausible_size_is_believed(physical_mm: tuple[int, int], pixels: tuple[int, int]):
    assert size_of(physical_mm, pixels) == ScreenSize(*physical_mm, measured=True)


@pytest.mark.parametrize(
    ("physical_mm", "pixels"),
    [
        ((0, 0), (1920, 1080)),
        ((160, 90), (100, 56)),
        ((16, 9), (1920, 1080)),
        ((1600, 900), (1024, 768)),
        ((520, 520), (1920, 1080)),
        ((float("nan"), 200), (1280, 800)),
    ],
)
def test_an_implausible_size_is_replaced_by_a_usual_one_in_the_same_shape(
    physical_mm: tuple[float, float], pixels: tuple[int, int]
):
    size = size_of(physical_mm, pixels)
    assert not size.measured
    diagonal = math.hypot(size.width_mm, size.height_mm)
    assert round(diagonal - ASSUMED_DIAGONAL_MM, 6) == 0
    assert round(size.width_mm / size.height_mm - pixels[0] / pixels[1], 6) == 0


NUMBERS = st.floats(allow_nan=True, allow_infinity=True)


@given(NUMBERS, NUMBERS, st.integers(-10, 10_000), st.integers(-10, 10_000))
def test_whatever_the_system_tells_there_is_a_size(
    wide: float, high: float, across: int, down: int
):
    size = size_of((wide, high), (across, down))
    assert size.width_mm > 0
    assert size.height_mm > 0


def test_a_point_of_the_screen_is_found_again_in_the_window(window: Window):
    window.move(30, 40)
    x_mm, y_mm = to_mm(window, window.mapToGlobal(QPointF(200, 100)))
    back = from_mm(window, x_mm, y_mm)
    # Half a pixel is below what eyes or mice can tell.
    assert abs(back.x() - 200) < 0.5
    assert abs(back.y() - 100) < 0.5


def test_the_place_of_the_window_lies_between_its_own_edges(window: Window):
    place = place_of(window)
    assert place.left_mm < place.right_mm
    assert place.top_mm < place.bottom_mm
