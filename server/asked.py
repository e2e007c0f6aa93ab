"""What candidates ask of the people in charge, and whether anybody has answered yet.

One rule: a request is a row of the record; it stands until something is asked of the interview
after it, and it moves nothing by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import literal_column
from sqlmodel import Session, col, select

from server import audit
from server.models import GivenInstruction, InterviewSession, ProctoringEvent
from shared.events import CandidateAsked, Kind
from shared.lifecycle import TERMINAL

MAX_SHOWN = 5
"""Newest requests of one interview on its tile; the rest is among its events."""
MAX_READ = 2000
"""Rows read for one page of up to 500 interviews; the newest come first."""


LEAVING = timedelta(seconds=5)
"""How long after the word that they leave the app may still be heard."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a candidate asked, and nobody has answered since."""

    what: str
    text: str
    """In the candidate's words; may be empty for all but a message."""
    asked_at: datetime
    """When the server heard it."""


def note(db: Session, interview: InterviewSession, body: CandidateAsked, now: datetime) -> None:
    """Leaves a trace in the audit log; their words stay in the record."""
    audit.note(
        db,
        f"candidate:{interview.id}",
        f"candidate.{body.what}",
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        characters=len(body.text),
    )


def standing(
    db: Session,
    interviews: Sequence[Any],
    last: Mapping[str, GivenInstruction],
) -> dict[str, list[Request]]:
    """Unanswered requests of each interview that has any, the newest first.

    `interviews`: whatever has their id, status and `lease_seen_at`; `last`: the newest instruction
    of each. Who came back after leaving has answered that alone.
    """
    over = {one.id for one in interviews if one.status in TERMINAL}
    asked = db.exec(
        select(ProctoringEvent)
        .where(
            col(ProctoringEvent.session_id).in_([one.id for one in interviews]),
            # Spelt out, so that the index of these rows serves it.
            col(ProctoringEvent.kind) == literal_column(f"'{Kind.ASKED}'"),
        )
        .order_by(col(ProctoringEvent.id).desc())
        .limit(MAX_READ)
    ).all()
    seen = {one.id: one.lease_seen_at for one in interviews}
    found: dict[str, list[Request]] = {}
    for event in asked:
        session, at = event.session_id, event.received_at
        answer, heard_at = last.get(session), seen.get(session)
        if session in over or (answer is not None and answer.given_at >= at):
            continue
        body = CandidateAsked.model_validate_json(event.body_json)
        back = heard_at is not None and heard_at > at + LEAVING
        if body.what == "leave" and back:
            continue
        shown = found.setdefault(session, [])
        if len(shown) < MAX_SHOWN:
            shown.append(Request(body.what, body.text, at))
    return found
