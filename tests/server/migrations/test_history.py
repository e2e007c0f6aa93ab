"""The schema's history is one line, and its end is what the models say."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlmodel import select

from server.db import Database, open_database
from server.migrations import run
from server.models import (
    Answer,
    AuditLog,
    InterviewSession,
    ProctoringEvent,
    QuestionPaper,
    Score,
    SessionQuestion,
    User,
    metadata,
)
from server.models.base import utc_now
from server.settings import read_settings
from tests.server.copies import Copies


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    url = None
    if request.param == "postgresql":
        url = Copies(os.environ["INVIGIL_TEST_POSTGRES"], name=f"history_{tmp_path.name}").url
    opened = open_database(read_settings({}, data_dir=tmp_path, database_url=url))
    yield opened
    run.downgrade(opened.engine, "base")
    opened.close()


def test_history_has_one_head_and_the_server_knows_it() -> None:
    assert ScriptDirectory.from_config(run.config_for()).get_heads() == [run.HEAD]


def test_a_schema_that_is_up_to_date_is_left_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.upgrade(database.engine)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "alembic", None)  # importing it raises
        run.upgrade(database.engine)


def test_models_equal_the_migrated_schema(database: Database) -> None:
    run.upgrade(database.engine)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_step_goes_down_and_up_again(database: Database) -> None:
    run.upgrade(database.engine)
    run.downgrade(database.engine, "base")
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    run.upgrade(database.engine)
    run.upgrade(database.engine)
    assert set(inspect(database.engine).get_table_names()) >= set(metadata.tables)


def test_database_fills_in_the_transaction_number(database: Database) -> None:
    run.upgrade(database.engine)
    with database.write() as session:
        session.add(AuditLog(actor="server", action="x", subject="y"))
    with database.read() as session:
        xid = session.connection().execute(text("SELECT xid FROM audit_log")).scalar_one()
    assert (xid == 0) is database.is_sqlite


def test_signals_that_opened_before_are_counted(database: Database) -> None:
    run.upgrade(database.engine)
    now = utc_now()
    with database.write() as session:
        session.add(
            User(id="u", email="ada@example.org", name="Ada", role="admin", password_hash="-")
        )
        session.flush()
        session.add(QuestionPaper(id="p", created_by="u", title="Backend", duration_s=60))
        session.flush()
        session.add(
            InterviewSession(
                id="i",
                created_by="u",
                paper_id="p",
                paper_version=1,
                title="Backend",
                candidate_name="Grace",
                candidate_email="grace@example.org",
                opens_at=now,
                closes_at=now,
                duration_s=60,
                invite_hash="h",
            )
        )
        session.flush()
        opened = ("high", "high", "medium", "low")
        for seq, severity in enumerate((*opened, "info")):
            kind = "signal.opened" if seq < len(opened) else "signal.closed"
            session.add(
                ProctoringEvent(
                    session_id="i", seq=seq, kind=kind, severity=severity, received_at=now
                )
            )
    run.downgrade(database.engine, "0016")
    run.upgrade(database.engine)
    with database.read() as session:
        kept = session.get(InterviewSession, "i")
        assert kept is not None
        assert (kept.high_signals, kept.medium_signals) == (2, 1)


def test_answers_that_waited_before_wait_with_what_a_look_is_worth(database: Database) -> None:
    run.upgrade(database.engine)
    now = utc_now()
    with database.write() as session:
        session.add(
            User(id="u", email="ada@example.org", name="Ada", role="admin", password_hash="-")
        )
        session.flush()
        session.add(QuestionPaper(id="p", created_by="u", title="Backend", duration_s=60))
        session.flush()
        session.add(
            InterviewSession(
                id="i",
                created_by="u",
                paper_id="p",
                paper_version=1,
                title="Backend",
                candidate_name="Grace",
                candidate_email="grace@example.org",
                opens_at=now,
                closes_at=now,
                duration_s=60,
                invite_hash="h",
            )
        )
        session.flush()
        graded = {"proposed": ("baseline",), "decided": ("baseline", "person"), "bare": ()}
        for position, (key, graders) in enumerate(graded.items()):
            session.add(
                SessionQuestion(
                    id=key,
                    session_id="i",
                    question_id="q",
                    position=position,
                    kind="written",
                    prompt="?",
                    marks=10,
                    time_limit_s=60,
                )
            )
            session.flush()
            session.add(Answer(id=key, session_id="i", session_question_id=key))
            session.flush()
            for grader in graders:
                session.add(
                    Score(
                        session_id="i",
                        answer_id=key,
                        grader=grader,
                        grader_version="1",
                        state="final" if grader == "person" else "provisional",
                        points_milli=4000,
                        max_marks=10,
                        created_at=now,
                        input_sha256="x",
                    )
                )
    run.downgrade(database.engine, "0029")
    run.upgrade(database.engine)
    with database.read() as session:
        kept = {answer.id: answer for answer in session.exec(select(Answer))}
        found = {key: (one.review_rank, one.waits_since) for key, one in kept.items()}
    assert found == {"proposed": (-2700, now), "decided": (None, None), "bare": (None, None)}


@pytest.mark.postgres
def test_limits_meant_for_requests_end_no_migration(tmp_path: Path) -> None:
    url = Copies(os.environ["INVIGIL_TEST_POSTGRES"], name=f"patient_{tmp_path.name}").url
    options = "-c statement_timeout=500 -c idle_in_transaction_session_timeout=100"
    engine = create_engine(
        url.replace("postgresql:", "postgresql+psycopg:", 1), connect_args={"options": options}
    )
    try:
        run.upgrade(engine)
        with engine.connect() as connection:
            assert run.stands_at(connection) == run.HEAD
        run.downgrade(engine, "base")
    finally:
        engine.dispose()


@pytest.mark.postgres
def test_a_second_process_waits_for_the_one_that_migrates(tmp_path: Path) -> None:
    url = Copies(os.environ["INVIGIL_TEST_POSTGRES"], name=f"second_{tmp_path.name}").url
    opened = open_database(read_settings({}, data_dir=tmp_path, database_url=url))
    with opened.engine.connect() as first:
        run._take_time(first)
        second = threading.Thread(target=run.upgrade, args=(opened.engine,))
        second.start()
        with opened.engine.connect() as looking:
            asked = text(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            )
            while looking.execute(asked).scalar_one() == 0:
                assert second.is_alive()
                looking.rollback()
            looking.rollback()
            assert run.stands_at(looking) is None
        first.rollback()
    second.join()
    with opened.engine.connect() as connection:
        assert run.stands_at(connection) == run.HEAD
    opened.close()
