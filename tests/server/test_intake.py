"""Who is let in, who is told to come again, and what is committed together on SQLite."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from server.auth.people import Person
from server.db import Database, open_database
from server.deps import Parts
from server.intake import MOST_RETRY_S, TOGETHER, Intake
from server.refusals import Refused
from server.settings import read_settings
from shared.events import SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(read_settings({}, data_dir=tmp_path))
    with made.write() as db:
        db.execute(text("CREATE TABLE kept (n INTEGER PRIMARY KEY)"))
    yield made
    made.close()


def keep(number: int) -> Any:
    def work(db: Session) -> int:
        db.execute(text("INSERT INTO kept VALUES (:n)"), {"n": number})
        return number

    return work


def kept(database: Database) -> list[int]:
    with database.read() as db:
        return [n for (n,) in db.execute(text("SELECT n FROM kept ORDER BY n"))]


def crowd(intake: Intake, inside: ExitStack) -> Refused:
    """Lets people in until one is refused."""
    for _ in range(10_000):
        try:
            inside.enter_context(intake.place())
        except Refused as refused:
            return refused
    raise AssertionError("nobody was refused")


def test_who_would_wait_too_long_is_told_when_to_come_again(database: Database) -> None:
    intake = Intake(database)
    with ExitStack() as inside:
        refused = crowd(intake, inside)
        assert refused.code == "rate_limited"
        assert 1 <= (refused.retry_after_s or 0) <= MOST_RETRY_S
        assert intake.waiting > 0
    with intake.place():
        assert intake.waiting == 0


def test_a_machine_is_refused_with_retry_after_and_its_counter_is_not_taken(
    client: TestClient, parts: Parts, admin: Person
) -> None:
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    machine.append(SystemNoted(what="app_restarted"))
    body = b'{"no": "batch"}'
    path = f"/api/interview/sync/{machine.session}"
    headers = machine.headers("POST", path, body)
    with ExitStack() as inside:
        crowd(parts.intake, inside)
        answer = client.post(path, content=body, headers=headers)
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) >= 1
    assert client.post(path, content=body, headers=headers).status_code == 422
    assert machine.sync().acked.seq == 1


async def _together(intake: Intake, works: list[Any]) -> list[Any]:
    """Starts them while the first one holds the writer, so that the others wait in one queue."""
    holds = threading.Event()

    def first(db: Session) -> str:
        assert holds.wait(10)
        return "first"

    async with asyncio.TaskGroup() as group:
        leading = group.create_task(intake.take(first))
        await asyncio.sleep(0)
        others = [group.create_task(_told(intake, work)) for work in works]
        await asyncio.sleep(0)
        holds.set()
    assert leading.result() == "first"
    return [other.result() for other in others]


async def _told(intake: Intake, work: Any) -> Any:
    try:
        return await intake.take(work)
    except Exception as error:
        return error


def test_what_waits_on_sqlite_is_committed_together(database: Database) -> None:
    commits: list[None] = []
    event.listen(database.engine, "commit", lambda _: commits.append(None))
    answers = asyncio.run(_together(Intake(database), [keep(n) for n in range(TOGETHER)]))
    written = len(commits)
    assert answers == list(range(TOGETHER)) == kept(database)
    assert written == 1, "the first one wrote nothing"


def test_one_that_is_refused_or_fails_takes_nothing_from_its_neighbours(
    database: Database,
) -> None:
    def refuse(db: Session) -> None:
        keep(7)(db)
        raise Refused("replayed")

    def fail(db: Session) -> None:
        keep(8)(db)
        raise ZeroDivisionError

    works = [keep(1), refuse, keep(2), fail, keep(2), keep(3)]
    found = asyncio.run(_together(Intake(database), works))
    assert found[0] == 1
    assert isinstance(found[1], Refused)
    assert found[2] == 2
    assert isinstance(found[3], ZeroDivisionError)
    assert isinstance(found[4], Exception), "the same number twice"
    assert found[5] == 3
    assert kept(database) == [1, 2, 3]


def test_nobody_is_told_of_what_was_not_committed(database: Database) -> None:
    orphans = "CREATE TABLE orphans (n INTEGER REFERENCES kept (n) DEFERRABLE INITIALLY DEFERRED)"
    with database.write() as db:
        db.execute(text(orphans))

    def orphan(db: Session) -> None:
        db.execute(text("INSERT INTO orphans VALUES (99)"))  # told at the commit

    intake = Intake(database)
    found = asyncio.run(_together(intake, [keep(2), orphan, keep(3)]))
    assert [type(one) for one in found] == [IntegrityError] * 3
    assert asyncio.run(_told(intake, keep(4))) == 4
    assert kept(database) == [4]
