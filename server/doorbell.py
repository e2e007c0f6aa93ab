"""Tells waiting threads that something was committed: a doorbell, never a store.

One rule: whoever hears it reads the database; a ring that nobody hears costs a little time and
nothing else, because every listener also looks by itself now and then.
"""

import threading
from collections.abc import Callable
from functools import partial

from sqlmodel import Session

from server.db import after_commit

OUTBOX = "outbox"
"""A job was noted; rings carry its queue, see `ring_of`."""
LIVE = "live"
"""An interview changed."""
INSTRUCTION = "instruction"
"""A proctor gave an instruction, or a look through a camera begins, moves on or ends."""


def ring_of(queue: str) -> str:
    """The topic that rings for a job in `queue`."""
    return f"{OUTBOX}:{queue}"


class Doorbell:
    """In-process; safe to ring and to listen to from every thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[object, Callable[[str], None]] = {}

    def start(self) -> None:
        """Nothing to begin with inside of one process."""

    def stop(self) -> None:
        """Nothing to end."""

    def ring(self, topic: str) -> None:
        """Calls every listener on this thread; listeners are quick and wake somebody else."""
        with self._lock:
            listeners = list(self._listeners.values())
        for listener in listeners:
            listener(topic)

    def listen(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Adds a listener; the answer takes it away again."""
        key = object()
        with self._lock:
            self._listeners[key] = listener

        def stop() -> None:
            with self._lock:
                self._listeners.pop(key, None)

        return stop


def ring_after_commit(db: Session, topic: str) -> None:
    """Rings the doorbell of `db`'s database once this unit of work is committed."""
    bell: Doorbell | None = db.info.get("doorbell")
    if bell is None or topic in db.info.setdefault("doorbell_topics", set()):
        return
    db.info["doorbell_topics"].add(topic)
    after_commit(db, partial(bell.ring, topic))
