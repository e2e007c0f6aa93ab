"""The drill: a server is lost, and another goes on from its backup."""

import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import backup
from server.__main__ import main
from server.auth.people import Person
from server.backup import BackupError, back_up, restore
from server.deps import Parts
from server.main import create_app
from server.models import RecordRow
from server.settings import Settings, read_settings
from shared.events import SegmentStarted, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.copies import Copies
from tests.server.interview_support import invite
from tests.server.support import START, Clock

NOTED = SystemNoted(what="proctor_started")


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    """An interview that runs, with a row and a blob at the server."""
    made = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    made.claim()
    made.put_blob(b"a picture", "image/jpeg")
    made.sync([made.append(SegmentStarted(segment=1, client_version="1"))])
    return made


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Another machine's settings: an empty folder, an empty database of the same kind."""
    with _empty_database(settings) as url:
        yield read_settings(
            {}, data_dir=tmp_path / "elsewhere", public_url=settings.public_url, database_url=url
        )


@contextmanager
def _empty_database(settings: Settings) -> Iterator[str | None]:
    if settings.database.startswith("sqlite"):
        yield None
        return
    name = settings.data_dir.parent.name
    with Copies(os.environ["INVIGIL_TEST_POSTGRES"], name=name).copy() as url:
        yield url


def test_an_interview_goes_on_at_a_server_that_was_restored_elsewhere(
    machine: CandidateMachine, settings: Settings, elsewhere: Settings, tmp_path: Path, clock: Clock
) -> None:
    archive = tmp_path / "all.tar"
    made = back_up(settings, archive, now=START)
    assert restore(elsewhere, archive) == made
    app = create_app(elsewhere, now=clock, background=False)
    with TestClient(app, base_url=settings.url) as client:
        machine.http = client
        assert machine.sync([machine.append(NOTED)]).acked == machine.head
        with Session(app.state.parts.database.engine) as db:
            rows = db.exec(select(RecordRow.seq))
            assert sorted(rows) == [1, 2]
    assert blobs(elsewhere) == blobs(settings) != []


def blobs(settings: Settings) -> list[str]:
    return sorted(p.name for p in (settings.data_dir / "blobs").rglob("*") if p.is_file())


def test_a_backup_is_made_while_the_server_writes_and_only_its_owner_reads_it(
    machine: CandidateMachine, settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "all.tar"
    back_up(settings, archive, now=START)
    machine.sync([machine.append(NOTED)])
    assert archive.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob(".*")) == []
    content = backup.read(archive)
    assert content.made_at.startswith("2026-11-23T09:00:00")
    assert {name.split("/")[0] for name in content.files} == {"database", "keys", "blobs"}


def test_a_server_that_is_there_is_not_overwritten_by_accident(
    machine: CandidateMachine, settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "all.tar"
    back_up(settings, archive, now=START)
    with pytest.raises(BackupError, match="something already: keys, blobs, the database"):
        restore(settings, archive)
    with pytest.raises(BackupError, match="there already"):
        back_up(settings, archive, now=START)


def test_replacing_keeps_what_was_there_beside_it(
    migrated: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(migrated))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    archive = tmp_path / "all.tar"
    assert main(["backup", str(archive)]) == 0
    place = tmp_path / "data"
    place.mkdir()
    (place / "invigil.sqlite3").write_bytes(b"another")
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(place))
    assert main(["restore", str(archive)]) == 1
    assert main(["restore", "--replace", str(archive)]) == 0
    assert (place / "invigil.sqlite3.before-restore").read_bytes() == b"another"
    said = capsys.readouterr()
    assert "It holds the keys" in said.out
    assert "--replace" in said.err


def damage(archive: Path, how: str) -> None:
    whole = archive.read_bytes()
    match how:
        case "cut":
            archive.write_bytes(whole[: len(whole) // 2])
        case "changed":
            place = whole.index(b"SQLite format 3")
            archive.write_bytes(whole[: place + 200] + b"XXXX" + whole[place + 204 :])
        case "no archive":
            archive.write_text("a letter")
        case "no manifest":
            with tarfile.open(archive, "w") as empty:
                empty.addfile(tarfile.TarInfo("keys/none"))
        case _:
            with tarfile.open(archive, "w") as bad:
                bad.addfile(tarfile.TarInfo("../outside"))


@pytest.mark.parametrize("how", ["cut", "changed", "no archive", "no manifest", "escapes"])
def test_what_is_no_whole_backup_changes_nothing(migrated: Path, tmp_path: Path, how: str) -> None:
    archive = tmp_path / "all.tar"
    back_up(read_settings({}, data_dir=migrated), archive, now=START)
    damage(archive, how)
    there = read_settings({}, data_dir=tmp_path / "there")
    with pytest.raises(BackupError, match=r"not a whole backup|damaged"):
        restore(there, archive)
    assert list(there.data_dir.iterdir()) == []
    assert not (tmp_path / "outside").exists()


def test_a_backup_of_the_other_kind_of_database_says_so(migrated: Path, tmp_path: Path) -> None:
    archive = tmp_path / "all.tar"
    back_up(read_settings({}, data_dir=migrated), archive, now=START)
    other = read_settings({}, data_dir=tmp_path / "x", database_url="postgresql://localhost/x")
    with pytest.raises(BackupError, match="The backup is of sqlite, the settings name postgresql"):
        restore(other, archive)


def test_no_database_is_no_empty_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="There is no database"):
        back_up(read_settings({}, data_dir=tmp_path), tmp_path / "all.tar", now=START)
    assert not (tmp_path / "all.tar").exists()
