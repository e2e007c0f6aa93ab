"""The threads that do the outbox's jobs inside a process, one for each queue.

One rule: they may die at any moment without loss; the table is the truth, and whoever starts these
threads stops and joins them.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from server import dispatch, outbox
from server.db import Database
from server.doorbell import Doorbell, ring_of
from server.queues import QUEUES
from server.transcripts import service as transcripts

IDLE_S = 5.0
"""How long one sleeps without a ring: retries come due, and other processes note jobs too."""
STOP_WITHIN_S = 4.0
"""A stop waits as long for the jobs at hand; the server has five seconds in all."""

_log = logging.getLogger(__name__)


class Rounds:
    """Threads that do something again and again, until they are stopped: at once when the doorbell
    rings for them, else after `IDLE_S`."""

    def __init__(self, doorbell: Doorbell) -> None:
        self.stopping = threading.Event()
        self._doorbell = doorbell
        self._threads: list[threading.Thread] = []
        self._wake: list[threading.Event] = []
        self._deaf: list[Callable[[], None]] = []

    def add(self, name: str, call: Callable[[], None], *, rings: Sequence[str] = ()) -> None:
        """A thread called `name` whose round is `call`; it wakes when one of `rings` rings."""
        wake = threading.Event()

        def heard(topic: str) -> None:
            if topic in rings:
                wake.set()

        def turn() -> None:
            while not self.stopping.is_set():
                wake.clear()
                try:
                    call()
                except SQLAlchemyError as error:
                    # The database is away or busy: nothing is lost, the next round tries again.
                    _log.warning("the outbox could not be read: %s", type(error).__name__)
                wake.wait(IDLE_S)

        self._wake.append(wake)
        self._threads.append(threading.Thread(target=turn, name=name, daemon=True))
        if rings:
            self._deaf.append(self._doorbell.listen(heard))

    def start(self) -> None:
        """Begins with what is due already."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> bool:
        """Ends after the rounds at hand; answers whether they ended in time."""
        self.stopping.set()
        for deafen in self._deaf:
            deafen()
        for wake in self._wake:
            wake.set()
        until = time.monotonic() + STOP_WITHIN_S
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)


class Worker(Rounds):
    """Does the jobs of its queues, and sweeps."""

    def __init__(
        self,
        database: Database,
        doorbell: Doorbell,
        now: Callable[[], datetime],
        *,
        errands: Mapping[str, dispatch.Errand] = dispatch.NO_ERRANDS,
        queues: Sequence[str] = QUEUES,
    ) -> None:
        super().__init__(doorbell)
        self._errands = errands
        self._database = database
        self._now = now
        transcribing = transcripts.TOPIC in errands
        self.add("sweep", Sweeper(database, now, transcribing=transcribing))
        for queue in queues:
            self.add(queue, lambda queue=queue: self._drain(queue), rings=(ring_of(queue),))

    def _drain(self, queue: str) -> None:
        while not self.stopping.is_set():
            job = outbox.take(self._database, self._now(), queue=queue)
            if job is None:
                return
            dispatch.run(self._database, job, self._now, errands=self._errands)


class Sweeper:
    """Sweeps when it is called, but not more often than `dispatch.SWEEP_EVERY`."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], *, transcribing: bool = False
    ) -> None:
        self._database = database
        self._now = now
        self._transcribing = transcribing
        self._swept: datetime | None = None

    def __call__(self) -> None:
        """One look."""
        now = self._now()
        if self._swept is None or now - self._swept >= dispatch.SWEEP_EVERY:
            dispatch.sweep(self._database, now, transcribing=self._transcribing)
            self._swept = now
