"""Destroys what is due or was asked for, and signs a receipt for it.

One rule: the key and the rows go in the transaction that orders it, so that nothing is readable
from then on; the sealed bytes go after it by a job that may die and run again, and the receipt is
signed only when they are gone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, func, update
from sqlmodel import Session, col, select

from server import audit, consents, countersign, evidence, holds, outbox, templates
from server.auth.people import Role
from server.keys import ServerKeys
from server.models import (
    Deletion,
    Evidence,
    ForkRow,
    IdentityTemplate,
    InterviewSession,
    RecordRow,
    StatusTimeline,
    User,
    metadata,
)
from server.privacy import rules
from server.privacy.rules import What
from server.refusals import Refused
from server.settings import Settings
from server.timeline import Cause, move, touch
from shared.chain import canonical
from shared.clock import utc_text
from shared.ids import new_id, new_token, sha256_hex, token_hash
from shared.lifecycle import BEFORE_START, Status
from shared.policy import Policy
from shared.templates import MEDIA_TYPE

TOPIC = "purge"
NOBODY = "Erased"
"""Stands where a name stood."""
STATEMENT = b"invigil-deletion-v1\n"
"""Begins what a receipt's signature covers."""

CHAIN = frozenset({"record_rows", "fork_rows", "server_links", "status_timeline", "consents"})
"""What stays of an erased interview: envelopes, hashes, signatures, times. Nothing of a person."""
RESULT = frozenset({"interview_results", "mails"})
"""What goes with the person and not with the record."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be destroyed, who said so, and under which rule."""

    what: What
    rule: str
    actor: str
    now: datetime


def ages(settings: Settings) -> rules.Ages:
    """What the server's settings say."""
    return rules.Ages(
        templates=settings.retention_templates_days,
        audio=settings.retention_audio_days,
        evidence=settings.retention_evidence_days,
        record=settings.retention_record_days,
        results=settings.retention_results_days,
    )


def kept_for(settings: Settings, interview: InterviewSession) -> Mapping[What, int]:
    """Days that this interview's things are kept."""
    policy = Policy.model_validate_json(interview.policy_json)
    return rules.kept_for(ages(settings), policy.retention_days)


def ended_at(db: Session, interview: InterviewSession) -> datetime:
    """From when the interview's things age."""
    changed = db.exec(
        select(func.max(StatusTimeline.at)).where(StatusTimeline.session_id == interview.id)
    ).one()
    return rules.ended_at(
        rules.Standing(
            status=interview.status,
            closes_at=interview.closes_at,
            deadline_at=interview.deadline_at,
            heard_at=interview.lease_seen_at,
            changed_at=changed or interview.created_at,
        )
    )


def destroy(db: Session, interview: InterviewSession, order: Order) -> Deletion:
    """Destroys something of a locked interview; refuses `on_hold`.

    Record and person are unreadable as soon as this is committed; the rest follows by the job.
    """
    holds.refuse_if_held(db, interview.id)
    counts: dict[str, int] = {}
    match order.what:
        case What.TEMPLATES:
            templates.forget(db, interview.id)
        case What.RECORD | What.PERSON:
            counts = _count_blobs(db, interview.id) | _destroy_rows(db, interview, order)
        case _:
            pass
    deletion = Deletion(
        id=new_id(),
        org_id=interview.org_id,
        session_id=interview.id,
        what=order.what,
        rule=order.rule,
        actor=order.actor,
        asked_at=order.now,
        counts_json=json.dumps(counts, sort_keys=True),
    )
    db.add(deletion)
    touch(db, interview, order.now)
    note_job(db, deletion, now=order.now, key=f"{TOPIC}:{deletion.id}")
    audit.note(
        db,
        order.actor,
        "privacy.destroyed",
        subject=f"interview:{interview.id}",
        at=order.now,
        org_id=interview.org_id,
        what=order.what,
        rule=order.rule,
        deletion=deletion.id,
    )
    return deletion


def erase(db: Session, interview: InterviewSession, order: Order) -> Deletion:
    """Destroys all of a locked interview for a person; refuses `on_hold` and `wrong_state`."""
    if reason := rules.erasure_refusal(interview.status):
        raise Refused("wrong_state", reason)
    return destroy(db, interview, order)


def is_there(db: Session, session: str, what: What) -> bool:
    """Whether there is anything of this part; record and person always are something."""
    if what not in rules.PARTS:
        return True
    return db.exec(select(Evidence.id).where(*_part(session, what)).limit(1)).first() is not None


def drop_account(db: Session, email: str, org_id: str) -> None:
    """Drops the account that a candidate may have made under the address."""
    db.execute(
        delete(User).where(
            col(User.email) == email, col(User.org_id) == org_id, col(User.role) == Role.CANDIDATE
        )
    )


def withdraw(
    db: Session, interview: InterviewSession, *, seq: int | None, now: datetime
) -> Deletion | None:
    """The candidate of a locked interview no longer wants to be compared: the numbers go at once.

    The interview goes on. A hold keeps the sealed bytes until it is lifted; nobody uses them.
    `seq`: row of the record; None from the invite's page. None where it was withdrawn before.
    """
    if consents.biometrics(db, interview.id) == "withdrawn":
        return None
    consents.note_withdrawn(db, interview, seq=seq, now=now)
    templates.forget(db, interview.id)
    touch(db, interview, now)
    if holds.standing(db, interview.id) is not None:
        return None
    return destroy(db, interview, Order(What.TEMPLATES, rules.WITHDRAWAL, "candidate", now))


def note_job(db: Session, deletion: Deletion, *, now: datetime, key: str) -> None:
    """Notes the job that finishes a deletion."""
    outbox.note(db, TOPIC, key, {"deletion": deletion.id}, now=now)


