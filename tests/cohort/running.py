"""One cohort from the invitations to the comparison of both books.

One rule: candidates, dashboards and the meter run in one event loop, whose own lateness is
measured beside everything else: a simulator that cannot keep up measures itself.
"""

import asyncio
import os
import random
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from shared.policy import Policy
from tests.cohort.candidate import Candidate, Pace, Seen
from tests.cohort.ledger import Book, Difference, compare
from tests.cohort.place import Meter, Place, Usage
from tests.cohort.scripts import PEOPLE, Script, written
from tests.cohort.watching import Watcher
from tests.cohort.wire import Connection, Network

VARIANTS = 3
"""Scripts of each kind of person; more would be computed for nothing."""
LOOK_EVERY_S = 0.1
LAST_FRAMES_S = 6.0
"""A dashboard looks by itself every five seconds: what is not there after six is missing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be tried."""

    candidates: int
    minutes: float
    dashboards: int
    pace: Pace
    policy: Policy
    storm_s: float = 0.0
    """How long the network of everybody is gone in the middle; 0: never."""
    ramp_s: float = 0.0
    """Over how many seconds they arrive; 0: a hundredth of a second each."""
    seed: int = 1


@dataclass
class Outcome:
    """What was seen."""

    seen: Seen
    shown_s: list[float]
    """From a signal's leaving its machine to each dashboard, of all pairs."""
    not_shown: int
    twice: int
    frames: int
    frame_bytes: int
    working_s: float
    """How long all of them worked."""
    storm_over_s: float | None
    """From the network's return to the last receipt of what had waited; None without a storm."""
    usage: dict[str, Usage]
    lateness_s: list[float]
    """Of the simulator's own loop."""
    books: dict[str, Book]
    difference: Difference | None
    """None where the server's database is not ours to read."""
    heads_differ: int
    """Interviews of which the server named another row, or whose last row has no receipt."""
    scripts: list[Script]
    exchanged_bytes: int
    """In both directions while they worked."""
    peak_rows_s: float
    """Rows with a receipt each second, in the best ten seconds."""


def scripts(plan: Plan) -> list[Script]:
    """One for each candidate; the same for the same plan."""
    kinds = [(person, plan.seed + variant) for variant in range(VARIANTS) for person in PEOPLE]
    made = [
        written(person, plan.minutes, plan.policy, seed=seed)
        for person, seed in kinds[: plan.candidates]
    ]
    return [made[number % len(made)] for number in range(plan.candidates)]


def run(place: Place, plan: Plan) -> Outcome:
    """The whole cohort at our own servers."""
    tokens, headers = place.invite(plan.candidates, minutes=plan.minutes, policy=plan.policy)
    outcome = asyncio.run(_sit(place, plan, tokens, headers))
    with place.parts() as parts, parts.database.read() as db:
        outcome.difference = compare(db, outcome.books)
    return outcome


