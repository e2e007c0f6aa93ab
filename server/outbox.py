"""Jobs that are noted in the transaction that needs them and done after it.

One rule: the table is the truth. A job is taken by a conditional UPDATE that counts the attempt
first, so that a job that kills its worker is tried three times and then lies there, visible.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from server.db import Database, insert_unless_there
from server.doorbell import OUTBOX, ring_after_commit
from server.models import Outbox

MAX_ATTEMPTS = 3
"""Then the job is `dead` and a person looks."""
LEASE_S = 60
"""A worker that has not come back after as many seconds is taken for dead."""
BACKOFF_S = (2, 15, 60)
"""Pause after the first, second and third failure, in seconds."""


class TryLater(Exception):
    """What a job needs is not there now. The message is kept: codes and kinds, nothing personal."""

    def __init__(self, message: str, *, pauses_s: Sequence[int] = BACKOFF_S) -> None:
        super().__init__(message)
        self.pauses_s = pauses_s


@dataclass(frozen=True, slots=True)
class Job:
    """A job taken by one worker."""

    id: int
    topic: str
    key: str
    payload: Mapping[str, Any]
    attempt: int
    """1 for the first."""


def note(
    db: Session,
    topic: str,
    key: str,
    payload: Mapping[str, Any],
    *,
    now: datetime,
    due: datetime | None = None,
) -> None:
    """Notes a job, due now or later; the same key is noted once, whatever became of it."""
    values = {
        "topic": topic,
        "key": key,
        "payload_json": json.dumps(payload, sort_keys=True),
        "created_at": now,
        "due_at": due or now,
        "attempts": 0,
        "state": "waiting",
        "last_error": "",
    }
    insert_unless_there(db, Outbox, values, by=("key",))
    ring_after_commit(db, OUTBOX)


def take(database: Database, now: datetime) -> Job | None:
    """The next due job, counted and leased for `LEASE_S` seconds; None where nothing is due."""
    while True:
        with database.read() as db:
            found = db.exec(
                select(Outbox)
                .where(Outbox.state == "waiting", Outbox.due_at <= now)
                .order_by(col(Outbox.due_at), col(Outbox.id))
                .limit(1)
            ).first()
        if found is None or found.id is None:
            return None
        spent = found.attempts >= MAX_ATTEMPTS
        change: dict[str, Any] = {"attempts": found.attempts + 1}
        if spent:
            change = {"state": "dead", "last_error": found.last_error or "its worker died"}
        else:
            change["due_at"] = now + timedelta(seconds=LEASE_S)
        with database.write() as db:
            taken = db.execute(
                update(Outbox)
                .where(
                    col(Outbox.id) == found.id,
                    col(Outbox.state) == "waiting",
                    col(Outbox.attempts) == found.attempts,
                    col(Outbox.due_at) == found.due_at,
                )
                .values(**change)
            )
        if taken.rowcount == 1 and not spent:  # pyright: ignore[reportAttributeAccessIssue] -- UPDATE answers a CursorResult
            return Job(
                id=found.id,
                topic=found.topic,
                key=found.key,
                payload=json.loads(found.payload_json),
                attempt=found.attempts + 1,
            )


def done(db: Session, job: Job, now: datetime) -> None:
    """Marks the job done, in the transaction of its effect."""
    db.execute(update(Outbox).where(col(Outbox.id) == job.id).values(state="done", done_at=now))


def failed(
    db: Session, job: Job, error: str, *, now: datetime, pauses_s: Sequence[int] = BACKOFF_S
) -> bool:
    """Puts the job back for later, or declares it dead; answers whether it is dead."""
    dead = job.attempt >= MAX_ATTEMPTS
    pause = pauses_s[min(job.attempt, len(pauses_s)) - 1]
    db.execute(
        update(Outbox)
        .where(col(Outbox.id) == job.id)
        .values(
            state="dead" if dead else "waiting",
            due_at=now + timedelta(seconds=pause),
            last_error=error[:500],
        )
    )
    return dead


def next_due(database: Database) -> datetime | None:
    """When the next waiting job is due; None where none waits."""
    with database.read() as db:
        return db.exec(select(func.min(Outbox.due_at)).where(Outbox.state == "waiting")).one()
