"""Who looked at a candidate, written where it stays: in the audit log and in the signed chain.

One rule: a row for each look, in the transaction that shows it; looks of one person at one kind of
thing within `REVIEW` are one look, because a page shows dozens of pictures.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, select

from server import audit, countersign
from server.auth.people import Person
from server.keys import ServerKeys
from server.models import InterviewSession
from shared.chain import canonical
from shared.clock import utc_text
from shared.ids import sha256_hex

REVIEW = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looks."""

    person: Person
    action: str
    """As the audit log names it, such as `thumbnail.looked`."""
    at: datetime


def is_noted(db: Session, interview: InterviewSession, look: Look) -> bool:
    """Whether this look is part of one that was written down already."""
    return audit.noted_since(
        db,
        look.person.actor,
        look.action,
        subject=f"interview:{interview.id}",
        since=look.at - REVIEW,
    )


def note(
    db: Session, interview: InterviewSession, look: Look, *, keys: ServerKeys, **detail: str | int
) -> None:
    """Writes it down, with the interview's row locked: links of a chain come one after another."""
    interview = db.exec(
        select(InterviewSession)
        .where(InterviewSession.id == interview.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    audit.note(
        db,
        look.person.actor,
        look.action,
        subject=f"interview:{interview.id}",
        at=look.at,
        org_id=look.person.org_id,
        **detail,
    )
    said = {"by": look.person.actor, "action": look.action, "at": utc_text(look.at), **detail}
    countersign.add_link(
        db,
        interview,
        kind="look",
        about=sha256_hex(canonical(said)),
        received_at=look.at,
        keys=keys,
    )
