"""Carries out what the candidate's rules decided: claims, starts, selfies, finishes.

One rule: a status changes only through `move`, which leaves a row in the timeline for each step.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, select

from server import countersign, instructions, outbox, templates
from server.candidate import answers, lease, rules
from server.doorbell import LIVE, ring_after_commit
from server.keys import ServerKeys, encode
from server.models import (
    AuditLog,
    Evidence,
    InterviewSession,
    RecordRow,
    SessionQuestion,
    StatusTimeline,
)
from server.refusals import Refused
from server.settings import Settings
from shared.clock import utc_text
from shared.exam import Exam, ExamQuestion
from shared.ids import new_token, sha256_hex, token_hash
from shared.lifecycle import BEFORE_START, RUNNING, Status
from shared.policy import Accommodations, Policy
from shared.session import (
    ChainHead,
    ClaimRequest,
    FinishRequest,
    Grant,
    InviteView,
    SelfieRequest,
    SessionState,
    Started,
    StartRequest,
)
from shared.version import PROTOCOL

CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Setting:
    """What every candidate request is answered with."""

    settings: Settings
    keys: ServerKeys
    now: datetime


def view(db: Session, token: str, setting: Setting) -> InviteView:
    """What the welcome screen shows; changes nothing. Refuses `invite_unknown` and the like."""
    interview = _by_invite(db, token)
    if refusal := rules.access(_invite(interview)):
        raise Refused(refusal.code, refusal.detail or None)
    return InviteView(
        session=interview.id,
        candidate_name=interview.candidate_name,
        organisation=setting.settings.organisation,
        title=interview.title,
        status=interview.status,
        opens_at=utc_text(interview.opens_at),
        closes_at=utc_text(interview.closes_at),
        zone=interview.zone,
        duration_s=_duration_s(interview),
        question_count=len(answers.questions(db, interview.id)),
        server_time=utc_text(setting.now),
        min_client=setting.settings.min_client,
    )


def claim(db: Session, request: ClaimRequest, setting: Setting) -> Grant | rules.Refusal:
    """The grant, or why not. A refusal of a second machine leaves a row in the audit log."""
    interview = _by_invite(db, request.token, lock=True)
    claimant = rules.Claimant(request.public_key, request.client_version, request.protocol)
    decision = rules.claim(
        _invite(interview), setting.now, claimant=claimant, min_client=setting.settings.min_client
    )
    if isinstance(decision, rules.Refusal):
        if decision.code == "open_elsewhere":
            _audit(db, interview, "claim.refused", setting.now)
        return decision
    interview.lease_seen_at = setting.now
    if decision.fresh:
        interview.public_key = request.public_key
        interview.segment = decision.segment
        interview.nonce = new_token()
        interview.counter = 0
        interview.client_version = request.client_version.replace("\0", "\ufffd")[:40]
        interview.machine = request.machine.replace("\0", "\ufffd")[:200]
        interview.lease_hash = token_hash(lease.make_token(setting.keys, interview))
        instructions.go_back_for_new_machine(db, interview)
        countersign.add_link(
            db,
            interview,
            kind="claim",
            about=sha256_hex(request.public_key.encode()),
            received_at=setting.now,
            keys=setting.keys,
        )
    if interview.status is Status.INVITED:
        move(db, interview, Status.LINK_ACCESSED, rule="claim", now=setting.now)
    touch(db, interview, setting.now)
    return _grant(db, interview, setting)


def start(
    db: Session, interview: InterviewSession, request: StartRequest, *, setting: Setting
) -> Started:
    """Opens the questions and starts the clock; the same answer however often it is asked."""
    window = (interview.opens_at, interview.closes_at)
    if refusal := rules.start(interview.status, setting.now, window=window):
        raise Refused(refusal.code, refusal.detail or None)
    if interview.status in BEFORE_START:
        interview.consent_version = request.consent
        interview.started_at = setting.now
        interview.deadline_at = rules.deadline(setting.now, _duration_s(interview))
        move(db, interview, Status.INTERVIEW_ACTIVE, rule="start", now=setting.now)
        countersign.add_link(
            db,
            interview,
            kind="start",
            about=sha256_hex(request.model_dump_json().encode()),
            received_at=setting.now,
            keys=setting.keys,
        )
        touch(db, interview, setting.now)
    assert interview.started_at is not None
    assert interview.deadline_at is not None
    return Started(
        exam=_exam(db, interview),
        started_at=utc_text(interview.started_at),
        deadline_at=utc_text(interview.deadline_at),
        server_time=utc_text(setting.now),
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
        move(db, interview, step, rule="selfie", now=setting.now)
    touch(db, interview, setting.now)
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
        cause = answers.Cause(interview, setting.now, None)
        answers.close_all(db, cause)
        interview.finished_at = setting.now
        move(db, interview, Status.COMPLETED, rule=f"finish:{request.reason}", now=setting.now)
        countersign.add_link(
            db,
            interview,
            kind="finish",
            about=sha256_hex(request.model_dump_json().encode()),
            received_at=setting.now,
            keys=setting.keys,
        )
        outbox.note(
            db,
            "total",
            f"total:{interview.id}:{interview.link_count}",
            {"session": interview.id},
            now=setting.now,
        )
        touch(db, interview, setting.now)
    return state(interview, setting.now)


def question(db: Session, question_id: str, *, token: str) -> ExamQuestion:
    """One question of a running interview; refuses `not_started`, `already_over`, `not_found`."""
    interview = lease.holder(db, token)
    if refusal := rules.read_question(interview.status):
        raise Refused(refusal.code)
    found = db.get(SessionQuestion, question_id)
    if found is None or found.session_id != interview.id:
        raise Refused("not_found")
    return _exam_question(found, _accommodations(interview))


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
    touch(db, found, now)
    return found


def move(
    db: Session,
    interview: InterviewSession,
    new: Status,
    *,
    rule: str,
    now: datetime,
    actor: str = CANDIDATE,
) -> None:
    """Brings the interview to `new`, with a timeline row for every step on the way.

    Raises ValueError where the lifecycle's table has no way: a rule should have refused before.
    """
    path = rules.steps(interview.status, new)
    if path is None:
        raise ValueError(f"no way from {interview.status} to {new}")
    if not path:
        return
    last = db.exec(
        select(func.max(StatusTimeline.at)).where(StatusTimeline.session_id == interview.id)
    ).one()
    # The timeline is sorted by its instant: steps stay in order, whatever the clock says.
    at = now if last is None or now > last else last + timedelta(microseconds=1)
    for place, step in enumerate(path):
        db.add(
            StatusTimeline(
                session_id=interview.id,
                old=interview.status,
                new=step,
                at=at + timedelta(microseconds=place),
                rule=rule,
                actor=actor,
            )
        )
        interview.status = step
    touch(db, interview, now)


def state(interview: InterviewSession, now: datetime) -> SessionState:
    """Where the interview stands."""
    return SessionState(session=interview.id, status=interview.status, server_time=utc_text(now))


def touch(db: Session, interview: InterviewSession, now: datetime) -> None:
    """Marks the interview as changed, for lists and for those who watch it live."""
    interview.updated_at = now
    db.add(interview)
    ring_after_commit(db, LIVE)


def _by_invite(db: Session, token: str, *, lock: bool = False) -> InterviewSession:
    query = select(InterviewSession).where(InterviewSession.invite_hash == token_hash(token))
    found = db.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise Refused("invite_unknown")
    return found


def _invite(interview: InterviewSession) -> rules.Invite:
    held = None
    if interview.public_key is not None and interview.lease_seen_at is not None:
        held = rules.Lease(interview.public_key, interview.segment, interview.lease_seen_at)
    return rules.Invite(
        status=interview.status,
        opens_at=interview.opens_at,
        closes_at=interview.closes_at,
        revoked=interview.invite_revoked_at is not None,
        lease=held,
    )


def _accommodations(interview: InterviewSession) -> Accommodations:
    return Accommodations.model_validate_json(interview.accommodations_json)


def _duration_s(interview: InterviewSession) -> int:
    extra = _accommodations(interview).extra_time_percent
    return rules.allowed_s(interview.duration_s, extra)


def _exam_question(question: SessionQuestion, accommodations: Accommodations) -> ExamQuestion:
    return ExamQuestion.model_validate(
        {
            "id": question.id,
            "position": question.position,
            "kind": question.kind,
            "prompt": question.prompt,
            "topic": question.topic,
            "marks": question.marks,
            "time_limit_s": rules.allowed_s(
                question.time_limit_s, accommodations.extra_time_percent
            ),
            "language": question.language,
            "starter": question.starter,
        }
    )


def _exam(db: Session, interview: InterviewSession) -> Exam:
    accommodations = _accommodations(interview)
    return Exam(
        title=interview.title,
        version=interview.paper_version,
        duration_s=_duration_s(interview),
        questions=tuple(
            _exam_question(question, accommodations)
            for question in answers.questions(db, interview.id).values()
        ),
    )


def _grant(db: Session, interview: InterviewSession, setting: Setting) -> Grant:
    keys, vault = setting.keys, templates.Vault(setting.settings, setting.keys)
    if interview.key_sealed is None or interview.nonce is None:
        raise Refused("invite_revoked", "What belonged to this interview was erased.")
    return Grant(
        v=PROTOCOL,
        session=interview.id,
        token=lease.make_token(keys, interview),
        nonce=interview.nonce,
        segment=interview.segment,
        head=ChainHead(seq=interview.head_seq, hash=interview.head_hash),
        key=encode(keys.unwrap(interview.key_sealed, about=interview.id)),
        candidate_name=interview.candidate_name,
        organisation=setting.settings.organisation,
        exam=_exam(db, interview) if interview.status in RUNNING else None,
        title=interview.title,
        question_count=len(answers.questions(db, interview.id)),
        duration_s=_duration_s(interview),
        policy=Policy.model_validate_json(interview.policy_json),
        accommodations=_accommodations(interview),
        status=interview.status,
        opens_at=utc_text(interview.opens_at),
        closes_at=utc_text(interview.closes_at),
        zone=interview.zone,
        server_time=utc_text(setting.now),
        kid=keys.kid,
        server_key=keys.public_text,
        face=templates.read(db, interview, "face", vault=vault),
        voice=templates.read(db, interview, "voice", vault=vault),
        applied=interview.applied_instruction,
    )


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


def _audit(db: Session, interview: InterviewSession, action: str, now: datetime) -> None:
    db.add(
        AuditLog(
            org_id=interview.org_id,
            actor=CANDIDATE,
            action=action,
            subject=f"interview:{interview.id}",
            at=now,
            detail_json="{}",
        )
    )
