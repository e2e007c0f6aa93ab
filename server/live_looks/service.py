"""Looks through candidates' cameras: begun, moved on, ended, and told to the app.

One rule: each look is one row, one entry in the audit log and one link of the signed chain, in the
transaction that begins it; the picture itself never comes here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from server import audit, countersign, looks, timeline
from server.auth.people import Person
from server.doorbell import INSTRUCTION, ring_after_commit
from server.keys import ServerKeys
from server.live_looks import ice, rules
from server.live_looks.rules import Begun, Phase
from server.models import InterviewSession, LiveLook
from server.refusals import Refused
from server.settings import Settings
from shared.ids import new_id
from shared.looks import LIVE, Look, LookEnd, LookSaid, look_statement
from shared.policy import Policy

LOOKED, ENDED = "camera.looked", "camera.look_ended"
"""As the audit log names them."""
TOLD_FOR = timedelta(minutes=1)
"""How long it is told that a look has ended, to the app and to the page."""
_ALLOWED = '"live_camera":true'


@dataclass(frozen=True, slots=True)
class Viewing:
    """Who looks, when, and with what the server signs and is set up."""

    person: Person
    keys: ServerKeys
    settings: Settings
    now: datetime


def begin(db: Session, viewing: Viewing, interview: InterviewSession, offer: str) -> LiveLook:
    """Asks the app for the picture; the interview's row is locked by the caller.

    Whoever looks has one look at a time: one of theirs that is open ends. Refuses `wrong_state` and
    `invalid_request`.
    """
    person, now = viewing.person, viewing.now
    if fault := rules.offer_fault(offer):
        raise Refused("invalid_request", errors=[{"field": "body.offer", "message": fault}])
    if words := rules.refusal(_standing(db, viewing, interview)):
        raise Refused("wrong_state", words)
    for before in db.exec(_open().where(LiveLook.viewer == person.actor)).all():
        end(db, before, LookEnd.REPLACED, now)
    row = LiveLook(
        id=new_id(),
        session_id=interview.id,
        segment=interview.segment,
        viewer=person.actor,
        opened_at=now,
        until_at=now + timedelta(minutes=viewing.settings.live_look_minutes),
        phase=Phase.ASKED,
        phase_at=now,
        offer=offer,
    )
    db.add(row)
    looks.note(db, interview, looks.Look(person, LOOKED, now), keys=viewing.keys, id=row.id)
    _tell(db, interview, now)
    return row


def close(db: Session, viewing: Viewing, interview: InterviewSession, key: str) -> None:
    """Whoever looks ends it; again is harmless. Refuses `not_found`."""
    row = db.get(LiveLook, key)
    if row is None or (row.session_id, row.viewer) != (interview.id, viewing.person.actor):
        raise Refused("not_found")
    end(db, row, LookEnd.CLOSED, viewing.now)


def said(db: Session, interview: InterviewSession, word: LookSaid, now: datetime) -> None:
    """What the app says; late or twice changes nothing. Refuses `not_found`, `invalid_request`."""
    row = db.get(LiveLook, word.look)
    if row is None or (row.session_id, row.segment) != (interview.id, interview.segment):
        raise Refused("not_found")
    if (word.phase == Phase.ANSWERED) != bool(word.answer):
        message = "an answer has a session description, and nothing else has one"
        raise Refused("invalid_request", errors=[{"field": "body.answer", "message": message}])
    if not rules.follows(Phase(row.phase), Phase(word.phase)):
        return
    if why := _over(row, interview, now):
        end(db, row, why, now)
    elif word.phase == Phase.ENDED:
        end(db, row, LookEnd(word.why or LookEnd.LOST), now)
    else:
        row.phase, row.phase_at = word.phase, now
        row.answer = word.answer or row.answer
        row.live_at = now if word.phase == Phase.LIVE else None
        db.add(row)
        _tell(db, interview, now)


def end(db: Session, row: LiveLook, why: LookEnd, now: datetime) -> None:
    """The look is over; what the two sides said of their addresses is forgotten."""
    if row.ended_at is not None:
        return
    row.phase, row.phase_at, row.ended_at, row.why = Phase.ENDED, now, now, why
    row.offer = row.answer = ""
    db.add(row)
    interview = db.get_one(InterviewSession, row.session_id)
    audit.note(
        db,
        row.viewer,
        ENDED,
        subject=f"interview:{row.session_id}",
        at=now,
        org_id=interview.org_id,
        id=row.id,
        why=why.value,
        seconds=0 if row.live_at is None else round((now - row.live_at).total_seconds()),
    )
    _tell(db, interview, now)


def end_over(db: Session, now: datetime) -> int:
    """Writes down the end of those that are over by themselves; answers how many."""
    found = 0
    for row in db.exec(_open()).all():
        interview = db.get_one(InterviewSession, row.session_id)
        if why := _over(row, interview, now):
            end(db, row, why, now)
            found += 1
    return found


def recent(db: Session, now: datetime) -> list[tuple[LiveLook, LookEnd | None]]:
    """Everybody's open looks, and those that ended within a minute; each with why it is over, None
    while it goes on."""
    query = (
        select(LiveLook, InterviewSession)
        .join(InterviewSession, col(InterviewSession.id) == col(LiveLook.session_id))
        .where(_recent(now))
        .order_by(col(LiveLook.opened_at), col(LiveLook.id))
    )
    return [(row, _why(row, interview, now)) for row, interview in db.exec(query)]


def told(
    db: Session, interview: InterviewSession, *, keys: ServerKeys, settings: Settings, now: datetime
) -> tuple[Look, ...]:
    """What the app is told in a receipt and on the open line, signed."""
    # Asked for every batch of every interview: most have a policy whose text settles it.
    if LIVE not in interview.knows.split() or _ALLOWED not in interview.policy_json:
        return ()
    query = select(LiveLook).where(
        LiveLook.session_id == interview.id, LiveLook.segment == interview.segment, _recent(now)
    )
    rows = db.exec(query.order_by(col(LiveLook.opened_at), col(LiveLook.id))).all()
    if not rows:
        return ()
    kid = countersign.kid_of(db, interview, keys)
    shown: list[Look] = []
    for row in rows:
        phase = Phase.ENDED if _why(row, interview, now) else Phase(row.phase)
        draft = Look(id=row.id, phase=phase.value, sig="")
        if phase is Phase.ASKED:
            change = {
                "offer": row.offer,
                "ice": ice.servers(settings, interview.id, now),
                "relay_only": settings.live_relay_only,
                "limit_s": round((row.until_at - row.opened_at).total_seconds()),
            }
            draft = draft.model_copy(update=change)
        sig = keys.sign(look_statement(draft, interview.id), kid=kid)
        shown.append(draft.model_copy(update={"sig": sig}))
    return tuple(shown)


def allowing(db: Session, sessions: Collection[str]) -> set[str]:
    """Those of `sessions` whose policy and app allow a look at all.

    Told by the database from the policy's text, as `model_dump_json` writes it: this is asked for
    500 interviews with every frame of the live page, and their policies are a megabyte.
    """
    found = db.exec(
        select(InterviewSession.id).where(
            col(InterviewSession.id).in_(sessions),
            col(InterviewSession.knows).contains(LIVE),
            col(InterviewSession.policy_json).contains(_ALLOWED),
        )
    )
    return set(found.all())


def _standing(db: Session, viewing: Viewing, interview: InterviewSession) -> rules.Standing:
    others = {
        row.viewer
        for row in db.exec(_open().where(LiveLook.session_id == interview.id))
        if row.viewer != viewing.person.actor and _over(row, interview, viewing.now) is None
    }
    seen = interview.lease_seen_at
    return rules.Standing(
        allowed=_allows(interview),
        status=interview.status,
        knows=LIVE in interview.knows.split(),
        silent=None if seen is None else viewing.now - seen,
        others=len(others),
        most=viewing.settings.live_lookers,
    )


def _allows(interview: InterviewSession) -> bool:
    return Policy.model_validate_json(interview.policy_json).live_camera


def _open() -> SelectOfScalar[LiveLook]:
    return select(LiveLook).where(col(LiveLook.ended_at).is_(None))


def _recent(now: datetime) -> ColumnElement[bool]:
    return or_(col(LiveLook.ended_at).is_(None), col(LiveLook.ended_at) > now - TOLD_FOR)


def _over(row: LiveLook, interview: InterviewSession, now: datetime) -> LookEnd | None:
    begun = Begun(Phase(row.phase), row.segment, row.phase_at, row.until_at)
    return rules.over(begun, status=interview.status, segment=interview.segment, now=now)


def _why(row: LiveLook, interview: InterviewSession, now: datetime) -> LookEnd | None:
    return LookEnd(row.why) if row.ended_at is not None else _over(row, interview, now)


def _tell(db: Session, interview: InterviewSession, now: datetime) -> None:
    timeline.touch(db, interview, now)
    ring_after_commit(db, INSTRUCTION)
