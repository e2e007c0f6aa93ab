"""Where an interview stands, changed in one place.

One rule: neither status nor deadline changes without a row in the timeline that names its rule;
services of all features call this, and nothing else assigns them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, select

from server import thumbnails
from server.doorbell import LIVE, ring_after_commit
from server.models import InterviewSession, StatusTimeline
from server.webhooks import outgoing
from server.webhooks import rules as webhook_rules
from shared.lifecycle import TERMINAL, Status, steps

CANDIDATE = "candidate"
SERVER = "server"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something changes, and by whose hand."""

    rule: str
    """Which rule or request, such as `claim`, `finish`, `paused`."""
    at: datetime
    actor: str = CANDIDATE
    """`user:<id>`, `candidate` or `server`."""
    reason: str = ""
    """A person's reason."""


def begin(db: Session, interview: InterviewSession, cause: Cause) -> None:
    """The first row of an interview."""
    _tell(db, interview, None, cause)
    _add(db, interview, cause, old=None, new=interview.status, at=cause.at)


def move(
    db: Session,
    interview: InterviewSession,
    new: Status,
    cause: Cause,
    *,
    deadline_at: datetime | None = None,
) -> None:
    """Brings the interview to `new`, with a row for every step on the way.

    `deadline_at`: where the deadline moves with it; None leaves it. Raises ValueError where the
    lifecycle's table has no way: a rule should have refused before.
    """
    path = steps(interview.status, new)
    if path is None:
        raise ValueError(f"no way from {interview.status} to {new}")
    instants = _instants(db, interview, cause.at)
    for step in path:
        moved = _moved_s(interview, deadline_at) if step is path[-1] else None
        old, interview.status = interview.status, step
        _add(db, interview, cause, old=old, new=step, at=next(instants), seconds=moved)
        _set_clocks(db, interview, old, cause.at)
        _tell(db, interview, old, cause)
    if path:
        interview.deadline_at = deadline_at or interview.deadline_at
        touch(db, interview, cause.at)


def shift_deadline(
    db: Session, interview: InterviewSession, deadline_at: datetime, cause: Cause
) -> None:
    """Moves the deadline of a started interview, with a row that says by whom and why."""
    at = next(_instants(db, interview, cause.at))
    old = new = interview.status
    seconds = _moved_s(interview, deadline_at)
    _add(db, interview, cause, old=old, new=new, at=at, seconds=seconds)
    interview.deadline_at = deadline_at
    touch(db, interview, cause.at)


def touch(db: Session, interview: InterviewSession, now: datetime) -> None:
    """Marks the interview as changed, for lists and for those who watch it live."""
    interview.updated_at = now
    db.add(interview)
    ring_after_commit(db, LIVE)


def _tell(db: Session, interview: InterviewSession, old: Status | None, cause: Cause) -> None:
    """Other systems hear of it, by ids."""
    if (event := webhook_rules.event_of(old, interview.status)) is not None:
        data = {"interview": interview.id, "paper": interview.paper_id}
        data["status"] = interview.status.value
        outgoing.tell(db, event, data, org_id=interview.org_id, now=cause.at)


def _moved_s(interview: InterviewSession, deadline_at: datetime | None) -> int | None:
    if deadline_at is None or interview.deadline_at is None:
        return None
    return round((deadline_at - interview.deadline_at).total_seconds())


def _set_clocks(db: Session, interview: InterviewSession, old: Status, now: datetime) -> None:
    """What follows from a step for the clocks, so that no caller can forget it."""
    interview.paused_at = now if interview.status is Status.PAUSED else None
    if interview.status in TERMINAL:
        thumbnails.forget(db, interview.id)
        interview.finished_at = now if interview.started_at else None
    elif old in TERMINAL:
        interview.finished_at = None
    if interview.status is Status.INTERVIEW_ACTIVE:
        # From here on silence counts anew: a pause gives its own time back.
        interview.contact_at = now


def _instants(db: Session, interview: InterviewSession, now: datetime) -> Iterator[datetime]:
    """The timeline is sorted by its instant: rows stay in order, whatever the clock says."""
    last = db.exec(
        select(func.max(StatusTimeline.at)).where(StatusTimeline.session_id == interview.id)
    ).one()
    at = now if last is None or now > last else last + timedelta(microseconds=1)
    while True:
        yield at
        at += timedelta(microseconds=1)


def _add(
    db: Session,
    interview: InterviewSession,
    cause: Cause,
    *,
    old: Status | None,
    new: Status,
    at: datetime,
    seconds: int | None = None,
) -> None:
    db.add(
        StatusTimeline(
            session_id=interview.id,
            old=old,
            new=new,
            at=at,
            rule=cause.rule,
            actor=cause.actor,
            seconds=seconds,
            reason=cause.reason[:200],
        )
    )
