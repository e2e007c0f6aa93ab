"""How an interview ends, whoever ends it: answers closed, status, the server's link, the total.

One rule: an end is one transaction, and nothing that comes later is refused a place in the record.
"""

from dataclasses import dataclass

from sqlmodel import Session

from server import countersign, outbox, timeline
from server.candidate import answers
from server.keys import ServerKeys
from server.models import InterviewSession
from server.timeline import Cause
from shared.lifecycle import Status


@dataclass(frozen=True, slots=True)
class Ending:
    """Which end, and what the server's chain says of it."""

    status: Status
    cause: Cause
    about: str
    """SHA-256 of what ended it, such as a request's body."""
    link: str
    """Kind of the link."""


def end(db: Session, interview: InterviewSession, how: Ending, *, keys: ServerKeys) -> None:
    """Ends a locked, running interview."""
    now = how.cause.at
    answers.close_all(db, answers.Cause(interview, now, None))
    timeline.move(db, interview, how.status, how.cause)
    countersign.add_link(db, interview, kind=how.link, about=how.about, received_at=now, keys=keys)
    outbox.note(
        db,
        "total",
        f"total:{interview.id}:{interview.link_count}",
        {"session": interview.id},
        now=now,
    )
    timeline.touch(db, interview, now)
