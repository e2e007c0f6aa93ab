"""Every part of an installation killed, stopped or cut off in random order, under a cohort.

One rule: the order comes from a seed, one part at a time is away, and after the last one both
books are compared: what had a receipt is there once.
"""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from server.settings import read_settings
from tests.cohort.candidate import Candidate, Pace, Seen
from tests.cohort.ledger import Difference, compare
from tests.cohort.place import ROOT, Place, Postgres, variables
from tests.cohort.running import Plan, book, scripts
from tests.cohort.scripts import POLICY
from tests.cohort.wire import Connection, Network
from tests.server.redis_server import RedisServer

BETWEEN_S = (0.2, 1.0)
"""From one part's return to the next one's end."""
AWAY_S = (0.1, 1.5)
UP_WITHIN_S = 120.0
PACE = Pace(every_s=0.3, rows_per_s=3.0)


@dataclass
class Killed:
    """What a run showed."""

    kills: Counter[str] = field(default_factory=Counter)
    seen: Seen = field(default_factory=Seen)
    difference: Difference = field(default_factory=Difference)
    heads_differ: int = 0
    worst_back_s: float = 0.0
    """From a server's new start to its first answer."""


class Process:
    """A server or worker that may be killed and started again."""

    def __init__(self, arguments: list[str], environ: dict[str, str], *, port: int = 0) -> None:
        self._command = [sys.executable, "-m", "server", *arguments]
        self._environ, self.port = environ, port
        self._log = Path(environ["INVIGIL_DATA_DIR"]).with_name(f"{arguments[0]}-{port}.log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Does not wait."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                env=os.environ | self._environ,
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def signal(self, number: int) -> None:
        """To it and its children."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, number)

    def kill(self) -> None:
        """Gone, without a chance to put anything away."""
        self.signal(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()
            self._process = None

    async def answers(self) -> float:
        """Seconds until the port takes a connection; raises TimeoutError."""
        began_s = time.monotonic()
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                if self._process is not None and self._process.poll() is not None:
                    self.start()  # as its supervisor does where the database was not back yet
                if time.monotonic() - began_s > UP_WITHIN_S:
                    told = self._log.read_text("utf-8", "replace")[-2000:]
                    raise TimeoutError(f"the server did not come back: {told}") from None
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return time.monotonic() - began_s


class Installation:
    """Two servers, a worker, PostgreSQL and Redis, and everything that can happen to them."""

    def __init__(self, folder: Path, stack: ExitStack, seed: int) -> None:
        self.chance, self.killed, self.network = random.Random(seed), Killed(), Network()
        self.postgres = Postgres(folder)
        stack.callback(self.postgres.crash)
        self.postgres.start()
        self.redis = RedisServer(folder)
        stack.callback(self.redis.stop)
        self.redis.start()
        environ = variables(folder, self.postgres.url, redis=self.redis.url)
        self.servers = [
            Process(["run", "--port", str(port)], environ, port=port) for port in _ports(2)
        ]
        self.worker = Process(["worker"], environ)
        for process in (*self.servers, self.worker):
            stack.callback(process.kill)
        settings = read_settings({}, data_dir=folder / "data", database_url=self.postgres.url)
        self.place = Place([one.port for one in self.servers], settings, [], None)
        self.candidates: list[Candidate] = []

    async def up(self) -> None:
        """Starts all; the first server makes the schema before the second comes."""
        for process in self.servers:
            process.start()
            await process.answers()
        self.worker.start()

    def ways(self) -> dict[str, Callable[[], Awaitable[None]]]:
        """What can happen, by name."""
        return {
            "server killed": self._server_killed,
            "server stopped": self._server_stopped,
            "worker killed": self._worker_killed,
            "redis killed": self._redis_killed,
            "postgresql crashed": self._postgres_crashed,
            "connection's process killed": self._backend_killed,
            "machine killed": self._machine_killed,
            "network cut": self._network_cut,
        }

    async def _away(self) -> None:
        await asyncio.sleep(self.chance.uniform(*AWAY_S))

    async def _server_killed(self) -> None:
        process = self.chance.choice(self.servers)
        process.kill()
        await self._away()
        process.start()
        self.killed.worst_back_s = max(self.killed.worst_back_s, await process.answers())

    async def _server_stopped(self) -> None:
        process = self.chance.choice(self.servers)
        process.signal(signal.SIGSTOP)
        await self._away()
        process.signal(signal.SIGCONT)

    async def _worker_killed(self) -> None:
        self.worker.kill()
        await self._away()
        self.worker.start()

    async def _redis_killed(self) -> None:
        self.redis.stop()
        await self._away()
        await asyncio.to_thread(self.redis.start)

    async def _postgres_crashed(self) -> None:
        await asyncio.to_thread(self.postgres.crash)
        await self._away()
        await asyncio.to_thread(self.postgres.start)

    async def _backend_killed(self) -> None:
        """PostgreSQL then ends all of its sessions and recovers by itself."""
        children = [
            child
            for child in psutil.Process(self.postgres.pid).children()
            if "[local]" in " ".join(child.cmdline())
        ]
        if children:
            self.chance.choice(children).kill()
        await self._away()

    async def _machine_killed(self) -> None:
        self.chance.choice(self.candidates).dies = True
        await self._away()

    async def _network_cut(self) -> None:
        self.network.up = False
        await self._away()
        self.network.up = True


def run(folder: Path, kills: int, *, candidates: int = 6, seed: int = 1) -> Killed:
    """Kills so many times under so many candidates."""
    with ExitStack() as stack:
        installation = Installation(folder, stack, seed)
        return asyncio.run(_run(installation, kills, candidates, seed))


async def _run(installation: Installation, kills: int, candidates: int, seed: int) -> Killed:
    killed, place = installation.killed, installation.place
    await installation.up()
    plan = Plan(candidates, 10, 0, PACE, POLICY, seed=seed)
    tokens, _ = place.invite(candidates, minutes=plan.minutes, policy=plan.policy)
    installation.candidates = sitting = [
        Candidate(
            Connection("127.0.0.1", place.ports[number % 2], installation.network),
            tokens[number],
            script,
            pace=PACE,
            seen=killed.seen,
            seed=seed * 1000 + number,
        )
        for number, script in enumerate(scripts(plan))
    ]
    for candidate in sitting:
        await candidate.begin()
    ending = asyncio.Event()
    working = [asyncio.create_task(_work(candidate, ending)) for candidate in sitting]
    ways = installation.ways()
    # Each way comes as often as the others, in random order.
    names = [name for _ in range(-(-kills // len(ways))) for name in ways][:kills]
    installation.chance.shuffle(names)
    for name in names:
        await asyncio.sleep(installation.chance.uniform(*BETWEEN_S))
        await ways[name]()
        killed.kills[name] += 1
    ending.set()
    await asyncio.gather(*working)
    killed.heads_differ = sum(not one.agrees for one in sitting)
    with place.parts() as parts, parts.database.read() as db:
        killed.difference = compare(db, {one.machine.session: book(one) for one in sitting})
    return killed


async def _work(candidate: Candidate, ending: asyncio.Event) -> None:
    while not ending.is_set():
        await candidate.work(time.monotonic() + 2.0)
    await candidate.hand_in()


def _ports(count: int) -> list[int]:
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
