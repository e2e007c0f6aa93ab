"""What steps of the schema's history make of rows that were there before them, on both databases;
and the whole way down and up, step by step, with rows in the tables.
"""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import select

from server import seed
from server.cli.samples import hold_samples
from server.db import Database, open_database
from server.keys import load_keys
from server.migrations import run
from server.models import (
    EventCount,
    InterviewSession,
    PaperVersion,
    ProctoringEvent,
    QuestionPaper,
    User,
)
from server.models.base import utc_now
from server.settings import Settings, read_settings
from tests.server.copies import Copies

OLDEST = "0007"
"""The first step that is walked over; those before it only make tables."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Of an empty database of each kind."""
    url = None
    if request.param == "postgresql":
        url = Copies(os.environ["INVIGIL_TEST_POSTGRES"], name=f"backfills_{tmp_path.name}").url
    return read_settings({}, data_dir=tmp_path, database_url=url)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    opened = open_database(settings)
    run.upgrade(opened.engine)
    yield opened
    run.downgrade(opened.engine, "base")
    opened.close()


@pytest.fixture
def interview(settings: Settings, database: Database) -> str:
    """Of an invited candidate, with its paper and the paper's version; its id."""
    with database.write() as db:
        made = seed.seed_demo(db, load_keys(settings.data_dir), now=utc_now(), invite_minutes=5)
    return made.session


def test_what_was_made_before_owners_belongs_to_who_made_it(
    database: Database, interview: str
) -> None:
    run.downgrade(database.engine, "0006")
    assert "owner_id" not in {one["name"] for one in columns(database, "interview_sessions")}
    run.upgrade(database.engine)
    with database.read() as db:
        kept = db.get_one(InterviewSession, interview)
        paper = db.get_one(QuestionPaper, kept.paper_id)
        user = db.exec(select(User)).one()
    assert (kept.owner_id, kept.team_id) == (user.id, None)
    assert (paper.owner_id, paper.team_id) == (user.id, None)
    assert set(user.scopes.split()) == {"author", "scheduler", "proctor", "reviewer"}


def test_versions_from_before_sums_get_theirs_from_their_document(
    database: Database, interview: str
) -> None:
    run.downgrade(database.engine, "0013")
    assert "marks" not in {one["name"] for one in columns(database, "paper_versions")}
    run.upgrade(database.engine)
    with database.read() as db:
        [version] = db.exec(select(PaperVersion)).all()
    questions = json.loads(version.document_json)["questions"]
    assert version.question_count == len(questions) == len(seed.QUESTIONS)
    assert version.marks == sum(question["marks"] for question in seed.QUESTIONS)


def test_a_record_from_before_segments_of_its_own_goes_on_in_its_leases(
    database: Database, interview: str
) -> None:
    with database.write() as db:
        row = db.get_one(InterviewSession, interview)
        row.segment, row.record_segment = 3, 0
        db.add(row)
    run.downgrade(database.engine, "0022")
    run.upgrade(database.engine)
    with database.read() as db:
        kept = db.get_one(InterviewSession, interview)
    assert (kept.segment, kept.record_segment) == (3, 3)


def test_every_step_goes_down_and_up_over_a_database_with_rows(
    settings: Settings, database: Database
) -> None:
    keys, now = load_keys(settings.data_dir), utc_now()
    with database.write() as db:
        made = seed.seed_demo(db, keys, now=now, invite_minutes=5)
        seed.seed_users(db)
        tokens = seed.seed_held(db, keys, made.paper, now=now)
    hold_samples(settings, tokens, now + timedelta(minutes=1))
    kept = ("users", "question_papers", "questions", "interview_sessions", "record_rows", "scores")
    before = counts(database, kept)
    assert all(before.values()), before
    script = ScriptDirectory.from_config(run.config_for())
    steps = [step.revision for step in script.walk_revisions() if step.revision >= OLDEST]
    for step in steps:
        down = script.get_revision(step).down_revision
        assert isinstance(down, str)
        run.downgrade(database.engine, down)
        assert counts(database, kept) == before, f"below {step}"
    for step in reversed(steps):
        run.upgrade(database.engine, step)
        assert counts(database, kept) == before, f"at {step}"
    with database.read() as db:
        over = [one for one in db.exec(select(InterviewSession)) if one.status == "completed"]
    assert len(over) == 2
    assert sorted(one.high_signals for one in over) == [0, 1]


def columns(database: Database, table: str) -> list:
    return inspect(database.engine).get_columns(table)


def counts(database: Database, tables: tuple[str, ...]) -> dict[str, int]:
    with database.read() as db:
        return {
            table: db.connection().execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in tables
        }


def test_events_from_before_counts_are_counted_by_what_they_note(
    database: Database, interview: str
) -> None:
    run.downgrade(database.engine, "0034")
    rows = [
        *[("signal.opened", "phone", "high", "{}")] * 3,
        ("signal.opened", "phone", "low", "{}"),
        ("signal.closed", "phone", "info", "{}"),
        ("system", "", "info", '{"what":"rate_low","detail":"a"}'),
        ("system", "", "info", '{"what":"rate_low","detail":"b"}'),
    ]
    with database.write() as db:
        for seq, (kind, signal, severity, body) in enumerate(rows):
            event = {"kind": kind, "signal": signal, "severity": severity, "body_json": body}
            db.add(ProctoringEvent(session_id=interview, seq=seq, received_at=utc_now(), **event))
    run.upgrade(database.engine)
    with database.read() as db:
        found = {
            (one.kind, one.name, one.severity): one.count for one in db.exec(select(EventCount))
        }
    assert found == {
        ("signal.opened", "phone", "high"): 3,
        ("signal.opened", "phone", "low"): 1,
        ("system", "rate_low", "info"): 2,
    }
