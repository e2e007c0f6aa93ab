"""What stands as an answer, kept from revisions, recordings, transcripts and the Done button.

One rule: nothing is lost and nothing is edited: every revision stays, the highest one stands, and
whatever changes a finished answer notes a new scoring job. Used by the signed record and by the
plain answer endpoints alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from server import outbox
from server.candidate import rules
from server.models import Answer, AnswerRevision, AudioChunk, InterviewSession, SessionQuestion
from shared.events import AnswerChunk, AnswerDone, AnswerRevised, AnswerTranscribed

SCORE_TOPIC = "score"


class Standing(AnswerTranscribed):
    """A transcript as it is kept: no row of a record can say whose it is."""

    by: Literal["app", "server"] = "app"
    """Whose machine understood it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What a change of an answer comes from."""

    interview: InterviewSession
    received_at: datetime
    seq: int | None
    """Row of the record; None for an answer that came without one."""

    def late(self, at_ms: int | None) -> bool:
        """Whether it came after the end."""
        interview = self.interview
        deadline_at = rules.deadline_now(
            interview.deadline_at, paused_at=interview.paused_at, now=self.received_at
        )
        clocks = rules.Clocks(interview.status, interview.started_at, deadline_at)
        return rules.is_late(clocks, self.received_at, at_ms=at_ms)

    def since_start_ms(self) -> int:
        """Milliseconds since the interview's start by the server's clock; 0 before it."""
        started = self.interview.started_at
        if started is None:
            return 0
        return max(0, (self.received_at - started) // timedelta(milliseconds=1))


def questions(db: Session, session: str) -> dict[str, SessionQuestion]:
    """The frozen questions of an interview by id, in order."""
    found = db.exec(
        select(SessionQuestion)
        .where(SessionQuestion.session_id == session)
        .order_by(col(SessionQuestion.position))
    )
    return {question.id: question for question in found}


def own(asked: Mapping[str, SessionQuestion]) -> list[SessionQuestion]:
    """The paper's questions in order: those that carry marks. Further ones carry none."""
    return [question for question in asked.values() if question.follows_id is None]


def revise(db: Session, cause: Cause, body: AnswerRevised) -> Answer:
    """Keeps a revision; the highest one stands, of equals the one that came last."""
    answer = answer_to(db, cause.interview.id, body.question)
    standing = transcript_of(answer) if body.origin == "corrected" else None
    stale = standing is not None and body.take < standing.take
    text = body.text.replace("\0", "\ufffd")
    late = cause.late(body.at_ms)
    db.add(
        AnswerRevision(
            session_id=cause.interview.id,
            session_question_id=body.question,
            revision=body.revision,
            seq=cause.seq,
            text=text,
            origin=body.origin,
            at_ms=body.at_ms,
            received_at=cause.received_at,
            late=late,
        )
    )
    if body.revision >= answer.revision and not stale:
        answer.text, answer.revision, answer.late = text, body.revision, late
    return _changed(db, cause, answer)


def add_chunk(db: Session, cause: Cause, body: AnswerChunk) -> Answer:
    """Keeps the name of a piece of sound; the same piece again changes nothing."""
    answer = answer_to(db, cause.interview.id, body.question)
    known = db.exec(
        select(AudioChunk.id).where(
            AudioChunk.session_question_id == body.question,
            AudioChunk.take == body.take,
            AudioChunk.part == body.part,
            AudioChunk.sha256 == body.audio.sha256,
        )
    ).first()
    if known is None:
        db.add(
            AudioChunk(
                session_id=cause.interview.id,
                session_question_id=body.question,
                take=body.take,
                part=body.part,
                sha256=body.audio.sha256,
                media_type=body.audio.media_type.replace("\0", "\ufffd"),
                size=body.audio.size,
                duration_ms=body.duration_ms,
                seq=cause.seq or 0,
            )
        )
    answer.takes = max(answer.takes, body.take)
    answer.late = answer.late or cause.late(None)
    return _changed(db, cause, answer)


