"""Jobs: noted with their cause, done once, tried three times, never lost."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch, outbox
from server.auth.people import Person
from server.deps import Parts
from server.doorbell import LIVE, Doorbell
from server.models import Outbox, Score, StatusTimeline
from server.queues import QUEUES
from server.worker import Worker
from shared.events import AnswerDone, AnswerRevised
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import EXPECTED, invite
from tests.server.support import Clock


def note(parts: Parts, key: str = "k") -> None:
    with parts.database.write() as db:
        outbox.note(db, "topic", key, {"n": 1}, now=parts.now())


def jobs(parts: Parts) -> list[Outbox]:
    with parts.database.read() as db:
        return list(db.exec(select(Outbox)).all())


def run(parts: Parts, task: Callable[[Session, Any, datetime], None]) -> int:
    tried = 0
    while (job := outbox.take(parts.database, parts.now())) is not None:
        tried += 1
        dispatch.run(parts.database, job, parts.now, tasks={"topic": task})
    return tried


def test_a_job_is_noted_once_and_done_once(client: TestClient, parts: Parts):
    done: list[int] = []
    note(parts)
    note(parts)
    assert run(parts, lambda db, payload, now: done.append(payload["n"])) == 1
    assert run(parts, lambda db, payload, now: done.append(payload["n"])) == 0
    note(parts)
    assert done == [1]
    assert [(job.state, job.attempts) for job in jobs(parts)] == [("done", 1)]


def test_a_job_goes_back_with_the_transaction_that_noted_it(client: TestClient, parts: Parts):
    def note_and_break() -> None:
        with parts.database.write() as db:
            outbox.note(db, "topic", "k", {}, now=parts.now())
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        note_and_break()
    assert jobs(parts) == []


@pytest.mark.expects_log
def test_a_job_that_fails_three_times_lies_dead_and_visible(
    client: TestClient, parts: Parts, clock: Clock, caplog: pytest.LogCaptureFixture
):
    def fail(db: Session, payload: Any, now: datetime) -> None:
        db.add(Outbox(topic="half", key="half-done", payload_json="{}", last_error=""))
        raise ValueError("an answer's text")

    note(parts)
    for attempt in (1, 2, 3):
        assert run(parts, fail) == 1
        assert run(parts, fail) == 0, "not due again at once"
        assert jobs(parts)[0].attempts == attempt
        clock.advance(minutes=5)
    assert run(parts, fail) == 0
    (job,) = jobs(parts)
    assert (job.state, job.last_error) == ("dead", "ValueError")
    assert [record.levelno for record in caplog.records].count(logging.ERROR) == 1


def test_a_job_whose_worker_died_is_tried_again_and_at_last_dead(
    client: TestClient, parts: Parts, clock: Clock
):
    note(parts)
    for attempt in (1, 2, 3):
        job = outbox.take(parts.database, clock.now)
        assert job is not None
        assert job.attempt == attempt
        assert outbox.take(parts.database, clock.now) is None
        clock.advance(seconds=outbox.LEASE_S)
    assert outbox.take(parts.database, clock.now) is None
    assert jobs(parts)[0].state == "dead"


@pytest.mark.expects_log
def test_an_effect_that_comes_after_its_lease_goes_back(
    client: TestClient, parts: Parts, clock: Clock
):
    """Somebody else has the job by then: nothing is done twice."""
    done: list[int] = []

    def slow(db: Session, payload: Any, now: datetime) -> None:
        clock.advance(seconds=outbox.LEASE_S)
        run(parts, lambda db, payload, now: done.append(2))
        db.add(Outbox(topic="x", key="slow-effect", payload_json="{}"))

    note(parts)
    assert run(parts, slow) == 1
    assert done == [2]
    assert [(job.key, job.state, job.attempts) for job in jobs(parts)] == [("k", "done", 2)]


def test_queues_do_not_wait_for_each_other(client: TestClient, parts: Parts):
    """A mail server that hangs delays no score."""
    hangs, scored = threading.Event(), threading.Event()

    def mail(job: outbox.Job, now: datetime) -> dispatch.Effect:
        hangs.wait(20)
        return lambda db, now: None

    def score(job: outbox.Job, now: datetime) -> dispatch.Effect:
        scored.set()
        return lambda db, now: None

    with parts.database.write() as db:
        outbox.note(db, "mail", "m", {}, now=parts.now())
        outbox.note(db, "score", "s", {}, now=parts.now())
    bell: Doorbell = parts.database.session_info["doorbell"]
    worker = Worker(parts.database, bell, parts.now, errands={"mail": mail, "score": score})
    worker.start()
    assert scored.wait(10)
    hangs.set()
    assert worker.stop()
    assert {job.topic: job.state for job in jobs(parts) if job.topic != "retention"} == {
        "mail": "done",
        "score": "done",
    }


def test_every_topic_waits_in_one_queue(client: TestClient, parts: Parts):
    topics = ["score", "total", "mail", "webhook", "report", "code_run", "retention", "anything"]
    with parts.database.write() as db:
        for topic in topics:
            outbox.note(db, topic, topic, {}, now=parts.now())
    taken = []
    for queue in QUEUES:
        while (job := outbox.take(parts.database, parts.now(), queue=queue)) is not None:
            taken.append(job.topic)
    assert sorted(taken) == sorted(topics)


def finished(client: TestClient, parts: Parts, admin: Person) -> None:
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    machine.append(AnswerRevised(question=invited.written, revision=1, text=EXPECTED, at_ms=1))
    machine.append(AnswerDone(question=invited.written, revision=1))
    machine.sync()


def test_the_worker_scores_what_was_committed_and_stops(
    client: TestClient, parts: Parts, admin: Person
):
    bell: Doorbell = parts.database.session_info["doorbell"]
    scored = threading.Event()
    # A score rings LIVE for those who watch: by then it is committed.
    stop_listening = bell.listen(lambda topic: scored.set() if topic == LIVE else None)
    finished(client, parts, admin)
    scored.clear()
    worker = Worker(parts.database, bell, parts.now)
    worker.start()
    assert scored.wait(20)
    stop_listening()
    assert worker.stop()
    with parts.database.read() as db:
        scores = db.exec(select(Score)).all()
    assert [(score.state, score.points_milli) for score in scores] == [("provisional", 10_000)]


def test_the_sweep_finds_what_a_lost_job_left(
    client: TestClient, parts: Parts, admin: Person, clock: Clock, db: Session
):
    finished(client, parts, admin)
    for job in db.exec(select(Outbox)).all():
        db.delete(job)
    db.commit()

    def swept_up() -> int:
        dispatch.sweep(parts.database, clock.now)
        while (job := outbox.take(parts.database, clock.now, queue="scoring")) is not None:
            dispatch.run(parts.database, job, parts.now)
        scores = len(db.exec(select(Score)).all())
        db.commit()
        return scores

    assert swept_up() == 0, "a fresh answer's job is on its way"
    clock.advance(minutes=2)
    assert swept_up() == 1
    assert swept_up() == 1


def test_scoring_again_adds_no_second_score(
    client: TestClient, parts: Parts, admin: Person, db: Session
):
    finished(client, parts, admin)
    dispatch.run_due(parts.database, parts.now)
    (job,) = db.exec(select(Outbox)).all()
    job.state, job.attempts, job.due_at = "waiting", 0, parts.now()
    db.add(job)
    db.commit()
    assert dispatch.run_due(parts.database, parts.now) == 1
    assert len(db.exec(select(Score)).all()) == 1
    db.commit()


def test_the_sweep_closes_windows_that_passed(
    client: TestClient, parts: Parts, admin: Person, clock: Clock, db: Session
):
    invite(parts, admin)
    clock.advance(hours=3)
    dispatch.sweep(parts.database, clock.now)
    (step,) = db.exec(select(StatusTimeline)).all()
    assert (step.new, step.actor) == ("expired", "server")
    db.commit()
