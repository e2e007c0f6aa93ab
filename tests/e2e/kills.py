"""Kills the app at random moments, and compares what both ends hold.

One rule: the moments come from a seed, and what counts as lost is measured by the victim's own
clock: what it had done one second before its last sign of life has to be there.
"""

import os
import random
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client import exam
from client.api import InterviewApi
from client.exam import Append, State, step
from client.spool.folder import SpoolFolder
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.spool.uploader import Uploader
from client.ui.clocks import SystemClocks, utc
from shared.clock import utc_text
from shared.events import AnswerChunk, AnswerRevised
from shared.exam import Exam, ExamQuestion
from shared.ids import sha256_hex
from shared.policy import Policy
from shared.session import Started
from tests.client.spool.memory_server import make_grant
from tests.client.ui.edges import SPOKEN, WRITTEN, InterviewServer, tone
from tests.e2e.sitter import number_of

DAY_S = 14_400
PAPER = Exam(
    title="Kills",
    duration_s=2 * DAY_S,
    questions=(
        ExamQuestion(id=WRITTEN, position=1, kind="written", prompt="Write.", time_limit_s=DAY_S),
        ExamQuestion(id=SPOKEN, position=2, kind="spoken", prompt="Say.", time_limit_s=DAY_S),
    ),
)
POLICY = Policy(
    navigation="free",
    voice_sample=False,
    speak_questions=False,
    transcribe=False,
    calibrate_gaze=False,
    selfie=False,
)
MOST_LOST_MS = 1000
"""Of typing and of sound."""
PATIENCE_S = 60.0


@dataclass
class Found:
    """What one run of kills showed; milliseconds."""

    kills: int = 0
    while_starting: int = 0
    backs_ms: list[int] = field(default_factory=list)
    """From the start of a new process to the question on the screen."""
    cpu_ms: list[int] = field(default_factory=list)
    """Of the processor's time for the same."""
    typing_ms: list[int] = field(default_factory=list)
    """Age of the oldest key that was lost; 0 where none was."""
    sound_ms: list[int] = field(default_factory=list)
    stalls_ms: list[int] = field(default_factory=list)
    """The longest time in the last second for which the victim did not get the processor."""
    clock_ms: list[int] = field(default_factory=list)
    """By how much the clock jumped over a kill."""
    rows: int = 0
    takes: int = 0
    lost_rows: int = 0
    doubled: int = 0


