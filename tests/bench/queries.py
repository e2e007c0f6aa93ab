"""`queries`: what every read of the interface takes at the server, on a database with a year in it.

1,000 interviews and 1,000,000 events on PostgreSQL, four clients at once against the real process.
One rule: the times are the server's own, from its access log, so that no client is measured.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.bench import year
from tests.bench.year import Year

CLIENTS, ASKED = 4, 20
DOCUMENTS_ASKED = 5
TARGET_MS = 50.0
DOCUMENTS = (
    "/report.pdf",
    "/record.zip",
    "/interviews.csv",
    "/results.csv",
    "/papers/template",
    "/papers/{id}/export",
)
"""These write a whole document. They are measured one at a time after the reads, and named; the
target is for reads."""
_NOT_ASKED = ("/interview/tts", "/deletions/{id}/receipt.json", "/webhooks/{id}", "/api-tokens/")
"""The voice service is not the database; the others want something that only an erasure or a
receiver elsewhere makes."""


def run() -> list[dict[str, Any]]:
    """p95 of each read, slowest first, and the slowest as the row that counts."""
    server = os.environ.get("INVIGIL_TEST_POSTGRES")
    if not server:
        return [{"name": "queries", "ours": None, "note": "there is no PostgreSQL here"}]
    with tempfile.TemporaryDirectory(prefix="invigil-bench-") as name, _database(server) as url:
        return _measure(Path(name), url)


@contextmanager
def _database(server: str) -> Iterator[str]:
    from tests.server.copies import Copies

    made = Copies(server, name="invigil_bench")
    with made.copy() as url:
        yield url


def _measure(folder: Path, url: str) -> list[dict[str, Any]]:
    from server.api import describe

    filled = year.fill(folder, url)
    reads = [
        path
        for path, operations in describe()["paths"].items()
        if "get" in operations and not any(each in path for each in _NOT_ASKED)
    ]
    taken = _ask_all(folder, url, filled, reads)
    rows = [_row(path, taken.get(path, [])) for path in reads]
    rows.sort(key=lambda row: -(row["ours"] or 0))
    counted = [row for row in rows if not row["measure"].endswith(DOCUMENTS)]
    slowest = max(counted, key=lambda row: row["ours"] or 0)
    return [*rows, slowest | {"measure": f"slowest read, {slowest['measure']}"}]


def _row(path: str, taken: list[float]) -> dict[str, Any]:
    document = path.endswith(DOCUMENTS)
    row: dict[str, Any] = {"name": "queries", "measure": path, "unit": "ms, p95 at the server"}
    row |= {"target": "none: a document" if document else f"<= {TARGET_MS:g}", "ours": None}
    asked = DOCUMENTS_ASKED if document else CLIENTS * ASKED
    if len(taken) < asked:
        return row | {"note": f"answered {len(taken)} times of {asked}", "ok": False}
    p95 = statistics.quantiles(taken, n=20)[-1]
    row |= {"ours": p95, "n": len(taken), "interval": [min(taken), max(taken)]}
    return row | {"ok": None if document else p95 <= TARGET_MS}


def _ask_all(folder: Path, url: str, filled: Year, reads: list[str]) -> dict[str, list[float]]:
    log = folder / "server.log"
    environment = os.environ | {
        "DATABASE_URL": url,
        "INVIGIL_DATA_DIR": str(folder),
        "INVIGIL_ENVIRONMENT": "production",  # its log is JSON there
        "INVIGIL_PUBLIC_URL": "https://bench.example.org",
        "INVIGIL_API_PER_MINUTE": "0",
        "INVIGIL_LEASE_PER_MINUTE": "0",
        "INVIGIL_ADDRESS_PER_MINUTE": "0",
        "INVIGIL_PORT": "0",
    }
    with log.open("wb") as out:
        command = [sys.executable, "-m", "server", "run"]
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            address = _address(log, process)
            plain = [path for path in reads if not path.endswith(DOCUMENTS)]
            written = [path for path in reads if path.endswith(DOCUMENTS)]
            clients = [
                threading.Thread(target=_ask, args=(address, filled, plain, seed), daemon=True)
                for seed in range(CLIENTS)
            ]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
            _ask(address, filled, written, CLIENTS, times=DOCUMENTS_ASKED)
        finally:
            process.terminate()
            process.wait(30)
    taken: dict[str, list[float]] = {}
    for line in log.read_text().splitlines():
        told = json.loads(line) if line.startswith("{") else {}
        if told.get("logger") == "server.access" and told["status"] < 400:
            taken.setdefault(told["route"], []).append(told["ms"])
    return taken


def _address(log: Path, process: "subprocess.Popen[bytes]") -> str:
    import psutil

    while "Application startup complete" not in log.read_text() and process.poll() is None:
        found = [
            each.laddr.port
            for each in psutil.Process(process.pid).net_connections("tcp")
            if each.status == psutil.CONN_LISTEN
        ]
        if found and "Invigil listens" in log.read_text():
            return f"http://127.0.0.1:{found[0]}"
        threading.Event().wait(0.1)
    raise RuntimeError(f"the server did not start: {log.read_text()[-2000:]}")


def _ask(
    address: str, filled: Year, reads: list[str], seed: int, *, times: int | None = None
) -> None:
    chance = random.Random(seed)
    with httpx.Client(base_url=address, timeout=60) as client:
        for _ in range(times or ASKED):
            for path in chance.sample(reads, len(reads)):
                client.get(_path(path, filled, chance), headers=_who(path, filled))


def _who(path: str, filled: Year) -> dict[str, str]:
    if path.startswith("/api/interview/question"):
        return {"Authorization": f"Bearer {filled.lease}"}
    return filled.headers


def _path(path: str, filled: Year, chance: random.Random) -> str:
    one = path.endswith(("{sha256}", "/audio/{question}", "/thumbnail", "/compared"))
    session = filled.session if one else chance.choice(filled.sessions)
    ids = {
        "/papers/": filled.paper,
        "/questions/": filled.question,
        "/users/": filled.user,
        "/teams/": filled.team,
    }
    key = next((value for part, value in ids.items() if part in path), session)
    return (
        path.replace("{id}", key)
        .replace("{version}", str(filled.version))
        .replace("{sha256}", filled.evidence)
        .replace("{question}", filled.spoken)
        .replace("{token}", filled.invite)
        .replace("{paper}", filled.paper)
    )
