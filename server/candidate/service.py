"""One interview from the candidate's side: start, selfie, finish, its questions one by one.

One rule: `rules` decides, this does, and every step that can be repeated after a lost answer
gives the same answer again.
"""

from datetime import datetime

from sqlmodel import Session, select

from server import countersign, outside, timeline
from server.candidate import ahead, ending, lease, lost_time, rules, spoken, terms
from server.candidate.ending import Ending
from server.candidate.setting import Setting
from server.keys import encode
from server.models import Evidence, InterviewSession, RecordRow, SessionQuestion
from server.operations import maintenance
from server.refusals import Refused
from server.timeline import Cause
from shared.clock import utc_text
from shared.exam import ExamQuestion
from shared.ids import sha256_hex, token_hash
from shared.lifecycle import BEFORE_START, Status
from shared.session import (
    ChainHead,
    FinishRequest,
    SelfieRequest,
    SessionState,
    Started,
    StartRequest,
)


def start(
    db: Session, interview: InterviewSession, request: StartRequest, *, setting: Setting
) -> Started:
    """Opens the questions and starts the clock; the same answer however often it is asked."""
    window = (interview.opens_at, interview.closes_at)
    if refusal := rules.start(interview.status, setting.now, window=window):
        raise Refused(refusal.code, refusal.detail or None)
    if interview.status in BEFORE_START:
        maintenance.refuse_new(db, setting.now)
        if request.terms != terms.digest(interview, setting.settings):
            raise Refused("terms_changed")
        interview.consent_version = request.consent
        outside.agree(interview, request, setting.settings)
        interview.started_at = setting.now
        interview.deadline_at = rules.deadline(setting.now, terms.duration_s(interview))
        timeline.move(db, interview, Status.INTERVIEW_ACTIVE, Cause("start", setting.now))
        countersign.add_link(
            db,
            interview,
            kind="start",
            about=sha256_hex(request.model_dump_json().encode()),
            received_at=setting.now,
            keys=setting.keys,
        )
        timeline.touch(db, interview, setting.now)
    else:
        lost_time.started_again(db, interview, setting.now)
    assert interview.started_at is not None
    assert interview.deadline_at is not None
    exam = terms.exam(db, interview)
    key = ahead.key_of(setting.keys, interview.id, exam)
    held = request.ahead == ahead.name(key)
    return Started(
        exam=None if held else exam,
        exam_key=encode(key) if held else None,
        spoken_key=spoken.key_text(interview, setting.keys),
        started_at=utc_text(interview.started_at),
        deadline_at=utc_text(interview.deadline_at),
        server_time=utc_text(setting.now),
        stood_ms=interview.stood_ms,
        covered_ms=interview.covered_ms,
    )


def keep_selfie(
    db: Session, interview: InterviewSession, request: SelfieRequest, *, setting: Setting
) -> SessionState:
    """Takes the picture that was put before as the selfie of this interview."""
    kept = db.exec(
        select(Evidence).where(
            Evidence.session_id == interview.id, Evidence.sha256 == request.sha256
        )
    ).first()
    if kept is None or kept.stored_at is None:
        raise Refused("not_found", "Send the picture first, then name it here.")
    kept.media_type = request.media_type
    db.add(kept)
    interview.selfie_sha256 = request.sha256
    for step in rules.record_step(interview.status, Status.SELFIE_UPLOADED):
        timeline.move(db, interview, step, Cause("selfie", setting.now))
    timeline.touch(db, interview, setting.now)
    return state(interview, setting.now)


def finish(
    db: Session, interview: InterviewSession, request: FinishRequest, *, setting: Setting
) -> SessionState:
    """Hands the interview in; refuses `chain_gap` while rows are missing. Idempotent."""
    decision = rules.finish(interview.status, request.reason)
    if isinstance(decision, rules.Refusal):
        raise Refused(decision.code, decision.detail or None)
    _whole(db, interview, request.head)
    if decision == "complete":
        how = Ending(
            Status.COMPLETED,
            Cause(f"finish:{request.reason}", setting.now),
            about=sha256_hex(request.model_dump_json().encode()),
            link="finish",
        )
        ending.end(db, interview, how, keys=setting.keys)
    return state(interview, setting.now)


def question(db: Session, question_id: str, *, token: str) -> ExamQuestion:
    """One question of a running interview; refuses `not_started`, `already_over`, `not_found`."""
    interview = lease.holder(db, token)
    if refusal := rules.read_question(interview.status):
        raise Refused(refusal.code)
    found = db.get(SessionQuestion, question_id)
    if found is None or found.session_id != interview.id:
        raise Refused("not_found")
    return terms.exam_question(found, terms.accommodations(interview))


def without_record(db: Session, token: str, *, now: datetime) -> InterviewSession:
    """The interview for an answer outside the record; refuses `use_sync` where there is one."""
    found = db.exec(
        select(InterviewSession)
        .where(InterviewSession.lease_hash == token_hash(token))
        .with_for_update()
    ).first()
    if found is None:
        raise Refused("not_signed_in")
    if found.head_seq > 0:
        raise Refused("use_sync")
    if found.status in BEFORE_START:
        raise Refused("not_started")
    found.lease_seen_at = now
    timeline.touch(db, found, now)
    return found


def state(interview: InterviewSession, now: datetime) -> SessionState:
    """Where the interview stands."""
    return SessionState(session=interview.id, status=interview.status, server_time=utc_text(now))


def _whole(db: Session, interview: InterviewSession, head: ChainHead) -> None:
    """Refuses unless the server holds everything up to the client's last row."""
    expected = {"seq": interview.head_seq, "hash": interview.head_hash}
    if head.seq > interview.head_seq:
        raise Refused("chain_gap", expected=expected)
    held = interview.head_hash
    if head.seq < interview.head_seq:
        found = db.exec(
            select(RecordRow.hash).where(
                RecordRow.session_id == interview.id, RecordRow.seq == head.seq
            )
        ).first()
        held = found or head.hash
    if head.hash != held:
        raise Refused("chain_fork", expected=expected)