def remove_blobs(db: Session, deletion: Deletion, settings: Settings) -> None:
    """Removes the sealed bytes that a deletion is about; may run again. Writes no row."""
    store = evidence.store(settings)
    what = What(deletion.what)
    if what in (What.RECORD, What.PERSON):
        if not store.forget(deletion.session_id):
            raise outbox.TryLater("blobs could not be removed")
        return
    for address in db.exec(select(Evidence.sha256).where(*_part(deletion.session_id, what))):
        store.remove(deletion.session_id, address)


def sign_receipt(db: Session, deletion_id: str, keys: ServerKeys, now: datetime) -> None:
    """Drops what still names the removed bytes, and signs what was destroyed. Once."""
    deletion = db.exec(
        select(Deletion).where(Deletion.id == deletion_id).with_for_update()
    ).one_or_none()
    if deletion is None or deletion.done_at is not None:
        return
    interview = db.exec(
        select(InterviewSession).where(InterviewSession.id == deletion.session_id).with_for_update()
    ).one_or_none()
    what = What(deletion.what)
    if what in rules.PARTS:
        deletion.counts_json = json.dumps(_drop_part(db, deletion.session_id, what, interview))
    deletion.done_at = now
    deletion.statement = STATEMENT + canonical(
        {
            "v": 1,
            "id": deletion.id,
            "session": deletion.session_id,
            "what": deletion.what,
            "rule": deletion.rule,
            "asked_by": deletion.actor,
            "asked_at": utc_text(deletion.asked_at),
            "destroyed_at": utc_text(now),
            "destroyed": json.loads(deletion.counts_json),
            "head": None
            if interview is None
            else {"seq": interview.head_seq, "hash": interview.head_hash},
        }
    )
    deletion.kid = keys.kid  # first: the key may be exchanged at any moment
    deletion.sig = keys.sign(deletion.statement, kid=deletion.kid)
    if interview is not None:
        link = countersign.add_link(
            db,
            interview,
            kind="erased",
            about=sha256_hex(deletion.statement),
            received_at=now,
            keys=keys,
        )
        deletion.link = link.n
    db.add(deletion)


def _count_blobs(db: Session, session: str) -> dict[str, int]:
    count, size = db.exec(
        select(func.count(), func.coalesce(func.sum(Evidence.size), 0)).where(
            Evidence.session_id == session, col(Evidence.stored_at).is_not(None)
        )
    ).one()
    return {"blobs": count, "sealed_bytes": int(size)}


def _destroy_rows(db: Session, interview: InterviewSession, order: Order) -> dict[str, int]:
    """The key, every row below the interview but its chain, and what names the person."""
    stays = CHAIN if order.what is What.PERSON else CHAIN | RESULT
    counts = {"keys": int(interview.key_sealed is not None)}
    for table in reversed(metadata.sorted_tables):
        if table.name not in stays and (column := _below_interview(table)) is not None:
            gone = db.execute(delete(table).where(column == interview.id))
            if count := gone.rowcount:  # pyright: ignore[reportAttributeAccessIssue] -- as in outbox
                counts[table.name] = count
    for rows in (RecordRow, ForkRow):
        db.execute(update(rows).where(col(rows.session_id) == interview.id).values(sealed=b""))
    # Reasons are written by people, and may name one.
    steps = update(StatusTimeline).where(col(StatusTimeline.session_id) == interview.id)
    db.execute(steps.values(reason=""))
    interview.key_sealed = None
    interview.high_signals = interview.medium_signals = 0  # their events are gone
    interview.accommodations_json, interview.heartbeat_json = "{}", ""
    interview.machine, interview.client_version, interview.selfie_sha256 = "", "", None
    interview.build_json = ""
    interview.lease_hash, interview.nonce = None, None
    if order.what is What.PERSON:
        if interview.status in BEFORE_START:
            cause = Cause("erased", order.now, order.actor)
            move(db, interview, Status.CANCELLED, cause)
        interview.candidate_name, interview.candidate_email, interview.zone = NOBODY, "", "UTC"
        interview.invite_hash, interview.invite_salt = token_hash(new_token()), ""
        interview.invite_revoked_at = interview.invite_revoked_at or order.now
        interview.public_key = None
        interview.erased_at = order.now
    return counts


def _below_interview(table: Table) -> Any:
    for key in table.foreign_keys:
        if key.column.table.name == "interview_sessions":
            return key.parent
    return None


def _part(session: str, what: What) -> tuple[Any, ...]:
    media = col(Evidence.media_type)
    match what:
        case What.TEMPLATES:
            kind = media == MEDIA_TYPE
        case What.AUDIO:
            kind = media.startswith("audio/")
        case _:
            kind = media.startswith("image/")
    return (Evidence.session_id == session, kind)


def _drop_part(
    db: Session, session: str, what: What, interview: InterviewSession | None
) -> dict[str, int]:
    conditions = _part(session, what)
    count, size = db.exec(
        select(func.count(), func.coalesce(func.sum(Evidence.size), 0)).where(*conditions)
    ).one()
    db.execute(delete(Evidence).where(*conditions))
    if what is What.TEMPLATES:
        db.execute(delete(IdentityTemplate).where(col(IdentityTemplate.session_id) == session))
    if what is What.AUDIO:
        db.execute(delete(_AUDIO).where(_AUDIO.c.session_id == session))
    if what is What.EVIDENCE and interview is not None:
        interview.selfie_sha256 = None
    return {"blobs": count, "sealed_bytes": int(size)}


_AUDIO = metadata.tables["audio_chunks"]
