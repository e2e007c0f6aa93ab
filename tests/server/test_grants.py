"""A server whose database role owns nothing works on, and rewrites nothing that was added."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete, text, update
from sqlalchemy.exc import ProgrammingError
from sqlmodel import Session, select

from server import grants
from server.__main__ import main
from server.auth.people import Person
from server.db import open_database
from server.deps import Parts
from server.migrations import run
from server.models import AuditLog, InterviewSession, RecordRow, ServerLink, metadata
from server.settings import Settings
from tests.server.candidate_machine import CandidateMachine
from tests.server.copies import Copies
from tests.server.interview_support import invite
from tests.server.privacy.done import Finished, work

pytestmark = pytest.mark.postgres
TWICE = {"email": "Grace@example.org", "again": "grace@example.org"}
ROLE = f"invigil_app_{os.getpid()}"


@pytest.fixture
def role() -> Iterator[str]:
    """A role that may nothing yet."""
    with psycopg.connect(os.environ["INVIGIL_TEST_POSTGRES"], autocommit=True) as server:
        server.execute(f"CREATE ROLE {ROLE} LOGIN")
        yield ROLE
        server.execute(f"DROP ROLE {ROLE}")


@pytest.fixture
def owned(role: str, copies: Copies, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A migrated database's address for its owner, whom commands here connect as."""
    with copies.copy() as url:
        monkeypatch.setenv("DATABASE_URL", url)
        yield url


@pytest.fixture
def database_url(owned: str, role: str) -> str:
    """The same for the server's role, after the operator's command."""
    assert main(["grants", "--role", role]) == 0
    return owned.replace("postgres@", f"{role}@", 1)


def refused(db: Session, statement: object) -> None:
    with pytest.raises(ProgrammingError) as caught:
        db.execute(statement)  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert getattr(caught.value.orig, "sqlstate", None) == "42501"
    db.rollback()


def test_the_role_serves_a_whole_interview_its_review_and_its_erasure(
    client: TestClient, super_client: TestClient, parts: Parts, admin: Person, db: Session
) -> None:
    finished = Finished(client, parts, admin)
    assert super_client.get(finished.url).status_code == 200
    answer = super_client.post("/api/admin/privacy/erase", json=TWICE)
    assert answer.status_code == 200, answer.text
    assert work(parts) > 0
    interview = db.exec(select(InterviewSession)).one()
    assert interview.erased_at is not None
    rows = db.exec(select(RecordRow)).all()
    assert {row.sealed for row in rows} == {b""}
    assert db.exec(select(AuditLog)).all()


def test_what_was_added_is_neither_changed_nor_deleted_by_it(
    client: TestClient, admin_client: TestClient, parts: Parts, admin: Person, db: Session
) -> None:
    finished = Finished(client, parts, admin)
    assert admin_client.get(f"{finished.url}/report.pdf").status_code == 200
    entries = db.exec(select(AuditLog.id)).all()
    assert entries
    refused(db, update(AuditLog).values(actor="user:nobody"))
    refused(db, delete(AuditLog))
    refused(db, text("TRUNCATE audit_log"))
    refused(db, text("DROP TABLE audit_log"))
    refused(db, text("ALTER TABLE audit_log DISABLE TRIGGER ALL"))
    refused(db, update(RecordRow).values(row=b"another"))
    for table in grants.ADDED_ONLY:
        refused(db, delete(metadata.tables[table]))
        refused(db, text(f"TRUNCATE {table} CASCADE"))
    assert db.exec(select(AuditLog.id)).all() == entries


def test_a_claimed_interview_that_never_began_is_still_deleted_whole(
    client: TestClient, admin_client: TestClient, parts: Parts, admin: Person, db: Session
) -> None:
    invited = invite(parts, admin)
    CandidateMachine(client, invited.token, now=parts.now()).claim()
    assert db.exec(select(ServerLink)).all()
    db.rollback()
    gone = admin_client.delete(f"/api/admin/interviews/{invited.id}")
    assert gone.status_code == 204, gone.text
    assert db.exec(select(ServerLink)).all() == []


def test_the_check_names_what_a_role_may_too_much(
    database_url: str, owned: str, role: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ["grants", "--role", role, "--check"]
    assert main(check) == 0
    with psycopg.connect(owned, autocommit=True) as owner:
        owner.execute("GRANT DELETE ON audit_log TO PUBLIC")
        owner.execute(f"GRANT UPDATE (actor) ON audit_log TO {role}")
        owner.execute(f"REVOKE INSERT ON users FROM {role}")
    assert main(check) == 1
    said = capsys.readouterr().err
    assert f"{role} may DELETE audit_log." in said
    assert f"{role} may UPDATE audit_log.actor." in said
    assert f"{role} may not INSERT users, and has to." in said
    # What everybody was given stands: that is said, and nothing is pretended.
    assert main(["grants", "--role", role]) == 1
    with psycopg.connect(owned, autocommit=True) as owner:
        owner.execute("REVOKE DELETE ON audit_log FROM PUBLIC")
    assert main(["grants", "--role", role]) == 0
    assert main(check) == 0


def test_a_role_whom_no_grant_would_hold_is_refused(
    owned: str, role: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grants", "--role", "nobody_of_that_name"]) == 1
    assert main(["grants", "--role", "postgres"]) == 1
    said = capsys.readouterr().err
    assert "There is no role" in said
    assert "superuser" in said


def test_a_table_of_a_later_step_is_usable_before_grants_are_renewed(
    database_url: str, owned: str, db: Session
) -> None:
    with psycopg.connect(owned, autocommit=True) as owner:
        owner.execute("CREATE TABLE later (id serial PRIMARY KEY, name text)")
    db.execute(text("INSERT INTO later (name) VALUES ('a')"))
    db.execute(text("UPDATE later SET name = 'b'"))
    db.rollback()


def test_a_server_whose_role_may_not_migrate_says_who_has_to(
    database_url: str,
    owned: str,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["migrate"]) == 0  # there is nothing to do
    monkeypatch.setenv("DATABASE_URL", owned)
    database = open_database(settings.model_copy(update={"database_url": owned}))
    run.downgrade(database.engine, "0033")
    database.close()
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["migrate"]) == 2
    assert "invigil-server migrate" in capsys.readouterr().err


def test_a_database_of_one_file_has_no_roles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(tmp_path))
    assert main(["grants", "--role", "somebody"]) == 1
    assert "SQLite knows no roles" in capsys.readouterr().err
