"""The small pictures of the live wall: where agreed, the newest only, sealed, gone at the end."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession, ServerLink, Thumbnail
from shared.policy import Policy
from shared.sync import MAX_FRAME_BYTES
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock

JPEG = b"\xff\xd8\xff\xe0" + b"a small picture" + b"\xff\xd9"
OTHER = b"\xff\xd8\xff\xe0" + b"the next picture" + b"\xff\xd9"


def machine_with(
    client: TestClient, parts: Parts, admin: Person, *, thumbnails: bool
) -> CandidateMachine:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        interview = db.get(InterviewSession, invited.id)
        interview.policy_json = Policy(thumbnails=thumbnails).model_dump_json()
        db.add(interview)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    return machine


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    machine = machine_with(client, parts, admin, thumbnails=True)
    machine.start()
    return machine


def send(machine: CandidateMachine, jpeg: bytes = JPEG):
    path = "/api/video/frame"
    headers = machine.headers("POST", path, jpeg) | {"Content-Type": "image/jpeg"}
    return machine.http.request(
        "POST", f"{path}?session={machine.session}", content=jpeg, headers=headers
    )


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_only_the_newest_is_kept_and_it_is_sealed(
    machine: CandidateMachine, admin_client: TestClient, db: Session, clock: Clock
):
    assert send(machine).status_code == 204
    clock.advance(seconds=10)
    assert send(machine, OTHER).status_code == 204
    (kept,) = db.exec(select(Thumbnail)).all()
    assert b"picture" not in kept.sealed
    db.commit()
    answer = admin_client.get(f"/api/admin/interviews/{machine.session}/thumbnail")
    assert (answer.content, answer.headers["content-type"]) == (OTHER, "image/jpeg")
    assert "no-store" in answer.headers["cache-control"]
    (tile,) = admin_client.get("/api/admin/live-status").json()["sessions"]
    assert tile["thumbnail_at"].startswith("2026-11-23T09:00:10")


def test_what_is_refused(
    machine: CandidateMachine, client: TestClient, parts: Parts, admin: Person
):
    assert code(send(machine, b"GIF89a")) == (415, "unsupported_media")
    assert code(send(machine, JPEG[:2] + bytes(MAX_FRAME_BYTES) + JPEG[-2:])) == (413, "too_large")
    assert send(machine).status_code == 204
    assert code(send(machine)) == (429, "rate_limited")
    unagreed = machine_with(client, parts, admin, thumbnails=False)
    unagreed.start()
    assert code(send(unagreed)) == (409, "wrong_state")
    early = machine_with(client, parts, admin, thumbnails=True)
    assert code(send(early)) == (409, "not_started")


def test_nobody_sends_a_picture_for_somebody_else(
    machine: CandidateMachine, client: TestClient, parts: Parts, admin: Person
):
    other = machine_with(client, parts, admin, thumbnails=True)
    other.start()
    path = "/api/video/frame"
    headers = machine.headers("POST", path, JPEG)
    answer = client.post(f"{path}?session={other.session}", content=JPEG, headers=headers)
    assert code(answer) == (404, "not_found")


@pytest.mark.parametrize("ending", ["terminate", "finish"])
def test_it_is_gone_with_the_end(
    machine: CandidateMachine, admin_client: TestClient, db: Session, ending: str
):
    send(machine)
    if ending == "finish":
        machine.finish()
    else:
        path = f"/api/admin/interviews/{machine.session}/actions"
        admin_client.post(path, json={"action": "terminate", "reason": "technical"})
    assert db.exec(select(Thumbnail)).all() == []
    db.commit()
    path = f"/api/admin/interviews/{machine.session}/thumbnail"
    assert code(admin_client.get(path)) == (404, "not_found")
    assert code(send(machine)) == (409, "already_over")


def test_looking_is_on_record_once_in_half_an_hour(
    machine: CandidateMachine,
    admin_client: TestClient,
    other_client: TestClient,
    db: Session,
    clock: Clock,
):
    send(machine)
    path = f"/api/admin/interviews/{machine.session}/thumbnail"
    assert other_client.get(path).status_code == 404
    for _ in range(3):
        assert admin_client.get(path).status_code == 200
    clock.advance(minutes=31)
    admin_client.get(path)
    looked = db.exec(select(AuditLog).where(AuditLog.action == "thumbnail.looked")).all()
    links = db.exec(select(ServerLink).where(ServerLink.kind == "look")).all()
    assert (len(looked), len(links)) == (2, 2)
