"""One migrated database, made once and copied; an app on it with a clock that tests move.

Every test that uses them runs on SQLite and on PostgreSQL. `app`, `client` (nobody signed in),
`admin_client` and `super_client` (bearer tokens), `db` (a writing session that the test commits),
`clock` (set or advance), `parts`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlmodel import Session

from server.auth import passwords
from server.auth.passwords import hash_password
from server.auth.people import Person, Role
from server.db import open_database
from server.deps import Parts
from server.keys import load_keys
from server.main import create_app, utc_now
from server.migrations import run
from server.settings import Settings, read_settings
from tests.server.copies import Copies
from tests.server.support import PASSWORD, Clock, add_person, bearer, on_the_loop_of


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with keys and a database built by `alembic upgrade head`."""
    folder = tmp_path_factory.mktemp("migrated")
    settings = read_settings({}, data_dir=folder)
    database = open_database(settings)
    run.upgrade(database.engine)
    database.close()
    return folder


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Empty for SQLite; a copy of the migrated PostgreSQL database otherwise, dropped later.

    Both, unless a test starts processes of ours, at seconds of a core each, and asks how they begin
    and end rather than what a statement finds: then it names one. Of jobs and their workers both
    are named (test_celery_jobs, test_worker_drain), and rows under kills are on both
    (test_power_cut).
    """
    if request.param == "sqlite":
        yield ""
        return
    template: Copies = request.getfixturevalue("copies")
    with template.copy() as url:
        yield url


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """A PostgreSQL database built by `alembic upgrade head`, of which tests take copies."""
    found = Copies(os.environ["INVIGIL_TEST_POSTGRES"])
    settings = read_settings(
        {}, data_dir=tmp_path_factory.mktemp("postgres"), database_url=found.url
    )
    database = open_database(settings)
    run.upgrade(database.engine)
    database.close()
    return found


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2id at its lowest cost: a password takes 0.3 s of a core at the recommended one.

    That the server itself pays that is in auth/test_passwords.py.
    """
    cheap = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: cheap)
        yield


@pytest.fixture(scope="session")
def password_hash() -> str:
    return hash_password(PASSWORD)


@pytest.fixture
def settings(migrated: Path, tmp_path: Path, database_url: str) -> Settings:
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    return read_settings(
        {},
        data_dir=folder,
        public_url="http://127.0.0.1:8080",
        dashboard_dir=tmp_path / "dist",
        database_url=database_url or None,
        tts="off",  # nothing is asked of a service outside
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[FastAPI]:
    made = create_app(settings, now=clock, background=False)
    yield made
    made.state.parts.database.close()


@pytest.fixture
def parts(app: FastAPI) -> Parts:
    return app.state.parts


@pytest.fixture
def beside(settings: Settings, app: FastAPI) -> Iterator[Parts]:
    """Database and keys of servers that run as processes of their own, by the real clock."""
    database = open_database(settings)
    yield Parts(
        settings,
        database,
        load_keys(settings.data_dir),
        utc_now,
        app.state.parts.throttle,
        app.state.parts.asked_by,
    )
    database.close()


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Nobody signed in; the app's lifespan runs around the test."""
    with TestClient(app, base_url="http://127.0.0.1:8080", raise_server_exceptions=True) as client:
        yield client


@pytest.fixture
def db(client: TestClient, parts: Parts) -> Iterator[Session]:
    """A session beside the app. On SQLite a statement holds the writer's place until commit()."""
    with Session(parts.database.engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def admin(client: TestClient, parts: Parts, password_hash: str) -> Person:
    return add_person(parts, password_hash, role=Role.ADMIN, email="ada@example.org")


@pytest.fixture
def other_admin(client: TestClient, parts: Parts, password_hash: str) -> Person:
    return add_person(parts, password_hash, role=Role.ADMIN, email="ben@example.org", name="Ben B")


@pytest.fixture
def super_admin(client: TestClient, parts: Parts, password_hash: str) -> Person:
    return add_person(
        parts, password_hash, role=Role.SUPER_ADMIN, email="root@example.org", name="Rosa Root"
    )


@pytest.fixture
def admin_client(client: TestClient, parts: Parts, admin: Person) -> TestClient:
    """The same app, asked by an admin. Shares the lifespan of `client`."""
    return on_the_loop_of(client, bearer(parts, admin))


@pytest.fixture
def other_client(client: TestClient, parts: Parts, other_admin: Person) -> TestClient:
    return on_the_loop_of(client, bearer(parts, other_admin))


@pytest.fixture
def super_client(client: TestClient, parts: Parts, super_admin: Person) -> TestClient:
    return on_the_loop_of(client, bearer(parts, super_admin))
