"""One interview: its invite, its frozen questions, its lease and where it stands.

One rule: status changes only together with a row in the timeline that names its rule.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import (
    Table,
    big,
    id_field,
    made_at,
    named,
    org_field,
    owner_field,
    ref,
    team_field,
    utc,
)
from server.models.types import StatusText, current_xid
from shared.chain import ZERO_HASH
from shared.lifecycle import Status


class InterviewSession(Table, table=True):
    """An invitation and the interview that comes of it."""

    __tablename__ = named("interview_sessions")
    __table_args__ = (
        Index("ix_interview_sessions_created_at_id", "created_at", "id"),
        Index("ix_interview_sessions_created_by_created_at", "created_by", "created_at"),
        Index("ix_interview_sessions_owner_id_created_at", "owner_id", "created_at"),
        Index("ix_interview_sessions_team_id_created_at", "team_id", "created_at"),
        Index("ix_interview_sessions_status_closes_at", "status", "closes_at"),
        Index("ix_interview_sessions_changed_xid_id", "changed_xid", "id"),
        Index("ix_interview_sessions_updated_at_id", "updated_at", "id"),
        Index("ix_interview_sessions_paper_id", "paper_id"),
        Index("ix_interview_sessions_paper_id_candidate_email", "paper_id", "candidate_email"),
    )

    id: str = id_field()
    org_id: str = org_field()
    created_by: str = ref("users.id", ondelete="RESTRICT")
    """Who made it; that stays when it is handed over."""
    owner_id: str | None = owner_field()
    team_id: str | None = team_field()
    paper_id: str = ref("question_papers.id", ondelete="RESTRICT")
    paper_version: int
    title: str = Field(max_length=200)
    candidate_name: str = Field(max_length=200)
    candidate_email: str = Field(max_length=320)
    zone: str = Field(default="UTC", max_length=64)
    """The candidate's IANA zone."""
    opens_at: datetime = utc()
    closes_at: datetime = utc()
    duration_s: int
    """Seconds for the whole interview, before accommodations."""
    status: Status = Field(default=Status.INVITED, sa_type=StatusText)
    invite_hash: str = Field(max_length=64, unique=True)
    invite_salt: str = Field(default="", max_length=32)
    """With the server's master key it gives the link's secret again, for mails; empty: made before
    that was so."""
    invite_revoked_at: datetime | None = utc(None)
    policy_json: str = Field(default="{}", sa_type=Text)
    accommodations_json: str = Field(default="{}", sa_type=Text)

    key_sealed: bytes | None = None
    """The interview's key under the server's master key; None once it was destroyed (erased)."""
    public_key: str | None = Field(default=None, max_length=43)
    """Of the lease that signs now."""
    lease_hash: str | None = Field(default=None, max_length=64, unique=True)
    """SHA-256 of the grant's bearer token."""
    nonce: str | None = Field(default=None, max_length=64)
    counter: int = big(0)
    """Greatest counter accepted on this lease."""
    segment: int = 0
    """In which the machine that holds the interview began; 0 before the first claim."""
    record_segment: int = 0
    """In which the record goes on: a re-opening begins one without a new machine."""
    lease_seen_at: datetime | None = utc(None)
    client_version: str = Field(default="", max_length=40)
    machine: str = Field(default="", max_length=200)
    build_json: str = Field(default="", sa_type=Text)
    """Which build of the app it told last (`shared.build`); empty: none."""
    knows: str = Field(default="", max_length=420)
    """What the machine that holds it can do that older apps could not, by name, with blanks."""
    consent_version: int = 0
    head_seq: int = big(0)
    head_hash: str = Field(default=ZERO_HASH, max_length=64)
    """Last committed row of the candidate's record."""
    link_count: int = big(0)
    link_hash: str = Field(default=ZERO_HASH, max_length=64)
    """Last link of the server's own chain."""

    started_at: datetime | None = utc(None)
    deadline_at: datetime | None = utc(None)
    finished_at: datetime | None = utc(None)
    paused_at: datetime | None = utc(None)
    """Since when a person keeps it paused; the deadline stands still meanwhile."""
    credited_ms: int = big(0)
    """Time lost to outages that was given back so far."""
    contact_at: datetime | None = utc(None)
    """When the running interview's machine was last heard."""
    silent_ms: int = big(0)
    """How long this segment was not heard in all, by the server's clock; short pauses left out."""
    lost_ms: int = big(0)
    """How much of that the machine says it could not run the interview, by its own clock."""
    stood_ms: int = big(0)
    """Time given because the app spoke or worked meanwhile, over all segments."""
    covered_ms: int = big(0)
    """Time given because a person's word covered the questions, over all segments."""
    dark_ms: int = big(0)
    """How much of `silent_ms` a person's word covered the questions: given for one reason only."""
    draw_json: str = Field(default="{}", sa_type=Text)
    """The rules by which its questions were drawn from the paper (`server.interviews.draw`)."""
    seed: str = Field(default="", max_length=64)
    """With the rules and the paper's version it gives the same questions again."""
    applied_instruction: int = 0
    high_signals: int = 0
    """How many signals of high severity opened so far: lists would have to count events."""
    medium_signals: int = 0
    heartbeat_json: str = Field(default="", sa_type=Text)
    heartbeat_at: datetime | None = utc(None)
    selfie_sha256: str | None = Field(default=None, max_length=64)
    erased_at: datetime | None = utc(None)
    """Since when nothing tells whose interview it was."""

    changed_xid: int | None = Field(
        default=None,
        sa_type=BigInteger,
        nullable=False,
        sa_column_kwargs={"server_default": current_xid(), "onupdate": current_xid()},
    )
    """Transaction of the last change on PostgreSQL, 0 on SQLite; the database fills it in."""
    updated_at: datetime = made_at()
    created_at: datetime = made_at()


