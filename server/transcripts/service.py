"""Finds the takes that the server is to transcribe, and keeps what it understood.

One rule: a take is noted once, when all of it is here; what the app says later goes first.
"""

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from server import outbox
from server.candidate import answers
from server.follow_ups import service as follow_ups
from server.models import Answer, AudioChunk, Evidence, InterviewSession
from server.transcripts import rules
from shared.events import AnswerTranscribed
from shared.policy import Policy
from shared.transcript import Transcript

TOPIC = "transcribe"
GRACE = timedelta(minutes=1)
"""An app's own transcript of a finished answer is on its way."""
LOOKED_BACK = timedelta(days=14)
"""An interview that nothing came for since then is not looked at again."""


def note_untranscribed(db: Session, now: datetime) -> int:
    """Notes jobs for finished spoken answers whose last take is here whole and has no text;
    answers how many. A take that was noted, whatever became of it, is not noted again."""
    found = db.exec(
        select(Answer, InterviewSession)
        .join(InterviewSession, col(InterviewSession.id) == col(Answer.session_id))
        .where(
            col(InterviewSession.updated_at) > now - LOOKED_BACK,
            col(InterviewSession.key_sealed).is_not(None),
            col(Answer.takes) > 0,
            col(Answer.done_at) < now - GRACE,
            or_(
                col(Answer.transcript_json) == "",
                col(Answer.transcript_reason).in_(rules.COULD_NOT),
            ),
        )
    ).all()
    noted = 0
    for answer, interview in found:
        policy = Policy.model_validate_json(interview.policy_json)
        standing = answers.transcript_of(answer)
        if not rules.wanted(standing, take=answer.takes, policy=policy):
            continue
        if pieces(db, answer) is not None:
            payload = {"answer": answer.id, "take": answer.takes}
            outbox.note(db, TOPIC, f"{TOPIC}:{answer.id}:{answer.takes}", payload, now=now)
            noted += 1
    return noted


def pieces(db: Session, answer: Answer) -> list[str] | None:
    """Addresses of the last take's pieces in order; None where some have not come."""
    found = db.exec(
        select(AudioChunk.sha256, Evidence.stored_at)
        .outerjoin(
            Evidence,
            (col(Evidence.session_id) == col(AudioChunk.session_id))
            & (col(Evidence.sha256) == col(AudioChunk.sha256)),
        )
        .where(
            AudioChunk.session_question_id == answer.session_question_id,
            AudioChunk.take == answer.takes,
        )
        .order_by(col(AudioChunk.part), col(AudioChunk.seq))
    ).all()
    if not found or any(stored is None for _, stored in found):
        return None
    return [address for address, _ in found]


def settle(db: Session, answer_id: str, take: int, found: Transcript, *, now: datetime) -> None:
    """Keeps what the server understood, unless the app said more meanwhile."""
    answer = db.get(Answer, answer_id)
    if answer is None or answer.takes != take:
        return
    interview = db.get(InterviewSession, answer.session_id, with_for_update=True)
    if interview is None or interview.key_sealed is None:
        return
    db.refresh(answer)
    policy = Policy.model_validate_json(interview.policy_json)
    if not rules.wanted(answers.transcript_of(answer), take=take, policy=policy):
        return
    body = AnswerTranscribed(
        question=answer.session_question_id,
        take=take,
        text=found.text,
        words=found.words,
        model=found.model,
        reason=found.reason,
    )
    answers.transcribed_here(db, answers.Cause(interview, now, None), body)
    follow_ups.consider(db, interview, body.question, now=now)
