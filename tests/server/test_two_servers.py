"""Two server processes on one PostgreSQL and one Redis: who watches at one sees what reaches the
other, and does not wait for its own look at the database.
"""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from sqlmodel import col, select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from server.auth.people import Role
from server.deps import Parts
from server.live.feeds import LOOK_EVERY_S
from server.models import ProctoringEvent
from server.settings import Settings
from shared.events import Severity, SignalOpened
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.redis_server import RedisServer
from tests.server.support import add_person, bearer
from tests.server.test_power_cut import free_port

pytestmark = [
    pytest.mark.redis,
    pytest.mark.parametrize(
        "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
    ),
]
ROOT = Path(__file__).parents[2]
MACHINES, ROUNDS = 4, 8


@contextmanager
def running(settings: Settings, redis_url: str) -> Iterator[int]:
    """The port of a server process, which ends with the block."""
    port = free_port()
    environ = {
        "INVIGIL_DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": redis_url,
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", str(port)],
        env=os.environ | environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("Invigil listens on")
        yield port
        server.terminate()
        assert server.wait(timeout=20) == 0
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def test_a_watcher_at_one_server_sees_at_once_what_reaches_the_other(
    settings: Settings, beside: Parts, password_hash: str, tmp_path: Path
) -> None:
    person = add_person(beside, password_hash, role=Role.ADMIN, email="ada@example.org")
    redis = RedisServer(tmp_path)
    redis.start()
    with ExitStack() as open_now:
        open_now.callback(redis.stop)
        here, other = (open_now.enter_context(running(settings, redis.url)) for _ in range(2))
        base = f"http://127.0.0.1:{other}"
        http = open_now.enter_context(httpx.Client(base_url=base, trust_env=False, timeout=20))
        machines = [
            CandidateMachine(http, invite(beside, person).token, now=beside.now())
            for _ in range(MACHINES)
        ]
        for machine in machines:
            machine.claim()
            machine.start()
        watching = open_now.enter_context(
            connect(
                f"ws://127.0.0.1:{here}/api/admin/ws/dashboard",
                additional_headers=bearer(beside, person),
                proxy=None,
            )
        )
        assert json.loads(watching.recv(timeout=10))["type"] == "snapshot"
        seen: dict[tuple[str, int], float] = {}

        def watch() -> None:
            try:
                while True:
                    for event in json.loads(watching.recv()).get("events", ()):
                        key = (event["session"], event["seq"])
                        assert key not in seen, "it came twice"
                        seen[key] = time.monotonic()
            except ConnectionClosed:
                pass

        watcher = threading.Thread(target=watch)
        watcher.start()
        delays: list[float] = []

        def send(machine: CandidateMachine) -> float:
            machine.append(
                SignalOpened(signal="face_absent", severity=Severity.LOW, onset_ms=1000, at_ms=2000)
            )
            machine.sync(machine.rows[-1:])
            return time.monotonic()

        with ThreadPoolExecutor(MACHINES) as four:
            for _ in range(ROUNDS):
                done = list(four.map(send, machines))
                rows = [(machine.session, machine.head.seq) for machine in machines]
                wanted = dict(zip(rows, done, strict=True))
                until = time.monotonic() + 3 * LOOK_EVERY_S
                while not wanted.keys() <= seen.keys() and time.monotonic() < until:
                    time.sleep(0.01)
                delays += [seen[key] - at for key, at in wanted.items()]
        watching.close()
        watcher.join(10)
        with beside.database.read() as db:
            kept = db.exec(
                select(ProctoringEvent.session_id, ProctoringEvent.seq).where(
                    col(ProctoringEvent.kind) == "signal.opened"
                )
            ).all()
        beside.database.close()
    assert len(kept) == MACHINES * ROUNDS
    assert set(kept) <= seen.keys()
    # Without Redis a frame comes with the next look: half of LOOK_EVERY_S on average.
    assert statistics.median(delays) < LOOK_EVERY_S / 6
