"""Where a cohort sits: a PostgreSQL that survives power cuts, server processes, interviews.

One rule: everything is as in production: fsync is on, the servers are real processes, and the
interviews are made by the interface that organisers use.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import psutil

from server.auth.people import Role
from server.db import open_database
from server.deps import Parts
from server.keys import load_keys
from server.main import utc_now
from server.rates import Rates, SignInRates
from server.settings import Settings, read_settings
from shared.policy import Policy
from tests.server.support import add_person, bearer

ROOT = Path(__file__).parents[2]
AT_ONCE = 500
"""Candidates in one file."""


class Postgres:
    """A PostgreSQL of our own that syncs to the disk, and may crash and start again.

    Raises FileNotFoundError where PostgreSQL is not installed.
    """

    def __init__(self, folder: Path, *, connections: int = 100) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
        if not found:
            raise FileNotFoundError("PostgreSQL is not installed here")
        self._programs = found[-1].parent
        self._user = "postgres" if os.geteuid() == 0 else None
        self._place = folder / "postgres"
        self._place.mkdir()
        for above in (folder, *folder.parents):
            if above.stat().st_uid == os.geteuid() and above.name.startswith(("invigil-", "tmp")):
                above.chmod(above.stat().st_mode | 0o011)
        if self._user is not None:
            shutil.chown(self._place, self._user)
        cluster = self._place / "cluster"
        make = [self._programs / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust"]
        make += ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run(make).check_returncode()
        self._serve = [self._programs / "postgres", "-D", cluster, "-k", self._place, "-h", ""]
        for setting in (
            f"max_connections={connections}",
            "shared_buffers=256MB",
            "max_wal_size=4GB",
            "fsync=on",
            "synchronous_commit=on",
        ):
            self._serve += ["-c", setting]
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"postgresql://postgres@/postgres?host={self._place}"

    @property
    def pid(self) -> int:
        """Of the first process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Answers once it takes connections; after a crash it has recovered then."""
        self._process = subprocess.Popen(
            self._serve,
            user=self._user,
            cwd=self._place,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + 60
        ready = [self._programs / "pg_isready", "-q", "-h", self._place]
        while self._run(ready).returncode:
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("PostgreSQL did not start")
            time.sleep(0.05)

    def crash(self) -> None:
        """All of its processes end at once, without a checkpoint."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
            self._process = None

    def _run(self, command: list[Any]) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            command, check=False, user=self._user, cwd=self._place, stdout=subprocess.DEVNULL
        )


@contextmanager
def durable_postgres(folder: Path, *, connections: int = 100) -> Iterator[tuple[str, int]]:
    """(address, process) of a PostgreSQL that ends with the block."""
    postgres = Postgres(folder, connections=connections)
    try:
        postgres.start()
        yield postgres.url, postgres.pid
    finally:
        postgres.crash()


@dataclass(frozen=True)
class Place:
    """A server with its database."""

    ports: list[int]
    settings: Settings
    servers: list[int]
    """Processes."""
    postgres: int | None
    """Its first process; None on SQLite."""

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """Database and keys beside the servers."""
        database = open_database(self.settings)
        throttle = SignInRates(Rates(utc_now), 10, timedelta(minutes=5))
        try:
            keys = load_keys(self.settings.data_dir)
            yield Parts(self.settings, database, keys, utc_now, throttle, lambda _: "")
        finally:
            database.close()

    def invite(
        self, count: int, *, minutes: float, policy: Policy
    ) -> tuple[list[str], dict[str, str]]:
        """(tokens of so many invitations, headers of the organiser who made them)."""
        with self.parts() as parts:
            person = add_person(parts, "no password", role=Role.ADMIN, email="cohort@example.org")
            headers = bearer(parts, person)
        url = f"http://127.0.0.1:{self.ports[0]}"
        return _invited(url, headers, count, minutes=minutes, policy=policy), headers


def variables(folder: Path, url: str, *, redis: str = "") -> dict[str, str]:
    """The environment of a cohort's servers and workers."""
    return {
        "INVIGIL_DATA_DIR": str(folder / "data"),
        "DATABASE_URL": url,
        "REDIS_URL": redis,
        "INVIGIL_TTS": "off",
        # All come from one address here, as no cohort does.
        "INVIGIL_ADDRESS_PER_MINUTE": "0",
        "INVIGIL_API_PER_MINUTE": "0",
    }