async def _sit(place: Place, plan: Plan, tokens: list[str], headers: dict[str, str]) -> Outcome:
    network, seen, played = Network(), Seen(), scripts(plan)
    candidates = [
        Candidate(
            Connection("127.0.0.1", place.ports[number % len(place.ports)], network),
            token,
            played[number],
            pace=plan.pace,
            seen=seen,
            seed=plan.seed * 100_000 + number,
        )
        for number, token in enumerate(tokens)
    ]
    watchers = [
        Watcher(f"ws://127.0.0.1:{place.ports[number % len(place.ports)]}", headers)
        for number in range(plan.dashboards)
    ]
    await _arrive(candidates, plan)
    watching = [asyncio.create_task(watcher.watch()) for watcher in watchers]
    # The dashboards have their first picture before anything is measured.
    await asyncio.sleep(2.0 if watchers else 0.0)
    seen.took_s.clear()
    network.sent = network.received = 0
    meter = Meter(
        {
            "server": place.servers,
            "postgres": [] if place.postgres is None else [place.postgres],
            "simulator": [os.getpid()],
        }
    )
    began_s = time.monotonic()
    until_s = began_s + 60 * plan.minutes
    measuring = _Measuring(meter, candidates)
    looking = asyncio.create_task(measuring.look())
    storm = asyncio.create_task(_storm(candidates, network, plan)) if plan.storm_s else None
    await _all([candidate.work(until_s) for candidate in candidates])
    working_s = time.monotonic() - began_s
    # Handing in and waiting are no part of what is measured.
    meter.read()
    exchanged = network.sent + network.received
    await _end([looking])
    await _all([candidate.hand_in() for candidate in candidates])
    # Only now: who was still waiting for the next try has come back by handing in.
    storm_over_s = await storm if storm else None
    await asyncio.sleep(LAST_FRAMES_S if watchers else 0.0)
    await _end(watching)
    shown = [
        watcher.came_at[key] - at
        for watcher in watchers
        for key, at in seen.sent_at.items()
        if key in watcher.came_at
    ]
    return Outcome(
        seen=seen,
        shown_s=shown,
        not_shown=len(watchers) * len(seen.sent_at) - len(shown),
        twice=sum(watcher.twice for watcher in watchers),
        frames=sum(watcher.frames for watcher in watchers),
        frame_bytes=sum(watcher.size for watcher in watchers),
        working_s=working_s,
        storm_over_s=storm_over_s,
        usage=meter.usage,
        lateness_s=measuring.lateness_s,
        books={candidate.machine.session: book(candidate) for candidate in candidates},
        difference=None,
        heads_differ=sum(not candidate.agrees for candidate in candidates),
        scripts=played,
        exchanged_bytes=exchanged,
        peak_rows_s=measuring.peak_rows_s(),
    )


async def _arrive(candidates: list[Candidate], plan: Plan) -> None:
    over_s = plan.ramp_s or len(candidates) / 100

    async def come(candidate: Candidate, after_s: float) -> None:
        await asyncio.sleep(after_s)
        await candidate.begin()

    chance = random.Random(plan.seed)
    await _all([come(one, chance.uniform(0, over_s)) for one in candidates])


async def _storm(candidates: list[Candidate], network: Network, plan: Plan) -> float:
    """Takes the network from all of them; answers how long the way back took."""
    await asyncio.sleep(30 * plan.minutes - plan.storm_s / 2)
    network.up = False
    await asyncio.sleep(plan.storm_s)
    waiting = [(candidate, len(candidate.hashes)) for candidate in candidates]
    network.up = True
    back_s = time.monotonic()
    while any(candidate.acked < made for candidate, made in waiting):
        await asyncio.sleep(LOOK_EVERY_S)
    return time.monotonic() - back_s


async def _end(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


async def _all(works: list[Coroutine[Any, Any, None]]) -> None:
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)


class _Measuring:
    """Looks at the loop, the meter and the rows while they work."""

    def __init__(self, meter: Meter, candidates: list[Candidate]) -> None:
        self._meter, self._candidates = meter, candidates
        self.lateness_s: list[float] = []
        self._acked: list[tuple[float, int]] = []
        """When, and how many rows had their receipt."""

    async def look(self) -> None:
        """Until it is cancelled."""
        rounds = 0
        while True:
            due_s = time.monotonic() + LOOK_EVERY_S
            await asyncio.sleep(LOOK_EVERY_S)
            self.lateness_s.append(time.monotonic() - due_s)
            rounds += 1
            if rounds % 10 == 0:
                self._meter.read()
                acked = sum(candidate.acked for candidate in self._candidates)
                self._acked.append((time.monotonic(), acked))

    def peak_rows_s(self) -> float:
        """Rows a second in the best ten looks, a second or more each; of all where it was fewer."""
        over = min(10, len(self._acked) - 1)
        if over < 1:
            return 0.0
        pairs = zip(self._acked, self._acked[over:], strict=False)
        return max((after - before) / (at - from_) for (from_, before), (at, after) in pairs)


def book(candidate: Candidate) -> Book:
    """What a candidate knows, once it is done."""
    whole = candidate.behind == 0
    signals = candidate.shown if whole else -1
    return Book(candidate.hashes, candidate.acked, candidate.revisions, signals)
