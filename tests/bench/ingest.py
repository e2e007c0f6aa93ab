"""`ingest`: durable rows a second over HTTP, beside the bare database taking the same rows.

One rule: ours checks hash, signature and deduplication and answers after the commit, from 64 and
from 16 connections; the denominator is one connection without any of it (PostgreSQL: unnest of 50
rows, SQLite: executemany of 500), alternating on the same disk.
"""

import asyncio
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg

from shared.chain import canonical
from shared.events import SignalOpened
from tests.cohort.place import Place, set_up
from tests.cohort.scripts import POLICY
from tests.cohort.wire import Connection, Network
from tests.server.candidate_machine import CandidateMachine

ROWS = 50
"""In a batch, as in the denominator."""
SQLITE_ROWS = 500
REPEATS = int(os.environ.get("INVIGIL_BENCH_REPEATS", "5"))
BATCHES = {64: 4, 16: 16}
"""Batches of each connection in a repeat: 12,800 rows."""
TARGETS = {"PostgreSQL": 1.2, "SQLite": 0.6}
_COLUMNS = (
    "session_id, seq, kind, at, mono_ms, body_sha256, prev, hash, row, sealed, segment, state"
)
_TYPES = ("text", "bigint", "text", "text", "bigint", "text", "text", "text", "bytea", "bytea")
_TYPES += ("int", "text")

Rows = list[tuple[Any, ...]]


def run() -> list[dict[str, Any]]:
    """Both databases, at 64 and at 16 connections."""
    found: list[dict[str, Any]] = []
    for name in TARGETS:
        with tempfile.TemporaryDirectory(prefix="invigil-ingest-") as folder:
            try:
                with set_up(Path(folder), sqlite=name == "SQLite") as place:
                    found += _measure(place, Path(folder), name)
            except FileNotFoundError as missing:
                found.append(
                    {"name": "ingest", "measure": name, "ours": None, "note": str(missing)}
                )
    return found


def _measure(place: Place, folder: Path, name: str) -> list[dict[str, Any]]:
    bare = _sqlite(folder) if name == "SQLite" else _postgres(place)
    next(bare)
    tokens, _ = place.invite(max(BATCHES), minutes=60, policy=POLICY)
    machines = [_machine(place.ports[0], token) for token in tokens]
    asyncio.run(_begin(machines))
    rows: list[dict[str, Any]] = []
    for connections, batches in BATCHES.items():
        ours: list[float] = []
        theirs: list[float] = []
        server = psutil.Process(place.servers[0])
        used_s = took_s = 0.0
        for _ in range(REPEATS):
            made = [_batches(machine, batches) for machine in machines[:connections]]
            before = sum(server.cpu_times()[:2])
            seconds = asyncio.run(_send(machines[:connections], made))
            used_s += sum(server.cpu_times()[:2]) - before
            took_s += seconds
            ours.append(connections * batches * ROWS / seconds)
            theirs.append(bare.send(_plain(machines[0], 200)))
        rows.append(_row(name, connections, ours, theirs, cores=used_s / took_s))
    bare.close()
    return rows


def _row(
    name: str, connections: int, ours: list[float], theirs: list[float], *, cores: float
) -> dict[str, Any]:
    rate, bare = statistics.median(ours), statistics.median(theirs)
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    target = TARGETS[name] if connections == max(BATCHES) else None
    return {
        "name": "ingest",
        "measure": f"{name}, {connections} connections",
        "ours": rate,
        "denominator": bare,
        "ratio": rate / bare,
        "unit": "rows/s",
        "repeats": len(ours),
        "spread": (max(theirs) - min(theirs)) / bare,
        "n": connections * BATCHES[connections] * ROWS * len(ours),
        "interval": [ratios[0], ratios[-1]],
        "target": "stated" if target is None else f">= {target}",
        "ok": None if target is None else rate / bare >= target,
        "note": f"the server used {cores:.2f} cores; the interval is of the ratios",
    }


def _machine(port: int, token: str) -> CandidateMachine:
    return CandidateMachine(Connection("127.0.0.1", port, Network()), token)


