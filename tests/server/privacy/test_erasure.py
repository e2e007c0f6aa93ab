"""One person is erased: the key is gone, the chain still holds, and a receipt says so."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import Session, col, select

from server import dispatch, evidence
from server.auth.people import Person
from server.deps import Parts
from server.models import (
    Answer,
    AuditLog,
    Deletion,
    InterviewSession,
    RecordRow,
    ServerLink,
    metadata,
)
from server.privacy import service
from server.queues import LEASE_S
from shared.chain import first_break
from shared.ids import sha256_hex
from tests.server.candidate_machine import unb64
from tests.server.privacy.done import ANSWER, Finished, work
from tests.server.support import Clock, bearer

EMAIL = {"email": "Grace@example.org"}
TWICE = EMAIL | {"again": "grace@example.org"}


@pytest.fixture
def finished(client: TestClient, parts: Parts, admin: Person) -> Finished:
    return Finished(client, parts, admin)


def test_an_erased_interview_tells_nothing_and_its_chain_still_holds(
    finished: Finished, super_client: TestClient, parts: Parts, db: Session
):
    answer = super_client.post("/api/admin/privacy/erase", json=TWICE)
    assert answer.status_code == 200, answer.text
    (ordered,) = answer.json()["deletions"]
    assert (ordered["what"], ordered["done_at"]) == ("person", None)
    assert ordered["counts"]["keys"] == 1
    assert ordered["counts"]["blobs"] == 5
    folder = parts.settings.data_dir / "blobs" / finished.id[:2] / finished.id
    assert folder.exists()
    work(parts)
    assert not folder.exists()

    interview = db.exec(select(InterviewSession)).one()
    assert (interview.candidate_name, interview.candidate_email) == ("Erased", "")
    assert interview.key_sealed is None
    rows = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
    assert first_break([row.row for row in rows], session=finished.id) is None
    assert rows[-1].hash == interview.head_hash == finished.machine.head.hash
    assert {row.sealed for row in rows} == {b""}
    assert db.exec(select(Answer)).all() == []
    db.commit()

    everything = _everything(parts)
    for secret in (ANSWER, "Zebra", "Grace", "grace@example.org"):
        assert secret not in everything


def test_a_receipt_is_signed_by_the_server_and_is_a_link_of_its_chain(
    finished: Finished, super_client: TestClient, parts: Parts, db: Session
):
    (ordered,) = super_client.post("/api/admin/privacy/erase", json=TWICE).json()["deletions"]
    url = f"/api/admin/privacy/deletions/{ordered['id']}/receipt.json"
    assert super_client.get(url).json()["code"] == "wrong_state"
    work(parts)
    answer = super_client.get(url)
    receipt = answer.json()
    assert "attachment" in answer.headers["content-disposition"]
    key = Ed25519PublicKey.from_public_bytes(parts.keys.public)
    key.verify(unb64(receipt["sig"]), receipt["statement"].encode())
    said = json.loads(receipt["statement"].partition("\n")[2])
    assert said["rule"] == "erasure: the person asked for it"
    assert said["session"] == finished.id
    assert said["destroyed"]["keys"] == 1
    link = db.exec(select(ServerLink).where(ServerLink.n == receipt["link"])).one()
    assert (link.kind, link.body_sha256) == ("erased", sha256_hex(receipt["statement"].encode()))
    db.commit()
    page = super_client.get("/api/admin/privacy/deletions").json()
    assert [one["id"] for one in page["items"]] == [ordered["id"]]
    assert page["items"][0]["done_at"] is not None


def test_every_table_below_an_interview_goes_or_is_named_as_staying():
    below = {
        table.name
        for table in metadata.sorted_tables
        if any(key.column.table.name == "interview_sessions" for key in table.foreign_keys)
    }
    assert below >= service.CHAIN | service.RESULT


def test_a_hold_keeps_everything_and_erasure_is_all_or_nothing(
    finished: Finished,
    client: TestClient,
    super_client: TestClient,
    admin_client: TestClient,
    parts: Parts,
    admin: Person,
    db: Session,
):
    other = Finished(client, parts, admin)
    hold = {"reason": "A dispute is open."}
    assert admin_client.put(f"{finished.url}/hold", json=hold).status_code == 204
    kept = admin_client.get(f"{finished.url}/kept").json()
    assert kept["hold"]["reason"] == "A dispute is open."
    person = super_client.post("/api/admin/privacy/person", json=EMAIL).json()
    assert {one["id"]: one["held"] for one in person["interviews"]} == {
        finished.id: True,
        other.id: False,
    }
    answer = super_client.post("/api/admin/privacy/erase", json=TWICE)
    assert (answer.status_code, answer.json()["code"]) == (409, "on_hold")
    assert db.exec(select(Deletion)).all() == []
    db.commit()
    assert admin_client.delete(f"{finished.url}/hold").status_code == 204
    done = super_client.post("/api/admin/privacy/erase", json=TWICE).json()
    assert len(done["deletions"]) == 2
    assert super_client.post("/api/admin/privacy/person", json=EMAIL).status_code == 404
    actions = [row.action for row in db.exec(select(AuditLog)).all()]
    assert {"hold.placed", "hold.lifted", "privacy.person_found", "privacy.destroyed"} <= {*actions}
    db.commit()


def test_a_running_interview_is_not_erased(
    client: TestClient, super_client: TestClient, parts: Parts, admin: Person
):
    Finished(client, parts, admin, finish=False)
    answer = super_client.post("/api/admin/privacy/erase", json=TWICE)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_erasing_asks_for_the_address_twice_and_for_a_super_admin(
    finished: Finished, super_client: TestClient, admin_client: TestClient
):
    wrong = EMAIL | {"again": "grace@example.com"}
    assert super_client.post("/api/admin/privacy/erase", json=wrong).status_code == 422
    for path, body in (("erase", TWICE), ("export", EMAIL), ("person", EMAIL)):
        answer = admin_client.post(f"/api/admin/privacy/{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_export_and_erasure_want_a_fresh_proof_of_who_asks(
    finished: Finished, super_client: TestClient, clock: Clock
):
    clock.advance(minutes=6)
    for path, body in (("erase", TWICE), ("export", EMAIL)):
        answer = super_client.post(f"/api/admin/privacy/{path}", json=body)
        assert answer.json()["code"] == "step_up_needed"


def test_an_erased_interview_can_still_be_looked_at(
    finished: Finished, super_client: TestClient, parts: Parts
):
    super_client.post("/api/admin/privacy/erase", json=TWICE)
    work(parts)
    result = super_client.get(finished.url).json()
    assert result["interview"]["candidate_name"] == "Erased"
    assert result["answers"] == []
    assert result["record"]["head_hash"] == finished.machine.head.hash
    assert super_client.get(f"{finished.url}/evidence/{finished.picture.sha256}").status_code == 404
    kept = super_client.get(f"{finished.url}/kept").json()
    assert [one["what"] for one in kept["deletions"]] == ["person"]


KILLED = """
import os, signal, sys
from pathlib import Path
from datetime import datetime
from server import dispatch, storage
from server.db import open_database
from server.keys import load_keys
from server.settings import read_settings

