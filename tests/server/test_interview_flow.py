"""The whole way of one interview over HTTP: claim, start, sync, blob, finish."""

from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.deps import Parts
from server.models import Answer, ProctoringEvent, RecordRow, ServerLink, StatusTimeline
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerRevised,
    ConsentGiven,
    SegmentStarted,
    Severity,
    SignalClosed,
    SignalOpened,
    StatusReached,
)
from shared.lifecycle import Status
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite


def test_an_interview_goes_from_invitation_to_completed(
    client: TestClient, parts: Parts, admin: Person, db: Session
):
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    assert machine.view().question_count == 2
    grant = machine.claim()
    assert grant.exam is None
    machine.append(SegmentStarted(segment=1, client_version="0.1.0"))
    machine.append(StatusReached(status=Status.AUTHENTICATED))
    machine.append(ConsentGiven(version=1, text_sha256="a" * 64))
    receipt = machine.sync()
    assert receipt.acked == machine.head
    machine.selfie(machine.put_blob(b"a picture", "image/jpeg"))
    machine.append(StatusReached(status=Status.ENROLLMENT))
    started = machine.start()
    assert [question.id for question in started.exam.questions] == [invited.written, invited.spoken]
    assert machine.start() == started

    picture = machine.put_blob(b"evidence", "image/jpeg")
    machine.append(
        SignalOpened(
            signal="face_absent",
            severity=Severity.MEDIUM,
            onset_ms=1000,
            at_ms=3000,
            evidence=(picture,),
        )
    )
    machine.append(SignalClosed(signal="face_absent", onset_ms=1000, ended_ms=5000, at_ms=5500))
    machine.append(AnswerRevised(question=invited.written, revision=1, text="A cache", at_ms=9000))
    machine.append(
        AnswerRevised(question=invited.written, revision=2, text="A cache is fast", at_ms=9900)
    )
    sound = machine.put_blob(b"OggS", "audio/ogg")
    machine.append(
        AnswerChunk(question=invited.spoken, take=1, part=1, audio=sound, duration_ms=400)
    )
    machine.append(AnswerDone(question=invited.written, revision=2))
    early = machine.ask_finish()
    assert (early.status_code, early.json()["code"]) == (409, "chain_gap")
    assert early.json()["expected"]["seq"] == 3
    receipt = machine.sync()
    assert receipt.acked == machine.head
    assert receipt.missing_blobs == ()
    assert receipt.deadline_at == started.deadline_at
    assert machine.finish().status is Status.COMPLETED
    assert machine.finish().status is Status.COMPLETED

    stored = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
    assert [(row.row, row.sealed) for row in stored] == [
        (sent.row.raw, sent.sealed) for sent in machine.rows
    ]
    timeline = db.exec(select(StatusTimeline).order_by(col(StatusTimeline.at))).all()
    assert [row.new for row in timeline] == [
        Status.LINK_ACCESSED,
        Status.AUTHENTICATED,
        Status.SELFIE_UPLOADED,
        Status.INTERVIEW_ACTIVE,
        Status.COMPLETED,
    ]
    answer = db.exec(select(Answer).where(Answer.session_question_id == invited.written)).one()
    assert (answer.text, answer.revision, answer.late) == ("A cache is fast", 2, False)
    links = db.exec(select(ServerLink).order_by(col(ServerLink.n))).all()
    assert [link.n for link in links] == list(range(1, len(links) + 1))
    assert [link.prev for link in links[1:]] == [link.hash for link in links[:-1]]
    opened = db.exec(select(ProctoringEvent).where(ProctoringEvent.kind == "signal.opened")).one()
    assert (opened.signal, opened.severity, opened.onset_ms) == ("face_absent", "medium", 1000)
    db.commit()
