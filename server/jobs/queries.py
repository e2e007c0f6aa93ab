"""Reads of the outbox for people. One rule: no payloads."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from server.models import Outbox
from server.queues import QUEUES, queue_of

MAX_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """How one queue is doing."""

    queue: str
    waiting: int
    dead: int
    oldest_due_at: datetime | None


def jobs(db: Session, now: datetime) -> tuple[list[Line], list[Outbox]]:
    """Each queue, and what died and what waits, `MAX_SHOWN` at most."""
    unsettled = col(Outbox.state).in_(("waiting", "dead"))
    due = case((col(Outbox.due_at) <= now, col(Outbox.due_at)), else_=None)
    counted = db.exec(
        select(Outbox.topic, Outbox.state, func.count(), func.min(due))
        .where(unsettled)
        .group_by(col(Outbox.topic), col(Outbox.state))
    )
    counts: dict[tuple[str, str], int] = defaultdict(int)
    oldest: dict[str, datetime] = {}
    for topic, state, count, first_due in counted:
        queue = queue_of(topic)
        counts[queue, state] += count
        if state == "waiting" and first_due is not None:
            oldest[queue] = min(first_due, oldest.get(queue, first_due))
    found = db.exec(
        select(Outbox)
        .where(unsettled)
        .order_by(col(Outbox.state), col(Outbox.due_at), col(Outbox.id))
        .limit(MAX_SHOWN)
    )
    lines = [
        Line(queue, counts[queue, "waiting"], counts[queue, "dead"], oldest.get(queue))
        for queue in QUEUES
    ]
    return lines, list(found)
