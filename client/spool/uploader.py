"""Carries the spool to the server, in its own thread, for as long as it takes.

One rule: nothing is forgotten without a receipt, and the person hears of the network once when
it goes and once when it is back. `turn` does one round and says how long to wait; the thread
only waits.
"""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Condition, Lock, Thread
from typing import Protocol

from client.errors import (
    BadAnswer,
    ClientError,
    DiskFull,
    RecordDiffers,
    Refused,
    SpoolDamaged,
    Unreachable,
)
from client.spool.backoff import Backoff, spacing_s
from client.spool.claims import NO_CLAIMS, Claims
from client.spool.keys import Lease
from client.spool.sent import Ledger, counted, what_of_blob
from client.spool.servertime import ServerTime, refine
from client.spool.store import Backlog, Spool
from shared.clock import parse_utc, utc_text
from shared.sync import MAX_ROWS, Batch, Heartbeat, Receipt
from shared.version import PROTOCOL

log = logging.getLogger(__name__)

BLOB_TRIES = 5
"""Times that a blob may be refused as changed on its way before it is given up."""
EVIDENCE_FULL_WAIT_S = 60.0
"""Seconds without blobs after the server said that it has no room for them."""
REPLAY_SKIP = 10_000
"""Counters left out when the server has seen later ones than ours (a spool restored from a
backup): 2^53 hold as many skips as a life of interviews needs."""


@dataclass(frozen=True, slots=True)
class Online:
    """The server answers again, or for the first time; said once."""

    rows_behind: int
    blobs_behind: int


@dataclass(frozen=True, slots=True)
class Offline:
    """The server does not answer; said once, while trying goes on."""

    message: str
    code: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """Trying again cannot help: the reason for the person. The spool keeps everything."""

    message: str
    code: str


UploadState = Online | Offline | Stopped


class Clock(Protocol):
    """The two clocks of this machine."""

    def now(self) -> datetime:
        """Wall clock, aware."""
        ...

    def mono(self) -> float:
        """Monotonic clock in seconds."""
        ...


class SystemClock:
    """The real ones."""

    def now(self) -> datetime:
        """Wall clock in UTC."""
        return datetime.now(UTC)

    def mono(self) -> float:
        """`time.monotonic`, in seconds."""
        return time.monotonic()


class Wire(Protocol):
    """What the uploader needs of `client.api.InterviewApi`."""

    def take_lease(self, lease: Lease) -> None:
        """Signs later requests for this interview."""
        ...

    def sync(self, batch: Batch) -> Receipt:
        """Sends rows; the receipt's signature was checked."""
        ...

    def put_blob(self, sha256: str, sealed: bytes) -> None:
        """Stores sealed bytes under their address."""
        ...


