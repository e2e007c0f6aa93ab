"""Processes hear each other through Redis, and go on without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.doorbell import LIVE, ring_of
from server.shared_doorbell import SharedDoorbell
from tests.server.redis_server import RedisServer, until

pytestmark = pytest.mark.redis


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bells(redis_server: RedisServer) -> Iterator[tuple[SharedDoorbell, SharedDoorbell]]:
    """Two processes' bells, both connected."""
    pair = SharedDoorbell(redis_server.url), SharedDoorbell(redis_server.url)
    for bell in pair:
        bell.start()
    for here, there in (pair, pair[::-1]):
        heard: list[str] = []
        stop = there.listen(heard.append)
        until(lambda here=here, heard=heard: here.ring("hello") or "hello" in heard)
        stop()
    yield pair
    for bell in pair:
        bell.stop()


def test_a_ring_is_heard_here_at_once_and_in_the_other_process(bells):
    here, there = bells
    near, far = [], []
    here.listen(near.append)
    there.listen(far.append)
    here.ring(LIVE)
    assert near.count(LIVE) == 1
    until(lambda: LIVE in far)
    there.ring("last")
    until(lambda: "last" in near)
    assert near.count(LIVE) == 1, "its own ring did not come back"


@pytest.mark.expects_log
def test_after_a_restart_of_redis_everything_rings_and_rings_go_on(bells, redis_server):
    here, there = bells
    redis_server.stop()
    far: list[str] = []
    there.listen(far.append)
    here.ring("lost")
    redis_server.start()
    until(lambda: LIVE in far and ring_of("scoring") in far)
    until(lambda: here.ring("again") or "again" in far)
    assert "lost" not in far


def test_stopping_is_quick_and_a_stopped_bell_still_rings_here(bells):
    here, _ = bells
    heard: list[str] = []
    here.listen(heard.append)
    here.stop()
    here.ring(LIVE)
    assert LIVE in heard