settings = read_settings({}, data_dir=Path(sys.argv[1]), database_url=sys.argv[2] or None)
database, keys = open_database(settings), load_keys(Path(sys.argv[1]))
forget = storage.BlobStore.forget

def die(store, session):
    folder = store._root / session[:2] / session
    next(path for path in folder.rglob("*") if path.is_file()).unlink()
    os.kill(os.getpid(), signal.SIGKILL)

storage.BlobStore.forget = die
now = datetime.fromisoformat(sys.argv[3])
dispatch.run_due(database, lambda: now, errands=dispatch.errands(settings, database, keys))
"""


def test_a_server_killed_in_the_middle_of_an_erasure_completes_it_at_its_next_start(
    finished: Finished, super_client: TestClient, parts: Parts, clock: Clock, db: Session
):
    super_client.post("/api/admin/privacy/erase", json=TWICE)
    settings = parts.settings
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            KILLED,
            str(settings.data_dir),
            settings.database_url,
            clock.now.isoformat(),
        ],
        check=False,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert run.returncode == -signal.SIGKILL
    folder = settings.data_dir / "blobs" / finished.id[:2] / finished.id
    assert folder.exists()
    deletion = db.exec(select(Deletion)).one()
    db.commit()
    assert deletion.done_at is None
    assert work(parts) == 0  # its lease has not run out
    clock.now += timedelta(seconds=LEASE_S[service.TOPIC] + 1)
    assert work(parts) == 1
    assert not folder.exists()
    db.refresh(deletion)
    assert deletion.done_at == clock.now
    links = db.exec(select(ServerLink).where(ServerLink.kind == "erased")).all()
    assert len(links) == 1
    db.commit()


@pytest.mark.expects_log
def test_what_three_attempts_could_not_remove_is_tried_again_within_the_hour(
    finished: Finished,
    super_admin: Person,
    super_client: TestClient,
    parts: Parts,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    super_client.post("/api/admin/privacy/erase", json=TWICE)
    store = type(evidence.store(parts.settings))
    with monkeypatch.context() as patch:
        patch.setattr(store, "forget", lambda *_: False)
        for _ in range(4):
            work(parts)
            clock.advance(minutes=2)
    clock.advance(hours=1)
    dispatch.sweep(parts.database, clock.now)
    work(parts)
    work(parts)
    super_client.headers.update(bearer(parts, super_admin))
    (item,) = super_client.get("/api/admin/privacy/deletions").json()["items"]
    assert item["done_at"] is not None


def _everything(parts: Parts) -> str:
    """All text and bytes of the database, as one would search a stolen copy."""
    found: list[str] = []
    with parts.database.read() as db:
        for table in metadata.sorted_tables:
            if table.name == "users":
                continue
            found += [
                value.decode("latin-1") if isinstance(value, bytes) else str(value)
                for row in db.execute(text(f"SELECT * FROM {table.name}"))
                for value in row
            ]
    if parts.database.is_sqlite:
        path = Path(parts.settings.database.removeprefix("sqlite:///"))
        found += [file.read_bytes().decode("latin-1") for file in path.parent.glob(f"{path.name}*")]
    return "\n".join(found)
