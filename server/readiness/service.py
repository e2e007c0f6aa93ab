"""Keeps signed reports of machines and reads them for those who see the interview.

One rule: a report is evidence of what a machine said, never a reason to let somebody in or not;
without an invite none is taken.
"""

from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError
from sqlalchemy import and_, or_
from sqlmodel import Session, col, delete, select

from server.auth.people import Person
from server.interviews.service import visible_to
from server.keys import decode
from server.models import InterviewSession, ReadinessReport
from server.refusals import Refused
from shared.ids import token_hash
from shared.lifecycle import BEFORE_START
from shared.readiness import Readiness, ReadinessOutcome, ReadinessPost, overall, statement

KEPT = 20
"""Newest reports of one interview; older ones go."""


def keep(db: Session, post: ReadinessPost, now: datetime) -> ReadinessReport:
    """Stores a report for the interview of its invite; the same one again is the same row.

    Refuses `invite_unknown`, `already_over` once it has begun, `bad_signature`, and
    `invalid_request` for what is no report of this invite.
    """
    invite_hash = token_hash(post.invite)
    query = select(InterviewSession).where(InterviewSession.invite_hash == invite_hash)
    interview = db.exec(query.with_for_update()).first()
    if interview is None:
        raise Refused("invite_unknown")
    if interview.status not in BEFORE_START:
        raise Refused("already_over")
    if not _fits(post):
        raise Refused("bad_signature")
    try:
        report = Readiness.model_validate_json(post.report)
    except ValidationError as error:
        message = f"no readiness report: {error.error_count()} fields do not fit"
        raise _invalid(message) from None
    if report.invite_sha256 != invite_hash:
        raise _invalid("the report was signed for another invite")
    same = select(ReadinessReport).where(
        ReadinessReport.session_id == interview.id, ReadinessReport.signature == post.signature
    )
    if (before := db.exec(same).first()) is not None:
        return before
    row = ReadinessReport(
        org_id=interview.org_id,
        session_id=interview.id,
        received_at=now,
        outcome=overall(report.lines),
        report=post.report,
        public_key=post.public_key,
        signature=post.signature,
    )
    db.add(row)
    db.flush()
    _forget_older(db, interview.id)
    return row


def of_interview(db: Session, session: str) -> list[ReadinessReport]:
    """Reports of one interview, the newest first."""
    found = db.exec(
        select(ReadinessReport)
        .where(ReadinessReport.session_id == session)
        .order_by(col(ReadinessReport.received_at).desc(), col(ReadinessReport.id).desc())
    )
    return list(found)


def listed(
    db: Session,
    person: Person,
    after: tuple[datetime, str] | None,
    *,
    limit: int,
    outcome: ReadinessOutcome | None = None,
) -> list[tuple[ReadinessReport, InterviewSession]]:
    """Reports of visible interviews, the newest first, those after a cursor's place.

    `outcome`: only those whose worst line is this.
    """
    at, key = col(ReadinessReport.received_at), col(ReadinessReport.id)
    query = (
        select(ReadinessReport, InterviewSession)
        .join(InterviewSession, col(InterviewSession.id) == col(ReadinessReport.session_id))
        .where(visible_to(person))
    )
    if outcome is not None:
        query = query.where(col(ReadinessReport.outcome) == outcome)
    if after is not None:
        query = query.where(or_(at < after[0], and_(at == after[0], key < after[1])))
    found = db.exec(query.order_by(at.desc(), key.desc()).limit(limit))
    return [(row[0], row[1]) for row in found.all()]


def _fits(post: ReadinessPost) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(decode(post.public_key))
        key.verify(decode(post.signature), statement(post.report))
    except (InvalidSignature, ValueError):
        return False
    return True


def _forget_older(db: Session, session: str) -> None:
    kept = [one.id for one in of_interview(db, session)[:KEPT]]
    db.execute(
        delete(ReadinessReport).where(
            col(ReadinessReport.session_id) == session, col(ReadinessReport.id).not_in(kept)
        )
    )


def _invalid(message: str) -> Refused:
    return Refused("invalid_request", errors=[{"field": "body.report", "message": message}])