async def _begin(machines: list[CandidateMachine]) -> None:
    for machine in machines:
        answer = await machine.ask_claim()
        assert answer.status_code == 200, answer.text
        machine.keep_grant(answer.json())
        answer = await machine.ask_start()
        assert answer.status_code == 200, answer.text
        machine.http.close()  # pyright: ignore[reportAttributeAccessIssue] # of an ended loop


def _batches(machine: CandidateMachine, count: int) -> list[bytes]:
    """Batches of new rows, sealed and written out: making them is no part of the measure."""
    made: list[bytes] = []
    for _ in range(count):
        rows = [machine.append(_signal(number)) for number in range(ROWS)]
        made.append(canonical(machine.batch(rows)))
    machine.rows = machine.rows[-ROWS:]
    return made


def _signal(number: int) -> SignalOpened:
    return SignalOpened(
        signal="gaze_away",
        severity="low",  # pyright: ignore[reportArgumentType] # pydantic reads it
        onset_ms=1000 * number,
        at_ms=1000 * number + 3000,
        measure="gaze_beyond_deg",
        value_milli=9000,
        detector="script",
    )


async def _send(machines: list[CandidateMachine], made: list[list[bytes]]) -> float:
    async def all_of(machine: CandidateMachine, batches: list[bytes]) -> None:
        for body in batches:
            answer = await machine.signed("POST", f"sync/{machine.session}", body)
            assert answer.status_code == 200, answer.text
            assert answer.json()["acked"]["seq"] > 0

    began_s = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for machine, batches in zip(machines, made, strict=True):
            group.create_task(all_of(machine, batches))
    took_s = time.perf_counter() - began_s
    for machine in machines:
        machine.http.close()  # pyright: ignore[reportAttributeAccessIssue]
    return took_s


def _plain(machine: CandidateMachine, batches: int) -> list[Rows]:
    """As many batches of 50 rows as the columns hold them."""
    sent = machine.rows[-ROWS:]
    first = time.time_ns()
    return [
        [
            (
                machine.session,
                first + batch * ROWS + number,
                one.row.kind,
                one.row.at,
                one.row.mono_ms,
                one.row.body_sha256,
                one.row.prev,
                one.row.hash,
                one.row.raw,
                one.sealed,
                1,
                "ok",
            )
            for number, one in enumerate(sent)
        ]
        for batch in range(batches)
    ]


def _postgres(place: Place) -> Iterator[Any]:
    """Takes batches, answers rows a second; a copy of the table with all that hangs on it."""
    arrays = ", ".join(f"%s::{kind}[]" for kind in _TYPES)
    insert = (
        f"INSERT INTO bench_rows ({_COLUMNS}, received_at) "
        f"SELECT *, now() FROM unnest({arrays}) ON CONFLICT DO NOTHING"
    )
    with psycopg.connect(place.settings.database_url) as connection:
        connection.execute("CREATE TABLE bench_rows (LIKE record_rows INCLUDING ALL)")
        connection.commit()
        rate: float | None = None
        while True:
            batches: list[Rows] = yield rate
            began_s = time.perf_counter()
            for rows in batches:
                connection.execute(insert, [list(column) for column in zip(*rows, strict=True)])
                connection.commit()
            rate = len(batches) * ROWS / (time.perf_counter() - began_s)


def _sqlite(folder: Path) -> Iterator[Any]:
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        f"CREATE TABLE bench_rows (id INTEGER PRIMARY KEY, {_COLUMNS}, UNIQUE (session_id, seq))"
    )
    places = ", ".join("?" * len(_TYPES))
    insert = f"INSERT INTO bench_rows ({_COLUMNS}) VALUES ({places}) ON CONFLICT DO NOTHING"
    rate: float | None = None
    try:
        while True:
            batches: list[Rows] = yield rate
            flat = [row for rows in batches for row in rows]
            began_s = time.perf_counter()
            for first in range(0, len(flat), SQLITE_ROWS):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(insert, flat[first : first + SQLITE_ROWS])
                connection.execute("COMMIT")
            rate = len(flat) / (time.perf_counter() - began_s)
    finally:
        connection.close()
