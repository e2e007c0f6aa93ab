"""Maintenance: new work is refused while interviews that run go on to their end.

One rule: it is one fact in the database, so that every process and every worker knows it, and who
switched it is in the audit log.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from server import audit
from server.models import DEFAULT_ORG, ServerNote
from server.operations import notes
from server.refusals import Refused

RETRY_AFTER_S = 300
"""Where nobody said when it ends."""
LONGEST_RETRY_S = 3600


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Maintenance that is on."""

    message: str
    """For admins and candidates; may be empty."""
    since: datetime
    until: datetime | None
    """When it is meant to end; it does not end by itself."""


def read(db: Session) -> Maintenance | None:
    """What is on now; None where nothing is."""
    found = notes.get(db, notes.MAINTENANCE)
    if found is None:
        return None
    value, since = found
    until = value.get("until")
    return Maintenance(
        message=value.get("message", ""),
        since=since,
        until=datetime.fromisoformat(until) if until else None,
    )


def begin(
    db: Session, *, actor: str, message: str = "", until: datetime | None = None, now: datetime
) -> Maintenance:
    """Switches it on, or changes what it says."""
    before = read(db)
    since = before.since if before else now
    value = {"message": message, "until": until.isoformat() if until else None}
    notes.put(db, notes.MAINTENANCE, value, now=since)
    _note(db, actor, "maintenance.begin", now)
    return Maintenance(message=message, since=since, until=until)


def end(db: Session, *, actor: str, now: datetime) -> None:
    """Switches it off; nothing happens where it is off."""
    found = db.get(ServerNote, notes.MAINTENANCE)
    if found is not None:
        db.delete(found)
        _note(db, actor, "maintenance.end", now)


def refuse_new(db: Session, now: datetime) -> None:
    """Refuses `maintenance` while it is on: for what would begin something new."""
    if (on := read(db)) is not None:
        raise refusal(on, now)


def refusal(on: Maintenance, now: datetime) -> Refused:
    """What somebody is told who asks for something new."""
    wait_s = RETRY_AFTER_S
    if on.until is not None:
        left_s = int((on.until - now).total_seconds())
        wait_s = min(max(left_s, 60), LONGEST_RETRY_S)
    return Refused("maintenance", on.message or None, retry_after_s=wait_s)


def _note(db: Session, actor: str, action: str, now: datetime) -> None:
    audit.note(db, actor, action, subject="server", at=now, org_id=DEFAULT_ORG)
