import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.detectors import yolox
from client.proctor.detectors.yolox import EDGE, cells_of, found, input_size, letterboxed, overlap

SQUARE = (EDGE, EDGE)
CELLS = 52 * 52 + 26 * 26 + 13 * 13
PHONE, PERSON = 67, 0


def silence() -> np.ndarray:
    return np.zeros((1, CELLS, 85), np.float32)


def say(output: np.ndarray, kind: int, box: tuple[float, ...], sure: float) -> None:
    """Puts an object at `box` (centre, width, height in input pixels) into a cell of stride 8."""
    x, y, width, height = box
    column, row = int(x // 8), int(y // 8)
    cell = row * 52 + column
    output[0, cell, :4] = (x / 8 - column, y / 8 - row, math.log(width / 8), math.log(height / 8))
    output[0, cell, 4], output[0, cell, 5 + kind] = 1.0, sure


def test_a_box_is_in_shares_of_the_frame_whatever_its_shape() -> None:
    output = silence()
    say(output, PHONE, (104, 52, 41.6, 20.8), 0.8)
    (wide,) = found(output, (720, 1280, 3), (PHONE,), 0.5, given=SQUARE)
    (high,) = found(output, (1280, 720, 3), (PHONE,), 0.5, given=SQUARE)
    assert wide.box == pytest.approx((0.2, 0.1 * 16 / 9, 0.1, 0.05 * 16 / 9), abs=1e-5)  # float32
    assert high.box == pytest.approx((0.2 * 16 / 9, 0.1, 0.1 * 16 / 9, 0.05), abs=1e-5)  # float32
    assert (wide.kind, wide.confidence) == (PHONE, pytest.approx(0.8))  # float32 of 0.8


def test_two_boxes_of_one_object_are_one_and_of_two_objects_are_two() -> None:
    output = silence()
    say(output, PERSON, (100, 200, 80, 160), 0.9)
    say(output, PERSON, (108, 208, 80, 160), 0.7)
    say(output, PERSON, (300, 200, 80, 160), 0.6)
    seen = found(output, (416, 416, 3), (PERSON,), 0.5, given=SQUARE)
    assert [round(each.confidence, 1) for each in seen] == [0.9, 0.6]


def test_a_part_of_a_person_is_no_second_person() -> None:
    output = silence()
    say(output, PERSON, (200, 200, 200, 300), 0.9)
    say(output, PERSON, (240, 280, 60, 60), 0.8)
    assert len(found(output, (416, 416, 3), (PERSON,), 0.5, given=SQUARE)) == 1


def test_kinds_that_were_not_asked_for_and_doubtful_ones_are_left_out() -> None:
    output = silence()
    say(output, PERSON, (100, 200, 80, 160), 0.9)
    say(output, PHONE, (300, 200, 30, 60), 0.3)
    assert found(output, (416, 416, 3), (PHONE,), 0.5, given=SQUARE) == ()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 1e30])
def test_numbers_that_are_none_are_no_boxes(number: float) -> None:
    output = silence()
    say(output, PHONE, (104, 52, 40, 20), 0.9)
    output[0, :, 2:4] = number
    assert found(output, (480, 640, 3), (PHONE,), 0.5, given=SQUARE) == ()
    output[:] = number
    for each in found(output, (480, 640, 3), (PHONE,), 0.5, given=SQUARE):
        assert all(math.isfinite(value) for value in each.box)


def test_an_output_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match=r"expected an output of \(1, 3549, 85\)"):
        found(np.zeros((1, 8400, 85), np.float32), (480, 640, 3), (PHONE,), 0.5, given=SQUARE)


def test_a_cell_lies_where_the_picture_s_own_size_puts_it() -> None:
    size = input_size((480, 640, 3))
    assert size == (320, 416)
    output = np.zeros((1, cells_of(size), 85), np.float32)
    cell = 52 * 40 + 26 * 20 + 12  # the thirteenth of the first row of stride 32
    output[0, cell, :4] = (0.5, 0.5, math.log(2), math.log(1))
    output[0, cell, 4], output[0, cell, 5 + PHONE] = 1.0, 0.9
    (one,) = found(output, (480, 640, 3), (PHONE,), 0.5, given=size)
    scale = 640 / EDGE
    wanted = (
        (12.5 * 32 - 32) * scale / 640,
        0.0,
        64 * scale / 640,
        32 * scale / 480,
    )
    assert one.box == pytest.approx(wanted, abs=1e-5)  # float32


@given(st.integers(1, 900), st.integers(1, 900))
def test_every_frame_fits_into_its_input_with_less_than_a_cell_to_spare(
    height: int, width: int
) -> None:
    size = input_size((height, width, 3))
    assert max(size) == EDGE
    assert all(edge % 32 == 0 for edge in size)
    assert input_size((height, width, 3), square=True) == SQUARE
    seen = letterboxed(np.full((height, width, 3), 200, np.uint8), size)
    assert seen.shape == (1, 3, *size)
    assert {float(each) for each in np.unique(seen)} <= {114.0, 200.0}
    for last in (seen[0, 0, :, 0], seen[0, 0, 0, :]):
        assert (last == 114).sum() < 32
        assert last[0] == 200


def test_the_network_sees_blue_first() -> None:
    red = np.zeros((10, 10, 3), np.uint8)
    red[:, :, 0] = 255
    assert list(letterboxed(red, SQUARE)[0, :, 0, 0]) == [0, 0, 255]


boxes = st.tuples(*[st.floats(-1, 1)] * 2, *[st.floats(0, 2)] * 2)


@given(boxes, boxes)
def test_what_two_boxes_share_is_symmetric_and_at_most_the_smaller(
    first: yolox.Box, second: yolox.Box
) -> None:
    both = overlap(first, second)
    assert both == overlap(second, first)
    smaller = min(first[2] * first[3], second[2] * second[3])
    assert 0 <= both <= smaller + 1e-9
