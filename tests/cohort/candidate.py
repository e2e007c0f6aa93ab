"""One scripted candidate: claims, starts, records, sends, falls silent, comes back and hands in.

One rule: it behaves as the app's uploader does (its spacing by the server's load, its backoff
with jitter, its small batches) and forgets a row only for a receipt whose signature fits.
"""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from client.proctor.types import Opened
from client.spool.backoff import Backoff, spacing_s
from shared.chain import canonical
from shared.clock import utc_text
from shared.events import ConsentGiven, SegmentStarted, SignalClosed, SignalOpened, StatusReached
from shared.lifecycle import Status
from shared.session import ChainHead, Started
from shared.sync import MAX_ROWS, Receipt
from shared.version import APP_VERSION
from tests.cohort.scripts import Script
from tests.cohort.wire import Answer, Connection, Cut
from tests.server.candidate_machine import CandidateMachine

SAVED_EVERY_S = 5.0
"""Between two revisions of the answer's text."""
_WORDS = "A cache keeps results close to the reader, and stale entries must expire. "


@dataclass
class Seen:
    """What all candidates saw together; seconds."""

    batches: int = 0
    took_s: list[float] = field(default_factory=list)
    """Of each acknowledged batch, from its first byte to its receipt's last."""
    sent_at: dict[tuple[str, int], float] = field(default_factory=dict)
    """When each signal left, by (interview, seq), for those who watch."""
    refused: dict[str, int] = field(default_factory=dict)
    """Refusals by code, and `cut` for no answer."""
    loads: list[int] = field(default_factory=list)
    finished: int = 0

    def note(self, code: str) -> None:
        """Counts a refusal."""
        self.refused[code] = self.refused.get(code, 0) + 1


@dataclass(frozen=True, slots=True)
class Pace:
    """How a candidate works."""

    every_s: float
    """Between two sync calls while the server is idle; the app's own is 1 s."""
    rows_per_s: float
    """Rows that come of typing, beside the script's signals and a revision each five seconds."""
    fixed: bool = False
    """Whether the server's load is not listened to: to see what happens to it then."""


USUAL = Pace(every_s=5.0, rows_per_s=1.8)
"""Two rows a second, a revision each five seconds among them; a fifth of the app's own syncs."""


