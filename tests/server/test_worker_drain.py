"""A worker is told to end in the middle of a job: it finishes that one, or dies; nothing is lost.

The jobs leave a row each, in the transaction that settles them, so that the test counts effects;
and a line in a file when they are begun.
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
from server.models import AuditLog, Outbox
from server.models.base import utc_now
from server.settings import Settings
from tests.server.redis_server import RedisServer, until

ROOT = Path(__file__).parents[2]

SCRIPT = """
import os, sys, time
from pathlib import Path
from celery import signals
from server import dispatch, worker
from server.__main__ import main
from server.models import AuditLog

folder = Path(os.environ["INVIGIL_TEST_FOLDER"])

def score(db, payload, now):
    db.add(AuditLog(actor="server", action="effect", subject=payload["n"]))
    with (folder / "begun").open("a") as file:
        file.write(payload["n"] + "\\n")
    while (folder / "hold").exists():
        time.sleep(0.02)

def draining(**_):
    (folder / "draining").touch()

def stop(rounds, stop=worker.Rounds.stop):
    rounds.stopping.set()
    draining()
    return stop(rounds)

signals.worker_shutting_down.connect(draining)
worker.Rounds.stop = stop
dispatch.TASKS["score"] = score
main(sys.argv[1:])
"""
IN_PROCESS = ("run", "--port", "0")
CELERY = ("worker", "--queues", "scoring", "--processes", "1")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(
    params=[
        pytest.param(IN_PROCESS, id="in-process"),
        pytest.param(CELERY, id="celery", marks=pytest.mark.redis),
    ]
)
def command(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What does the work: the server's own threads, or a Celery worker beside it."""
    return request.param


@pytest.fixture
def settings(settings: Settings, command: tuple[str, ...], tmp_path: Path) -> Iterator[Settings]:
    if command is IN_PROCESS:
        yield settings
        return
    redis = RedisServer(tmp_path)
    redis.start()
    yield settings.model_copy(update={"redis_url": redis.url})
    redis.stop()


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    found = open_database(settings)
    yield found
    found.close()


@contextmanager
def working(
    settings: Settings, database: Database, command: tuple[str, ...], folder: Path
) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker that has been told of what is due, an hour after whatever was there before."""
    (folder / "draining").unlink(missing_ok=True)
    with database.write() as db:
        long_ago = utc_now() - timedelta(hours=1)
        db.execute(update(Outbox).where(col(Outbox.state) == "waiting").values(due_at=long_ago))
        db.execute(update(Outbox).where(col(Outbox.sent_at).is_not(None)).values(sent_at=long_ago))
    environment = {
        "INVIGIL_DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "INVIGIL_TEST_FOLDER": str(folder),
    }
    if settings.redis_url:
        sender = Sender(settings, database, Doorbell(), utc_now)
        sender.send()
        sender.stop()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *command],
        env=os.environ | environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def drain(process: "subprocess.Popen[bytes]", folder: Path) -> None:
    process.send_signal(signal.SIGTERM)
    until((folder / "draining").exists, 30)
    assert process.poll() is None, "it waits for the job at hand"


def states(database: Database) -> list[tuple[str, int]]:
    scores = select(Outbox).where(Outbox.topic == "score").order_by(col(Outbox.id))
    with database.read() as db:
        return [(job.state, job.attempts) for job in db.exec(scores)]


def effects(database: Database) -> list[str]:
    with database.read() as db:
        found = db.exec(select(AuditLog.subject).where(AuditLog.action == "effect"))
        return sorted(found)


def begun(folder: Path) -> list[str]:
    file = folder / "begun"
    return file.read_text().split() if file.exists() else []


def test_a_worker_that_is_told_to_end_finishes_its_job_or_leaves_it_whole(
    settings: Settings, database: Database, command: tuple[str, ...], tmp_path: Path
):
    hold = tmp_path / "hold"
    hold.touch()
    with database.write() as db:
        for name in "abc":
            outbox.note(db, "score", name, {"n": name}, now=utc_now())

    # Killed while it waits for the job at hand: the job is there again, and left no trace.
    with working(settings, database, command, tmp_path) as worker:
        until(lambda: begun(tmp_path) == ["a"], 60)
        drain(worker, tmp_path)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    assert states(database) == [("waiting", 1), ("waiting", 0), ("waiting", 0)]
    assert effects(database) == []

    # Left alone: it finishes the one at hand, begins no other, and ends well. Which one that is
    # depends on the messages that the first left in Redis: they are hints.
    with working(settings, database, command, tmp_path) as worker:
        until(lambda: len(begun(tmp_path)) == 2, 60)
        drain(worker, tmp_path)
        hold.unlink()
        assert worker.wait(30) == 0
    _, finished = begun(tmp_path)
    assert effects(database) == [finished]
    assert sorted(state for state, _ in states(database)) == ["done", "waiting", "waiting"]

    with working(settings, database, command, tmp_path):
        until(lambda: {state for state, _ in states(database)} == {"done"}, 60)
    assert sorted(begun(tmp_path)) == ["a", "a", "b", "c"]
    assert effects(database) == ["a", "b", "c"]
