"""Gives back what machines lost of a running interview, what they took by speaking, and what
people's words took by covering the questions.

One rule: how much is decided by `shared.outages` alone; every second given stands in the timeline.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from server import covers, instructions, timeline
from server.candidate import terms
from server.models import InterviewSession, ProctoringEvent, SessionQuestion
from server.timeline import SERVER, Cause
from shared import outages
from shared.events import Kind
from shared.lifecycle import RUNNING, Status
from shared.policy import Policy

_MS = timedelta(milliseconds=1)


def heard(db: Session, interview: InterviewSession, claimed_ms: int, now: datetime) -> None:
    """A sign of life of a locked interview's machine; `claimed_ms`: what it says it lost so far."""
    if interview.status not in RUNNING:
        return
    # A pause gives its whole length back when it ends: what is lost meanwhile is not lost twice.
    if interview.status is Status.INTERVIEW_ACTIVE:
        _note_silence(db, interview, now)
        accepted = outages.accepted_ms(claimed_ms, interview.silent_ms)
        if accepted > interview.lost_ms and interview.covered_ms:
            # What was given for a cover is not given again for the silence in it.
            accepted = min(accepted, _for_both(db, interview, now) - interview.covered_ms)
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


def covered(db: Session, interview: InterviewSession, claimed_ms: int, now: datetime) -> None:
    """The questions were covered by a person's word; `claimed_ms`: by the app's count, in all."""
    started, deadline = interview.started_at, interview.deadline_at
    if interview.status not in RUNNING or started is None or deadline is None:
        return
    if claimed_ms <= interview.covered_ms:
        return
    allowed = allowed_ms(db, interview, now)
    more = outages.covered_ms(
        claimed_ms,
        before_ms=interview.covered_ms,
        allowed_ms=min(allowed, _for_both(db, interview, now) - interview.lost_ms),
        passed_ms=(now - started) // _MS - interview.stood_ms - interview.credited_ms,
    )
    if more:
        _uncover(db, interview, more, now)


def allowed_ms(db: Session, interview: InterviewSession, now: datetime) -> int:
    """Most that covers may have taken until now: people's own, and what the policy gives for its
    blocks where the record says that one covered."""
    allowed = covers.allowed_ms(instructions.words(db, interview.id), _until(interview, now))
    policy = terms.policy(interview)
    return allowed + (policy.block_credit_s * 1000 if _was_blocked(db, interview, policy) else 0)


def new_machine(db: Session, interview: InterviewSession, now: datetime) -> None:
    """Another machine takes a locked interview over: what passed since the last one was heard."""
    if interview.status is Status.INTERVIEW_ACTIVE:
        lost = outages.gap_ms(_since_contact(interview, now))
        dark = _dark_ms(db, interview, now) if lost else 0
        if more := min(dark, allowed_ms(db, interview, now) - interview.covered_ms if dark else 0):
            _uncover(db, interview, more, now)
        _give_back(db, interview, lost - dark, Cause("new_machine", now, SERVER))
    interview.silent_ms = interview.lost_ms = interview.dark_ms = 0
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


def _note_silence(db: Session, interview: InterviewSession, now: datetime) -> None:
    gap = outages.gap_ms(_since_contact(interview, now))
    if gap:
        interview.silent_ms += gap
        interview.dark_ms += _dark_ms(db, interview, now)


def _dark_ms(db: Session, interview: InterviewSession, now: datetime) -> int:
    """How much of the time without a sign of life the questions were covered."""
    silence = (now - _since_contact(interview, now) * _MS, now)
    spans = covers.spans(instructions.words(db, interview.id), _until(interview, now))
    return covers.overlap_ms(spans, silence)


def _for_both(db: Session, interview: InterviewSession, now: datetime) -> int:
    """Most that may be given for covers and silence together: each instant counts once."""
    return allowed_ms(db, interview, now) + interview.silent_ms - interview.dark_ms


def _was_blocked(db: Session, interview: InterviewSession, policy: Policy) -> bool:
    if not policy.blocks:
        return False
    began = select(ProctoringEvent.id).where(
        ProctoringEvent.session_id == interview.id, ProctoringEvent.kind == Kind.BLOCK
    )
    return db.exec(began.limit(1)).first() is not None


def _until(interview: InterviewSession, now: datetime) -> covers.Until:
    return covers.Until(now, timedelta(seconds=terms.policy(interview).outage_credit_s))


def _uncover(db: Session, interview: InterviewSession, more_ms: int, now: datetime) -> None:
    assert interview.deadline_at is not None
    interview.covered_ms += more_ms
    deadline = interview.deadline_at + more_ms * _MS
    timeline.shift_deadline(db, interview, deadline, Cause("covered", now, SERVER))


def _give_back(db: Session, interview: InterviewSession, lost_ms: int, cause: Cause) -> None:
    cap_s = terms.policy(interview).outage_credit_s
    given = outages.credit_ms(lost_ms, credited_ms=interview.credited_ms, cap_s=cap_s)
    if given and interview.deadline_at is not None:
        interview.credited_ms += given
        timeline.shift_deadline(db, interview, interview.deadline_at + given * _MS, cause)
