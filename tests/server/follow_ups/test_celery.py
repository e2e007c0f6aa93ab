"""A real Celery worker on a real Redis asks the model over HTTP, and the app is asked once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Person
from server.celery_jobs import Sender
from server.deps import Parts
from server.doorbell import Doorbell
from server.follow_ups import service
from server.models import Outbox
from server.models.base import utc_now
from server.settings import Settings
from tests.server.follow_ups.desk import GOOD, QUESTION, Desk
from tests.server.redis_server import RedisServer, until
from tests.server.scoring.model_server import MODEL, serving
from tests.server.support import Clock

pytestmark = pytest.mark.redis
ROOT = Path(__file__).parents[3]


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
def clock() -> Clock:
    """The worker is a process of its own and has the wall's clock."""
    return Clock(utc_now())


@contextmanager
def working(settings: Settings, llm_url: str) -> Iterator[None]:
    environment = os.environ | {
        "INVIGIL_DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "INVIGIL_LLM": "ollama",
        "INVIGIL_LLM_URL": llm_url,
        "INVIGIL_LLM_MODEL": MODEL,
    }
    command = [sys.executable, "-m", "server", "worker", "--queues", "asking", "--processes", "1"]
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_a_worker_elsewhere_asks_once_though_it_is_told_twice(
    client: TestClient, parts: Parts, clock: Clock, admin: Person, settings: Settings
):
    sat = Desk(client, parts, clock, admin).sit()
    sat.write()
    sender = Sender(settings, parts.database, Doorbell(), utc_now, queues=("asking",))
    query = select(Outbox).where(Outbox.topic == service.TOPIC)
    try:
        with serving(GOOD) as llm, working(settings, llm.url):
            sender.send()
            until(lambda: sat.rows(query)[0].state == "done", 60)
            (job,) = sat.rows(query)
            sender._app.tasks["invigil.asking"].delay(job.id)
            until(lambda: sender._redis.llen("invigil.asking") == 0, 20)
            assert [one.prompt for one in sat.asked()] == [QUESTION]
            assert len(llm.heard) == 1
    finally:
        sender.stop()
