"""Jobs that are noted in the transaction that needs them and done after it.

One rule: the table is the truth. A job is taken by a conditional UPDATE that counts the attempt
first, so that a job that kills its worker is tried three times and then lies there, visible.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, true, update
from sqlmodel import Session, col, select

from server.db import Database, insert_unless_there
from server.doorbell import ring_after_commit, ring_of
from server.models import Outbox
from server.queues import LEASE_S as LONGER_LEASE_S
from server.queues import NAMED, TOPICS, UPKEEP, queue_of

MAX_ATTEMPTS = 3
"""Then the job is `dead` and a person looks."""
LEASE_S = 60
"""A worker that has not come back after as many seconds is taken for dead."""
BACKOFF_S = (2, 15, 60)
"""Pause after the first, second and third failure, in seconds."""
RESEND_AFTER = timedelta(seconds=30)
"""A message that led to nothing for as long may be lost: Redis keeps none over a restart."""


class TryLater(Exception):
    """What a job needs is not there now. The message is kept: codes and kinds, nothing personal."""

    def __init__(self, message: str, *, pauses_s: Sequence[int] = BACKOFF_S) -> None:
        super().__init__(message)
        self.pauses_s = pauses_s


class Overtaken(Exception):
    """The job took longer than its lease and is somebody else's by now: its effect goes back."""


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
    ring_after_commit(db, ring_of(queue_of(topic)))


def take(
    database: Database, now: datetime, *, queue: str | None = None, job_id: int | None = None
) -> Job | None:
    """The next due job, counted and leased; None where nothing is due.

    `queue`: only of this one; `job_id`: only this one, if it is still due.
    """
    wanted = true() if queue is None else _in_queue(queue)
    if job_id is not None:
        wanted = col(Outbox.id) == job_id
    while True:
        with database.read() as db:
            found = db.exec(
                select(Outbox)
                .where(Outbox.state == "waiting", Outbox.due_at <= now, wanted)
                .order_by(col(Outbox.due_at), col(Outbox.id))
                .limit(1)
            ).first()
        if found is None or found.id is None:
            return None
        spent = found.attempts >= MAX_ATTEMPTS
        change: dict[str, Any] = {"attempts": found.attempts + 1, "sent_at": None}
        if spent:
            change = {"state": "dead", "last_error": found.last_error or "its worker died"}
        else:
            lease = LONGER_LEASE_S.get(found.topic, LEASE_S)
            change["due_at"] = now + timedelta(seconds=lease)
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
    """Marks the job done, in the transaction of its effect; raises Overtaken."""
    _settle(db, job, {"state": "done", "done_at": now})


def failed(
    db: Session, job: Job, error: str, *, now: datetime, pauses_s: Sequence[int] = BACKOFF_S
) -> bool:
    """Puts the job back for later, or declares it dead; answers whether it is dead.

    Raises Overtaken.
    """
    dead = job.attempt >= MAX_ATTEMPTS
    pause = pauses_s[min(job.attempt, len(pauses_s)) - 1]
    change = {
        "state": "dead" if dead else "waiting",
        "due_at": now + timedelta(seconds=pause),
        "last_error": error[:500],
    }
    _settle(db, job, change)
    return dead


def unsent(database: Database, now: datetime, queue: str, *, limit: int) -> list[int]:
    """Ids of due jobs of which no worker was told, or long ago; they count as told now."""
    stale = or_(col(Outbox.sent_at).is_(None), col(Outbox.sent_at) < now - RESEND_AFTER)
    due = (col(Outbox.state) == "waiting", col(Outbox.due_at) <= now, _in_queue(queue), stale)
    first = select(Outbox.id).where(*due).order_by(col(Outbox.due_at), col(Outbox.id)).limit(limit)
    with database.read() as db:
        found = db.exec(first).all()
    if not found:
        return []
    with database.write() as db:
        told = db.execute(
            update(Outbox)
            .where(col(Outbox.id).in_(found), *due)
            .values(sent_at=now)
            .returning(col(Outbox.id))
            .execution_options(synchronize_session=False)
        )
        return sorted(told.scalars())


def not_told(database: Database, ids: Sequence[int]) -> None:
    """Takes back that workers were told of these jobs: the message did not get out."""
    with database.write() as db:
        db.execute(
            update(Outbox)
            .where(col(Outbox.id).in_(ids))
            .values(sent_at=None)
            .execution_options(synchronize_session=False)
        )


def revive(db: Session, job_id: int, *, now: datetime) -> bool:
    """Gives a dead job three more attempts, from now on; answers whether it was dead."""
    found = db.execute(
        update(Outbox)
        .where(col(Outbox.id) == job_id, col(Outbox.state) == "dead")
        .values(state="waiting", attempts=0, due_at=now, sent_at=None)
        .returning(col(Outbox.topic))
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if found is not None:
        ring_after_commit(db, ring_of(queue_of(found)))
    return found is not None


def next_due(database: Database) -> datetime | None:
    """When the next waiting job is due; None where none waits."""
    with database.read() as db:
        return db.exec(select(func.min(Outbox.due_at)).where(Outbox.state == "waiting")).one()


def _settle(db: Session, job: Job, change: Mapping[str, Any]) -> None:
    settled = db.execute(
        update(Outbox)
        .where(
            col(Outbox.id) == job.id,
            col(Outbox.state) == "waiting",
            col(Outbox.attempts) == job.attempt,
        )
        .values(**change)
    )
    if settled.rowcount != 1:  # pyright: ignore[reportAttributeAccessIssue] -- UPDATE answers a CursorResult
        raise Overtaken


def _in_queue(queue: str) -> ColumnElement[bool]:
    topic = col(Outbox.topic)
    return topic.not_in(NAMED) if queue == UPKEEP else topic.in_(TOPICS[queue])
