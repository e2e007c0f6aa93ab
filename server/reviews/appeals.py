"""What a candidate objects to after reading what was released, and a person's answer to it.

One rule: an objection changes nothing by itself; a person reads it, may have the answer read again
or decide otherwise, and writes back.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person
from server.interviews.service import visible_to
from server.models import Appeal, InterviewSession, Score
from server.refusals import Refused
from server.results import feedback
from server.reviews import rules
from server.scoring import rules as scoring_rules
from shared.ids import new_id, token_hash

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Objection:
    """An appeal with its interview."""

    row: Appeal
    interview: InterviewSession
    scored_by_me: bool


def invited(db: Session, token: str, *, lock: bool = False) -> InterviewSession:
    """The interview of a link's secret; refuses `invite_unknown` and `invite_revoked`."""
    query = select(InterviewSession).where(InterviewSession.invite_hash == token_hash(token))
    found = db.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise Refused("invite_unknown")
    if found.invite_revoked_at is not None:
        raise Refused("invite_revoked")
    return found


def of(db: Session, interview: InterviewSession) -> list[Appeal]:
    """All of one interview, oldest first."""
    query = select(Appeal).where(Appeal.session_id == interview.id)
    return list(db.exec(query.order_by(col(Appeal.made_at), col(Appeal.id))))


def refusal(db: Session, interview: InterviewSession, *, now: datetime) -> str:
    """Why this candidate cannot object now; empty where they can."""
    released = feedback.find(db, interview.id)
    at = released.released_at if released else None
    made = of(db, interview)
    return rules.appeal_refusal(
        released_days=None if at is None else (now - at).total_seconds() / 86_400,
        made=len(made),
        is_open=any(one.answered_at is None for one in made),
    )


def make(db: Session, interview: InterviewSession, text: str, *, now: datetime) -> Appeal:
    """Takes an objection to a locked interview; refuses `wrong_state` and `erased`."""
    if interview.erased_at is not None or interview.key_sealed is None:
        raise Refused("erased")
    if words := refusal(db, interview, now=now):
        raise Refused("wrong_state", words)
    row = Appeal(id=new_id(), session_id=interview.id, text=text, made_at=now)
    db.add(row)
    _note(db, f"candidate:{interview.id}", "appeal.made", interview, row.id, now)
    return row


def listed(db: Session, person: Person) -> list[Objection]:
    """Those of visible interviews: open ones first, oldest first, then the newest answered."""
    rows = db.exec(
        select(Appeal, InterviewSession)
        .join(InterviewSession, col(Appeal.session_id) == col(InterviewSession.id))
        .where(visible_to(person))
        .order_by(col(Appeal.made_at).desc(), col(Appeal.id))
        .limit(MOST_LISTED)
    ).all()
    mine = _scored_by(db, person, [interview.id for _, interview in rows])
    found = [Objection(row, interview, interview.id in mine) for row, interview in rows]
    open_ones = [one for one in found if one.row.answered_at is None]
    return [*reversed(open_ones), *(one for one in found if one.row.answered_at is not None)]


def answer(db: Session, person: Person, key: str, text: str, *, now: datetime) -> Objection:
    """Answers an objection to a visible interview; refuses `not_found` and `wrong_state`."""
    found = db.exec(
        select(Appeal, InterviewSession)
        .join(InterviewSession, col(Appeal.session_id) == col(InterviewSession.id))
        .where(Appeal.id == key, visible_to(person))
        .with_for_update(of=Appeal)
    ).first()
    if found is None:
        raise Refused("not_found")
    row, interview = found
    if row.answered_at is not None:
        raise Refused("wrong_state", "Somebody has answered it meanwhile.")
    row.answer, row.answered_by, row.answered_at = text, person.actor, now
    db.add(row)
    own = interview.id in _scored_by(db, person, [interview.id])
    _note(db, person.actor, "appeal.answered", interview, row.id, now, own_points=own)
    return Objection(row, interview, own)


def _scored_by(db: Session, person: Person, interviews: list[str]) -> set[str]:
    query = select(Score.session_id).where(
        col(Score.session_id).in_(interviews),
        Score.grader == scoring_rules.PERSON,
        audit.done_by(col(Score.created_by), person.account),
    )
    return set(db.exec(query))


def _note(
    db: Session,
    actor: str,
    action: str,
    interview: InterviewSession,
    appeal: str,
    now: datetime,
    **detail: bool,
) -> None:
    audit.note(
        db,
        actor,
        action,
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        appeal=appeal,
        **detail,
    )
