"""The downloaded record is enough to check everything with no server at hand."""

import base64
import io
import json
import zipfile
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog
from shared.chain import ZERO_HASH, body_digest, first_break, parse_row, statement_hash
from shared.ids import sha256_hex
from tests.server.candidate_machine import unb64
from tests.server.privacy.done import Finished, work
from tests.server.support import Clock


class Archive:
    """The ZIP as a verifier reads it."""

    def __init__(self, content: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(content))
        self.manifest = json.loads(self.zip.read("manifest.json"))

    def lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.zip.read(name).splitlines()]

    def names(self) -> set[str]:
        return set(self.zip.namelist())


def raw(text: str) -> bytes:
    return base64.b64decode(text)


def download(client: TestClient, finished: Finished) -> Archive:
    answer = client.get(f"{finished.url}/record.zip")
    assert answer.status_code == 200, answer.text
    return Archive(answer.content)


def check_links(archive: Archive) -> list[dict[str, Any]]:
    (key,) = json.loads(archive.zip.read("keys/server.json"))["keys"]
    public = Ed25519PublicKey.from_public_bytes(unb64(key["x"]))
    assert sha256_hex(unb64(key["x"])).startswith(key["kid"])
    prev = ZERO_HASH
    said = []
    for link in archive.lines("links.jsonl"):
        statement = raw(link["statement"])
        public.verify(unb64(link["sig"]), statement)
        parsed = json.loads(statement.partition(b"\n")[2])
        assert parsed["prev"] == prev
        prev = statement_hash(statement)
        assert prev == link["hash"]
        said.append(parsed)
    assert prev == archive.manifest["links"]["hash"]
    return said


def test_rows_links_bodies_and_blobs_verify_from_the_archive_alone(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient, db: Session
):
    finished = Finished(client, parts, admin)
    override = {"question": finished.invited.spoken, "points": 7, "reason": "Listened to it."}
    admin_client.patch(finished.url, json={"overrides": [override]})
    archive = download(admin_client, finished)
    rows = archive.lines("rows.jsonl")
    assert [raw(row["row"]) for row in rows] == [sent.row.raw for sent in finished.machine.rows]
    assert [raw(row["sealed"]) for row in rows] == [sent.sealed for sent in finished.machine.rows]
    assert first_break([raw(row["row"]) for row in rows], session=finished.id) is None
    assert sha256_hex(raw(rows[-1]["row"])) == archive.manifest["head"]["hash"]
    key = AESGCM(unb64(json.loads(archive.zip.read("keys/interview.json"))["key"]))
    for row in rows:
        envelope, sealed = raw(row["row"]), raw(row["sealed"])
        content = key.decrypt(sealed[:12], sealed[12:], envelope)
        assert body_digest(content[:32], content[32:]) == parse_row(envelope).body_sha256
    sealed = archive.zip.read(f"blobs/{finished.picture.sha256}")
    assert sha256_hex(sealed) == finished.picture.sha256
    assert key.decrypt(sealed[:12], sealed[12:], b"blob") == b"\xff\xd8 a face"
    said = check_links(archive)
    (score,) = archive.lines("scores.jsonl")
    (link,) = [link for link in said if link["kind"] == "score"]
    assert link["body_sha256"] == sha256_hex(raw(score["statement"]))
    assert b'"points_milli":7000' in raw(score["statement"])
    for name, digest in archive.manifest["files"].items():
        assert sha256_hex(archive.zip.read(name)) == digest
    rows_of = db.exec(select(AuditLog).where(AuditLog.action == "record.downloaded")).all()
    assert len(rows_of) == 1
    db.commit()


def test_a_record_wants_a_fresh_proof_of_who_asks(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient, clock: Clock
):
    finished = Finished(client, parts, admin)
    clock.advance(minutes=6)
    answer = admin_client.get(f"{finished.url}/record.zip")
    assert (answer.status_code, answer.json()["code"]) == (403, "step_up_needed")


def test_an_erased_record_still_verifies_and_says_that_it_was_erased(
    client: TestClient, parts: Parts, admin: Person, super_client: TestClient
):
    finished = Finished(client, parts, admin)
    who = {"email": "grace@example.org", "again": "grace@example.org"}
    super_client.post("/api/admin/privacy/erase", json=who)
    work(parts)
    archive = download(super_client, finished)
    assert archive.manifest["erased"] is True
    assert "keys/interview.json" not in archive.names()
    assert not any(name.startswith("blobs/") for name in archive.names())
    rows = archive.lines("rows.jsonl")
    assert first_break([raw(row["row"]) for row in rows], session=finished.id) is None
    assert {row["sealed"] for row in rows} == {""}
    (receipt,) = archive.lines("deletions.jsonl")
    said = check_links(archive)
    assert said[-1]["kind"] == "erased"
    assert said[-1]["body_sha256"] == sha256_hex(raw(receipt["statement"]))