def transcribe(db: Session, cause: Cause, body: AnswerTranscribed) -> Answer:
    """Keeps what the machine understood; the transcript of the last take stands."""
    answer = answer_to(db, cause.interview.id, body.question)
    standing = transcript_of(answer)
    if standing is not None and body.take > standing.take:
        answer.text = ""  # the correction of an earlier take; its revision is kept
    ours = standing is not None and standing.by == "server" and standing.text != ""
    if ours and standing is not None and body.take == standing.take and not body.text:
        return answer  # it says no more than was known when this machine was asked
    if standing is None or body.take >= standing.take:
        _keep_transcript(answer, body, by="app")
    return _changed(db, cause, answer)


def transcribed_here(db: Session, cause: Cause, body: AnswerTranscribed) -> Answer:
    """Keeps what this server understood of the last take; it is scored anew."""
    answer = answer_to(db, cause.interview.id, body.question)
    _keep_transcript(answer, body, by="server")
    return _changed(db, cause, answer, version=f"server{body.take}")


def finish(db: Session, cause: Cause, body: AnswerDone) -> Answer:
    """Notes that the candidate is done with a question."""
    answer = answer_to(db, cause.interview.id, body.question)
    answer.done_reason, answer.done_at = body.reason, cause.received_at
    answer.spent_ms = body.spent_ms
    answer.takes = max(answer.takes, body.takes)
    return _changed(db, cause, answer)


def finish_from_api(db: Session, cause: Cause, answer: Answer) -> None:
    """The Done of a client without a record."""
    body = AnswerDone(question=answer.session_question_id, revision=answer.revision)
    finish(db, cause, body)


def next_revision(db: Session, question: str) -> int:
    """The number after the highest revision kept so far."""
    highest = db.exec(
        select(func.max(AnswerRevision.revision)).where(
            AnswerRevision.session_question_id == question
        )
    ).one()
    return (highest or 0) + 1


def close_all(db: Session, cause: Cause) -> None:
    """At the end of an interview: every question has an answer, an empty one where none came."""
    for question in questions(db, cause.interview.id):
        answer = answer_to(db, cause.interview.id, question)
        if answer.done_at is None:
            answer.done_reason, answer.done_at = "finished", cause.received_at
            _changed(db, cause, answer)


def reopen_all(db: Session, session: str) -> None:
    """What `close_all` closed is open again; what the candidate was done with stays so."""
    db.execute(
        update(Answer)
        .where(col(Answer.session_id) == session, col(Answer.done_reason) == "finished")
        .values(done_reason="", done_at=None)
    )


def transcript_of(answer: Answer) -> Standing | None:
    """The standing transcript; None while there is none."""
    if not answer.transcript_json:
        return None
    return Standing.model_validate_json(answer.transcript_json)


def answer_to(db: Session, session: str, question: str) -> Answer:
    """The answer to a question; an empty one is made where none is yet."""
    found = db.exec(select(Answer).where(Answer.session_question_id == question)).first()
    if found is None:
        found = Answer(
            session_id=session,
            session_question_id=question,
            text="",
            transcript_json="",
            transcript_reason="",
            done_reason="",
        )
        db.add(found)
        db.flush()
    return found


def _keep_transcript(
    answer: Answer, body: AnswerTranscribed, *, by: Literal["app", "server"]
) -> None:
    # Of a row only what the contract names: `by` is ours to say.
    told = {name: getattr(body, name) for name in AnswerTranscribed.model_fields}
    answer.transcript_json = Standing(**told, by=by).model_dump_json()
    answer.transcript_reason = body.reason.replace("\0", "\ufffd")[:500]


def _changed(db: Session, cause: Cause, answer: Answer, *, version: str = "") -> Answer:
    db.add(answer)
    if answer.done_at is not None:
        seq = f"r{answer.revision}.{answer.takes}" if cause.seq is None else str(cause.seq)
        version = version or seq
        outbox.note(
            db,
            SCORE_TOPIC,
            f"{SCORE_TOPIC}:{answer.id}:{version}",
            {"answer": answer.id},
            now=cause.received_at,
        )
    return answer
