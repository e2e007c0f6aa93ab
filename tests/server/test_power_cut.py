"""The server is killed again and again while a machine sends: what was acknowledged stays.

A real process on a real database, ended by SIGKILL at arbitrary moments of the ingest, right
before and right after commits alike.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlmodel import col, select

from server.auth.deps import person_id
from server.auth.passwords import hash_password
from server.auth.people import Role
from server.db import open_database
from server.deps import Parts
from server.keys import load_keys
from server.main import utc_now
from server.models import ProctoringEvent, RecordRow, ServerLink
from server.rates import Rates, SignInRates
from server.settings import Settings
from shared.chain import first_break
from shared.events import SystemNoted
from shared.ids import sha256_hex
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import PASSWORD, add_person

ROUNDS = 2
UP_WITHIN_S = 60
RUNS_FOR_S = (0.15, 0.6)
"""How long a server lives in a round, once it answers."""


@pytest.fixture
def parts(settings: Settings) -> Iterator[Parts]:
    """The database beside the process."""
    database = open_database(settings)
    throttle = SignInRates(Rates(utc_now), 10, timedelta(minutes=5))
    keys = load_keys(settings.data_dir)
    yield Parts(settings, database, keys, utc_now, throttle, person_id)
    database.close()


@contextmanager
def serving(settings: Settings, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    environment = os.environ | {"INVIGIL_DATA_DIR": str(settings.data_dir)}
    environment |= {"DATABASE_URL": settings.database_url}
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", str(port)],
        env=environment,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"Invigil listens on")
        yield process
    finally:
        process.kill()
        process.communicate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.timeout(300)
def test_a_killed_server_loses_no_acknowledged_row_and_doubles_none(
    settings: Settings, parts: Parts
):
    admin = add_person(parts, hash_password(PASSWORD), role=Role.ADMIN, email="a@example.org")
    invited = invite(parts, admin)
    port, chance = free_port(), random.Random(14)
    acked = 0
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5, trust_env=False) as http:
        machine = CandidateMachine(http, invited.token, now=utc_now())
        for _ in range(ROUNDS):
            with serving(settings, port) as process:
                head = machine.claim().head
                assert head.seq >= acked, "a receipt was given for rows that are gone"
                killer = threading.Timer(
                    chance.uniform(*RUNS_FOR_S), os.kill, (process.pid, signal.SIGKILL)
                )
                killer.start()
                acked = max(acked, send_until_killed(machine, head.seq))
                killer.join()
        with serving(settings, port):
            machine.claim()
            receipt = machine.sync(machine.rows[machine.grant.head.seq :][:150])
            while receipt.acked.seq < len(machine.rows):
                receipt = machine.sync(machine.rows[receipt.acked.seq :][:150])
    with parts.database.read() as db:
        stored = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
        events = db.exec(select(ProctoringEvent.seq).order_by(col(ProctoringEvent.seq))).all()
        links = db.exec(select(ServerLink).order_by(col(ServerLink.n))).all()
    assert acked > 0
    assert [row.row for row in stored] == [sent.row.raw for sent in machine.rows]
    assert [row.sealed for row in stored] == [sent.sealed for sent in machine.rows]
    assert first_break([row.row for row in stored], session=invited.id) is None
    assert events == [row.seq for row in stored]
    assert [link.n for link in links] == list(range(1, len(links) + 1))
    assert [link.prev for link in links[1:]] == [sha256_hex(link.statement) for link in links[:-1]]


def send_until_killed(machine: CandidateMachine, head: int) -> int:
    """Sends small overlapping batches until the server is gone; answers the last receipt's seq."""
    acked = head
    deadline = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < deadline:
        for _ in range(3):
            machine.append(SystemNoted(what="app_restarted"))
        try:
            receipt = machine.sync(machine.rows[max(0, acked - 2) :][:150])
        except httpx.TransportError:
            return acked
        assert receipt.acked.seq >= acked
        acked = receipt.acked.seq
    raise AssertionError("the server was not killed")
