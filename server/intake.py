"""How many batches are taken at once, and who is told to come again later.

One rule: what cannot be answered soon is refused before its body is read, with the time after
which coming again is worth it; what is let in is answered after its commit.
"""

import asyncio
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from anyio import CapacityLimiter
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session

from server.db import Database
from server.refusals import Refused

WIDTH = 4
"""Batches at work on PostgreSQL, which writes the log once for all that commit together. A process
has one core for them: more at once share it, and each is answered when all are. With twelve the
median of 100 candidates was 150 ms, with four 56 ms. The other connections are for everybody else:
a cohort that comes back does not lock its organisers out."""
MOST_WAIT_S = 3.0
"""Whoever would wait longer than this is refused: the machine keeps its rows, and a batch that is
given up on the way costs as much as one that is taken."""
MOST_RETRY_S = 30
TOGETHER = 16
"""Batches in one transaction on SQLite, which has one writer and syncs for each of them."""
_FIRST_S, _WEIGHT = 0.05, 0.1
"""What a batch is thought to take before the first, and how much the newest one counts."""

Work = Callable[[Session], Any]


@dataclass
class Intake:
    """Of one process. `clock`: seconds that never go back."""

    database: Database
    clock: Callable[[], float] = time.monotonic
    _inside: int = 0
    """Let in and not answered."""
    _took_s: float = _FIRST_S
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _limiter: CapacityLimiter | None = None
    _queue: deque[tuple[Work, "Future[Any]"]] = field(default_factory=deque)
    _writing: bool = False

    @property
    def width(self) -> int:
        """Batches at work at once."""
        return 1 if self.database.is_sqlite else WIDTH

    @property
    def waiting(self) -> int:
        """Batches that were let in and are not at work yet."""
        return max(0, self._inside - self.width)

    def wait_s(self) -> float:
        """How long the next one would wait for its turn."""
        return self.waiting * self._took_s / self.width

    @contextmanager
    def place(self) -> Iterator[None]:
        """Around one request, before its body is read; refuses `rate_limited`."""
        if (wait_s := self.wait_s()) > MOST_WAIT_S:
            told_s = min(MOST_RETRY_S, math.ceil(wait_s))
            raise Refused(
                "rate_limited", "The server is busy; nothing was lost.", retry_after_s=told_s
            )
        with self._lock:
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1

    async def take(self, work: Work) -> Any:
        """What `work` answers, once it is committed; raises what it raises."""
        if self.database.is_sqlite:
            return await self._together(work)
        if self._limiter is None:
            self._limiter = CapacityLimiter(self.width)
        async with self._limiter:
            return await run_in_threadpool(self._alone, work)

    def _alone(self, work: Work) -> Any:
        began_s = self.clock()
        try:
            with self.database.write() as db:
                return work(db)
        finally:
            self._note(self.clock() - began_s)

    def _note(self, took_s: float) -> None:
        with self._lock:
            self._took_s += _WEIGHT * (took_s - self._took_s)

    async def _together(self, work: Work) -> Any:
        done: Future[Any] = Future()
        with self._lock:
            self._queue.append((work, done))
            leads, self._writing = not self._writing, True
        if leads:
            # Not awaited with the request: whoever leads may be gone before the others are done.
            loop = asyncio.get_running_loop()
            loop.run_in_executor(None, self._write)
        return await asyncio.wrap_future(done)

    def _write(self) -> None:
        """Empties the queue, some in each transaction, for as long as there are any."""
        while True:
            with self._lock:
                several = [self._queue.popleft() for _ in range(min(TOGETHER, len(self._queue)))]
                self._writing = bool(several)
            if not several:
                return
            began_s = self.clock()
            answers = self._commit([work for work, _ in several])
            self._note((self.clock() - began_s) / len(several))
            for (_, done), answer in zip(several, answers, strict=True):
                if not done.set_running_or_notify_cancel():
                    continue
                answer(done)

    def _commit(self, several: list[Work]) -> list[Callable[["Future[Any]"], None]]:
        """How each future is answered; what was done is committed."""
        try:
            with self.database.write() as db:
                answers = [self._one(db, work) for work in several]
        except Exception as error:  # the whole was rolled back: everybody hears of it
            return [partial(_fail, error)] * len(several)
        return answers

    def _one(self, db: Session, work: Work) -> Callable[["Future[Any]"], None]:
        savepoint = db.begin_nested()
        try:
            answer = work(db)
            savepoint.commit()
        except Exception as error:  # raised again where its request waits; its part alone is undone
            savepoint.rollback()  # raises in its turn where the connection is gone
            return partial(_fail, error)
        return partial(_tell, answer)


def _tell(answer: Any, done: "Future[Any]") -> None:
    done.set_result(answer)


def _fail(error: Exception, done: "Future[Any]") -> None:
    done.set_exception(error)