class Uploader:
    """One interview's way up. `start` makes the thread, `close` joins it.

    `on_receipt` and `on_state` are called on the uploader's thread and must return soon.
    """

    def __init__(
        self,
        spool: Spool,
        api: Wire,
        *,
        clock: Clock | None = None,
        on_receipt: Callable[[Receipt], None] = lambda receipt: None,
        on_state: Callable[[UploadState], None] = lambda state: None,
        every_s: float = 1.0,
        chance: Callable[[], float] = random.random,
        ledger: Ledger | None = None,
    ) -> None:
        self._ledger = ledger or Ledger()
        self._spool = spool
        self._api = api
        self._clock = clock or SystemClock()
        self._on_receipt = on_receipt
        self._on_state = on_state
        self._every_s = every_s
        self._chance = chance
        self._wake = Condition(Lock())
        self._closing = False
        self._hurried = False
        self._flushing = False
        self._heartbeat = Heartbeat()
        self._claims = NO_CLAIMS
        self._state: UploadState | None = None
        self._server_time: ServerTime | None = None
        # Touched by `turn` only.
        self._backoff = Backoff()
        self._limit = MAX_ROWS
        self._told_to_wait = False
        self._replays = 0
        self._blob_failures: dict[str, int] = {}
        self._no_blobs_until = 0.0
        self._backlog: Backlog | None = None
        self._thread = Thread(target=self._run, name="uploader", daemon=True)
        api.take_lease(spool.lease())

    # From any thread

    def start(self) -> None:
        """Begins to send."""
        self._thread.start()

    def hurry(self) -> None:
        """Something severe opened: the next sync goes now instead of at the end of its second.

        After a failure the wait stays: hurrying would only hit a struggling server harder.
        """
        with self._wake:
            self._hurried = True
            self._wake.notify_all()

    def set_heartbeat(self, heartbeat: Heartbeat, claims: Claims = NO_CLAIMS) -> None:
        """What the next sync calls say about this machine; `spool_rows` is filled in here."""
        with self._wake:
            self._heartbeat = heartbeat
            self._claims = claims

    @property
    def state(self) -> UploadState | None:
        """The state said last; None before the first answer."""
        return self._state

    @property
    def backlog(self) -> Backlog | None:
        """What waited at the end of the last round; None before the first."""
        return self._backlog

    @property
    def server_time(self) -> ServerTime | None:
        """The best estimate of the server's clock; None before the first receipt."""
        return self._server_time

    def flush(
        self, deadline_s: float, on_progress: Callable[[Backlog], None] = lambda backlog: None
    ) -> bool:
        """Waits until everything is acknowledged, at most `deadline_s` seconds; True if it is.

        Tries at once, whatever the last failure, and sends without pauses. `on_progress` is
        called on the calling thread whenever the rest has changed. Returns early when the
        uploader has stopped.
        """
        until = time.monotonic() + deadline_s
        told: Backlog | None = None
        with self._wake:
            self._flushing = self._hurried = True
            self._wake.notify_all()
        try:
            while True:
                left = self._spool.backlog()
                if left != told:
                    on_progress(left)
                    told = left
                if left.rows == 0 and left.blobs == 0:
                    return True
                with self._wake:
                    remaining = until - time.monotonic()
                    if remaining <= 0 or self._closing or isinstance(self._state, Stopped):
                        return False
                    self._wake.wait(min(remaining, 0.25))
        finally:
            with self._wake:
                self._flushing = False

    def close(self) -> None:
        """Ends the thread after the request in progress; the spool stays open."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread.ident is not None:
            self._thread.join()
        try:
            self._spool.save_sent(self._ledger.dump())
        except ClientError as error:
            log.info("what was sent is not kept: %s", error.code)

    # On the uploader's thread

    def turn(self) -> float | None:
        """One sync and, once no row waits, blobs; answers the seconds to wait, None to stop.

        Public for tests, which call it instead of starting the thread.
        """
        with self._wake:
            self._hurried = False
            heartbeat, claims = self._heartbeat, self._claims
        began = self._clock.mono()
        try:
            receipt = self._sync(heartbeat, claims)
            self._backoff = Backoff()
            self._replays = 0
            self._on_receipt(receipt)
            self._say_online()
            more_blobs = self._send_blobs(began)
        except ClientError as error:
            return self._after(error)
        backlog = self._backlog = self._spool.backlog()
        if receipt.load == 0 and (backlog.rows or (self._flushing and more_blobs)):
            return 0.0
        spacing = spacing_s(self._every_s, load=receipt.load)
        return max(0.0, spacing - (self._clock.mono() - began))

    def _sync(self, heartbeat: Heartbeat, claims: Claims) -> Receipt:
        rows = self._spool.pending(self._limit)
        backlog = self._backlog = self._spool.backlog()
        batch = Batch(
            v=PROTOCOL,
            session=self._spool.grant.session,
            segment=self._spool.grant.segment,
            sent_at=utc_text(self._clock.now()),
            mono_ms=int(self._clock.mono() * 1000),
            rows=rows,
            heartbeat=heartbeat.model_copy(update={"spool_rows": backlog.rows}),
            applied=self._spool.applied,
            lost_ms=claims.lost_ms,
            stood_ms=claims.stood_ms,
            covered_ms=claims.covered_ms,
        )
        sent = self._clock.mono()
        with counted(lambda: self._ledger.note_batch(batch, self._now_ms())):
            receipt = self._api.sync(batch)
        received = self._clock.mono()
        self._spool.acknowledge(receipt, self._ledger.dump())
        self._limit = MAX_ROWS
        self._server_time = refine(
            self._server_time,
            sent_s=sent,
            received_s=received,
            server=parse_utc(receipt.received_at),
        )
        return receipt

    def _send_blobs(self, began: float) -> bool:
        """Sends blobs until the second is over; whether some are left that can be sent now."""
        while self._clock.mono() >= self._no_blobs_until:
            waiting = self._spool.pending_blobs(1)
            if not waiting:
                return False
            with self._wake:
                interrupted = self._hurried or self._closing
            if interrupted or self._clock.mono() - began >= self._every_s:
                return True
            address, what = waiting[0].sha256, what_of_blob(waiting[0].media_type)
            try:
                sealed = self._spool.read_blob(address)
                with counted(
                    lambda what=what, size=len(sealed): self._ledger.note(
                        what, size, self._now_ms()
                    )
                ):
                    self._api.put_blob(address, sealed)
            except Refused as error:
                self._blob_was_refused(address, error)
            except SpoolDamaged as error:
                # One lost file must not keep the rest of the interview from its server.
                self._spool.blob_refused(address, error.code)
                log.error("blob %s cannot be read", address[:12])
            else:
                self._spool.blob_sent(address, self._ledger.dump())
            with self._wake:
                self._wake.notify_all()
        return False

    def _now_ms(self) -> int:
        return round(self._clock.now().timestamp() * 1000)

    def _blob_was_refused(self, address: str, error: Refused) -> None:
        """Gives up blobs that can never go; raises what concerns the whole interview."""
        if error.code == "evidence_full":
            self._no_blobs_until = self._clock.mono() + EVIDENCE_FULL_WAIT_S
            log.warning("server has no room for blobs")
        elif error.code == "blob_mismatch":
            failures = self._blob_failures.get(address, 0) + 1
            self._blob_failures[address] = failures
            if failures >= BLOB_TRIES:
                self._spool.blob_refused(address, error.code)
                log.error("blob %s given up: %s", address[:12], error.code)
        elif error.code in ("too_large", "unsupported_media", "invalid_request"):
            self._spool.blob_refused(address, error.code)
            log.error("blob %s given up: %s", address[:12], error.code)
        else:
            raise error

    def _after(self, error: ClientError) -> float | None:
        """What follows from a failed turn: the wait before the next one, None to stop."""
        match error:
            case Refused(code="too_large") if self._limit > 1:
                self._limit = max(1, self._limit // 2)
                return 0.0
            case Refused(code="chain_gap") if self._limit > 0:
                # The server lacks rows that it once had: a heartbeat alone brings its head back.
                self._limit = 0
            case Refused(code="replayed"):
                if self._replays:
                    self._spool.skip_counters(REPLAY_SKIP)
                self._replays += 1
            case RecordDiffers():
                return self._stop(error)
            case Refused() | Unreachable() | BadAnswer() | DiskFull() if error.retryable:
                pass
            case _:
                return self._stop(error)
        self._backoff = self._backoff.failed()
        offline = isinstance(error, Unreachable | BadAnswer)
        if (offline or self._backoff.failures > 1) and not isinstance(self._state, Offline):
            self._say(Offline(error.message, error.code))
            log.info("offline: %s", error.code)
        retry_after_s = error.retry_after_s if isinstance(error, Refused) else None
        self._told_to_wait = retry_after_s is not None
        return self._backoff.wait_s(self._chance(), retry_after_s=retry_after_s)

    def _stop(self, error: ClientError) -> None:
        log.error("upload stopped: %s", error.code)
        self._say(Stopped(error.message, error.code))

    def _say_online(self) -> None:
        if not isinstance(self._state, Online):
            left = self._spool.backlog()
            self._say(Online(rows_behind=left.rows, blobs_behind=left.blobs))
            log.info("online, %d rows and %d blobs behind", left.rows, left.blobs)

    def _say(self, state: UploadState) -> None:
        with self._wake:
            self._state = state
            self._wake.notify_all()
        self._on_state(state)

    def _run(self) -> None:
        while True:
            try:
                wait_s = self.turn()
            except Exception:  # the top of the thread: an unforeseen error must not end uploading
                log.exception("upload turn failed")
                self._backoff = self._backoff.failed()
                wait_s = self._backoff.wait_s(self._chance())
            if wait_s is None:
                return
            if not self._pause(wait_s):
                return

    def _pause(self, wait_s: float) -> bool:
        """Waits, less where it may; False when closing."""
        until = time.monotonic() + wait_s
        with self._wake:
            self._wake.notify_all()
            while not self._closing:
                remaining = until - time.monotonic()
                if remaining <= 0 or (self._hurried and self._may_hurry()):
                    return True
                self._wake.wait(remaining)
        return False

    def _may_hurry(self) -> bool:
        """Never against the server's word; after a failure only for a person who waits."""
        if self._backoff.failures == 0:
            return True
        return self._flushing and not self._told_to_wait
