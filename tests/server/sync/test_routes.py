"""The ingest over HTTP: what is refused, what is kept, what is acknowledged."""

import base64

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.deps import Parts
from server.models import (
    Answer,
    AnswerRevision,
    Evidence,
    ForkRow,
    InterviewSession,
    ProctoringEvent,
    RecordRow,
    ServerLink,
)
from shared.chain import canonical
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerEdited,
    AnswerPasted,
    AnswerRevised,
    AnswerRun,
    Artifact,
    CheckDone,
    Edit,
    Probed,
    SystemNoted,
)
from shared.ids import sha256_hex
from shared.sync import COUNTER_HEADER, MAX_BATCH_BYTES, SIGNATURE_HEADER
from tests.server.candidate_machine import CandidateMachine, Sent
from tests.server.interview_support import Invited, invite
from tests.server.support import Clock


@pytest.fixture
def invited(parts: Parts, client: TestClient, admin: Person) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def machine(client: TestClient, parts: Parts, invited: Invited) -> CandidateMachine:
    made = CandidateMachine(client, invited.token, now=parts.now())
    made.claim()
    made.start()
    return made


def note(machine: CandidateMachine, detail: str = "") -> Sent:
    return machine.append(SystemNoted(what="app_restarted", detail=detail))


def code(answer) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def rows_of(db: Session) -> list[RecordRow]:
    found = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
    db.commit()
    return list(found)


def test_a_batch_sent_twice_is_stored_once(machine: CandidateMachine, db: Session):
    for _ in range(5):
        note(machine)
    first, second = machine.sync(), machine.sync()
    assert first.acked == second.acked == machine.head
    assert len(rows_of(db)) == 5
    assert len(db.exec(select(ProctoringEvent)).all()) == 5
    db.commit()


def test_the_very_same_request_is_refused_the_second_time(
    machine: CandidateMachine, client: TestClient, db: Session
):
    note(machine)
    path = f"/api/interview/sync/{machine.session}"
    body = canonical(machine.batch(machine.rows))
    headers = machine.headers("POST", path, body) | {"Content-Type": "application/json"}
    assert client.post(path, content=body, headers=headers).status_code == 200
    assert code(client.post(path, content=body, headers=headers)) == (409, "replayed")
    older = machine.headers("POST", path, body, counter=1)
    assert code(client.post(path, content=body, headers=older)) == (409, "replayed")
    assert len(rows_of(db)) == 1


@pytest.mark.parametrize("broken", ["body", "signature", "counter", "method", "key", "nothing"])
def test_what_the_machine_did_not_sign_is_refused(
    machine: CandidateMachine, client: TestClient, broken: str, db: Session
):
    note(machine)
    path = f"/api/interview/sync/{machine.session}"
    body = canonical(machine.batch(machine.rows))
    headers = machine.headers("PUT" if broken == "method" else "POST", path, body)
    if broken == "body":
        body = body.replace(b'"applied":0', b'"applied":1')
    elif broken == "signature":
        headers[SIGNATURE_HEADER] = "A" * 86
    elif broken == "counter":
        headers[COUNTER_HEADER] = "999"
    elif broken == "nothing":
        del headers[SIGNATURE_HEADER], headers[COUNTER_HEADER]
    elif broken == "key":
        stranger = CandidateMachine(client, machine.token)
        stranger._grant, stranger.counter = machine.grant, machine.counter
        headers = stranger.headers("POST", path, body)
    assert code(client.post(path, content=body, headers=headers)) == (401, "bad_signature")
    assert rows_of(db) == []


def test_without_the_lease_nothing_is_taken(
    machine: CandidateMachine, client: TestClient, parts: Parts, admin: Person
):
    path = f"/api/interview/sync/{machine.session}"
    assert code(client.post(path, content=b"{}")) == (401, "not_signed_in")
    wrong = {"Authorization": "Bearer somethingelse"}
    assert code(client.post(path, content=b"{}", headers=wrong)) == (401, "not_signed_in")
    other = CandidateMachine(client, invite(parts, admin).token)
    other.claim()
    theirs = other.signed("POST", f"sync/{machine.session}", b"{}")
    assert code(theirs) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (400, "malformed_body")),
        (b"{", (400, "malformed_body")),
        (b"\xff\xfe", (400, "malformed_body")),
        (b"[]", (422, "invalid_request")),
        (b"{}", (422, "invalid_request")),
        (b'{"v":"1"}', (422, "invalid_request")),
        (b"[" * 100_000, (422, "invalid_request")),
        (b'{"x":' + b"[" * 100_000, (400, "malformed_body")),
    ],
)
def test_a_malformed_batch_is_refused_with_its_fields(
    machine: CandidateMachine, body: bytes, expected: tuple[int, str]
):
    assert code(machine.signed("POST", f"sync/{machine.session}", body)) == expected


