"""The drill on PostgreSQL: a backup amid events, a killed server, another machine, and the proof.

What an archive lacks is told by `invigil-verify`, and comes back from the candidate's own spool: a
running interview loses nothing (RPO 0), a finished one what came after the backup.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import httpx
import psycopg
import pytest

from server import verify
from server.__main__ import main
from server.auth.deps import person_id
from server.auth.passwords import hash_password
from server.auth.people import Role
from server.db import open_database
from server.deps import Parts
from server.keys import load_keys
from server.main import utc_now
from server.rates import Rates, SignInRates
from server.settings import Settings, read_settings
from tests.server.candidate_machine import CandidateMachine
from tests.server.copies import Copies
from tests.server.interview_support import invite
from tests.server.support import PASSWORD, add_person, bearer
from tests.server.test_power_cut import free_port, send_until_killed, serving

pytestmark = pytest.mark.postgres
WITHIN_S = 60


@pytest.fixture
def settings(copies: Copies, tmp_path: Path) -> Iterator[Settings]:
    with copies.copy() as url:
        yield read_settings({}, data_dir=tmp_path / "first", database_url=url)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Settings]:
    """Another machine: an empty folder and an empty database."""
    with Copies(os.environ["INVIGIL_TEST_POSTGRES"], name="elsewhere").copy() as url:
        yield read_settings({}, data_dir=tmp_path / "second", database_url=url)


def parts_of(settings: Settings) -> Parts:
    throttle = SignInRates(Rates(utc_now), 10, timedelta(minutes=5))
    keys = load_keys(settings.data_dir)
    return Parts(settings, open_database(settings), keys, utc_now, throttle, person_id)


def rows_at(settings: Settings) -> int:
    url = settings.database.replace("postgresql+psycopg", "postgresql", 1)
    with psycopg.connect(url) as connection:
        (count,) = connection.execute("SELECT count(*) FROM record_rows").fetchone() or (0,)
    return count


def until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN_S
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def commanded(monkeypatch: pytest.MonkeyPatch, settings: Settings, *command: str) -> int:
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    return main(command)


def verified(http: httpx.Client, session: str, headers: dict[str, str]) -> verify.Report:
    answer = http.get(f"/api/admin/result/{session}/record.zip", headers=headers)
    assert answer.status_code == 200, answer.text
    return verify.verify(BytesIO(answer.content))


@pytest.mark.timeout(300)
def test_a_server_lost_amid_events_is_restored_elsewhere_and_the_proof_says_which_rows_are_there(
    settings: Settings, elsewhere: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, port = tmp_path / "safe.tar", free_port()
    first = parts_of(settings)
    admin = add_person(first, hash_password(PASSWORD), role=Role.SUPER_ADMIN, email="a@example.org")
    invited = invite(first, admin)
    first.database.close()
    acked: list[int] = []
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5, trust_env=False) as http:
        machine = CandidateMachine(http, invited.token, now=utc_now())
        with serving(settings, port) as process:
            machine.claim()
            sender = threading.Thread(target=lambda: acked.append(send_until_killed(machine, 0)))
            sender.start()
            until(lambda: rows_at(settings) > 20)
            before = rows_at(settings)
            assert commanded(monkeypatch, settings, "backup", str(archive)) == 0
            after = rows_at(settings)
            until(lambda: rows_at(settings) > after + 20)
            os.kill(process.pid, signal.SIGKILL)
            sender.join()
        assert after > before, "no event came in while the backup was made"

        assert commanded(monkeypatch, elsewhere, "restore", str(archive)) == 0
        second = parts_of(elsewhere)
        with serving(elsewhere, port):
            headers = bearer(second, admin)
            held = verified(http, invited.id, headers)
            assert before <= held.rows <= after
            assert held.rows < acked[0], "nothing came in after the backup"

            assert machine.claim().head.seq == held.rows
            receipt = machine.sync(machine.rows[held.rows :][:150])
            while receipt.acked.seq < len(machine.rows):
                receipt = machine.sync(machine.rows[receipt.acked.seq :][:150])
            whole = verified(http, invited.id, headers)
            assert whole.rows == len(machine.rows)
            assert whole.merkle == verify.merkle_root([sent.row.hash for sent in machine.rows])
        second.database.close()
