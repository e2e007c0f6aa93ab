"""A record that comes as a file: the whole of it once, under the checks of the network's way."""

import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from client.spool.keys import SigningKey
from client.spool.parcel import write_parcel
from client.spool.store import Spool
from server.auth.people import Person
from server.deps import Parts
from server.models import Answer, AnswerRevision, AuditLog, InterviewSession, RecordRow
from shared.events import AnswerChunk, AnswerDone, AnswerRevised, RecordClosed, SystemNoted
from shared.model import Wire
from shared.parcel import MANIFEST, ROWS
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite
from tests.server.support import Clock

START_MS = 60_000


class Offline:
    """A machine with a real spool whose network went at the start and never came back."""

    def __init__(self, http: TestClient, invited: Invited, folder: Path, clock: Clock) -> None:
        self.invited, self.clock, self._folder = invited, clock, folder
        self.machine = CandidateMachine(http, invited.token, now=clock.now)
        grant = self.machine.claim()
        self.machine.start()
        self.spool = Spool.create(folder / "spool", grant, SigningKey(self.machine.key))

    def append(self, body: Wire) -> None:
        self.spool.append(body, at=self.clock.now, mono_ms=1000 + self.spool.head.seq)

    def answer_all(self) -> None:
        sound = self.spool.put_blob(b"sound" * 1000, "audio/ogg")
        written, spoken = self.invited.written, self.invited.spoken
        for body in (
            AnswerRevised(question=written, revision=1, text="in time", at_ms=START_MS),
            AnswerRevised(question=written, revision=2, text="afterwards", at_ms=9_000_000),
            AnswerDone(question=written, revision=2),
            AnswerChunk(question=spoken, take=1, part=1, audio=sound, duration_ms=900),
            AnswerDone(question=spoken, takes=1),
        ):
            self.append(body)

    def file(self) -> bytes:
        path = self._folder / "record.invigil"
        write_parcel(self.spool, path, now=self.clock.now)
        return path.read_bytes()


@pytest.fixture
def offline(client: TestClient, parts: Parts, admin: Person, clock: Clock, tmp_path: Path):
    made = Offline(client, invite(parts, admin), tmp_path, clock)
    yield made
    made.spool.close()


def bring(admin_client: TestClient, interview: str, content: bytes):
    return admin_client.post(
        f"/api/admin/interviews/{interview}/record-file",
        content=content,
        headers={"Content-Type": "application/octet-stream"},
    )


def repacked(content: bytes, change, compression: int = zipfile.ZIP_STORED) -> bytes:
    """The file with each member passed through `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", compression) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def test_a_whole_interview_comes_by_file_late_rows_flagged_and_again_changes_nothing(
    offline: Offline, admin_client: TestClient, parts: Parts, clock: Clock
):
    offline.answer_all()
    offline.append(RecordClosed(reason="candidate", answers=2))
    clock.advance(seconds=86_400)
    content = offline.file()
    told = bring(admin_client, offline.invited.id, content).json()
    rows = offline.spool.count()
    assert (told["rows"], told["new_rows"], told["new_blobs"]) == (rows, rows, 1)
    assert (told["missing_blobs"], told["conflict"], told["status"]) == (0, "", "completed")
    again = bring(admin_client, offline.invited.id, content).json()
    assert (again["new_rows"], again["new_blobs"], again["status"]) == (0, 0, "completed")
    with parts.database.read() as db:
        kept = db.exec(select(RecordRow).order_by(RecordRow.seq)).all()
        assert [row.hash for row in kept][-1] == offline.spool.head.hash
        assert [one.late for one in db.exec(select(AnswerRevision)).all()] == [True, True]
        answer = db.exec(
            select(Answer).where(Answer.session_question_id == offline.invited.written)
        ).one()
        assert (answer.text, answer.late) == ("afterwards", True)
        noted = db.exec(select(AuditLog).where(AuditLog.action == "record.imported")).all()
        assert len(noted) == 2


def test_what_came_over_the_network_before_is_not_taken_twice(
    offline: Offline, admin_client: TestClient, clock: Clock
):
    offline.append(SystemNoted(what="proctor_started"))
    sent = [row.model_dump() for row in offline.spool.pending()]
    assert offline.machine.ask_sync([], rows=sent).status_code == 200
    offline.answer_all()
    told = bring(admin_client, offline.invited.id, offline.file()).json()
    assert (told["rows"], told["new_rows"]) == (6, 5)
    # Not handed in: the interview goes on, and the machine's own way stays open.
    assert told["status"] == "interview_active"
    answer = offline.machine.ask_sync(
        [], rows=[row.model_dump() for row in offline.spool.pending()]
    )
    assert answer.json()["acked"]["hash"] == offline.spool.head.hash


@pytest.mark.parametrize("name", [ROWS, MANIFEST])
def test_a_file_that_was_changed_is_refused_whole(
    offline: Offline, admin_client: TestClient, parts: Parts, name: str
):
    offline.answer_all()
    changed = repacked(
        offline.file(), lambda n, raw: raw.replace(b"1", b"2", 1) if n == name else raw
    )
    answer = bring(admin_client, offline.invited.id, changed)
    assert answer.json()["code"] in ("bad_signature", "file_unreadable", "invalid_request")
    with parts.database.read() as db:
        assert db.get_one(InterviewSession, offline.invited.id).head_seq == 0


def test_a_changed_recording_is_refused(offline: Offline, admin_client: TestClient):
    offline.answer_all()
    changed = repacked(
        offline.file(), lambda n, raw: raw[:-1] + b"x" if n.startswith("blobs/") else raw
    )
    assert bring(admin_client, offline.invited.id, changed).json()["code"] == "bad_signature"


@pytest.mark.parametrize(
    "content", [b"", b"no zip at all", repacked(b"PK\x05\x06" + bytes(18), lambda n, raw: raw)]
)
def test_what_is_no_record_file_is_unreadable(
    offline: Offline, admin_client: TestClient, content: bytes
):
    answer = bring(admin_client, offline.invited.id, content)
    assert (answer.status_code, answer.json()["code"]) == (422, "file_unreadable")


def test_packed_members_are_not_unpacked(offline: Offline, admin_client: TestClient):
    offline.append(SystemNoted(what="proctor_started"))
    packed = repacked(offline.file(), lambda n, raw: raw, zipfile.ZIP_DEFLATED)
    assert bring(admin_client, offline.invited.id, packed).json()["code"] == "file_unreadable"


def test_another_interviews_file_and_an_exchanged_machines_are_refused(
    offline: Offline, admin_client: TestClient, parts: Parts, admin: Person, clock: Clock
):
    offline.append(SystemNoted(what="proctor_started"))
    content = offline.file()
    other = invite(parts, admin)
    assert bring(admin_client, other.id, content).json()["code"] == "file_unreadable"
    clock.advance(seconds=120)
    CandidateMachine(admin_client, offline.invited.token, now=clock.now).claim()
    assert bring(admin_client, offline.invited.id, content).json()["code"] == "bad_signature"


def test_the_operator_brings_it_on_the_command_line(
    offline: Offline, parts: Parts, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    import argparse

    from server.cli import records

    offline.answer_all()
    file = tmp_path / "a.invigil"
    file.write_bytes(offline.file())
    asked = argparse.Namespace(file=file)
    assert records._import(parts.settings, asked) == 0
    assert "5 of 5 rows" in capsys.readouterr().out
    assert records._import(parts.settings, asked) == 0
    assert "0 of 5 rows" in capsys.readouterr().out
    file.write_bytes(b"nothing")
    assert records._import(parts.settings, asked) == 1
    assert "record file" in capsys.readouterr().err