@pytest.mark.parametrize(
    "change",
    [
        {"session": "0" * 32},
        {"segment": 2},
        {"rows": [{"row": "x"}]},
        {"rows": [{"row": "x", "sealed": 1}]},
        {"rows": [{"row": "x", "sealed": "y"}] * 201},
        {"v": 0},
        {"mono_ms": "soon"},
    ],
)
def test_a_batch_of_the_wrong_shape_is_refused(machine: CandidateMachine, change: dict):
    assert code(machine.ask_sync([], **change)) == (422, "invalid_request")


def test_a_heartbeat_that_cannot_be_read_holds_up_no_row(machine: CandidateMachine, db: Session):
    note(machine)
    assert machine.sync(heartbeat={"question": "what"}).acked.seq == 1
    assert len(rows_of(db)) == 1


def test_an_oversized_batch_is_refused_before_it_is_read(machine: CandidateMachine):
    body = b" " * (MAX_BATCH_BYTES + 1)
    assert code(machine.signed("POST", f"sync/{machine.session}", body)) == (413, "too_large")


def bad_shape(machine: CandidateMachine) -> Sent:
    return machine.append_raw("signal.opened", b'{"signal":5}')


def wrong_key(machine: CandidateMachine) -> Sent:
    sent = note(machine)
    return Sent(sent.row, sent.sealed[:-1] + bytes([sent.sealed[-1] ^ 1]))


def wrong_digest(machine: CandidateMachine) -> Sent:
    sent = note(machine)
    return Sent(sent.row, machine.seal(b"s" * 32 + b"{}", sent.row.raw))


def empty(machine: CandidateMachine) -> Sent:
    return Sent(note(machine).row, b"")


def stranger_question(machine: CandidateMachine) -> Sent:
    return machine.append(AnswerDone(question="0" * 32))


def huge_number(machine: CandidateMachine) -> Sent:
    body = b'{"signal":"x","onset_ms":%d,"ended_ms":1,"at_ms":1}' % 10**30
    return machine.append_raw("signal.closed", body)


def huge_count(machine: CandidateMachine) -> Sent:
    question = b"0" * 32
    return machine.append_raw(
        "answer.revised",
        b'{"question":"%s","revision":%d,"text":"","at_ms":1}' % (question, 2**31),
    )


@pytest.mark.parametrize(
    "poison",
    [
        bad_shape,
        wrong_key,
        wrong_digest,
        empty,
        stranger_question,
        huge_number,
        huge_count,
    ],
)
def test_one_bad_row_among_a_hundred_is_quarantined_and_its_neighbours_commit(
    machine: CandidateMachine, poison, db: Session
):
    sent = [note(machine) for _ in range(50)]
    sent.append(poison(machine))
    sent += [note(machine) for _ in range(49)]
    receipt = machine.sync(sent)
    assert receipt.acked == machine.head
    assert receipt.quarantined == (51,)
    stored = rows_of(db)
    assert [row.seq for row in stored] == list(range(1, 101))
    assert [row.seq for row in stored if row.state == "quarantined"] == [51]
    assert (stored[50].row, stored[50].sealed) == (sent[50].row.raw, sent[50].sealed)
    event = db.exec(select(ProctoringEvent).where(ProctoringEvent.seq == 51)).one()
    assert event.kind == "row.quarantined"
    db.commit()
    assert machine.sync(sent[40:60]).quarantined == (51,)


def test_a_row_that_is_no_base64_or_far_too_long_is_quarantined(
    machine: CandidateMachine, db: Session
):
    first, second = note(machine), note(machine)
    rows = [
        {"row": first.row.raw.decode(), "sealed": "no base64!"},
        {"row": second.row.raw.decode(), "sealed": base64.b64encode(b"x" * 2_100_000).decode()},
        {"row": "x" * 3000, "sealed": ""},
    ]
    receipt = machine.sync([], rows=rows)
    assert receipt.quarantined == (1, 2, 3)
    assert receipt.acked.hash == sha256_hex(b"x" * 3000)
    assert rows_of(db)[0].sealed == b"no base64!"


