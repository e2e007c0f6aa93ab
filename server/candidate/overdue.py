"""Ends interviews whose time is over and whose app is not there to say so.

One rule: a deadline is no judgement: the step follows the lifecycle's table, names its rule, and
whatever the machine still brings is kept, flagged as late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from server import instructions, outbox
from server.candidate import ending, lost_time, rules, terms
from server.candidate.ending import Ending
from server.keys import ServerKeys
from server.models import InterviewSession
from server.timeline import SERVER, Cause
from shared.clock import utc_text
from shared.ids import sha256_hex
from shared.lifecycle import Status

TOPIC = "overdue"
RULE = "deadline"
"""As the timeline and the server's chain name it."""
_MS = timedelta(milliseconds=1)


def note_overdue(db: Session, now: datetime, *, limit: int = 200) -> int:
    """Notes a job for each running interview whose time is over; how many were found.

    Paused and covered ones are a person's: their deadline moves along until that person goes on.
    """
    found = db.exec(
        select(InterviewSession)
        .where(
            InterviewSession.status == Status.INTERVIEW_ACTIVE,
            col(InterviewSession.deadline_at) < now - timedelta(seconds=rules.OVERDUE_AFTER_S),
        )
        .order_by(col(InterviewSession.deadline_at))
        .limit(limit)
    ).all()
    due = [interview for interview in found if _is_due(db, interview, now)]
    for interview in due:
        # A deadline that moves is another job; the same one is noted once.
        assert interview.deadline_at is not None
        key = f"{TOPIC}:{interview.id}:{int(interview.deadline_at.timestamp() * 1000)}"
        outbox.note(db, TOPIC, key, {"session": interview.id}, now=now)
    return len(due)


@dataclass(frozen=True)
class Timekeeper:
    """Ends one interview, decided anew with its row locked."""

    keys: ServerKeys

    def __call__(self, job: outbox.Job, now: datetime) -> "partial[None]":
        """The effect: the end, or nothing where somebody was quicker."""
        return partial(_end, self.keys, job.payload)


def _end(keys: ServerKeys, payload: Mapping[str, Any], db: Session, now: datetime) -> None:
    interview = db.exec(
        select(InterviewSession).where(InterviewSession.id == payload["session"]).with_for_update()
    ).first()
    if interview is None or not _is_due(db, interview, now):
        return
    assert interview.deadline_at is not None
    how = Ending(
        Status.COMPLETED,
        Cause(RULE, now, SERVER),
        about=sha256_hex(utc_text(interview.deadline_at).encode()),
        link=RULE,
    )
    ending.end(db, interview, how, keys=keys)


def _is_due(db: Session, interview: InterviewSession, now: datetime) -> bool:
    if interview.status is not Status.INTERVIEW_ACTIVE or interview.deadline_at is None:
        return False
    if interview.id in instructions.locked(db, [interview.id]):
        return False
    # What covered the questions can be claimed late, as lost time can.
    covered_ms = max(0, lost_time.allowed_ms(db, interview, now) - interview.covered_ms)
    left_ms = terms.policy(interview).outage_credit_s * 1000 - interview.credited_ms
    at = rules.overdue_at(
        interview.deadline_at,
        contact_at=interview.contact_at,
        creditable=(max(0, left_ms) + covered_ms) * _MS,
    )
    return now > at
