"""What the database says about how the server is doing, for metrics.

One rule: counts only, each from an index or a small table: a scrape comes every few seconds.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from server.models import Answer, Evidence, InterviewSession, Mail, Outbox, RecordRow, Score
from shared.lifecycle import RUNNING


@dataclass(frozen=True, slots=True)
class Figures:
    """One look."""

    outbox_age_s: float
    """How long the oldest due job has been due; 0 where none is."""
    jobs: dict[tuple[str, str], int]
    """Jobs not done, by topic and state."""
    unscored: int
    live: int
    rows: int
    """Greatest number of a row of any record: as good as a count, and found at once."""
    mails: dict[str, int]
    storage_bytes: int


def figures(db: Session, now: datetime) -> Figures:
    """Everything in one snapshot."""
    due = db.exec(
        select(func.min(Outbox.due_at)).where(Outbox.state == "waiting", Outbox.due_at <= now)
    ).one()
    jobs = db.exec(
        select(Outbox.topic, Outbox.state, func.count())
        .where(col(Outbox.state).in_(("waiting", "dead")))
        .group_by(col(Outbox.topic), col(Outbox.state))
    ).all()
    scored = select(Score.answer_id).where(Score.answer_id == Answer.id).exists()
    unscored = db.exec(
        select(func.count()).select_from(Answer).where(col(Answer.done_at).is_not(None), ~scored)
    ).one()
    mails = db.exec(select(Mail.state, func.count()).group_by(col(Mail.state))).all()
    kept = db.exec(
        select(func.sum(Evidence.size)).where(col(Evidence.stored_at).is_not(None))
    ).one()
    return Figures(
        outbox_age_s=(now - due).total_seconds() if due else 0.0,
        jobs={(topic, state): count for topic, state, count in jobs},
        unscored=unscored,
        live=running(db),
        rows=db.exec(select(func.max(RecordRow.id))).one() or 0,
        mails=dict(mails),
        storage_bytes=int(kept or 0),
    )


def running(db: Session) -> int:
    """Interviews that run now."""
    query = select(func.count()).select_from(InterviewSession)
    return db.exec(query.where(col(InterviewSession.status).in_(RUNNING))).one()


def dead(db: Session) -> int:
    """Jobs that failed for good."""
    query = select(func.count()).select_from(Outbox).where(Outbox.state == "dead")
    return db.exec(query).one()
