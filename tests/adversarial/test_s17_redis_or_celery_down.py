"""S17: with Redis away, or no worker anywhere, answers and events are still taken."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Role
from server.main import create_app
from server.models import AnswerRevision, Outbox, ProctoringEvent
from server.settings import Settings
from shared.events import AnswerDone, AnswerRevised, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.redis_server import RedisServer, until
from tests.server.support import Clock, add_person, bearer

pytestmark = [pytest.mark.adversarial, pytest.mark.redis, pytest.mark.expects_log]


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    yield server
    server.stop()


def test_answers_and_events_are_taken_without_redis_and_scored_once_it_is_back(
    settings: Settings, redis_server: RedisServer, password_hash: str, clock: Clock
):
    settings = settings.model_copy(update={"redis_url": redis_server.url})
    app = create_app(settings, now=clock)
    parts = app.state.parts
    with TestClient(app) as client:
        admin = add_person(parts, password_hash, role=Role.ADMIN, email="a@example.org")
        invited = invite(parts, admin)
        machine = CandidateMachine(client, invited.token, now=parts.now())
        begun = time.monotonic()
        machine.claim()
        machine.start()
        machine.append(AnswerRevised(question=invited.written, revision=1, text="So.", at_ms=1))
        machine.append(AnswerDone(question=invited.written, revision=1))
        for _ in range(20):
            machine.append(SystemNoted(what="app_restarted"))
            acked = machine.sync().acked
        assert acked.seq == len(machine.rows)
        # The outage costs one short wait for the limits and none for the rest.
        assert time.monotonic() - begun < 20
        live = client.get("/api/admin/live-status", headers=bearer(parts, admin))
        assert [tile["session"] for tile in live.json()["sessions"]] == [invited.id]
        with parts.database.read() as db:
            assert len(db.exec(select(AnswerRevision)).all()) == 1
            assert len(db.exec(select(ProctoringEvent)).all()) == 20
            (job,) = db.exec(select(Outbox).where(Outbox.topic == "score")).all()
            assert (job.state, job.attempts) == ("waiting", 0)

        redis_server.start()

        def told() -> bool:
            with parts.database.read() as db:
                found = db.exec(select(Outbox).where(Outbox.topic == "score")).one()
                return found.sent_at is not None

        until(told, 30)
