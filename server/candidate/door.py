"""The door: what an invite shows, and which machine gets the interview.

One rule: looking changes nothing; a claim is decided with the interview's row locked, and its
refusal is a value, so that what was learnt on the way is committed.
"""

from datetime import datetime

from sqlmodel import Session, select

from server import builds, countersign, instructions, timeline
from server.candidate import answers, lease, lost_time, rules, terms
from server.candidate.setting import Setting
from server.models import AuditLog, InterviewSession
from server.operations import maintenance
from server.refusals import Refused
from server.spoken import service as spoken
from server.timeline import CANDIDATE, Cause
from shared.clock import utc_text
from shared.ids import new_token, sha256_hex, token_hash
from shared.lifecycle import BEFORE_START, RUNNING, Status
from shared.session import ClaimRequest, Grant, InviteView


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
        duration_s=terms.duration_s(interview),
        question_count=len(answers.own(answers.questions(db, interview.id))),
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
    if interview.status not in RUNNING:
        maintenance.refuse_new(db, setting.now)
    interview.lease_seen_at = setting.now
    if decision.fresh:
        lost_time.new_machine(db, interview, setting.now)
        interview.public_key = request.public_key
        interview.segment = interview.record_segment = decision.segment
        interview.nonce = new_token()
        interview.counter = 0
        interview.client_version = request.client_version.replace("\0", "\ufffd")[:40]
        interview.machine = request.machine.replace("\0", "\ufffd")[:200]
        interview.build_json = builds.kept(request.build)
        interview.knows = " ".join(request.knows)
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
        timeline.move(db, interview, Status.LINK_ACCESSED, Cause("claim", setting.now))
    timeline.touch(db, interview, setting.now)
    if setting.settings.tts != "off" and interview.status in BEFORE_START:
        spoken.wish_again(db, interview, now=setting.now)
    return terms.grant(db, interview, setting)


def _by_invite(db: Session, token: str, *, lock: bool = False) -> InterviewSession:
    query = select(InterviewSession).where(InterviewSession.invite_hash == token_hash(token))
    found = db.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise Refused("invite_unknown")
    return found


def _invite(interview: InterviewSession) -> rules.Invite:
    held = None
    if interview.public_key is not None and interview.lease_seen_at is not None:
        held = rules.Lease(
            interview.public_key,
            interview.segment,
            interview.lease_seen_at,
            interview.record_segment,
        )
    return rules.Invite(
        status=interview.status,
        opens_at=interview.opens_at,
        closes_at=interview.closes_at,
        revoked=interview.invite_revoked_at is not None,
        lease=held,
    )


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
