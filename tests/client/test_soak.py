"""Two hours of an interview by an injected clock hold no more at the end than after ten minutes.

Rules of the detectors, spool, uploader and signatures are real; frames, sound and server are not.
The spool itself grows by design, because it is kept until the interview is handed in: evenly.
"""

import gc
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.api import InterviewApi
from client.proctor import engine
from client.proctor.rules import rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from client.spool.keys import SigningKey
from client.spool.store import Backlog, Spool
from client.spool.uploader import Uploader
from shared.chain import parse_row
from shared.events import AnswerRevised, SignalClosed, SignalOpened
from shared.ids import new_id, sha256_hex
from shared.policy import Accommodations, Policy
from shared.session import ChainHead
from shared.sync import Batch
from tests.client.spool.memory_server import T0, MemoryServer, make_grant, refusal

MINUTES, WARM_MINUTES, PART_MINUTES = 120, 10, 10
QUESTION = new_id()
SOUND_BYTES = 20_000
MOST_MB, MOST_OBJECTS = 8.0, 2_000
"""Of growth in 110 minutes: pages that an allocator keeps, and caches of sizes that are fixed."""


@dataclass
class ForgetfulServer(MemoryServer):
    """Keeps the chain's head alone: what it held would count as ours, in one process."""

    last: ChainHead | None = None

    def head(self) -> ChainHead:
        return self.last or super().head()

    def _sync(self, body: bytes) -> httpx.Response:
        for sent in Batch.model_validate_json(body).rows:
            row = parse_row(sent.row.encode())
            if row.seq != self.head().seq + 1 or row.prev != self.head().hash:
                return refusal("chain_gap")
            self.last = ChainHead(seq=row.seq, hash=sha256_hex(row.raw))
        return httpx.Response(200, content=self.receipt(body).model_dump_json().encode())

    def forget(self) -> None:
        self.blobs.clear()
        del self.requests[:-1]


class Clock:
    """Moves when it is told."""

    def __init__(self) -> None:
        self.mono_s = 0.0

    def now(self) -> datetime:
        return T0 + timedelta(seconds=self.mono_s)

    def mono(self) -> float:
        return self.mono_s


@dataclass
class Held:
    """What this process and its spool hold at one moment."""

    mb: float
    objects: int
    files: int
    threads: int
    spool_bytes: int


class Interview:
    """A candidate who types, speaks and looks away now and then."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        key, signing = Ed25519PrivateKey.generate(), SigningKey.generate()
        grant = make_grant(key, duration_s=MINUTES * 60 + 600)
        self.folder = folder
        self.spool = Spool.create(folder, grant, signing)
        self.server = ForgetfulServer(grant, key, signing.public, now=self.clock.now)
        self.api = InterviewApi("http://127.0.0.1:9", transport=httpx.MockTransport(self.server))
        self.uploader = Uploader(
            self.spool, self.api, clock=self.clock, on_state=lambda _: None, chance=lambda: 0.5
        )
        self.rules = engine.begin(rules_for(Policy(), Accommodations()))
        self.next_s = 0.0
        self.signals = 0

    def second(self, number: int) -> None:
        """Ten looks, a pause in the typing, a piece of sound, and what the uploader wants."""
        away = number % 300 < 5
        for tenth in range(10):
            at_ms = number * 1000 + tenth * 100
            seen = Observation(Measure.FACES, 0 if away else 1, at_ms, "face")
            self.rules, found = engine.step(self.rules, [seen], at_ms)
            for signal in found:
                self._note(signal, at_ms)
        if number % 5 == 0:
            text = "a line of an answer, typed\n" * (number % 600 // 5 + 1)
            revised = AnswerRevised(
                question=QUESTION, revision=number // 5 + 1, text=text, at_ms=number * 1000
            )
            self.spool.append(revised, at=self.clock.now(), mono_ms=number * 1000)
        if number % 10 == 0:
            self.spool.put_blob(os.urandom(SOUND_BYTES), "audio/ogg")
        while self.next_s <= self.clock.mono_s:
            self.next_s = self.clock.mono_s + max(0.01, self.uploader.turn() or 0.0)
        self.server.forget()
        self.clock.mono_s += 1.0

    def held(self) -> Held:
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return Held(
            mb=pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
            objects=len(gc.get_objects()),
            files=len(os.listdir("/proc/self/fd")),
            threads=threading.active_count(),
            spool_bytes=sum(path.stat().st_size for path in self.folder.rglob("*.*")),
        )

    def close(self) -> None:
        self.api.close()
        self.spool.close()

    def _note(self, signal: Opened | Closed, at_ms: int) -> None:
        self.signals += 1
        if isinstance(signal, Opened):
            body = SignalOpened(
                signal=signal.signal,
                severity=signal.severity,
                onset_ms=signal.onset_ms,
                at_ms=signal.at_ms,
            )
        else:
            body = SignalClosed(
                signal=signal.signal,
                onset_ms=signal.onset_ms,
                ended_ms=signal.ended_ms,
                at_ms=signal.at_ms,
            )
        self.spool.append(body, at=self.clock.now(), mono_ms=at_ms)


@pytest.fixture
def interview(tmp_path: Path) -> Iterator[Interview]:
    made = Interview(tmp_path / "spool")
    yield made
    made.close()


@pytest.mark.timeout(600)
def test_two_hours_hold_no_more_memory_files_or_threads_than_ten_minutes(
    interview: Interview,
) -> None:
    held: list[Held] = []
    for second in range(MINUTES * 60):
        interview.second(second)
        if (second + 1) % (PART_MINUTES * 60) == 0:
            held.append(interview.held())
            assert interview.spool.backlog() == Backlog(rows=0, blobs=0, bytes=0)
    warm, end = held[WARM_MINUTES // PART_MINUTES - 1], held[-1]
    assert interview.signals == 2 * MINUTES * 60 // 300
    assert interview.server.head().seq == MINUTES * 60 // 5 + interview.signals
    assert end.mb - warm.mb < MOST_MB
    assert end.objects - warm.objects < MOST_OBJECTS
    assert (end.files, end.threads) == (warm.files, warm.threads)
    middle = held[len(held) // 2]
    first, second = middle.spool_bytes - held[1].spool_bytes, end.spool_bytes - middle.spool_bytes
    assert second < 1.5 * first, "the spool grows faster than what is written into it"
