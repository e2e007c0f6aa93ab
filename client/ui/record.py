"""Where facts become durable: the only way from the GUI thread into the spool.

One rule: rows are written in the order decided, each before anything that follows from it; a
full disk holds the line up and is told, and nothing in the line is dropped.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from client.errors import ClientError, DiskFull
from client.exam import Now
from client.ui.background import Background, Counted
from client.ui.clocks import utc
from shared.events import Artifact
from shared.model import Wire
from shared.session import Grant

log = logging.getLogger(__name__)

T = TypeVar("T")
ROOM_EVERY_S = 2.0
"""Seconds between two tries to write while the disk is full."""


class Spool(Protocol):
    """What the record needs of `client.spool.store.Spool`."""

    def append(self, body: Wire, *, at: datetime, mono_ms: int, state: bytes | None = None) -> int:
        """Durable when it returns."""
        ...

    def put_blob(self, content: bytes, media_type: str) -> Artifact:
        """Durable when it returns."""
        ...

    def save_state(self, state: bytes) -> None:
        """Durable when it returns."""
        ...

    @property
    def grant(self) -> Grant:
        """What the server handed over at the claim."""
        ...

    def open_blob(self, address: str) -> bytes:
        """The content of a blob."""
        ...

    def bodies(self, kind: str) -> Iterator[bytes]:
        """The bodies of one kind of row, oldest first, as JSON."""
        ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """A picture or sound that a row names."""

    content: bytes
    media_type: str


class Record:
    """The line of writes of one interview; callbacks come on the GUI thread."""

    def __init__(
        self,
        spool: Spool,
        background: Background,
        *,
        on_disk: Callable[[bool], None],
        on_failure: Callable[[ClientError], None],
        room_every_s: float = ROOM_EVERY_S,
    ) -> None:
        self._spool = spool
        self._background = background
        self._on_disk = on_disk
        self._on_failure = on_failure
        self._room_every_s = room_every_s
        self._stopping = threading.Event()
        self._line = Counted(background, "record")

    @property
    def waiting(self) -> int:
        """Writes that are not on disk yet."""
        return self._line.waiting

    def close(self) -> None:
        """A write that waits for room gives up."""
        self._stopping.set()

    def append(
        self,
        bodies: tuple[Wire, ...],
        now: Now,
        *,
        state: bytes | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Writes rows, the last one together with the flow's state; then `then`."""
        at = utc(now)

        def work() -> None:
            """On the record's thread."""
            for place, body in enumerate(bodies):
                last = place == len(bodies) - 1
                kept = state if last else None
                self._patiently(
                    lambda body=body, kept=kept: self._spool.append(
                        body, at=at, mono_ms=now.mono_ms, state=kept
                    )
                )
            if not bodies and state is not None:
                alone = state
                self._patiently(lambda: self._spool.save_state(alone))

        self._queue(work, lambda _: then())

    def append_with(
        self, evidence: Evidence | None, body: Callable[[Artifact | None], Wire], now: Now
    ) -> None:
        """Writes the evidence first, then the row that names it."""

        def work() -> None:
            """On the record's thread."""
            artifact = None
            if evidence is not None:
                artifact = self._put(evidence)
            row = body(artifact)
            self._patiently(lambda: self._spool.append(row, at=utc(now), mono_ms=now.mono_ms))

        self._queue(work, lambda _: None)

    def put(self, evidence: Evidence, then: Callable[[Artifact], None]) -> None:
        """Writes a blob; `then` gets its address."""
        self._queue(lambda: self._put(evidence), then)

    def read(self, look: Callable[[Spool], T], then: Callable[[T], None]) -> None:
        """Looks into the spool once everything before is on disk."""
        self._queue(lambda: look(self._spool), then)

    def then(self, callback: Callable[[], None]) -> None:
        """Calls back once everything before is on disk; at once where nothing waits."""
        if self.waiting == 0:
            callback()
        else:
            self._queue(lambda: None, lambda _: callback())

    def _queue(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._line.run(work, then, self._abandoned)

    def _abandoned(self, error: Exception) -> None:
        if isinstance(error, ClientError):
            log.error("a write was abandoned: %s", error.code)
            self._on_failure(error)
        else:
            log.error("a write was abandoned: %s", type(error).__name__, exc_info=error)
            self._on_failure(ClientError(_WRITE_FAILED))

    def _put(self, evidence: Evidence) -> Artifact:
        return self._patiently(lambda: self._spool.put_blob(evidence.content, evidence.media_type))

    def _patiently(self, write: Callable[[], T]) -> T:
        full = False
        while True:
            try:
                result = write()
            except DiskFull:
                if not full:
                    full = True
                    self._background.call(lambda: self._on_disk(False))
                if self._stopping.wait(self._room_every_s):
                    raise
            else:
                if full:
                    self._background.call(lambda: self._on_disk(True))
                return result


_WRITE_FAILED = (
    "The last step could not be saved on this computer. Close the app and open it again; "
    "everything saved before is safe."
)
