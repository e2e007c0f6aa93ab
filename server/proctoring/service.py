"""What the proctor reported about one interview, as a page shows it.

One rule: the rows are an index over the record; detail is the body as the client wrote it.
"""

from sqlmodel import Session, col, select

from server.models import ProctoringEvent
from server.proctoring import rules

MAX_EVENTS = 20_000
"""More than two hours with two events a second: a bound for one answer, not for the record."""


def events(db: Session, session: str) -> list[rules.Noted]:
    """An interview's events in the record's order, openings with their ends."""
    found = db.exec(
        select(ProctoringEvent)
        .where(ProctoringEvent.session_id == session)
        .order_by(col(ProctoringEvent.seq))
        .limit(MAX_EVENTS)
    )
    return rules.episodes([noted(event) for event in found])


def noted(event: ProctoringEvent) -> rules.Noted:
    """The frozen value of a row."""
    return rules.Noted(
        id=event.id or 0,
        seq=event.seq,
        kind=event.kind,
        signal=event.signal,
        severity=event.severity,
        onset_ms=event.onset_ms,
        at_ms=event.at_ms,
        ended_ms=event.ended_ms,
        body_json=event.body_json,
        received_at=event.received_at,
    )
