"""Counting, with time passed in; the same counts in a real Redis, and without it."""

import os
import socket
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import rates
from server.rates import Limit, Rates, SignInRates
from tests.server.support import Clock

THREE = Limit("three", 3, 60)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def counts(request: pytest.FixtureRequest, clock: Clock) -> Rates:
    if request.param == "memory":
        return Rates(clock)
    import redis

    url = f"{os.environ['INVIGIL_TEST_REDIS']}/7"
    with redis.Redis.from_url(url) as there:
        there.flushdb()
    return Rates(clock, url)


def test_a_limit_lets_through_as_many_as_it_says_and_names_the_wait(counts: Rates):
    assert [counts.hit(THREE, "a") for _ in range(3)] == [0, 0, 0]
    assert counts.hit(THREE, "a") in range(59, 61)
    assert counts.wait(THREE, "a") in range(59, 61)
    assert counts.hit(THREE, "b") == 0
    counts.forget(THREE, "a")
    assert counts.hit(THREE, "a") == 0


def test_looking_counts_nothing(counts: Rates):
    assert [counts.wait(THREE, "a") for _ in range(9)] == [0] * 9


def test_the_window_moves(clock: Clock):
    counts = Rates(clock)
    for _ in range(3):
        counts.hit(THREE, "a")
        clock.advance(seconds=10)
    assert counts.hit(THREE, "a") == 30
    clock.advance(seconds=30)
    assert counts.hit(THREE, "a") == 0


def test_memory_is_bounded(clock: Clock):
    counts = Rates(clock)
    for number in range(rates.MAX_KEYS + 10):
        counts.hit(THREE, str(number))
    assert len(counts._here._times) == rates.MAX_KEYS


@pytest.mark.expects_log
def test_without_its_redis_it_counts_in_memory(clock: Clock, caplog: pytest.LogCaptureFixture):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    counts = Rates(clock, f"redis://127.0.0.1:{port}")
    assert [counts.hit(THREE, "a") for _ in range(4)] == [0, 0, 0, 60]
    assert len(caplog.records) == 1, "said once, not with every request"


@given(st.lists(st.floats(0, 600), min_size=1, max_size=60).map(sorted))
def test_never_more_than_the_limit_in_any_window(times: list[float]) -> None:
    clock, four = Clock(), Limit("four", 4, 60)
    start, counts = clock.now, Rates(clock)
    allowed: list[float] = []
    for at in times:
        clock.now = start
        clock.advance(seconds=at)
        if counts.hit(four, "a") == 0:
            allowed.append(at)
    for first in allowed:
        assert sum(first <= at < first + 59.99 for at in allowed) <= 4


def test_guessing_one_account_from_here_leaves_others_alone(counts: Rates):
    sign_in = SignInRates(counts, 3, timedelta(seconds=60))
    assert [sign_in.attempt("a", "1") for _ in range(3)] == [0, 0, 0]
    assert sign_in.attempt("a", "1") > 0
    assert sign_in.attempt("a", "2") == 0
    assert sign_in.attempt("b", "1") == 0
    sign_in.succeeded("a", "1")
    assert sign_in.attempt("a", "1") == 0


def test_many_addresses_together_are_stopped_for_one_account(clock: Clock):
    sign_in = SignInRates(Rates(clock), 2, timedelta(seconds=60))
    assert sum(sign_in.attempt("a", str(n)) == 0 for n in range(30)) == 10


def test_one_address_is_stopped_for_many_accounts(clock: Clock):
    sign_in = SignInRates(Rates(clock), 2, timedelta(seconds=60))
    assert sum(sign_in.attempt(f"mail{n}", "1") == 0 for n in range(60)) == 40
