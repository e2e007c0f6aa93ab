"""Gives back what machines lost of a running interview, and what they took by speaking.

One rule: how much is decided by `shared.outages` alone; every second given stands in the timeline.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from server import timeline
from server.candidate import terms
from server.models import InterviewSession, SessionQuestion
from server.timeline import SERVER, Cause
from shared import outages
from shared.lifecycle import RUNNING, Status

_MS = timedelta(milliseconds=1)


def heard(db: Session, interview: InterviewSession, claimed_ms: int, now: datetime) -> None:
    """A sign of life of a locked interview's machine; `claimed_ms`: what it says it lost so far."""
    if interview.status not in RUNNING:
        return
    # A pause gives its whole length back when it ends: what is lost meanwhile is not lost twice.
    if interview.status is Status.INTERVIEW_ACTIVE:
        interview.silent_ms += outages.gap_ms(_since_contact(interview, now))
        accepted = outages.accepted_ms(claimed_ms, interview.silent_ms)
        if accepted > interview.lost_ms:
            _give_back(db, interview, accepted - interview.lost_ms, Cause("outage", now, SERVER))
            interview.lost_ms = accepted
    else:
        interview.lost_ms = max(interview.lost_ms, claimed_ms)
        interview.silent_ms = max(interview.silent_ms, interview.lost_ms)
    interview.contact_at = now


def stood_still(db: Session, interview: InterviewSession, claimed_ms: int, now: datetime) -> None:
    """The clock stood still while the app spoke or worked; `claimed_ms`: by its count, in all."""
    started, deadline = interview.started_at, interview.deadline_at
    if interview.status not in RUNNING or started is None or deadline is None:
        return
    if claimed_ms <= interview.stood_ms:
        return
    prompts = select(SessionQuestion.prompt).where(SessionQuestion.session_id == interview.id)
    more = outages.stood_ms(
        claimed_ms,
        before_ms=interview.stood_ms,
        cap_ms=sum(map(outages.stand_cap_ms, db.exec(prompts))),
        passed_ms=(now - started) // _MS,
    )
    if more:
        interview.stood_ms += more
        timeline.shift_deadline(
            db, interview, deadline + more * _MS, Cause("stood_still", now, SERVER)
        )


def new_machine(db: Session, interview: InterviewSession, now: datetime) -> None:
    """Another machine takes a locked interview over: what passed since the last one was heard."""
    if interview.status is Status.INTERVIEW_ACTIVE:
        lost = outages.gap_ms(_since_contact(interview, now))
        _give_back(db, interview, lost, Cause("new_machine", now, SERVER))
    interview.silent_ms = interview.lost_ms = 0
    if interview.status in RUNNING:
        interview.contact_at = now


def started_again(db: Session, interview: InterviewSession, now: datetime) -> None:
    """A start whose answer was lost on the way is asked for again: nobody had the questions."""
    if interview.status is Status.INTERVIEW_ACTIVE and interview.contact_at == interview.started_at:
        lost = outages.gap_ms(_since_contact(interview, now))
        _give_back(db, interview, lost, Cause("start_repeated", now, SERVER))
        interview.contact_at = now if lost else interview.contact_at


def _since_contact(interview: InterviewSession, now: datetime) -> int:
    last = interview.contact_at or interview.started_at
    return 0 if last is None else max(0, (now - last) // _MS)


def _give_back(db: Session, interview: InterviewSession, lost_ms: int, cause: Cause) -> None:
    cap_s = terms.policy(interview).outage_credit_s
    given = outages.credit_ms(lost_ms, credited_ms=interview.credited_ms, cap_s=cap_s)
    if given and interview.deadline_at is not None:
        interview.credited_ms += given
        timeline.shift_deadline(db, interview, interview.deadline_at + given * _MS, cause)
