"""Reads results and what hangs on them. One rule: nothing here changes anything."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, ScalarSelect, case, func, or_, tuple_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from server.auth.people import account_of
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
    Shortlisted,
    StatusTimeline,
    User,
)
from server.results.wanted import Filter, Order, Place
from server.scoring.service import OLDEST_FIRST


@dataclass(frozen=True, slots=True)
class Record:
    """What is held of one record."""

    rows: int
    forks: int
    quarantined: int
    missing_blobs: int


@dataclass(frozen=True, slots=True)
class Line:
    """One interview of the list."""

    interview: InterviewSession
    result: InterviewResult | None
    shortlisted: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see of a list."""

    seen: ColumnElement[bool]
    """Limits to the visible interviews."""
    withheld: Set[str] = frozenset()
    """Whose totals must tell nothing, not even by where they stand in the list."""


def page(
    db: Session, sight: Sight, wanted: Filter, *, after: Place | None, limit: int
) -> list[Line]:
    """Interviews that were started, in the wanted order, with their totals."""
    value = _ordered_by(wanted.order, sight.withheld)
    listed = func.coalesce(col(Shortlisted.listed), False)
    query = (
        sql_select(InterviewSession, InterviewResult, listed, value)
        .join(
            InterviewResult,
            col(InterviewResult.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .join(Shortlisted, col(Shortlisted.session_id) == col(InterviewSession.id), isouter=True)
        .where(sight.seen, col(InterviewSession.started_at).is_not(None), *narrowed(wanted))
    )
    key = col(InterviewSession.id)
    up = wanted.order == "name"
    if after is not None:
        place, mark = tuple_(value, key), tuple_(after.value, after.key)
        query = query.where(place > mark if up else place < mark)
    order = (value.asc(), key.asc()) if up else (value.desc(), key.desc())
    return [
        Line(row[0], row[1], bool(row[2]), Place(row[3], row[0].id))
        for row in db.execute(query.order_by(*order).limit(limit)).all()
    ]


_NOTHING = -1
"""Stands for a total that there is none of: below all others."""


def _ordered_by(order: Order, withheld: Set[str]) -> Any:
    match order:
        case "newest":
            return col(InterviewSession.created_at)
        case "name":
            return func.lower(InterviewSession.candidate_name)
        case "signals":
            return col(InterviewSession.high_signals) * 100_000 + col(
                InterviewSession.medium_signals
            )
        case "finished":
            return func.coalesce(InterviewSession.finished_at, InterviewSession.created_at)
        case "points":
            # Thousandths of a point to each thousand marks: papers have different sums. Not `//`,
            # which would be a function of SQLite's that fails upon NULL.
            total, marks = col(InterviewResult.total_milli), col(InterviewResult.max_marks)
            share = (total * 1000).op("/", return_type=BigInteger())(marks)
            none = or_(col(InterviewSession.id).in_(withheld), total.is_(None), marks == 0)
            return case((func.coalesce(none, True), _NOTHING), else_=share)


def narrowed(wanted: Filter) -> list[ColumnElement[bool]]:
    """Conditions on interviews with their results and their places on the short list joined."""
    found: list[ColumnElement[bool]] = []
    if wanted.search:
        part = wanted.search.lower()
        texts = (
            InterviewSession.candidate_name,
            InterviewSession.candidate_email,
            InterviewSession.title,
        )
        found.append(or_(*(func.lower(one).contains(part, autoescape=True) for one in texts)))
    if wanted.paper_id is not None:
        found.append(col(InterviewSession.paper_id) == wanted.paper_id)
    if wanted.state:
        found.append(func.coalesce(InterviewResult.state, "open").in_(wanted.state))
    high, medium = col(InterviewSession.high_signals), col(InterviewSession.medium_signals)
    if wanted.signals == "high":
        found.append(high > 0)
    elif wanted.signals == "some":
        found.append(high + medium > 0)
    elif wanted.signals == "none":
        found.append(high + medium == 0)
    if wanted.shortlisted is not None:
        listed = func.coalesce(col(Shortlisted.listed), False)
        found.append(listed.is_(wanted.shortlisted))
    if wanted.finished_after is not None:
        found.append(col(InterviewSession.finished_at) >= wanted.finished_after)
    if wanted.finished_before is not None:
        found.append(col(InterviewSession.finished_at) < wanted.finished_before)
    return found


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
    """Names of accounts by actor: `user:<id>`, or the same by one of its tokens."""
    keys = {one: account_of(one).removeprefix("user:") for one in actors if one.startswith("user:")}
    found = db.exec(select(User.id, User.name, User.email).where(col(User.id).in_(keys.values())))
    called = {key: name or email for key, name, email in found}
    return {actor: called[key] for actor, key in keys.items() if key in called}


def deletions(db: Session, session: str) -> list[Deletion]:
    """What was destroyed, oldest first."""
    query = select(Deletion).where(Deletion.session_id == session)
    return list(db.exec(query.order_by(col(Deletion.asked_at), col(Deletion.id))))
