"""A real Celery worker on a real Redis: killed and cut off, it loses and doubles nothing.

The job's work is a file that it appends to, so that the test sees how often it was begun.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select, update

from server import outbox
from server.celery_jobs import Sender
from server.db import Database, open_database
from server.doorbell import Doorbell
from server.models import Outbox
from server.models.base import utc_now
from server.settings import Settings
from tests.server.redis_server import RedisServer, until

pytestmark = pytest.mark.redis
POSTGRESQL = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
ROOT = Path(__file__).parents[2]

SCRIPT = """
import os, time
from pathlib import Path
from server import dispatch
from server.__main__ import main

folder = Path(os.environ["INVIGIL_TEST_FOLDER"])

def score(db, payload, now):
    with (folder / "begun").open("a") as file:
        file.write(payload["n"] + "\\n")
    while (folder / "hold").exists():
        time.sleep(0.02)

dispatch.TASKS["score"] = score
main(["worker", "--queues", "scoring,mail", "--processes", "1"])
"""


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def settings(settings: Settings, redis_server: RedisServer) -> Settings:
    return settings.model_copy(update={"redis_url": redis_server.url})


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    found = open_database(settings)
    yield found
    found.close()


@pytest.fixture
def sender(settings: Settings, database: Database) -> Iterator[Sender]:
    made = Sender(settings, database, Doorbell(), utc_now)
    yield made
    made.stop()


@contextmanager
def working(settings: Settings, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    environment = os.environ | {
        "INVIGIL_DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "INVIGIL_TEST_FOLDER": str(folder),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def note(database: Database, *keys: str) -> None:
    with database.write() as db:
        for key in keys:
            outbox.note(db, "score", key, {"n": key}, now=utc_now())


def states(database: Database) -> list[tuple[str, int]]:
    with database.read() as db:
        return [
            (job.state, job.attempts) for job in db.exec(select(Outbox).order_by(col(Outbox.id)))
        ]


def begun(folder: Path) -> list[str]:
    file = folder / "begun"
    return file.read_text().split() if file.exists() else []


def pass_time(database: Database) -> None:
    """Leases run out and messages are old, without waiting for it."""
    with database.write() as db:
        long_ago = utc_now() - timedelta(hours=1)
        db.execute(update(Outbox).where(col(Outbox.state) == "waiting").values(due_at=long_ago))
        db.execute(update(Outbox).where(col(Outbox.sent_at).is_not(None)).values(sent_at=long_ago))


@POSTGRESQL
def test_a_worker_killed_in_mid_task_loses_nothing_and_doubles_nothing(
    settings: Settings, database: Database, sender: Sender, tmp_path: Path
):
    (tmp_path / "hold").touch()
    note(database, "a", "b", "c")
    with working(settings, tmp_path) as process:
        sender.send()
        until(lambda: begun(tmp_path) == ["a"], 60)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert states(database) == [("waiting", 1), ("waiting", 0), ("waiting", 0)]
    (tmp_path / "hold").unlink()
    pass_time(database)
    with working(settings, tmp_path):
        sender.send()
        sender.send()
        until(lambda: {state for state, _ in states(database)} == {"done"}, 60)
        # Told again of what is done: messages are hints.
        for job_id in (1, 2, 3):
            sender._app.tasks["invigil.scoring"].delay(job_id)
        note(database, "d")
        sender.send()
        until(lambda: states(database)[3:] == [("done", 1)], 60)
    assert states(database) == [("done", 2), ("done", 1), ("done", 1), ("done", 1)]
    assert sorted(begun(tmp_path)) == ["a", "a", "b", "c", "d"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.expects_log
def test_a_redis_that_restarts_in_mid_queue_costs_time_only(
    settings: Settings,
    database: Database,
    sender: Sender,
    redis_server: RedisServer,
    tmp_path: Path,
):
    note(database, "a", "b")
    sender.send()
    redis_server.stop()
    note(database, "c")
    sender.send()
    with database.read() as db:
        told = [job.sent_at is not None for job in db.exec(select(Outbox).order_by(col(Outbox.id)))]
    assert told == [True, True, False], "what did not get out is not taken for told"
    redis_server.start()
    pass_time(database)
    with working(settings, tmp_path):
        sender.send()
        until(lambda: {state for state, _ in states(database)} == {"done"}, 60)
    assert begun(tmp_path) == ["a", "b", "c"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_only_as_many_messages_wait_as_redis_should_hold(database: Database, sender: Sender):
    note(database, *[str(n) for n in range(130)])
    sender.send()
    sender.send()
    assert sender._redis.llen("invigil.scoring") == 100
    with database.read() as db:
        waiting = db.exec(select(Outbox).where(col(Outbox.sent_at).is_(None))).all()
    assert len(waiting) == 30


def test_two_servers_tell_of_a_job_once(settings: Settings, database: Database, sender: Sender):
    other = Sender(settings, database, Doorbell(), utc_now)
    note(database, "a", "b")
    sender.send()
    other.send()
    assert sender._redis.llen("invigil.scoring") == 2
    other.stop()
