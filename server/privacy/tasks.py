"""What the worker does for privacy: finishes deletions, and finds what has grown too old.

One rule: bytes are removed outside of any transaction and before the receipt is signed; whoever
is killed in between does it again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from server.db import Database
from server.keys import ServerKeys
from server.models import Deletion
from server.outbox import Job
from server.privacy import queries, retention, service
from server.settings import Settings

Effect = Callable[[Session, datetime], None]
STUCK_AFTER = timedelta(minutes=10)
"""A deletion that is not finished by then gets another job, whatever became of the first."""


@dataclass(frozen=True)
class Purge:
    """Finishes one deletion."""

    settings: Settings
    database: Database
    keys: ServerKeys

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Removes the bytes; the effect signs the receipt."""
        with self.database.read() as db:
            deletion = db.get(Deletion, job.payload["deletion"])
            if deletion is None or deletion.done_at is not None:
                return _nothing
            service.remove_blobs(db, deletion, self.settings)
        self.database.scrub()
        return partial(_sign, deletion.id, self.keys)


@dataclass(frozen=True)
class Retention:
    """Looks for what is too old, once an hour."""

    settings: Settings
    database: Database

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Orders what is due, interview by interview, each in a transaction of its own."""
        retention.order_due(self.database, self.settings, now)
        return partial(_again, job.key)


def _sign(deletion_id: str, keys: ServerKeys, db: Session, now: datetime) -> None:
    service.sign_receipt(db, deletion_id, keys, now)


def _again(key: str, db: Session, now: datetime) -> None:
    """What lies unfinished, such as after three attempts on a broken disk, is tried once more."""
    for deletion in queries.unfinished(db, asked_before=now - STUCK_AFTER):
        service.note_job(db, deletion, now=now, key=f"{service.TOPIC}:{deletion.id}:{key}")


def _nothing(db: Session, now: datetime) -> None:
    """It was finished before, or the interview is gone."""
