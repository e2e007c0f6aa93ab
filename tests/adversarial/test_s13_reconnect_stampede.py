"""S13: a server that comes back is not brought down by everybody who waited for it.

A thousand machines by the app's own waits (`client.spool.backoff`) against a server that takes half
as much again as they send between outages, and refuses whom it would keep waiting for two seconds.
One rule: time is a number here, and chance has a seed.
"""

import heapq
import random
import statistics
from collections import Counter
from dataclasses import dataclass, field

import pytest

from client.spool.backoff import CAP_S, Backoff, spacing_s
from server.load import level_of

MACHINES = 1000
A_SECOND = 150
"""Batches that the server takes."""
PATIENCE_S = 2.0
RETRY_AFTER_S = 5.0
AWAY_S = 120.0
EVERY_S = 10.0
"""Between two batches of a machine without a backlog."""


@dataclass
class Server:
    """One queue: a batch waits for those before it."""

    free_at: float = AWAY_S
    waits: list[float] = field(default_factory=list)
    refused: int = 0

    def ask(self, at: float) -> float | None:
        """When the batch is committed; None: refused with Retry-After."""
        wait = max(0.0, self.free_at - at)
        if wait > PATIENCE_S:
            self.refused += 1
            return None
        self.free_at = max(self.free_at, at) + 1 / A_SECOND
        self.waits.append(self.free_at - at)
        return self.free_at

    def load(self, at: float) -> int:
        """What the receipt of a batch says that has waited since this moment."""
        return level_of(self.free_at - at)


@dataclass
class Stampede:
    back: dict[int, float] = field(default_factory=dict)
    """When each machine's first batch was committed."""
    asked: list[float] = field(default_factory=list)
    early: int = 0
    """Requests before the moment that the server had named."""


def stampede(seed: int, *, jitter: bool = True) -> tuple[Stampede, Server]:
    """All machines lose the server within a second, and have it back after `AWAY_S`."""
    chance = random.Random(seed)
    server, found = Server(), Stampede()
    turns = [(chance.random(), number, Backoff(), 0.0) for number in range(MACHINES)]
    heapq.heapify(turns)
    while turns and turns[0][0] < AWAY_S + 120:
        at, number, backoff, not_before = heapq.heappop(turns)
        found.early += at < not_before
        told = None
        if at >= AWAY_S:
            found.asked.append(at)
            done = server.ask(at)
            if done is not None:
                found.back.setdefault(number, done)
                pause = spacing_s(EVERY_S, load=server.load(at))
                heapq.heappush(turns, (done + pause, number, Backoff(), 0.0))
                continue
            told = RETRY_AFTER_S
        backoff = backoff.failed()
        drawn = chance.random() if jitter else 1.0
        pause = backoff.wait_s(drawn, retry_after_s=told)
        heapq.heappush(turns, (at + pause, number, backoff, at + (told or 0.0)))
    return found, server


@pytest.mark.parametrize("seed", range(5))
def test_a_thousand_machines_come_back_spread_out(seed: int) -> None:
    found, server = stampede(seed)
    assert len(found.back) == MACHINES
    last = max(found.back.values()) - AWAY_S
    assert last <= CAP_S + 2 * RETRY_AFTER_S, "everybody is back soon after the longest wait"
    assert found.early == 0, "Retry-After is honoured"
    p95 = statistics.quantiles(server.waits, n=20)[-1]
    assert p95 <= PATIENCE_S
    busiest = max(Counter(int(at) for at in found.asked).values())
    assert busiest <= 1.5 * A_SECOND
    assert server.refused <= MACHINES / 20


def test_without_chance_in_the_waits_they_would_come_as_one() -> None:
    """The measure itself: the same machines without jitter are a stampede."""
    found, server = stampede(1, jitter=False)
    busiest = max(Counter(int(at) for at in found.asked).values())
    assert busiest > 5 * A_SECOND
    assert server.refused > MACHINES / 2