def test_a_kind_from_the_future_is_kept_as_it_came(machine: CandidateMachine, db: Session):
    sent = machine.append_raw("hologram.opened", b'{"depth_mm":12}')
    receipt = machine.sync()
    assert (receipt.acked, receipt.quarantined) == (machine.head, ())
    (row,) = rows_of(db)
    assert (row.kind, row.state, row.row) == ("hologram.opened", "ok", sent.row.raw)
    assert db.exec(select(ProctoringEvent.kind)).all() == ["hologram.opened"]
    db.commit()


def test_a_gap_names_what_is_expected(machine: CandidateMachine, db: Session):
    sent = [note(machine) for _ in range(5)]
    machine.sync(sent[:2])
    answer = machine.ask_sync(sent[3:])
    assert code(answer) == (409, "chain_gap")
    assert answer.json()["expected"] == {"seq": 2, "hash": sent[1].row.hash}
    assert len(rows_of(db)) == 2
    assert machine.sync(sent[2:]).acked == machine.head


def test_another_history_is_kept_as_evidence_and_refused(machine: CandidateMachine, db: Session):
    sent = [note(machine) for _ in range(3)]
    machine.sync()
    machine.head = type(machine.head)(seq=1, hash=sent[0].row.hash)
    other = [note(machine, "another story") for _ in range(2)]
    for _ in range(2):
        answer = machine.ask_sync(other)
        assert code(answer) == (409, "chain_fork")
        assert answer.json()["expected"] == {"seq": 3, "hash": sent[2].row.hash}
    assert [row.row for row in rows_of(db)] == [row.row.raw for row in sent]
    kept = db.exec(select(ForkRow).order_by(col(ForkRow.seq))).all()
    assert [(row.seq, row.row, row.sealed) for row in kept] == [
        (row.row.seq, row.row.raw, row.sealed) for row in other
    ]
    assert "fork" in db.exec(select(ServerLink.kind)).all()
    db.commit()
    # The first history goes on.
    machine.head = type(machine.head)(seq=3, hash=sent[2].row.hash)
    assert machine.sync([note(machine)]).acked.seq == 4


def test_a_sync_after_the_end_is_taken_and_marked_late(
    machine: CandidateMachine, invited: Invited, clock: Clock, db: Session
):
    machine.append(AnswerRevised(question=invited.written, revision=1, text="in time", at_ms=1))
    machine.sync()
    machine.finish()
    clock.advance(hours=3)
    late = AnswerRevised(question=invited.written, revision=2, text="afterwards", at_ms=2)
    assert machine.sync([machine.append(late)]).acked == machine.head
    revisions = db.exec(select(AnswerRevision).order_by(col(AnswerRevision.revision))).all()
    assert [(one.text, one.late) for one in revisions] == [("in time", False), ("afterwards", True)]
    answer = db.exec(select(Answer).where(Answer.session_question_id == invited.written)).one()
    assert (answer.text, answer.late) == ("afterwards", True)
    db.commit()


def test_the_highest_revision_stands_whatever_the_order(
    machine: CandidateMachine, invited: Invited, db: Session
):
    for revision, text in ((3, "third"), (1, "first"), (2, "second")):
        body = AnswerRevised(question=invited.written, revision=revision, text=text, at_ms=1)
        machine.append(body)
    machine.sync()
    answer = db.exec(select(Answer).where(Answer.session_question_id == invited.written)).one()
    assert (answer.text, answer.revision) == ("third", 3)
    assert len(db.exec(select(AnswerRevision)).all()) == 3
    db.commit()


def test_what_a_probe_found_is_an_event_and_changes_nothing(
    machine: CandidateMachine, invited: Invited, db: Session
):
    machine.append(Probed(probe="clock", outcome="ok", at_ms=4))
    machine.append(Probed(probe="machine", outcome="unknown", evidence=("no",), at_ms=5))
    machine.append(Probed(probe="new one", outcome="violation", evidence=("<b>x</b>",), at_ms=6))
    receipt = machine.sync()
    assert (receipt.acked.seq, receipt.quarantined) == (3, ())
    found = db.exec(select(ProctoringEvent).order_by(col(ProctoringEvent.seq))).all()
    assert [(one.kind, one.severity, one.at_ms) for one in found] == [
        ("probe", "info", 4),
        ("probe", "info", 5),
        ("probe", "medium", 6),
    ]
    interview = db.exec(select(InterviewSession)).one()
    # It is not counted among the signals, and the interview goes on.
    assert (interview.medium_signals, interview.status) == (0, "interview_active")
    db.commit()


