"""Several server processes write while somebody watches: none is missed, none comes twice."""

import json
import subprocess
import sys
import time

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from server.auth.people import Person
from server.deps import Parts
from server.live.wall import Wall, Watch
from server.models import ProctoringEvent
from server.settings import Settings
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.live_support import told

WRITERS, ROUNDS = 4, 25
NURSERY = """
import json, os, random, select, sys, time
from datetime import UTC, datetime
from pathlib import Path
from server.db import open_database
from server.models import ProctoringEvent
from server.settings import read_settings

asked = json.loads(sys.argv[1])

def write(session, chance):
    database = open_database(
        read_settings({}, data_dir=Path(asked["data_dir"]), database_url=asked["url"])
    )
    number = -1
    # At least so many, and until the parent has seen enough: it closes our standard input.
    while (number := number + 1) < asked["rounds"] or not select.select([0], [], [], 0)[0]:
        with database.write() as db:
            for part in range(2):
                db.add(ProctoringEvent(
                    session_id=session, seq=1 + number * 2 + part, kind="signal.opened",
                    signal="face_absent", severity="low", received_at=datetime.now(UTC),
                ))
                db.flush()
                # Where several may write at once, commits overtake each other here.
                if asked["url"]:
                    time.sleep(chance.choice((0, 0.001, 0.01)))
    database.close()

for session in asked["sessions"]:
    if os.fork() == 0:
        write(session, random.Random(session))
        os._exit(0)
codes = [os.wait()[1] for _ in asked["sessions"]]
sys.exit(max(codes) and 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="forks its writers")
def test_four_writer_processes_and_a_watcher(
    client: TestClient, parts: Parts, admin: Person, settings: Settings
):
    machines = [
        CandidateMachine(client, invite(parts, admin).token, now=parts.now())
        for _ in range(WRITERS)
    ]
    for machine in machines:
        machine.claim()
        machine.start()
    asked = {
        "data_dir": str(settings.data_dir),
        "url": None if parts.database.is_sqlite else settings.database,
        "sessions": [machine.session for machine in machines],
        "rounds": ROUNDS,
    }
    wall = Wall(parts, admin)
    watch = Watch(parts, admin, wall)
    watch.snapshot("0.0")
    seen: list[tuple[str, int]] = []
    frames = 0

    command = [sys.executable, "-c", NURSERY, json.dumps(asked)]
    writers = subprocess.Popen(command, stdin=subprocess.PIPE)

    def look() -> None:
        nonlocal frames
        while (frame := told(wall, watch, admin)) is not None:
            frames += 1
            seen.extend((event["session"], event["seq"]) for event in frame["events"])
            # It watched meanwhile. A long transaction of anybody's on this PostgreSQL holds the
            # frames back for so long.
            if frames > 5 and writers.stdin is not None:
                writers.stdin.close()

    try:
        until = time.monotonic() + 120
        while writers.poll() is None:
            assert time.monotonic() < until
            look()
            time.sleep(0.005)  # the writers want the processor too
        look()
    finally:
        writers.kill()
        writers.communicate()
    assert writers.returncode == 0
    with parts.database.read() as db:
        rows = db.exec(
            select(ProctoringEvent.session_id, ProctoringEvent.seq).where(
                col(ProctoringEvent.session_id).in_([one.session for one in machines])
            )
        ).all()
    assert sorted(seen) == sorted(rows)
    assert len(rows) >= WRITERS * ROUNDS * 2
