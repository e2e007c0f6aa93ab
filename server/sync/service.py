"""The ingest: one signed batch becomes rows, projections and a countersigned receipt.

One rule: all of a batch's effects are in one transaction, and the receipt is only worth sending
after its commit. Conflicts are outcomes, not exceptions: what was learnt on the way is committed.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from pydantic import ValidationError
from sqlmodel import Session, col, or_, select

from server import countersign, evidence, instructions, timeline
from server.candidate import lease, lost_time
from server.candidate import rules as candidate_rules
from server.candidate.lease import SignedRequest
from server.candidate.setting import Setting
from server.live_looks import service as live_looks
from server.models import ForkRow, InterviewSession, RecordRow
from server.refusals import Refused
from server.sealing import NotOpened, open_row
from server.sync import projections, rules
from server.sync.bulk import insert_all
from shared.chain import body_digest
from shared.clock import utc_text
from shared.events import SegmentStarted
from shared.ids import sha256_hex
from shared.model import Wire
from shared.session import ChainHead
from shared.sync import MAX_ROWS, Heartbeat, Receipt
from shared.version import PROTOCOL

MAX_FORK_ROWS = 1000
"""Contradicting rows kept for one interview: enough to see what happened, not to fill a disk."""


class SentRow(msgspec.Struct, frozen=True):
    """`shared.sync.SealedRow`, unjudged: its limits quarantine the row, not the batch."""

    row: str
    sealed: str


class SentBatch(msgspec.Struct, frozen=True):
    """`shared.sync.Batch`, its shape checked and nothing else."""

    v: int
    session: str
    segment: int
    sent_at: str
    mono_ms: int
    rows: list[SentRow] = []
    heartbeat: msgspec.Raw = msgspec.Raw(b"{}")
    applied: int = 0
    lost_ms: int = 0
    stood_ms: int = 0
    covered_ms: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """The batch could not be taken to its end. What fitted is committed."""

    code: str
    expected: ChainHead
    """The server's head: the next row has to follow it."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a batch says of time that did not count; the receipt says it back."""

    lost_ms: int
    stood_ms: int
    covered_ms: int


def read_batch(body: bytes) -> SentBatch:
    """Refuses `malformed_body` for what is no JSON and `invalid_request` for a wrong shape."""
    try:
        batch = msgspec.json.decode(body, type=SentBatch)
    except msgspec.ValidationError as error:
        raise _invalid("body", str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("malformed_body") from None
    if len(batch.rows) > MAX_ROWS:
        raise _invalid("rows", f"{len(batch.rows)} rows, at most {MAX_ROWS}")
    if batch.v < 1:
        raise _invalid("v", "wire formats count from 1")
    return batch


def ingest(db: Session, request: SignedRequest, setting: Setting) -> Receipt | Conflict:
    """Takes one batch. Refuses what is not signed by the lease or has no batch's shape."""
    interview = lease.by_signature(db, request, setting.now)
    batch = read_batch(request.body)
    if batch.session != interview.id:
        raise _invalid("session", "the batch belongs to another interview")
    if batch.segment != interview.segment:
        raise _invalid("segment", f"this lease writes segment {interview.segment}")
    if not 0 <= batch.lost_ms <= rules.MAX_COUNT:
        raise _invalid("lost_ms", "no number of milliseconds that an interview can have lost")
    if not 0 <= batch.stood_ms <= rules.MAX_COUNT:
        raise _invalid("stood_ms", "no number of milliseconds that a clock can have stood still")
    if not 0 <= batch.covered_ms <= rules.MAX_COUNT:
        raise _invalid("covered_ms", "no number of milliseconds that questions can be covered")
    _live(interview, batch, setting)
    return take(db, interview, batch, about=sha256_hex(request.body), setting=setting)


def take(
    db: Session, interview: InterviewSession, batch: SentBatch, *, about: str, setting: Setting
) -> Receipt | Conflict:
    """Takes the rows of a locked interview's own machine, however they came.

    `about`: SHA-256 of what brought them.
    """
    lost_time.heard(db, interview, batch.lost_ms, setting.now)
    lost_time.stood_still(db, interview, batch.stood_ms, setting.now)
    lost_time.covered(db, interview, batch.covered_ms, setting.now)
    envelopes = [rules.read_envelope(row.row, interview.id) for row in batch.rows]
    head = rules.Head(interview.head_seq, interview.head_hash)
    # Only rows that claim an earlier place are looked up: nearly every batch goes on from the head.
    again = [one for one in envelopes if one.seq is None or one.seq <= head.seq]
    plan = rules.arrange(head, envelopes, _stored(db, interview.id, again))
    quarantined = _store(db, interview, plan, batch=batch, setting=setting)
    _keep_forks(db, interview, plan, batch=batch, setting=setting)
    instructions.note_applied(db, interview, batch.applied, setting.now)
    timeline.touch(db, interview, setting.now)
    if plan.conflict is not None:
        if plan.store or plan.forks:
            _link(db, interview, "fork" if plan.forks else "gap", about=about, setting=setting)
        return Conflict(plan.conflict, ChainHead(seq=plan.head.seq, hash=plan.head.hash))
    # Receipts name what is quarantined among the batch's rows, also when they come again.
    before = _quarantined(db, interview.id, plan.known) if plan.known else ()
    return _receipt(
        db,
        interview,
        tuple(sorted({*quarantined, *before})),
        claims=Claims(batch.lost_ms, batch.stood_ms, batch.covered_ms),
        about=about,
        setting=setting,
    )


def _invalid(field: str, message: str) -> Refused:
    return Refused("invalid_request", errors=[{"field": f"body.{field}", "message": message}])


def _stored(db: Session, session: str, envelopes: Sequence[rules.Envelope]) -> dict[int, str]:
    if not envelopes:
        return {}
    seqs = [envelope.seq for envelope in envelopes if envelope.seq is not None]
    found = db.exec(
        select(RecordRow.seq, RecordRow.hash).where(
            RecordRow.session_id == session,
            or_(
                col(RecordRow.seq).in_(seqs),
                col(RecordRow.hash).in_([envelope.hash for envelope in envelopes]),
            ),
        )
    )
    return dict(found.all())


def _store(
    db: Session,
    interview: InterviewSession,
    plan: rules.Plan,
    *,
    batch: SentBatch,
    setting: Setting,
) -> list[int]:
    """Stores the new rows and what follows from them; answers the quarantined ones' numbers."""
    if not plan.store:
        return []
    key = b""
    if interview.key_sealed is not None:
        key = setting.keys.unwrap(interview.key_sealed, about=interview.id)
    projector = projections.Projector(db, interview, setting)
    quarantined: list[int] = []
    rows: list[dict[str, Any]] = []
    for placed in plan.store:
        envelope = placed.envelope
        sealed = _sealed_bytes(batch.rows[placed.index].sealed)
        body, nul, flaw = _open(key, envelope, sealed)
        if body is not None and not flaw:
            flaw = projector.objection(body)
        state = "ok"
        if flaw:
            state = "quarantined"
            quarantined.append(placed.seq)
        elif body is not None and nul:
            state = "cleaned"
        if not flaw and isinstance(body, SegmentStarted):
            interview.record_segment = body.segment
        rows.append(_columns(interview, placed, sealed, setting=setting) | {"state": state})
        interview.head_seq, interview.head_hash = placed.seq, envelope.hash
        if flaw:
            projector.quarantined(placed.seq, envelope.kind, flaw)
        else:
            projector.project(placed.seq, envelope, body)
    insert_all(db, RecordRow, rows)
    projector.flush()
    return quarantined


def _keep_forks(
    db: Session,
    interview: InterviewSession,
    plan: rules.Plan,
    *,
    batch: SentBatch,
    setting: Setting,
) -> None:
    if not plan.forks:
        return
    kept = set(
        db.exec(select(ForkRow.seq, ForkRow.hash).where(ForkRow.session_id == interview.id)).all()
    )
    for placed in plan.forks:
        known = (placed.seq, placed.envelope.hash)
        if known in kept or len(kept) >= MAX_FORK_ROWS:
            continue
        kept.add(known)
        sealed = _sealed_bytes(batch.rows[placed.index].sealed)
        state = "quarantined" if placed.envelope.flaw else "ok"
        db.add(ForkRow(**_columns(interview, placed, sealed, setting=setting), state=state))


def _columns(
    interview: InterviewSession, placed: rules.Placed, sealed: bytes, *, setting: Setting
) -> dict[str, Any]:
    envelope = placed.envelope
    return {
        "session_id": interview.id,
        "seq": placed.seq,
        "kind": rules.column_text(envelope.kind, rules.COLUMN_CHARS),
        "at": rules.column_text(envelope.at, rules.COLUMN_CHARS),
        "mono_ms": envelope.mono_ms,
        "body_sha256": rules.column_text(envelope.body_sha256, rules.COLUMN_CHARS),
        "prev": rules.column_text(envelope.prev or "", rules.COLUMN_CHARS),
        "hash": envelope.hash,
        "row": envelope.raw,
        "sealed": sealed,
        "segment": interview.record_segment,
        "received_at": setting.now,
    }


def _sealed_bytes(text: str) -> bytes:
    """The sealed bytes; of what is no base64, the text itself, so that nothing is lost."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return text.encode("utf-8", "surrogatepass")


def _open(key: bytes, envelope: rules.Envelope, sealed: bytes) -> tuple[Wire | None, bool, str]:
    """(body or None for a kind unknown here, whether a text of it holds a NUL, flaw or empty)."""
    if envelope.flaw:
        return None, False, envelope.flaw
    if len(sealed) > rules.MAX_SEALED_CHARS:
        return None, False, "the sealed body is larger than a row may have"
    try:
        salt, content = open_row(key, sealed, envelope.raw)
    except (NotOpened, ValueError) as error:
        return None, False, str(error)
    if body_digest(salt, content) != envelope.body_sha256:
        return None, False, "the body is not the one that the row names"
    body = rules.read_body(envelope.kind, content)
    if isinstance(body, rules.Flaw):
        return None, False, body.reason
    # JSON has one way to write a NUL: nearly no body needs to be looked through.
    nul = b"u0000" in content and body is not None and rules.has_nul(body.model_dump())
    return body, nul, ""


def _quarantined(db: Session, session: str, seqs: Sequence[int]) -> Sequence[int]:
    return db.exec(
        select(RecordRow.seq).where(
            RecordRow.session_id == session,
            RecordRow.state == "quarantined",
            col(RecordRow.seq).in_(seqs),
        )
    ).all()


def _live(interview: InterviewSession, batch: SentBatch, setting: Setting) -> None:
    try:
        heartbeat = Heartbeat.model_validate_json(bytes(batch.heartbeat))
    except ValidationError:
        return  # live status only: a heartbeat that cannot be read never holds up the rows
    interview.heartbeat_json = rules.column_text(heartbeat.model_dump_json())
    interview.heartbeat_at = setting.now


def _link(
    db: Session,
    interview: InterviewSession,
    kind: str,
    *,
    about: str,
    setting: Setting,
) -> None:
    countersign.add_link(
        db,
        interview,
        kind=kind,
        about=about,
        received_at=setting.now,
        keys=setting.keys,
    )


def _receipt(
    db: Session,
    interview: InterviewSession,
    quarantined: tuple[int, ...],
    *,
    claims: Claims,
    about: str,
    setting: Setting,
) -> Receipt:
    link = countersign.add_link(
        db,
        interview,
        kind="receipt",
        about=about,
        received_at=setting.now,
        keys=setting.keys,
    )
    db.flush()
    deadline_at = candidate_rules.deadline_now(
        interview.deadline_at, paused_at=interview.paused_at, now=setting.now
    )
    return Receipt(
        v=PROTOCOL,
        session=interview.id,
        acked=ChainHead(seq=link.seq, hash=link.head),
        received_at=utc_text(setting.now),
        quarantined=quarantined,
        missing_blobs=evidence.missing(db, interview.id),
        deadline_at=utc_text(deadline_at) if deadline_at else None,
        lost_ms=claims.lost_ms,
        stood_ms=claims.stood_ms,
        covered_ms=claims.covered_ms,
        credited_ms=interview.credited_ms,
        instructions=instructions.pending(db, interview, setting.keys),
        looks=live_looks.told(
            db, interview, keys=setting.keys, settings=setting.settings, now=setting.now
        ),
        prev=link.prev,
        body_sha256=link.body_sha256,
        kid=link.kid,
        sig=link.sig,
    )