def test_edits_and_runs_are_rows_and_a_paste_is_an_event_too(
    machine: CandidateMachine, invited: Invited, db: Session
):
    question = invited.written
    edit = Edit(at_ms=5, position=0, inserted="An index")
    machine.append(AnswerEdited(question=question, batch=1, edits=(edit,), length=8))
    machine.append(
        AnswerRun(question=question, at_ms=9, revision=0, code_sha256="0" * 64, outcome="offline")
    )
    machine.append(
        AnswerPasted(
            question=question,
            at_ms=9,
            way="drop",
            outcome="blocked",
            length=3,
            text_sha256="0" * 64,
        )
    )
    receipt = machine.sync()
    assert (receipt.acked.seq, receipt.quarantined) == (3, ())
    kinds = db.exec(select(ProctoringEvent.kind)).all()
    assert kinds == ["answer.pasted"]
    db.commit()


def test_a_nul_is_replaced_in_columns_and_flagged_and_the_bytes_stay(
    machine: CandidateMachine, invited: Invited, db: Session
):
    text = "before\0after"
    sent = machine.append(AnswerRevised(question=invited.written, revision=1, text=text, at_ms=1))
    note(machine, "a\0b")
    assert machine.sync().quarantined == ()
    first, second = rows_of(db)
    assert (first.state, first.sealed) == ("cleaned", sent.sealed)
    assert second.state == "cleaned"
    answer = db.exec(select(Answer).where(Answer.session_question_id == invited.written)).one()
    assert answer.text == "before\ufffdafter"
    db.commit()


def test_named_blobs_are_asked_for_until_they_come(
    machine: CandidateMachine, invited: Invited, db: Session
):
    sealed = machine.seal(b"sound", b"blob")
    sound = Artifact(sha256=sha256_hex(sealed), media_type="audio/ogg", size=len(sealed))
    machine.append(AnswerChunk(question=invited.spoken, take=1, part=1, audio=sound, duration_ms=9))
    assert machine.sync().missing_blobs == (sound.sha256,)
    assert machine.ask_blob(sealed).status_code == 204
    assert machine.ask_blob(sealed).status_code == 204
    assert machine.sync([]).missing_blobs == ()
    kept = db.exec(select(Evidence)).one()
    assert (kept.media_type, kept.size) == ("audio/ogg", len(sealed))
    db.commit()


def test_a_blob_must_fit_its_address_and_its_limit(machine: CandidateMachine, parts: Parts):
    assert code(machine.ask_blob(b"content", address="0" * 64)) == (400, "blob_mismatch")
    assert code(machine.ask_blob(b"x" * (16 * 1024 * 1024 + 1))) == (413, "too_large")
    assert code(machine.ask_blob(b"x", address="A" * 64)) == (422, "invalid_request")
    assert code(machine.ask_blob(b"x", address="..%2F..%2Fetc")) == (404, "not_found")
    assert not list((parts.settings.data_dir / "blobs").rglob("*"))


def test_a_full_disk_refuses_evidence_and_takes_rows(
    machine: CandidateMachine, monkeypatch: pytest.MonkeyPatch
):
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("server.storage.os.fsync", no_room)
    assert code(machine.ask_blob(machine.seal(b"picture", b"blob"))) == (507, "evidence_full")
    note(machine)
    assert machine.sync().acked == machine.head


def test_an_old_lease_is_out_once_another_machine_took_over(
    machine: CandidateMachine, client: TestClient, clock: Clock, db: Session
):
    machine.append(CheckDone(device="camera", outcome="ok"))
    machine.sync()
    second = CandidateMachine(client, machine.token, now=clock.now)
    assert code(second.ask_claim()) == (409, "open_elsewhere")
    clock.advance(seconds=61)
    grant = second.claim()
    assert (grant.segment, grant.head, grant.exam is not None) == (2, machine.head, True)
    assert code(machine.ask_sync([])) == (401, "not_signed_in")
    assert second.sync([note(second)]).acked.seq == 2
    assert [row.segment for row in rows_of(db)] == [1, 2]
    assert db.exec(select(InterviewSession.segment)).one() == 2
    db.commit()
