"""Puts interviews on the short list and takes them off.

One rule: every change counts up and leaves a row in the audit log, in the same transaction; what
is undone is a change of its own.
"""

from datetime import datetime

from sqlmodel import Session

from server import audit
from server.auth.people import Person
from server.compare.views import Shortlist
from server.etags import matches
from server.models import InterviewSession, Shortlisted
from server.refusals import Refused


def entry(db: Session, session: str) -> Shortlisted | None:
    """What stands for an interview; None where nobody ever listed it."""
    return db.get(Shortlisted, session)


def view(found: Shortlisted | None) -> Shortlist:
    """As it is shown."""
    if found is None:
        return Shortlist(listed=False, version=0, changed_at=None)
    return Shortlist(listed=found.listed, version=found.version, changed_at=found.changed_at)


def put(
    db: Session,
    person: Person,
    interview: InterviewSession,
    *,
    listed: bool,
    if_match: str | None,
    now: datetime,
) -> Shortlisted | None:
    """Lists the locked interview or takes it off; refuses `edited_meanwhile`, `erased`.

    What stands already stays as it is, and leaves no row in the log.
    """
    if interview.erased_at is not None:
        raise Refused("erased")
    found = entry(db, interview.id)
    version = found.version if found else 0
    if not matches(if_match, version):
        raise Refused("edited_meanwhile")
    if listed == (found is not None and found.listed):
        return found
    found = found or Shortlisted(
        session_id=interview.id, listed=False, version=0, changed_by=person.actor
    )
    found.listed, found.version = listed, version + 1
    found.changed_by, found.changed_at = person.actor, now
    db.add(found)
    audit.note(
        db,
        person.actor,
        "shortlist.added" if listed else "shortlist.removed",
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        paper=interview.paper_id,
    )
    return found
