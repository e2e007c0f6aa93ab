"""Claim, start, selfie, finish and the plain answers, as a candidate's machine meets them."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.deps import Parts
from server.models import Answer, AudioChunk, AuditLog, InterviewSession, Outbox, StatusTimeline
from server.sealing import open_blob
from server.storage import BlobStore
from shared.clock import parse_utc
from shared.events import AnswerRevised, StatusReached, SystemNoted
from shared.lifecycle import Status
from shared.session import ChainHead
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import Invited, invite
from tests.server.support import Clock


@pytest.fixture
def invited(client: TestClient, parts: Parts, admin: Person) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def machine(client: TestClient, parts: Parts, invited: Invited) -> CandidateMachine:
    return CandidateMachine(client, invited.token, now=parts.now())


def code(answer) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def statuses(db: Session) -> list[Status]:
    found = db.exec(select(StatusTimeline.new).order_by(col(StatusTimeline.at))).all()
    db.commit()
    return list(found)


def test_looking_at_an_invite_changes_nothing(machine: CandidateMachine, db: Session):
    before = db.exec(select(InterviewSession)).one().model_dump()
    db.commit()
    view = machine.view()
    assert (view.candidate_name, view.zone) == ("Grace Example", "Europe/Vienna")
    db.expire_all()
    assert db.exec(select(InterviewSession)).one().model_dump() == before
    db.commit()
    assert statuses(db) == []


@pytest.mark.parametrize("token", ["x", "A" * 43, "%00", "é"])
def test_an_unknown_invite_says_so(client: TestClient, admin: Person, token: str):
    assert code(client.get(f"/api/interview/access/{token}")) == (404, "invite_unknown")
    stranger = CandidateMachine(client, "B" * 43)
    assert code(stranger.ask_claim()) == (404, "invite_unknown")


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [(60, 120, (425, "invite_early")), (-120, -60, (410, "invite_expired"))],
)
def test_a_claim_outside_the_window_is_refused(
    client: TestClient,
    parts: Parts,
    admin: Person,
    opens: int,
    closes: int,
    expected: tuple[int, str],
    db: Session,
):
    made = invite(
        parts,
        admin,
        opens_at=parts.now() + timedelta(minutes=opens),
        closes_at=parts.now() + timedelta(minutes=closes),
    )
    assert code(CandidateMachine(client, made.token).ask_claim()) == expected
    assert statuses(db) == []


@pytest.mark.parametrize(("opens", "closes"), [(60, 120), (-120, -60)])
def test_an_invite_outside_its_window_is_shown_with_its_window(
    client: TestClient, parts: Parts, admin: Person, opens: int, closes: int
):
    """The app then says when to come, or whom to ask; entering is refused (above)."""
    now = parts.now()
    window = now + timedelta(minutes=opens), now + timedelta(minutes=closes)
    made = invite(parts, admin, opens_at=window[0], closes_at=window[1])
    view = CandidateMachine(client, made.token).view()
    assert (parse_utc(view.opens_at), parse_utc(view.closes_at)) == window
    assert parse_utc(view.server_time) == now
    assert view.status is Status.INVITED


def test_a_withdrawn_invite_is_neither_shown_nor_let_in(
    machine: CandidateMachine, client: TestClient, admin_client: TestClient
):
    path = f"/api/admin/interviews/{machine.view().session}"
    assert admin_client.patch(path, json={"cancel_reason": "The place is taken."}).is_success
    assert code(client.get(f"/api/interview/access/{machine.token}")) == (410, "invite_revoked")
    assert code(machine.ask_claim()) == (410, "invite_revoked")


def test_a_used_invite_is_shown_as_completed_and_lets_no_other_machine_in(
    machine: CandidateMachine, client: TestClient
):
    machine.claim()
    machine.start()
    machine.finish()
    assert machine.view().status is Status.COMPLETED
    second = CandidateMachine(client, machine.token, now=machine.now)
    assert code(second.ask_claim()) == (409, "invite_used")


def test_the_same_machine_gets_the_same_grant_again(machine: CandidateMachine, db: Session):
    first = machine.claim()
    machine.append(SystemNoted(what="app_restarted"))
    machine.sync()
    again = machine.claim()
    assert again.head == machine.head
    assert again.model_copy(update={"head": first.head}) == first
    assert statuses(db) == [Status.LINK_ACCESSED]


def test_a_second_machine_is_refused_and_the_attempt_is_written_down(
    machine: CandidateMachine, client: TestClient, db: Session
):
    machine.claim()
    second = CandidateMachine(client, machine.token)
    assert code(second.ask_claim()) == (409, "open_elsewhere")
    assert db.exec(select(AuditLog.action)).all() == ["claim.refused"]
    db.commit()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"client_version": "0.0.1"}, (426, "client_too_old")),
        ({"protocol": 2}, (426, "client_too_new")),
        ({"public_key": "short"}, (422, "invalid_request")),
        ({"public_key": None}, (422, "invalid_request")),
        ({"token": 5}, (422, "invalid_request")),
        ({"protocol": 0}, (422, "invalid_request")),
    ],
)
def test_a_claim_that_does_not_fit_is_refused(
    machine: CandidateMachine, change: dict, expected: tuple[int, str]
):
    assert code(machine.ask_claim(**change)) == expected


def test_the_questions_come_with_the_start_and_go_with_the_end(
    machine: CandidateMachine, invited: Invited, client: TestClient
):
    grant = machine.claim()
    bearer = {"Authorization": f"Bearer {grant.token}"}
    path = f"/api/interview/question/{invited.written}"
    assert grant.exam is None
    assert code(client.get(path)) == (401, "not_signed_in")
    assert code(client.get(path, headers=bearer)) == (409, "not_started")
    exam = machine.start().exam
    question = client.get(path, headers=bearer).json()
    assert question == exam.questions[0].model_dump(mode="json")
    assert not {"expected_answer", "key_points", "key_points_json"} & set(question)
    assert machine.claim().exam == exam
    assert code(client.get(f"/api/interview/question/{'0' * 32}", headers=bearer)) == (
        404,
        "not_found",
    )
    machine.finish()
    assert code(client.get(path, headers=bearer)) == (409, "already_over")
    assert machine.claim().exam is None
    assert code(machine.ask_start()) == (409, "already_over")


def test_extra_time_lengthens_everything(client: TestClient, parts: Parts, admin: Person):
    made = invite(parts, admin, extra_time_percent=25)
    machine = CandidateMachine(client, made.token, now=parts.now())
    assert machine.claim().duration_s == 750
    started = machine.start()
    assert started.exam.duration_s == 750
    assert started.exam.questions[0].time_limit_s == 250


def test_a_start_outside_the_window_is_refused(machine: CandidateMachine, clock: Clock):
    machine.claim()
    clock.advance(hours=3)
    assert code(machine.ask_start()) == (410, "invite_expired")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"{", (400, "malformed_body")),
        (b"{}", (422, "invalid_request")),
        (b'{"consent":0}', (422, "invalid_request")),
        (b'{"consent":"x"}', (422, "invalid_request")),
        (b" " * 70_000, (413, "too_large")),
    ],
)
def test_a_start_of_the_wrong_shape_is_refused(
    machine: CandidateMachine, body: bytes, expected: tuple[int, str], db: Session
):
    machine.claim()
    assert code(machine.signed("POST", f"start/{machine.session}", body)) == expected
    assert statuses(db) == [Status.LINK_ACCESSED]


def test_rows_move_the_first_steps_and_no_others(machine: CandidateMachine, db: Session):
    machine.claim()
    for status in (
        Status.AUTHENTICATED,
        Status.COMPLETED,
        Status.INTERVIEW_ACTIVE,
        Status.ENROLLMENT,
        Status.AUTHENTICATED,
    ):
        machine.append(StatusReached(status=status))
    assert machine.sync().quarantined == ()
    assert statuses(db) == [Status.LINK_ACCESSED, Status.AUTHENTICATED, Status.ENROLLMENT]


def test_a_selfie_must_have_come_before_it_is_named(machine: CandidateMachine, db: Session):
    machine.claim()
    picture = machine.put_blob(b"jpeg", "image/jpeg")
    unknown = picture.model_copy(update={"sha256": "0" * 64})
    body = b'{"sha256":"' + unknown.sha256.encode() + b'"}'
    assert code(machine.signed("POST", f"selfie/{machine.session}", body)) == (404, "not_found")
    assert machine.selfie(picture).status is Status.SELFIE_UPLOADED
    assert machine.selfie(picture).status is Status.SELFIE_UPLOADED
    machine.start()
    assert machine.selfie(picture).status is Status.INTERVIEW_ACTIVE
    assert statuses(db)[:3] == [
        Status.LINK_ACCESSED,
        Status.AUTHENTICATED,
        Status.SELFIE_UPLOADED,
    ]


def test_a_finish_needs_a_start_and_the_whole_record(
    machine: CandidateMachine, invited: Invited, db: Session
):
    machine.claim()
    assert code(machine.ask_finish()) == (409, "not_started")
    machine.start()
    sent = machine.append(AnswerRevised(question=invited.written, revision=1, text="x", at_ms=1))
    assert code(machine.ask_finish()) == (409, "chain_gap")
    machine.sync()
    wrong = ChainHead(seq=1, hash="0" * 64)
    assert code(machine.ask_finish(wrong)) == (409, "chain_fork")
    assert machine.finish().status is Status.COMPLETED
    assert machine.ask_finish(ChainHead(seq=1, hash=sent.row.hash)).status_code == 200
    assert statuses(db).count(Status.COMPLETED) == 1
    # Every question has an answer now, and a job that scores it.
    assert len(db.exec(select(Answer)).all()) == 2
    assert {job.topic for job in db.exec(select(Outbox)).all()} == {"score", "total"}
    db.commit()


def test_a_handed_in_interview_is_not_open_to_another_machine(
    machine: CandidateMachine, client: TestClient, clock: Clock
):
    machine.claim()
    machine.start()
    machine.finish()
    clock.advance(minutes=5)
    assert code(CandidateMachine(client, machine.token).ask_claim()) == (409, "invite_used")


def test_a_client_without_a_record_answers_plainly(
    machine: CandidateMachine, invited: Invited, client: TestClient, parts: Parts, db: Session
):
    grant = machine.claim()
    bearer = {"Authorization": f"Bearer {grant.token}"}
    text = {"question": invited.written, "text": "plain"}
    path = "/api/interview/answer/text"
    assert code(client.post(path, json=text)) == (401, "not_signed_in")
    assert code(client.post(path, json=text, headers=bearer)) == (409, "not_started")
    machine.start()
    assert client.post(path, json=text, headers=bearer).json()["revision"] == 1
    done = client.post(path, json=text | {"text": "plainer", "done": True}, headers=bearer)
    assert done.json() == {"question": invited.written, "revision": 2, "late": False}
    stranger = text | {"question": "0" * 32}
    assert code(client.post(path, json=stranger, headers=bearer)) == (404, "not_found")
    sound = f"/api/interview/answer/audio?question={invited.spoken}&take=1&part=1&duration_ms=50"
    assert code(client.post(sound, content=b"Ogg", headers=bearer)) == (415, "unsupported_media")
    ogg = bearer | {"Content-Type": "audio/ogg"}
    assert client.post(sound, content=b"OggS sound", headers=ogg).status_code == 200
    kept = db.exec(select(AudioChunk)).one()
    sealed = BlobStore(parts.settings.data_dir / "blobs").get(invited.id, kept.sha256)
    assert sealed is not None
    assert open_blob(unb64(grant.key), sealed) == b"OggS sound"
    answers = db.exec(select(Answer).order_by(col(Answer.revision))).all()
    assert [(one.text, one.takes) for one in answers] == [("", 1), ("plainer", 0)]
    assert answers[1].done_reason == "candidate"
    db.commit()


def test_a_signed_record_shuts_the_plain_door(
    machine: CandidateMachine, invited: Invited, client: TestClient
):
    grant = machine.claim()
    machine.start()
    machine.append(SystemNoted(what="app_restarted"))
    machine.sync()
    bearer = {"Authorization": f"Bearer {grant.token}"}
    text = {"question": invited.written, "text": "plain"}
    answer = client.post("/api/interview/answer/text", json=text, headers=bearer)
    assert code(answer) == (409, "use_sync")