class Candidate:
    """One machine with its script."""

    def __init__(
        self,
        connection: Connection,
        token: str,
        script: Script,
        *,
        pace: Pace,
        seen: Seen,
        seed: int,
    ) -> None:
        self.machine = CandidateMachine(connection, token, now=datetime.now(UTC))
        self.script = script
        self.hashes: list[str] = []
        """Of every row that was made, in order; what the ledger compares."""
        self.acked = 0
        self.signals: list[int] = []
        """Numbers of the rows that are signals and have no receipt yet."""
        self.shown = 0
        """Signals in all."""
        self.revisions = 0
        self._differs = False
        self.over = False
        self.dies = False
        """Set from outside: at its next turn its process is another one, with the same spool."""
        self._connection = connection
        self._pace = pace
        self._seen = seen
        self._chance = random.Random(seed)
        self._backoff = Backoff()
        self._load = 0
        self._began_s = self._typed_s = self._revised_s = 0.0
        self._batch = 0
        self._flags: Iterator[Any] = iter(script.flags)
        self._next: Any = next(self._flags, None)
        self._question = ""

    @property
    def behind(self) -> int:
        """Rows without a receipt."""
        return len(self.hashes) - self.acked

    @property
    def agrees(self) -> bool:
        """Whether every row has its receipt, and every head the server told was a row of ours."""
        return self.behind == 0 and not self._differs

    # --- the parts of an interview --------------------------------------------------------

    async def begin(self) -> None:
        """Claims the interview and starts it, trying until the server answers."""
        machine = self.machine
        machine.keep_grant((await self._insist(machine.ask_claim)).json())
        self._row(SegmentStarted(segment=1, client_version=APP_VERSION))
        self._row(StatusReached(status=Status.AUTHENTICATED))
        self._row(ConsentGiven(version=1, text_sha256="a" * 64))
        await self.catch_up()
        started = Started.model_validate((await self._insist(machine.ask_start)).json())
        assert started.exam is not None
        self._question = next(one.id for one in started.exam.questions if one.kind == "written")
        self._began_s = self._typed_s = self._revised_s = time.monotonic()

    async def work(self, until_s: float) -> None:
        """Records and sends until then, on the monotonic clock; may be called again."""
        wait_s = self._chance.uniform(0, self._pace.every_s)
        while (now_s := time.monotonic() + wait_s) < until_s:
            await asyncio.sleep(wait_s)
            now_s = time.monotonic()
            while self._typed_s + 1 / self._pace.rows_per_s <= now_s:
                self._typed_s += 1 / self._pace.rows_per_s
                self._type()
            if now_s - self._revised_s >= SAVED_EVERY_S:
                self._revised_s = now_s
                self._revise()
            self._act(now_s - self._began_s)
            if self.dies:
                self.dies = False
                await self._rise()
            wait_s = await self._turn()

    async def _rise(self) -> None:
        """As after a kill: a new connection, the same key and spool, the interview claimed again.

        The rows on the way may be there already: the server's head says so, and must be ours.
        """
        self._connection.close()
        grant = (await self._insist(self.machine.ask_claim)).json()
        self._look_at(self.machine.keep_grant(grant).head)

    def _look_at(self, head: ChainHead) -> None:
        """Notes a head that is no row of ours, or one that the server was beyond already."""
        ours = self.hashes[head.seq - 1 : head.seq] == [head.hash] if head.seq else True
        self._differs |= head.seq < self.acked or not ours

    async def catch_up(self) -> None:
        """Sends until everything has its receipt."""
        while self.behind:
            wait_s = await self._turn()
            if self.behind:
                await asyncio.sleep(min(wait_s, 1.0) if not self._backoff.failures else wait_s)

    async def hand_in(self) -> None:
        """Sends the rest and hands the interview in."""
        self._append("record.closed", {"reason": "candidate", "answers": 1})
        await self.catch_up()
        await self._insist(self.machine.ask_finish)
        self.over = True
        self._seen.finished += 1
        self._connection.close()

    # --- rows -----------------------------------------------------------------------------

    def _row(self, body: Any) -> None:
        self._note(self.machine.append(body, at=_now()))

    def _append(self, kind: str, body: dict[str, Any]) -> None:
        self._note(self.machine.append_raw(kind, canonical(body), at=_now()))

    def _note(self, sent: Any) -> None:
        self.hashes.append(sent.row.hash)

    def _type(self) -> None:
        self._batch += 1
        text = _WORDS[self._batch % 40 :][:12]
        edit = {"at_ms": self._at_ms(), "position": 12 * (self._batch - 1), "inserted": text}
        self._append(
            "answer.edited",
            {
                "question": self._question,
                "batch": self._batch,
                "edits": [edit],
                "length": 12 * self._batch,
            },
        )

    def _revise(self) -> None:
        self.revisions += 1
        text = (_WORDS * (1 + self.revisions // 2))[:2000]
        self._append(
            "answer.revised",
            {
                "question": self._question,
                "revision": self.revisions,
                "text": text,
                "at_ms": self._at_ms(),
            },
        )

    def _act(self, at_s: float) -> None:
        while self._next is not None and self._next.at_ms <= 1000 * at_s:
            flag, self._next = self._next, next(self._flags, None)
            if isinstance(flag, Opened):
                self._row(
                    SignalOpened(
                        signal=flag.signal,
                        severity=flag.severity,
                        onset_ms=flag.onset_ms,
                        at_ms=flag.at_ms,
                        measure=flag.measure,
                        value_milli=flag.value_milli,
                        detector=flag.detector,
                    )
                )
            else:
                self._row(
                    SignalClosed(
                        signal=flag.signal,
                        onset_ms=flag.onset_ms,
                        ended_ms=flag.ended_ms,
                        at_ms=flag.at_ms,
                        reason=flag.reason,
                    )
                )
            self.signals.append(len(self.hashes))
            self.shown += 1

    def _at_ms(self) -> int:
        return round(1000 * (time.monotonic() - self._began_s))

    # --- sending --------------------------------------------------------------------------

    async def _turn(self) -> float:
        """One sync call; the seconds until the next."""
        rows = self.machine.rows[:MAX_ROWS]
        began_s = time.monotonic()
        for number in self.signals:
            if self.acked < number <= self.acked + len(rows):
                self._seen.sent_at[self.machine.session, number] = began_s
        try:
            answer = await self.machine.ask_sync(rows)
        except Cut:
            self._seen.note("cut")
            return self._failed()
        if answer.status_code != 200:
            return self._refused(answer)
        receipt = Receipt.model_validate_json(answer.content)
        self.machine.check(receipt)
        assert not receipt.quarantined, f"quarantined: {receipt.quarantined}"
        self._seen.took_s.append(time.monotonic() - began_s)
        self._seen.batches += 1
        self._seen.loads.append(receipt.load)
        self._look_at(receipt.acked)
        del self.machine.rows[: max(0, receipt.acked.seq - self.acked)]
        self.acked = max(self.acked, receipt.acked.seq)
        self.signals = [number for number in self.signals if number > self.acked]
        self._backoff, self._load = Backoff(), receipt.load
        if self.behind and receipt.load == 0:
            return 0.0
        load = 0 if self._pace.fixed else receipt.load
        return max(0.0, spacing_s(self._pace.every_s, load=load) - (time.monotonic() - began_s))

    def _failed(self, retry_after_s: float | None = None) -> float:
        self._backoff = self._backoff.failed()
        return self._backoff.wait_s(self._chance.random(), retry_after_s=retry_after_s)

    def _refused(self, answer: Answer) -> float:
        code = answer.json().get("code", str(answer.status_code))
        self._seen.note(code)
        if answer.status_code not in (429, 503):
            raise AssertionError(f"{answer.status_code}: {answer.text}")
        told = answer.headers.get("retry-after")
        return self._failed(float(told) if told else None)

    async def _insist(self, ask: Callable[[], Any]) -> Answer:
        while True:
            try:
                answer: Answer = await ask()
            except Cut:
                self._seen.note("cut")
                await asyncio.sleep(self._failed())
                continue
            if answer.status_code == 200:
                self._backoff = Backoff()
                return answer
            await asyncio.sleep(self._refused(answer))


def _now() -> str:
    return utc_text(datetime.now(UTC))
