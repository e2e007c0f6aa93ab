"""A copy of a person: everything of theirs, nothing of the paper's secrets, and who took it."""

import io
import json
import zipfile

from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog
from tests.server.interview_support import KEY_POINTS
from tests.server.privacy.done import ANSWER, Finished


def test_a_person_gets_answers_pictures_recordings_and_numbers(
    client: TestClient, super_client: TestClient, parts: Parts, admin: Person, db: Session
):
    finished = Finished(client, parts, admin)
    answer = super_client.post("/api/admin/privacy/export", json={"email": "GRACE@example.org"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    folder = f"interviews/{finished.id}"
    media = {
        name: archive.read(name) for name in archive.namelist() if name.startswith(f"{folder}/m")
    }
    contents = {content for name, content in media.items() if "/media/" in name}
    assert {b"\xff\xd8 a selfie", b"\xff\xd8 a face", b"Ogg1", b"Ogg2"} <= contents
    answers = json.loads(archive.read(f"{folder}/answers.json"))
    assert ANSWER in {one["text"] for one in answers}
    assert json.loads(archive.read(f"{folder}/proctoring_events.json"))
    interview = json.loads(archive.read(f"{folder}/interview.json"))
    assert interview["candidate_name"] == "Grace Example"
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode("latin-1")
    for secret in ("key_sealed", "invite_hash", "lease_hash"):
        assert secret not in everything
    assert f"{folder}/session_questions.json" not in archive.namelist()
    assert KEY_POINTS[0]["text"] not in interview
    actions = [(row.action, row.subject) for row in db.exec(select(AuditLog)).all()]
    assert ("privacy.exported", f"interview:{finished.id}") in actions
    db.commit()


def test_nobody_is_nothing(super_client: TestClient):
    answer = super_client.post("/api/admin/privacy/export", json={"email": "no@example.org"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