class Killing:
    """One interview, one server, as many lives as it takes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self._tone = tone(folder / "tone.wav", seconds=60.0)
        server_key = Ed25519PrivateKey.generate()
        self._key = SigningKey.generate()
        grant = make_grant(server_key, policy=POLICY, question_count=2, duration_s=2 * DAY_S)
        self.server = InterviewServer(grant, server_key, client_key=self._key.public)
        self.server.now = lambda: datetime.now(UTC)
        self.found = Found()
        self._heard: dict[int, int] = {}
        """Milliseconds of each take until its last sign of life."""
        self._reader: _Lines | None = None
        self._alive = 0
        """Process of the present life; 0 between two."""
        self._came = (0, 0)
        """(monotonic milliseconds, question) at which the last life was back."""

    @property
    def _spools(self) -> Path:
        return self._folder / "data" / "interviews"

    def run(self, kills: int) -> Found:
        """Kills so many times, then looks at both ends."""
        with self._serving() as address, self._nursery() as nursery:
            self._begin(address)
            before: list[list[str]] = []
            for _ in range(kills):
                before = self._life(nursery, before)
            self._send_the_rest(address)
        self._compare()
        return self.found

    def _begin(self, address: str) -> None:
        """The questions are open and the first row is on the disk: what a start leaves behind."""
        now = SystemClocks().now()
        at = utc(now)
        started = Started(
            exam=PAPER,
            started_at=utc_text(at),
            deadline_at=utc_text(at + timedelta(seconds=PAPER.duration_s)),
            server_time=utc_text(at),
        )
        voice = exam.Screen.VOICE
        state = State(
            screen=voice,
            phase="recorded",
            server=address,
            session=self.server.grant.session,
            policy=POLICY,
            question_count=2,
            consent_version=1,
            live=exam.Live(busy="starting"),
        )
        state, effects = step(state, exam.StartAnswered(started), now)
        with SpoolFolder(self._spools).open_or_create(self.server.grant, self._key) as spool:
            spool.save_started(started)
            for effect in effects:
                if isinstance(effect, Append):
                    saved = exam.dump(state)
                    spool.append(effect.body, at=at, mono_ms=now.mono_ms, state=saved)

    def _life(self, nursery: "subprocess.Popen[str]", before: list[list[str]]) -> list[list[str]]:
        """One process from its start to its kill; answers its signs of life."""
        assert nursery.stdin is not None
        seed = self._chance.randrange(2**31)
        nursery.stdin.write(f"{self._folder / 'data'} {self._tone} {seed}\n")
        nursery.stdin.flush()
        began = time.monotonic()
        pid = self._alive = int(self._line(nursery).split()[1])
        early = self._chance.random() < 0.2
        limit = self._chance.uniform(0.0, 0.4) if early else None
        signs: list[list[str]] = []
        died = waits = False
        while not died:
            wait = PATIENCE_S if limit is None else max(0.0, began + limit - time.monotonic())
            line = self._line(nursery, wait)
            match line.split():
                case []:
                    assert limit is not None, "the app did not come back"
                    os.kill(pid, signal.SIGKILL)
                    limit = None
                case ["back", *said]:
                    self.found.backs_ms.append(round((time.monotonic() - began) * 1000))
                    self.found.cpu_ms.append(int(said[5]))
                    self._judge(said, before)
                    self._came = (int(said[0]), int(said[2]))
                    before = []
                    began, limit = time.monotonic(), self._chance.uniform(0.05, 1.1)
                    # Half of those who speak are killed while the microphone opens, or before.
                    waits = said[6] == "1" and self._chance.random() < 0.5
                    limit = None if waits else limit
                case ["live", *said]:
                    signs.append(said)
                    if waits and said[4] == "recording":
                        began, limit, waits = (
                            time.monotonic(),
                            self._chance.uniform(0.1, 2.0),
                            False,
                        )
                case ["dead"]:
                    died, self._alive = True, 0
                case _:
                    raise AssertionError(f"the app said {line!r}")
        self.found.kills += 1
        self.found.while_starting += early and not signs
        self._judge_sound(signs)
        return signs or before

    def _judge(self, back: list[str], before: list[list[str]]) -> None:
        """The same question, text and clock as in the last sign of life."""
        if not before:
            return
        mono, left, index, generation, length = (int(one) for one in back[:5])
        last = before[-1]
        last_mono, last_left = int(last[1]), int(last[2])
        passed, gone = mono - last_mono, last_left - left
        self.found.clock_ms.append(abs(passed - gone))
        # A step is shown while it is written: one of the last second may not have been on disk.
        recent = {int(one[3]) for one in before if last_mono - int(one[1]) <= MOST_LOST_MS}
        came = self._came if last_mono - self._came[0] <= MOST_LOST_MS else (0, -1)
        assert index in recent | {came[1]}, f"question {index} came back, {recent} was open"
        if index == 0:
            kept = (generation, length)
            late = [one for one in before if (int(one[6]), int(one[7])) > kept]
            age = last_mono - int(late[0][1]) if late else 0
            self.found.typing_ms.append(age)
            self.found.stalls_ms.append(max(int(one[0]) for one in before[-25:]))

    def _judge_sound(self, signs: list[list[str]]) -> None:
        """Remembers how much of the last take was heard, until the next life has stored it."""
        heard = [one for one in signs if one[4] == "recording"]
        if heard:
            take = int(heard[-1][5])
            began = next(int(one[1]) for one in heard if int(one[5]) == take)
            self._heard[take] = int(heard[-1][1]) - began

    @contextmanager
    def _nursery(self) -> "Iterator[subprocess.Popen[str]]":
        command = [sys.executable, "-m", "tests.e2e.sitter"]
        log = (self._folder / "sitter.log").open("w")
        with (
            log,
            subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                bufsize=1,
            ) as nursery,
        ):
            try:
                assert self._line(nursery) == "ready"
                yield nursery
            finally:
                # A life that a failure left behind would sit there for ever.
                if self._alive:
                    os.kill(self._alive, signal.SIGKILL)
                nursery.kill()

    def _line(self, nursery: "subprocess.Popen[str]", wait_s: float = PATIENCE_S) -> str:
        """The next line; empty when none came in time."""
        if self._reader is None:
            self._reader = _Lines(nursery)
        return self._reader.next(wait_s)

    @contextmanager
    def _serving(self) -> Iterator[str]:
        """The memory server behind a real socket."""
        server, guard = self.server, threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = httpx.Request(
                    self.command,
                    f"http://127.0.0.1{self.path}",
                    content=body,
                    headers=list(self.headers.items()),
                )
                with guard:
                    # There is no open line here: what is asked comes with the receipts.
                    line = self.headers.get("Upgrade")
                    answer = httpx.Response(404) if line else server(request)
                self.send_response(answer.status_code)
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            do_GET = do_POST = do_PUT = _answer  # noqa: N815 - named by http.server

            def log_message(self, format: str, *args: object) -> None:
                pass

        with _Quiet(("127.0.0.1", 0), Handler) as http:
            threading.Thread(target=http.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{http.server_address[1]}"
            http.shutdown()

    def _send_the_rest(self, address: str) -> None:
        """A last life without a window: nothing is typed any more, everything goes up."""
        grant = self.server.grant
        # What the last kill left of a take is stored as the app stores it.
        from client.speech.recorder import recovered_parts, stored_parts

        with Spool.open(self._spools / f"{grant.session}-{grant.segment}") as spool:
            takes = spool.folder / "takes"
            known = stored_parts(spool.rows())
            for part in recovered_parts(takes, stored=known) if takes.is_dir() else ():
                artifact = spool.put_blob(part.content(), part.media_type)
                body = AnswerChunk(
                    question=part.question,
                    take=part.take,
                    part=part.part,
                    audio=artifact,
                    duration_ms=part.duration_ms,
                )
                spool.append(body, at=datetime.now(UTC), mono_ms=0)
            api = InterviewApi(address)
            uploader = Uploader(spool, api, every_s=0.05)
            uploader.start()
            try:
                assert uploader.flush(PATIENCE_S)
            finally:
                uploader.close()
                api.close()

    def _compare(self) -> None:
        """The two ledgers, row by row and blob by blob."""
        grant, found = self.server.grant, self.found
        with Spool.open(self._spools / f"{grant.session}-{grant.segment}") as spool:
            rows = list(spool.rows())
        found.rows = len(rows)
        here = [sha256_hex(row.envelope) for row in rows]
        there = [sha256_hex(row) for row in self.server.rows]
        found.lost_rows = len(set(here) ^ set(there))
        found.doubled += len(there) - len(set(there))
        chunks = [AnswerChunk.model_validate_json(r.body) for r in rows if r.kind == "answer.chunk"]
        parts = [(one.question, one.take, one.part) for one in chunks]
        found.doubled += len(parts) - len(set(parts))
        found.lost_rows += sum(one.audio.sha256 not in self.server.blobs for one in chunks)
        texts = [
            AnswerRevised.model_validate_json(r.body) for r in rows if r.kind == "answer.revised"
        ]
        numbers = [one.revision for one in texts]
        found.doubled += len(numbers) - len(set(numbers))
        assert numbers == sorted(numbers)
        for one in texts:
            number_of(one.text)
        found.takes = len({one.take for one in chunks})
        for take, heard_ms in self._heard.items():
            stored = sum(one.duration_ms for one in chunks if one.take == take)
            found.sound_ms.append(max(0, heard_ms - stored))


class _Lines:
    """Reads lines with a limit, so that a kill comes at its moment."""

    def __init__(self, nursery: "subprocess.Popen[str]") -> None:
        assert nursery.stdout is not None
        self._fd = nursery.stdout.fileno()
        self._rest = b""

    def next(self, wait_s: float) -> str:
        until = time.monotonic() + wait_s
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._fd], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return ""
            read = os.read(self._fd, 65536)
            if not read:
                raise AssertionError("the nursery is gone; see sitter.log")
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()


class _Quiet(ThreadingHTTPServer):
    """Connections that a kill cuts off are no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass
