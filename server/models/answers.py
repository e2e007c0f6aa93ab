"""Answers with their revisions and recordings, and the scores given for them.

One rule: revisions and scores are only ever inserted; what counts is found by order.
"""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, big, id_field, made_at, named, ref, utc


class Answer(Table, table=True):
    """What stands as the answer to one question."""

    __tablename__ = named("answers")
    __table_args__ = (
        UniqueConstraint("session_question_id"),
        Index("ix_answers_review_queue", "review_rank", "waits_since", "id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id", index=True)
    session_question_id: str = ref("session_questions.id")
    text: str = Field(default="", sa_type=Text)
    revision: int = 0
    takes: int = 0
    transcript_json: str = Field(default="", sa_type=Text)
    """The last take's transcript body; empty while there is none."""
    transcript_reason: str = Field(default="", max_length=500)
    """Why there is no transcript, in a sentence."""
    done_reason: str = Field(default="", max_length=20)
    done_at: datetime | None = utc(None)
    spent_ms: int = big(0)
    late: bool = False
    """Whether the standing text came after the deadline."""
    review_rank: int | None = None
    """Thousandths of a mark that a person's look is worth (`server.scoring.worth`), negative, so
    that the first of the queue is the first of the index; None where nothing waits for one."""
    waits_since: datetime | None = utc(None)
    """When the score that waits was given."""


class AnswerRevision(Table, table=True):
    """One text of an answer, as the candidate's machine saved it."""

    __tablename__ = named("answer_revisions")
    __table_args__ = (
        UniqueConstraint("session_question_id", "revision", "seq"),
        Index("ix_answer_revisions_session_id", "session_id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    session_question_id: str = ref("session_questions.id")
    revision: int
    seq: int | None = big(None)
    """Row of the record; None for answers that came without a spool."""
    text: str = Field(sa_type=Text)
    origin: str = Field(default="typed", max_length=20)
    at_ms: int = big(0)
    received_at: datetime = utc()
    late: bool = False


class AudioChunk(Table, table=True):
    """A piece of a spoken answer, by its blob's address."""

    __tablename__ = named("audio_chunks")
    __table_args__ = (
        # A lost spool starts again at take 1: both recordings are kept.
        UniqueConstraint("session_question_id", "take", "part", "sha256"),
        Index("ix_audio_chunks_session_id", "session_id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    session_question_id: str = ref("session_questions.id")
    take: int
    part: int
    sha256: str = Field(max_length=64)
    media_type: str = Field(max_length=100)
    size: int = big()
    duration_ms: int = big()
    seq: int = big()


class Score(Table, table=True):
    """One grader's points for one answer. A person's override is another row, with a reason."""

    __tablename__ = named("scores")
    __table_args__ = (
        UniqueConstraint("answer_id", "grader", "grader_version", "input_sha256"),
        Index("ix_scores_session_id", "session_id"),
    )

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    answer_id: str = ref("answers.id")
    grader: str = Field(max_length=60)
    grader_version: str = Field(max_length=60)
    state: str = Field(max_length=24)
    """`provisional`, `needs_review`, `needs_person`, `failed` or `final`."""
    points_milli: int | None = big(None)
    """Points times 1000; None where it was not scored."""
    max_marks: int
    spread_milli: int | None = big(None)
    """Points times 1000 between its lowest and highest judgement; None for a single one."""
    why_json: str = Field(default="[]", sa_type=Text)
    """Codes of the reasons for which a person has to look."""
    manifest_json: str = Field(default="{}", sa_type=Text)
    """What it was made of, so that it can be made again: hashes, model, seed; no text."""
    evidence_json: str = Field(default="{}", sa_type=Text)
    reason: str = Field(default="", sa_type=Text)
    created_by: str = Field(default="", max_length=60)
    created_at: datetime = made_at()
    input_sha256: str = Field(max_length=64)
    """Of what the grader read: the same input is scored once."""


class InterviewResult(Table, table=True):
    """The sum over an interview's current scores, kept for lists."""

    __tablename__ = named("interview_results")
    __table_args__ = (UniqueConstraint("session_id"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    total_milli: int | None = big(None)
    max_marks: int = 0
    state: str = Field(default="open", max_length=24)
    note: str = Field(default="", sa_type=Text)
    updated_at: datetime = made_at()
