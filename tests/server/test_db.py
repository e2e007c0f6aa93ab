"""Units of work: whole or nothing, and doorbells only after the commit."""

import os
import sqlite3
import threading

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from server.db import after_commit, open_database
from server.main import create_app
from server.models import AuditLog
from server.settings import Settings, read_settings


def entry(action: str = "x") -> AuditLog:
    return AuditLog(actor="server", action=action, subject="y")


def test_unit_that_raises_leaves_nothing_and_rings_nobody(parts) -> None:
    rung: list[str] = []

    def fail() -> None:
        with parts.database.write() as session:
            session.add(entry())
            session.flush()
            after_commit(session, lambda: rung.append("rung"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with parts.database.read() as session:
        assert session.exec(select(AuditLog)).all() == []
    assert rung == []


def test_doorbell_rings_when_others_can_already_read(parts) -> None:
    seen: list[int] = []

    def look() -> None:
        with parts.database.read() as session:
            seen.append(len(session.exec(select(AuditLog)).all()))

    with parts.database.write() as session:
        session.add(entry())
        after_commit(session, look)
    assert seen == [1]


def test_readers_do_not_wait_for_a_writer(parts) -> None:
    with parts.database.write() as writer:
        writer.add(entry())
        writer.flush()
        with parts.database.read() as reader:
            assert reader.exec(select(AuditLog)).all() == []


def test_reading_units_cannot_hold_the_writers_place(parts) -> None:
    with parts.database.read() as first, parts.database.read() as second:
        first.exec(select(AuditLog)).all()
        second.exec(select(AuditLog)).all()
        with parts.database.write() as writer:
            writer.add(entry())


def test_a_reading_unit_sees_one_snapshot_whatever_is_committed_meanwhile(parts) -> None:
    with parts.database.read() as reader:
        assert reader.exec(select(AuditLog)).all() == []
        with parts.database.write() as writer:
            writer.add(entry())
        assert reader.exec(select(AuditLog)).all() == []


def test_a_single_question_is_asked_without_a_transaction(parts) -> None:
    with parts.database.ask() as session:
        assert session.exec(select(AuditLog)).all() == []
        if not parts.database.is_sqlite:
            raw = session.connection().connection.dbapi_connection
            assert raw is not None
            assert raw.info.transaction_status.name == "IDLE"  # pyright: ignore - psycopg's own
    with parts.database.read() as session:
        assert session.exec(select(AuditLog)).all() == []


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_connection_that_died_while_it_lay_in_the_pool_is_replaced(
    parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.db.TRUSTED_S", 0.0)
    with parts.database.ask() as session:
        dying = session.connection().execute(text("SELECT pg_backend_pid()")).scalar_one()
    with psycopg.connect(os.environ["INVIGIL_TEST_POSTGRES"], autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (dying,))
    with parts.database.ask() as session:
        now = session.connection().execute(text("SELECT pg_backend_pid()")).scalar_one()
    assert now != dying


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_database_that_went_away_under_a_request_is_busy_once_and_then_there_again(
    client, parts
) -> None:
    assert client.get("/api/interview/access/nobodys").json()["code"] == "invite_unknown"
    pids = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(os.environ["INVIGIL_TEST_POSTGRES"], autocommit=True) as other:
        assert other.execute(pids, (parts.database.engine.url.database,)).fetchall()
    gone = client.get("/api/interview/access/nobodys")
    assert (gone.status_code, gone.json()["code"]) == (503, "overloaded")
    assert gone.headers["Retry-After"] == "1"
    assert client.get("/api/interview/access/nobodys").json()["code"] == "invite_unknown"


@pytest.mark.expects_log
def test_a_database_that_cannot_be_reached_says_try_again(tmp_path) -> None:
    settings = read_settings(
        {}, data_dir=tmp_path, database_url="postgresql://nobody@127.0.0.1:1/none", tts="off"
    )
    app = create_app(settings, background=False)
    with TestClient(app, base_url=settings.url, raise_server_exceptions=False) as client:
        answer = client.get("/api/interview/access/nobodys")
    assert (answer.status_code, answer.json()["code"]) == (503, "overloaded")


def test_increments_of_a_locked_row_on_many_threads_lose_nothing(parts) -> None:
    with parts.database.write() as session:
        session.add(AuditLog(id=1, actor="0", action="count", subject="y"))

    def count() -> None:
        for _ in range(20):
            with parts.database.write() as session:
                locked = select(AuditLog).where(AuditLog.id == 1).with_for_update()
                found = session.exec(locked).one()
                found.actor = str(int(found.actor) + 1)
                session.add(found)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with parts.database.read() as session:
        assert session.get(AuditLog, 1).actor == "80"


def test_what_is_given_back_after_the_close_is_closed_too(settings: Settings) -> None:
    database = open_database(settings)
    with database.read() as early:
        early.connection()
    with database.read() as late:
        raw = late.connection().connection.dbapi_connection
        database.close()
        late.connection().execute(text("SELECT 1"))  # what is at work goes on
    if database.is_sqlite:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            raw.cursor()
    else:
        assert raw.closed
    with database.read() as again:
        again.connection().execute(text("SELECT 1"))
    database.close()


def test_sqlite_is_set_up_to_survive_a_power_cut(migrated) -> None:
    database = open_database(read_settings({}, data_dir=migrated))
    with database.read() as session:
        connection = session.connection()

        def pragma(name: str):
            return connection.execute(text(f"PRAGMA {name}")).scalar_one()

        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == (
            "wal",
            2,
            1,
        )
    database.close()


@pytest.mark.expects_log
def test_busy_database_is_a_problem_that_says_try_again(client, app) -> None:
    @app.get("/api/busy")
    def busy() -> None:
        raise OperationalError("statement", {}, Exception("database is locked"))

    answer = client.get("/api/busy")
    assert (answer.status_code, answer.json()["code"]) == (503, "overloaded")
    assert answer.headers["Retry-After"] == "1"


def test_answer_is_sent_after_the_commit(client, app, parts) -> None:
    """What a handler's session wrote is there for everybody when the answer arrives."""
    from server.deps import Db

    order: list[str] = []

    @app.post("/api/late")
    def late(db: Db) -> dict[str, str]:
        db.add(entry("late"))
        after_commit(db, lambda: order.append("committed"))
        return {}

    class Sends:
        def __init__(self, inner) -> None:
            self.inner = inner

        async def __call__(self, scope, receive, send) -> None:
            async def noted(message) -> None:
                order.append(message["type"])
                await send(message)

            await self.inner(scope, receive, noted if scope["type"] == "http" else send)

    from starlette.testclient import TestClient

    TestClient(Sends(app)).post("/api/late")
    assert order[:2] == ["committed", "http.response.start"]
