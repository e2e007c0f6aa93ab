"""The figure in every receipt: what batches waited lately, and nothing once nobody asks."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.load import HALF_LIFE_S, Load


@dataclass
class Watch:
    s: float = 0.0

    def __call__(self) -> float:
        return self.s


def batch(load: Load, watch: Watch, took_s: float) -> None:
    with load.batch():
        watch.s += took_s


def fail(load: Load, watch: Watch) -> None:
    with load.batch():
        watch.s += 4.0
        raise RuntimeError


def test_quick_batches_are_no_load_and_slow_ones_are() -> None:
    watch = Watch()
    load = Load(watch)
    assert load.level() == 0
    for _ in range(50):
        batch(load, watch, 0.02)
    assert load.level() == 0
    for _ in range(40):
        batch(load, watch, 0.5)
    assert 4 <= load.level() <= 6
    for _ in range(20):
        batch(load, watch, 5.0)
    assert load.level() == 10


def test_the_load_falls_by_itself() -> None:
    watch = Watch()
    load = Load(watch)
    for _ in range(10):
        batch(load, watch, 3.0)
    before = load.level()
    watch.s += 3 * HALF_LIFE_S
    between = load.level()
    watch.s += 20 * HALF_LIFE_S
    assert before > between > load.level() == 0


def test_a_batch_that_fails_has_waited_too() -> None:
    watch = Watch()
    load = Load(watch)
    for _ in range(5):
        with pytest.raises(RuntimeError):
            fail(load, watch)
    assert load.level() > 5


@given(st.lists(st.floats(0, 1e6), max_size=40))
def test_it_is_always_a_figure_of_the_contract(waits: list[float]) -> None:
    watch = Watch()
    load = Load(watch)
    for wait in waits:
        batch(load, watch, wait)
        assert load.level() in range(11)