@contextmanager
def set_up(folder: Path, *, servers: int = 1, sqlite: bool = False) -> Iterator[Place]:
    """The servers, one after the other, so that only the first makes the schema."""
    _many_files()
    with ExitStack() as stack:
        url, postgres = "", None
        if not sqlite:
            url, postgres = stack.enter_context(durable_postgres(folder))
        environ = variables(folder, url)
        started = [
            stack.enter_context(_server(environ, folder / f"server-{number}.log"))
            for number in range(servers)
        ]
        settings = read_settings({}, data_dir=folder / "data", database_url=url)
        yield Place([port for port, _ in started], settings, [pid for _, pid in started], postgres)


@contextmanager
def _server(environ: dict[str, str], log: Path) -> Iterator[tuple[int, int]]:
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "server", "run", "--port", "0"],
            env=os.environ | environ,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith("Invigil listens on"):
            raise RuntimeError(f"the server did not start: {log.read_text()[-2000:]}")
        yield int(line.rsplit(":", 1)[1].strip().strip("/")), process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _many_files() -> None:
    """Each candidate is a connection; what is started from here may have as many."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _invited(
    url: str, headers: dict[str, str], count: int, *, minutes: float, policy: Policy
) -> list[str]:
    """Tokens of invitations to one paper, made as an organiser makes them."""
    tokens: list[str] = []
    with httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=120) as http:
        wanted = {
            "title": "Rehearsal",
            "duration_s": max(600, round(60 * minutes) + 600),
            "policy": policy.model_dump(mode="json"),
        }
        paper = _made(http.post("/api/admin/papers", json=wanted))["id"]
        asked = {"kind": "written", "prompt": "What does a cache do?", "marks": 10}
        asked |= {"time_limit_s": 3600, "expected_answer": "It keeps results."}
        _made(http.post(f"/api/admin/papers/{paper}/questions", json=asked))
        now = datetime.now(UTC)
        window = (
            f"{now - timedelta(hours=1):%Y-%m-%dT%H:%MZ},{now + timedelta(days=1):%Y-%m-%dT%H:%MZ}"
        )
        for first in range(0, count, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, count))
            lines = ["name,email,opens_at,closes_at"]
            lines += [f"Rehearsal {n},rehearsal{n}@example.org,{window}" for n in numbers]
            made = _made(
                http.post(
                    "/api/admin/interviews/bulk",
                    params={"paper_id": paper, "commit": "true"},
                    content="\n".join(lines).encode(),
                    headers={"Content-Type": "application/octet-stream"},
                )
            )
            tokens += [row["invite_url"].partition("#")[2] for row in made["rows"]]
    return tokens


def _made(answer: httpx.Response) -> Any:
    if answer.status_code not in (200, 201):
        raise RuntimeError(f"{answer.request.method} {answer.request.url}: {answer.text}")
    return answer.json()


@dataclass
class Usage:
    """What a group of processes used."""

    cpu_s: float = 0.0
    most_mb: float = 0.0
    """Greatest memory of all of them together, without what they share: not PostgreSQL's buffers,
    nor the code of libraries."""


class Meter:
    """Reads processor time and memory of processes and their children."""

    def __init__(self, groups: dict[str, list[int]]) -> None:
        self._groups = groups
        self._before = {name: self._cpu_s(pids) for name, pids in groups.items()}
        self.usage = {name: Usage() for name in groups}

    def read(self) -> None:
        """Notes how they stand now."""
        for name, pids in self._groups.items():
            usage = self.usage[name]
            usage.cpu_s = max(usage.cpu_s, self._cpu_s(pids) - self._before[name])
            usage.most_mb = max(usage.most_mb, self._mb(pids))

    @staticmethod
    def _family(pids: list[int]) -> Iterator[psutil.Process]:
        for pid in pids:
            try:
                process = psutil.Process(pid)
                yield process
                yield from process.children(recursive=True)
            except psutil.NoSuchProcess:
                continue

    def _cpu_s(self, pids: list[int]) -> float:
        total = 0.0
        for process in self._family(pids):
            try:
                times = process.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
            except psutil.NoSuchProcess:
                continue
        return total

    def _mb(self, pids: list[int]) -> float:
        total = 0
        for process in self._family(pids):
            try:
                memory = process.memory_info()
                total += memory.rss - memory.shared
            except psutil.NoSuchProcess:
                continue
        return total / 1e6
