"""What the proctor reported about one interview, and what proctors ask of it.

One rule: event rows are an index over the record; an instruction is one transaction with the step,
the new deadline, the audit row and the signed link that follow from it.
"""

import logging
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, literal_column
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from server import audit, countersign, instructions, outbox, timeline
from server.auth.people import Person
from server.candidate import answers, terms
from server.doorbell import INSTRUCTION, ring_after_commit
from server.keys import ServerKeys
from server.models import (
    GivenInstruction,
    InterviewSession,
    ProctoringEvent,
)
from server.proctoring import rules
from server.refusals import Refused
from server.timeline import Cause
from shared.actions import ASK, Action, Reason
from shared.clock import utc_text
from shared.ids import new_id, sha256_hex
from shared.lifecycle import RUNNING, TERMINAL
from shared.sync import Heartbeat, Instruction, instruction_statement

MAX_EVENTS = 20_000
"""More than two hours with two events a second: a bound for one answer, not for the record."""
MAX_INSTRUCTIONS = 1000
"""Of one interview: more is no proctoring."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proctor:
    """Who asks, when, and with which keys the server signs."""

    person: Person
    keys: ServerKeys
    now: datetime


def events(db: Session, session: str) -> list[rules.Noted]:
    """An interview's events in the record's order, openings with their ends."""
    # Columns, not rows of the table: making an object of each takes twice as long as the rest.
    found = db.execute(
        sql_select(*(getattr(ProctoringEvent, field.name) for field in fields(rules.Noted)))
        .where(col(ProctoringEvent.session_id) == session)
        .order_by(col(ProctoringEvent.seq))
        .limit(MAX_EVENTS)
    )
    return rules.episodes([rules.Noted(*row) for row in found])


def is_opening() -> ColumnElement[bool]:
    """Whether an event opens a signal, spelt out so that the index of openings serves it."""
    return col(ProctoringEvent.kind) == literal_column(f"'{rules.OPENED}'")


def noted(event: ProctoringEvent) -> rules.Noted:
    """The frozen value of a row."""
    return rules.Noted(
        id=event.id or 0,
        seq=event.seq,
        kind=event.kind,
        signal=event.signal,
        severity=event.severity,
        onset_ms=event.onset_ms,
        at_ms=event.at_ms,
        ended_ms=event.ended_ms,
        body_json=event.body_json,
        received_at=event.received_at,
    )


def standing(db: Session, interview: InterviewSession) -> rules.Standing:
    """Where the interview stands, as far as it decides what may be asked of it."""
    covered = interview.id in instructions.locked(db, [interview.id])
    return rules.Standing(interview.status, interview.segment > 0, covered, blocks(interview))


def blocks(interview: InterviewSession) -> tuple[str, ...]:
    """What covers the questions of a running interview, as its machine said last; only what its
    policy names."""
    if interview.status not in RUNNING or not interview.heartbeat_json:
        return ()
    said = Heartbeat.model_validate_json(interview.heartbeat_json).blocks
    return tuple(kind for kind in terms.policy(interview).blocks if kind in said)


def given(db: Session, session: str) -> list[GivenInstruction]:
    """All that people ever asked of an interview, the newest first."""
    found = db.exec(
        select(GivenInstruction)
        .where(GivenInstruction.session_id == session, col(GivenInstruction.action) != ASK)
        .order_by(col(GivenInstruction.number).desc())
        .limit(MAX_INSTRUCTIONS)
    )
    return list(found)


def give(
    db: Session, proctor: Proctor, interview: InterviewSession, order: rules.Order
) -> GivenInstruction:
    """Carries an order out, once for each key; the interview's row is locked by the caller.

    Refuses `wrong_state`, `invalid_request`, and `key_reused` where the key was another order's.
    """
    before = db.exec(
        select(GivenInstruction).where(
            GivenInstruction.session_id == interview.id, GivenInstruction.key == order.key
        )
    ).first()
    if before is not None:
        return _same(before, order)
    now = proctor.now
    left = _left(interview)
    stands = standing(db, interview)
    if words := rules.refusal(stands, order.action):
        raise Refused("wrong_state", words)
    if fault := rules.fault(order, left=left, blocks=stands.blocks):
        field, message = fault
        raise Refused("invalid_request", errors=[{"field": f"body.{field}", "message": message}])
    number = instructions.last_number(db, interview.id) + 1
    if number > MAX_INSTRUCTIONS:
        raise Refused("wrong_state", "Too much was asked of this interview already.")
    deadline = None
    if interview.deadline_at is not None:
        deadline = rules.deadline(
            order,
            now,
            deadline_at=interview.deadline_at,
            held=_held(interview, now),
            left=left or timedelta(),
        )
    instruction = _signed(db, interview, order, number, proctor=proctor, deadline=deadline)
    row = GivenInstruction(
        session_id=interview.id,
        number=number,
        key=order.key,
        action=order.action,
        reason=order.reason,
        text=order.text,
        seconds=order.seconds,
        given_at=now,
        given_by=proctor.person.actor,
        wire_json=instruction.model_dump_json(),
    )
    db.add(row)
    _move(db, proctor, interview, order, deadline=deadline)
    audit.note(
        db,
        proctor.person.actor,
        f"interview.{order.action.value}",
        subject=f"interview:{interview.id}",
        at=now,
        org_id=proctor.person.org_id,
        number=number,
        reason=order.reason.value,
        seconds=order.seconds,
        **({"block": order.text} if order.action is Action.LET_ON else {}),
    )
    countersign.add_link(
        db,
        interview,
        kind=f"action:{order.action.value}",
        about=sha256_hex(instruction_statement(instruction, interview.id)),
        received_at=now,
        keys=proctor.keys,
    )
    timeline.touch(db, interview, now)
    ring_after_commit(db, INSTRUCTION)
    _log.info("instruction %d (%s) for %s", number, order.action.value, interview.id)
    return row


def terminate_all(
    db: Session,
    proctor: Proctor,
    seen: ColumnElement[bool],
    *,
    reason: Reason,
    running: int,
) -> int:
    """Ends every running interview that who asks sees; answers how many.

    `running`: how many they were told of. Refuses `wrong_state` where it is another number: between
    looking and asking one may have begun that nobody meant to end; and `invalid_request`.
    """
    order = rules.Order(Action.TERMINATE, reason, text="", seconds=0, key=new_id())
    if fault := rules.fault(order, left=None):
        field, message = fault
        raise Refused("invalid_request", errors=[{"field": f"body.{field}", "message": message}])
    found = db.exec(
        select(InterviewSession)
        .where(seen, col(InterviewSession.status).in_(RUNNING))
        .order_by(col(InterviewSession.id))
        .with_for_update()
    ).all()
    if len(found) != running:
        words = f"{len(found)} run now, and you were told of {running}. Look again: none was ended."
        raise Refused("wrong_state", words)
    for interview in found:
        give(db, proctor, interview, order)
    return len(found)


def _same(before: GivenInstruction, order: rules.Order) -> GivenInstruction:
    asked = (order.action, order.reason, order.text, order.seconds)
    if (before.action, before.reason, before.text, before.seconds) != asked:
        raise Refused("key_reused")
    return before


def _signed(
    db: Session,
    interview: InterviewSession,
    order: rules.Order,
    number: int,
    *,
    proctor: Proctor,
    deadline: datetime | None,
) -> Instruction:
    draft = Instruction(
        number=number,
        action=order.action.value,
        reason=order.reason.value,
        text=order.text,
        seconds=order.seconds,
        deadline_at=None if deadline is None else utc_text(deadline),
        at=utc_text(proctor.now),
        sig="",
    )
    statement = instruction_statement(draft, interview.id)
    kid = countersign.kid_of(db, interview, proctor.keys)
    return draft.model_copy(update={"sig": proctor.keys.sign(statement, kid=kid)})


def _move(
    db: Session,
    proctor: Proctor,
    interview: InterviewSession,
    order: rules.Order,
    *,
    deadline: datetime | None,
) -> None:
    to, now = rules.target(order.action), proctor.now
    cause = Cause(order.action.value, now, proctor.person.actor, order.reason.value)
    if to is None:
        if deadline is not None:
            timeline.shift_deadline(db, interview, deadline, cause)
        return
    ended = to in TERMINAL
    if ended:
        answers.close_all(db, answers.Cause(interview, now, None))
    elif order.action is Action.REOPEN:
        answers.reopen_all(db, interview.id)
    timeline.move(db, interview, to, cause, deadline_at=deadline)
    if ended:
        outbox.note(
            db,
            "total",
            f"total:{interview.id}:{interview.link_count}",
            {"session": interview.id},
            now=now,
        )


def _left(interview: InterviewSession) -> timedelta | None:
    """What was left of the time when the interview ended; None while it has not."""
    if interview.finished_at is None or interview.deadline_at is None:
        return None
    return max(timedelta(), interview.deadline_at - interview.finished_at)


def _held(interview: InterviewSession, now: datetime) -> timedelta:
    """How long the interview has been paused until now; zero where it is not."""
    since = interview.paused_at
    return timedelta() if since is None else max(timedelta(), now - since)
