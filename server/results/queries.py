"""Reads results and what hangs on them. One rule: nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, func, tuple_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from server.models import (
    Answer,
    AnswerRevision,
    AudioChunk,
    Deletion,
    Evidence,
    ForkRow,
    InterviewResult,
    InterviewSession,
    RecordRow,
    Score,
    StatusTimeline,
    User,
)
from server.scoring.service import OLDEST_FIRST


@dataclass(frozen=True, slots=True)
class Record:
    """What is held of one record."""

    rows: int
    forks: int
    quarantined: int
    missing_blobs: int


def page(
    db: Session,
    seen: ColumnElement[bool],
    *,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[tuple[InterviewSession, InterviewResult | None]]:
    """Interviews that were started, newest first, with their totals; `seen` limits to visible."""
    query = (
        select(InterviewSession, InterviewResult)
        .join(
            InterviewResult,
            col(InterviewResult.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .where(seen, col(InterviewSession.started_at).is_not(None))
    )
    if after is not None:
        place = tuple_(col(InterviewSession.created_at), col(InterviewSession.id))
        query = query.where(place < tuple_(*after))
    order = (col(InterviewSession.created_at).desc(), col(InterviewSession.id).desc())
    return [(row[0], row[1]) for row in db.exec(query.order_by(*order).limit(limit)).all()]


def timeline(db: Session, session: str) -> list[StatusTimeline]:
    """Changes of status, oldest first."""
    query = select(StatusTimeline).where(StatusTimeline.session_id == session)
    return list(db.exec(query.order_by(col(StatusTimeline.at))))


def answers(db: Session, session: str) -> dict[str, Answer]:
    """Answers by question."""
    found = db.exec(select(Answer).where(Answer.session_id == session))
    return {answer.session_question_id: answer for answer in found}


def scores(db: Session, session: str) -> dict[str, list[Score]]:
    """Scores by answer, oldest first."""
    found = db.exec(select(Score).where(Score.session_id == session).order_by(*OLDEST_FIRST))
    by_answer: dict[str, list[Score]] = {}
    for score in found:
        by_answer.setdefault(score.answer_id, []).append(score)
    return by_answer


def chunks(db: Session, session: str) -> dict[str, list[AudioChunk]]:
    """Pieces of sound by question, in the order in which they are heard."""
    found = db.exec(
        select(AudioChunk)
        .where(AudioChunk.session_id == session)
        .order_by(col(AudioChunk.take), col(AudioChunk.part), col(AudioChunk.seq))
    )
    by_question: dict[str, list[AudioChunk]] = {}
    for chunk in found:
        by_question.setdefault(chunk.session_question_id, []).append(chunk)
    return by_question


def revision_counts(db: Session, session: str) -> dict[str, int]:
    """How many revisions each question has."""
    found = db.exec(
        select(AnswerRevision.session_question_id, func.count())
        .where(AnswerRevision.session_id == session)
        .group_by(col(AnswerRevision.session_question_id))
    )
    return dict(found.all())


def held(db: Session, session: str) -> set[str]:
    """Addresses of the blobs that have come."""
    found = db.exec(
        select(Evidence.sha256).where(
            Evidence.session_id == session, col(Evidence.stored_at).is_not(None)
        )
    )
    return set(found)


def evidence(db: Session, session: str, address: str) -> Evidence | None:
    """A blob of this interview by its address."""
    return db.exec(
        select(Evidence).where(Evidence.session_id == session, Evidence.sha256 == address)
    ).first()


def record(db: Session, session: str) -> Record:
    """How much of the record is here, and in which state."""

    def count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).where(*conditions).scalar_subquery()

    of_rows = col(RecordRow.session_id) == session
    found = db.execute(
        sql_select(
            count(of_rows),
            count(col(ForkRow.session_id) == session),
            count(of_rows, col(RecordRow.state) == "quarantined"),
            count(col(Evidence.session_id) == session, col(Evidence.stored_at).is_(None)),
        )
    ).one()
    return Record(*found)


def result(db: Session, session: str) -> InterviewResult | None:
    """The kept total."""
    query = select(InterviewResult).where(InterviewResult.session_id == session)
    return db.exec(query).first()


def names(db: Session, actors: Iterable[str]) -> dict[str, str]:
    """Names of accounts by their actor, such as `user:<id>`."""
    keys = {actor.removeprefix("user:") for actor in actors if actor.startswith("user:")}
    found = db.exec(select(User.id, User.name, User.email).where(col(User.id).in_(keys)))
    return {f"user:{key}": name or email for key, name, email in found}


def deletions(db: Session, session: str) -> list[Deletion]:
    """What was destroyed, oldest first."""
    query = select(Deletion).where(Deletion.session_id == session)
    return list(db.exec(query.order_by(col(Deletion.asked_at), col(Deletion.id))))
