"""What is still to reach a candidate's app: numbered, signed, delivered until it is applied.

One rule: what was given is delivered again in every receipt until the machine itself says, in a
signed request, that it took effect; a number that was never given applies nothing.
"""

from datetime import datetime

from sqlalchemy import func, tuple_, update
from sqlmodel import Session, col, select

from server import countersign, covers
from server.keys import ServerKeys
from server.models import GivenInstruction, InterviewSession
from shared.actions import ASK, Action, Reason
from shared.sync import Instruction, instruction_statement

MAX_DELIVERED = 20
"""In one receipt; the rest follows once these are applied."""

_ENDS = {
    Action.PAUSE: (Action.RESUME, Action.TERMINATE, Action.REOPEN),
    Action.LOCK: (Action.UNLOCK, Action.TERMINATE, Action.REOPEN),
}
"""What stands until something else ends it."""


def pending(db: Session, interview: InterviewSession, keys: ServerKeys) -> tuple[Instruction, ...]:
    """Not yet applied by the machine that holds the interview, in order.

    An app that cannot take a further question gets its time instead: it would refuse everything
    that stands beside a word it does not know.
    """
    found = db.exec(
        select(GivenInstruction.wire_json)
        .where(
            GivenInstruction.session_id == interview.id,
            GivenInstruction.number > interview.applied_instruction,
        )
        .order_by(col(GivenInstruction.number))
        .limit(MAX_DELIVERED)
    )
    given = tuple(Instruction.model_validate_json(text) for text in found)
    if ASK in interview.knows.split():
        return given
    return tuple(
        _time_instead(db, interview, one, keys) if one.action == ASK else one for one in given
    )


def _time_instead(
    db: Session, interview: InterviewSession, given: Instruction, keys: ServerKeys
) -> Instruction:
    # The end was moved when it was asked: an app of before is told so, as of any extension.
    change = {"action": Action.EXTEND.value, "reason": Reason.ORGANISATION.value, "sealed": None}
    draft = given.model_copy(update=change)
    kid = countersign.kid_of(db, interview, keys)
    sig = keys.sign(instruction_statement(draft, interview.id), kid=kid)
    return draft.model_copy(update={"sig": sig})


def note_applied(db: Session, interview: InterviewSession, number: int, now: datetime) -> None:
    """The machine says that everything up to `number` took effect; never more than was given."""
    if number <= interview.applied_instruction:
        return
    interview.applied_instruction = min(number, last_number(db, interview.id))
    db.execute(
        update(GivenInstruction)
        .where(
            col(GivenInstruction.session_id) == interview.id,
            col(GivenInstruction.number) <= interview.applied_instruction,
            col(GivenInstruction.applied_at).is_(None),
        )
        .values(applied_at=now)
        .execution_options(synchronize_session=False)
    )


def note_read(db: Session, session: str, number: int, now: datetime) -> None:
    """The candidate confirmed to have read it; the first time counts."""
    db.execute(
        update(GivenInstruction)
        .where(
            col(GivenInstruction.session_id) == session,
            col(GivenInstruction.number) == number,
            col(GivenInstruction.read_at).is_(None),
        )
        .values(read_at=now)
        .execution_options(synchronize_session=False)
    )


def last_given(db: Session, sessions: list[str]) -> dict[str, GivenInstruction]:
    """The newest instruction by a person of each that has any."""
    newest = (
        select(GivenInstruction.session_id, func.max(GivenInstruction.number))
        .where(
            col(GivenInstruction.session_id).in_(sessions),
            # What the server asks by itself is no person's word, and answers nobody.
            col(GivenInstruction.action) != ASK,
        )
        .group_by(GivenInstruction.session_id)
    )
    found = db.exec(
        select(GivenInstruction).where(
            tuple_(col(GivenInstruction.session_id), col(GivenInstruction.number)).in_(newest)
        )
    )
    return {one.session_id: one for one in found}


def last_number(db: Session, session: str) -> int:
    """Of the last instruction that was given; 0 before the first."""
    query = select(func.max(GivenInstruction.number)).where(GivenInstruction.session_id == session)
    return db.exec(query).one() or 0


def words(db: Session, session: str) -> list[covers.Word]:
    """All that people asked of an interview in its order, as far as it covers the questions."""
    found = db.exec(
        select(
            GivenInstruction.action,
            GivenInstruction.text,
            GivenInstruction.given_at,
            GivenInstruction.applied_at,
        )
        .where(GivenInstruction.session_id == session)
        .order_by(col(GivenInstruction.number))
    )
    return [covers.Word(*row) for row in found]


def reopenings(db: Session, session: str) -> int:
    """How often people re-opened the interview."""
    query = select(func.count()).where(
        GivenInstruction.session_id == session, GivenInstruction.action == Action.REOPEN
    )
    return db.exec(query).one()


def go_back_for_new_machine(db: Session, interview: InterviewSession) -> None:
    """Another machine knows nothing of what stands: from there on it is delivered again."""
    given = db.exec(
        select(GivenInstruction.number, GivenInstruction.action)
        .where(GivenInstruction.session_id == interview.id)
        .order_by(col(GivenInstruction.number))
    ).all()
    standing = [
        number
        for kind, ends in _ENDS.items()
        for number in _standing([(number, action) for number, action in given], kind, ends)
    ]
    interview.applied_instruction = min(
        [interview.applied_instruction, *(number - 1 for number in standing)]
    )


def locked(db: Session, sessions: list[str]) -> set[str]:
    """Those of `sessions` whose screen is covered by a proctor's word."""
    given = db.exec(
        select(GivenInstruction.session_id, GivenInstruction.action)
        .where(
            col(GivenInstruction.session_id).in_(sessions),
            col(GivenInstruction.action).in_((Action.LOCK, *_ENDS[Action.LOCK])),
        )
        .order_by(col(GivenInstruction.number))
    ).all()
    # The last word of each counts.
    return {session for session, action in dict(given).items() if action == Action.LOCK}


def _standing(
    given: list[tuple[int, str]], kind: Action, ends: tuple[Action, ...]
) -> tuple[int, ...]:
    standing: tuple[int, ...] = ()
    for number, action in given:
        if action == kind:
            standing = (number,)
        elif action in ends:
            standing = ()
    return standing
