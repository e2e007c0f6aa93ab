"""Waits after failures are spread, bounded, and never shorter than the server asked."""

from hypothesis import given
from hypothesis import strategies as st

from client.spool.backoff import CAP_S, FLOOR_S, RETRY_AFTER_CAP_S, Backoff, spacing_s

chances = st.floats(0, 1)


@given(st.integers(1, 200), chances)
def test_wait_is_drawn_from_the_whole_interval(failures: int, chance: float):
    ceiling = min(CAP_S, 2.0 ** (failures - 1)) if failures < 30 else CAP_S
    assert Backoff(failures).wait_s(chance) == max(FLOOR_S, ceiling * chance)


@given(st.integers(1, 200), chances, st.floats(0, 1e9))
def test_server_is_never_asked_earlier_than_it_said(
    failures: int, chance: float, retry_after_s: float
):
    wait_s = Backoff(failures).wait_s(chance, retry_after_s=retry_after_s)
    assert wait_s >= min(retry_after_s, RETRY_AFTER_CAP_S)
    assert wait_s <= 2 * RETRY_AFTER_CAP_S


def test_who_was_refused_together_does_not_come_back_together():
    waits = [Backoff(1).wait_s(chance / 10, retry_after_s=5.0) for chance in range(11)]
    assert (min(waits), max(waits)) == (5.1, 10.0)


def test_failures_count_up():
    assert Backoff().failed().failed() == Backoff(2)


def test_busy_server_is_asked_less_often():
    spacings = [spacing_s(1.0, load=load) for load in range(11)]
    assert spacings[0] == 1.0
    assert spacings == sorted(spacings)
    assert spacings[10] == 5.0
