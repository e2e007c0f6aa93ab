"""Reads people, holds and receipts. One rule: nothing here changes anything."""

from datetime import datetime

from sqlalchemy import ColumnElement, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person, Role
from server.models import Deletion, InterviewSession


def of_person(
    db: Session, person: Person, email: str, *, lock: bool = False
) -> list[InterviewSession]:
    """All interviews of one address in the organisation, oldest first."""
    query = (
        select(InterviewSession)
        .where(
            InterviewSession.org_id == person.org_id,
            InterviewSession.candidate_email == email.strip().lower(),
        )
        .order_by(col(InterviewSession.created_at), col(InterviewSession.id))
    )
    return list(db.exec(query.with_for_update() if lock else query))


def deletions(db: Session, session: str) -> list[Deletion]:
    """What was destroyed of an interview, oldest first."""
    query = select(Deletion).where(Deletion.session_id == session)
    return list(db.exec(query.order_by(col(Deletion.asked_at), col(Deletion.id))))


def deletion_page(
    db: Session,
    org_id: str,
    *,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[Deletion]:
    """Receipts of the organisation, newest first."""
    query = select(Deletion).where(Deletion.org_id == org_id)
    if after is not None:
        place = tuple_(col(Deletion.asked_at), col(Deletion.id))
        query = query.where(place < tuple_(*after))
    order = (col(Deletion.asked_at).desc(), col(Deletion.id).desc())
    return list(db.exec(query.order_by(*order).limit(limit)))


def unfinished(db: Session, *, asked_before: datetime) -> list[Deletion]:
    """Deletions whose bytes are not known to be gone."""
    query = select(Deletion).where(
        col(Deletion.done_at).is_(None), Deletion.asked_at < asked_before
    )
    return list(db.exec(query.order_by(col(Deletion.asked_at)).limit(200)))


def deletion(db: Session, person: Person, seen: ColumnElement[bool], key: str) -> Deletion | None:
    """One receipt: of an interview that `seen` covers; a super admin's also of one that is gone."""
    query = select(Deletion).where(Deletion.id == key, Deletion.org_id == person.org_id)
    if person.role is not Role.SUPER_ADMIN:
        visible = select(InterviewSession.id).where(seen)
        query = query.where(col(Deletion.session_id).in_(visible))
    return db.exec(query).first()