class SessionQuestion(Table, table=True):
    """A question as it was when the interview was made. Never changed afterwards."""

    __tablename__ = named("session_questions")
    __table_args__ = (UniqueConstraint("session_id", "position"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    question_id: str = Field(max_length=32)
    """Where it came from; that row may be gone by now."""
    position: int
    kind: str = Field(max_length=20)
    prompt: str = Field(sa_type=Text)
    topic: str = Field(default="", max_length=200)
    marks: int
    time_limit_s: int
    """Seconds, before accommodations."""
    language: str | None = Field(default=None, max_length=20)
    starter: str = Field(default="", sa_type=Text)
    difficulty: str = Field(default="medium", max_length=20)
    expected_answer: str = Field(default="", sa_type=Text)
    key_points_json: str = Field(default="[]", sa_type=Text)
    rubric_json: str = Field(default="[]", sa_type=Text)
    tests_json: str = Field(default="[]", sa_type=Text)
    follow_ups_json: str = Field(default="[]", sa_type=Text)
    """These four lists are typed in `server.papers.marking`."""
    follows_id: str | None = Field(default=None, max_length=32)
    """Of a further question (`server.models.follow_ups`): the one whose answer it is about."""


class StatusTimeline(Table, table=True):
    """Every change of status and of the deadline, with the rule that made it."""

    __tablename__ = named("status_timeline")
    __table_args__ = (Index("ix_status_timeline_session_id_at", "session_id", "at"),)

    id: str = id_field()
    session_id: str = ref("interview_sessions.id")
    old: Status | None = Field(default=None, sa_type=StatusText)
    new: Status = Field(sa_type=StatusText)
    at: datetime = utc()
    rule: str = Field(max_length=60)
    """Which rule or request, such as `created`, `claim`, `finish`, `revoked`."""
    actor: str = Field(default="", max_length=60)
    """`user:<id>`, `candidate` or `server`."""
    seconds: int | None = None
    """By how much the deadline moved with this row; None where it did not."""
    reason: str = Field(default="", max_length=200)
    """A person's reason."""
