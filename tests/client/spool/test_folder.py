"""Saved interviews are found, gone on with, and shown when damaged or busy."""

from pathlib import Path

from client.spool.folder import SpoolFolder
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.events import ConsentGiven
from shared.ids import token_hash
from shared.session import Grant
from tests.client.spool.memory_server import T0


def test_claim_after_a_power_cut_uses_the_same_key(tmp_path: Path):
    first = SpoolFolder(tmp_path).signing_key(token_hash("invite"))
    again = SpoolFolder(tmp_path).signing_key(token_hash("invite"))
    other = SpoolFolder(tmp_path).signing_key(token_hash("another"))
    assert first.public == again.public != other.public


def test_interview_is_begun_once_and_then_gone_on_with(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    root = SpoolFolder(tmp_path)
    with root.open_or_create(grant, signing_key) as spool:
        spool.append(ConsentGiven(version=1, text_sha256="ab" * 32), at=T0, mono_ms=1)
    with root.open_or_create(grant, signing_key) as spool:
        assert spool.count() == 1
    assert root.unfinished() == (spool.folder,)


def test_finished_interview_is_not_offered_again(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    root = SpoolFolder(tmp_path)
    with root.open_or_create(grant, signing_key) as spool:
        spool.mark_finished()
    assert root.unfinished() == ()
    assert [one.state for one in root.found()] == ["finished"]


def test_busy_and_damaged_interviews_are_shown_with_a_sentence(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    root = SpoolFolder(tmp_path)
    with root.open_or_create(grant, signing_key):
        (busy,) = root.found()
        assert busy.state == "busy"
        assert "already open" in busy.message
    (busy.folder / "spool.sqlite3").write_bytes(b"not a database" * 100)
    (damaged,) = root.found()
    assert damaged.state == "damaged"
    assert str(damaged.folder) in damaged.message
    assert root.unfinished() == ()


def test_folder_that_was_never_completed_is_passed_over(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    root = SpoolFolder(tmp_path)
    Spool.create(tmp_path / "kept", grant, signing_key).close()
    half = tmp_path / "half"
    half.mkdir()
    (half / "spool.sqlite3").touch()
    assert [one.folder.name for one in root.found()] == ["kept"]
