"""The thread that does the outbox's jobs inside the server process.

One rule: it may die at any moment without loss; the table is the truth, and whoever starts this
thread stops and joins it.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from server import dispatch, outbox
from server.db import Database
from server.doorbell import OUTBOX, Doorbell

IDLE_S = 5.0
"""How long it sleeps without a ring: retries come due, and other processes note jobs too."""
STOP_WITHIN_S = 4.0
"""A stop waits as long for the job at hand; the server has five seconds in all."""

_log = logging.getLogger(__name__)


class Worker:
    """Start it once, stop it once."""

    def __init__(
        self,
        database: Database,
        doorbell: Doorbell,
        now: Callable[[], datetime],
        *,
        errands: Mapping[str, dispatch.Errand] = dispatch.NO_ERRANDS,
    ) -> None:
        self._errands = errands
        self._database = database
        self._doorbell = doorbell
        self._now = now
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="outbox", daemon=True)
        self._stop_listening: Callable[[], None] | None = None

    def start(self) -> None:
        """Begins with what is due already."""
        self._stop_listening = self._doorbell.listen(self._heard)
        self._thread.start()

    def stop(self) -> bool:
        """Ends after the job at hand; answers whether it ended in time."""
        self._stopping.set()
        self._wake.set()
        if self._stop_listening is not None:
            self._stop_listening()
        if self._thread.ident is not None:
            self._thread.join(STOP_WITHIN_S)
        return not self._thread.is_alive()

    def _heard(self, topic: str) -> None:
        if topic == OUTBOX:
            self._wake.set()

    def _work(self) -> None:
        swept: datetime | None = None
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                now = self._now()
                if swept is None or now - swept >= dispatch.SWEEP_EVERY:
                    dispatch.sweep(self._database, now)
                    swept = now
                self._drain()
            except SQLAlchemyError as error:
                # The database is away or busy: nothing is lost, the next round tries again.
                _log.warning("the outbox could not be read: %s", type(error).__name__)
            self._wake.wait(IDLE_S)

    def _drain(self) -> None:
        while not self._stopping.is_set():
            job = outbox.take(self._database, self._now())
            if job is None:
                return
            dispatch.run(self._database, job, self._now, errands=self._errands)
