"""A machine gets the largest model whose text comes in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech.pace import TEXT_WITHIN_S, WHOLE, estimated_s, largest_in_time

TINY, BASE, SMALL = 75_538_270, 145_217_532, 483_546_902


@pytest.mark.parametrize(
    ("encoder_s", "chosen"), [(0.05, SMALL), (0.18, SMALL), (0.25, BASE), (0.6, BASE), (0.9, TINY)]
)
def test_the_slower_the_machine_the_smaller_the_model(encoder_s: float, chosen: int):
    sizes = [SMALL, BASE, TINY]
    assert sizes[largest_in_time(sizes, encoder_s)] == chosen


def test_a_machine_that_is_too_slow_for_any_still_gets_the_smallest():
    assert largest_in_time([SMALL, TINY], 60.0) == 1


@given(
    sizes=st.lists(st.integers(1, 10**9), min_size=1, max_size=4),
    encoder_s=st.floats(0.001, 100.0),
)
def test_what_is_chosen_is_quick_enough_or_the_smallest(sizes: list[int], encoder_s: float):
    chosen = sizes[largest_in_time(sizes, encoder_s)]
    took = estimated_s(encoder_s, measured_bytes=min(sizes), model_bytes=chosen)
    assert took <= TEXT_WITHIN_S or chosen == min(sizes)
    assert took == pytest.approx(encoder_s * WHOLE * chosen / min(sizes))
