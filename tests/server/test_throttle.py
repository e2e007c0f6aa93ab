"""Counting failed sign-ins, with time passed in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from server.throttle import MAX_KEYS, Throttle

T0 = datetime(2026, 11, 23, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def test_limit_counts_within_the_window_only() -> None:
    throttle = Throttle(3, timedelta(seconds=60))
    assert [throttle.attempt("a", "1", now=at(t)) for t in (0, 10, 20)] == [0, 0, 0]
    assert throttle.attempt("a", "1", now=at(30)) == 30
    assert throttle.attempt("a", "1", now=at(60)) == 0


def test_other_address_still_gets_in_and_other_account_too() -> None:
    throttle = Throttle(3, timedelta(seconds=60))
    for t in range(3):
        throttle.attempt("a", "1", now=at(t))
    assert throttle.attempt("a", "1", now=at(4)) > 0
    assert throttle.attempt("a", "2", now=at(4)) == 0
    assert throttle.attempt("b", "1", now=at(4)) == 0


def test_many_addresses_together_are_stopped_for_one_account() -> None:
    throttle = Throttle(2, timedelta(seconds=60))
    allowed = sum(throttle.attempt("a", str(n), now=at(0)) == 0 for n in range(30))
    assert allowed == 10


def test_success_forgets() -> None:
    throttle = Throttle(2, timedelta(seconds=60))
    for _ in range(100):
        assert throttle.attempt("a", "1", now=at(0)) == 0
        throttle.succeeded("a", "1")


def test_memory_is_bounded() -> None:
    throttle = Throttle(2, timedelta(seconds=60))
    for n in range(MAX_KEYS):
        throttle.attempt(f"mail{n}", f"address{n}", now=at(0))
    assert len(throttle._failures) <= MAX_KEYS


@given(st.lists(st.floats(0, 600), min_size=1, max_size=60).map(sorted))
def test_never_more_than_the_limit_in_any_window(times: list[float]) -> None:
    throttle = Throttle(4, timedelta(seconds=60))
    allowed = [t for t in times if throttle.attempt("a", "1", now=at(t)) == 0]
    for start in allowed:
        assert sum(start <= t < start + 59.99 for t in allowed) <= 4
