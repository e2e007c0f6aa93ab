"""The spool as one file: whole or not there, and nothing of it in the clear."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from client.errors import SpoolError
from client.spool.claims import Claims
from client.spool.keys import signature_fits
from client.spool.parcel import file_name, write_parcel
from client.spool.store import Spool
from shared.events import AnswerChunk, AnswerRevised
from shared.ids import new_id
from shared.parcel import BLOBS, MANIFEST, ROWS, SIGNATURE, ParcelManifest, parcel_statement
from tests.client.spool.memory_server import T0

QUESTION = new_id()


def filled(spool: Spool) -> str:
    """A text and a sound; answers the sound's address."""
    sound = spool.put_blob(b"a secret sound", "audio/ogg")
    for body in (
        AnswerRevised(question=QUESTION, revision=1, text="a secret text", at_ms=1),
        AnswerChunk(question=QUESTION, take=1, part=1, audio=sound, duration_ms=1),
    ):
        spool.append(body, at=T0, mono_ms=1)
    return sound.sha256


def test_it_holds_every_row_and_blob_signed_and_nothing_in_the_clear(spool: Spool, tmp_path: Path):
    address = filled(spool)
    path = tmp_path / file_name(spool)
    made = write_parcel(spool, path, now=T0, claims=Claims(lost_ms=7000))
    content = path.read_bytes()
    assert (made.rows, made.blobs, made.bytes) == (2, 1, len(content))
    assert b"secret" not in content
    assert spool.grant.candidate_name.encode() not in content
    with zipfile.ZipFile(path) as parcel:
        raw = parcel.read(MANIFEST)
        manifest = ParcelManifest.model_validate_json(raw)
        assert len(parcel.read(ROWS).splitlines()) == 2
        assert parcel.read(BLOBS + address) == spool.read_blob(address)
        signature = parcel.read(SIGNATURE).decode()
    assert (manifest.head, manifest.rows, manifest.lost_ms) == (spool.head, 2, 7000)
    statement = parcel_statement(spool.grant.nonce, raw)
    key = spool.signing_key.public
    assert signature_fits(key, statement=statement, signature=signature)
    assert not signature_fits(key, statement=statement + b"x", signature=signature)


def test_a_lost_blob_keeps_nothing_else_back(spool: Spool, tmp_path: Path):
    address = filled(spool)
    (spool.folder / "blobs" / address).unlink()
    made = write_parcel(spool, tmp_path / "a.invigil", now=T0)
    assert (made.rows, made.blobs) == (2, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are no files there")
def test_where_it_cannot_be_written_the_old_file_stays(spool: Spool, tmp_path: Path):
    filled(spool)
    path = tmp_path / "a.invigil"
    write_parcel(spool, path, now=T0)
    before = path.read_bytes()
    with pytest.raises(SpoolError, match="another folder"):
        write_parcel(spool, tmp_path / "nowhere" / "a.invigil", now=T0)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path).count("a.invigil") == 1
    assert not list(tmp_path.glob("*.partial"))
