"""How long a lost server is away: one archive put back on PostgreSQL, and the start after it.

One rule: the size is stated with the figure, because the time grows with it; the denominator is the
same archive copied on the same disk, in the same run. What makes the data is not timed.
INVIGIL_BENCH_EVENTS and INVIGIL_BENCH_BLOBS say how much there is of what grows.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tests.bench import year

BLOBS = int(os.environ.get("INVIGIL_BENCH_BLOBS", "2000"))
BLOB_BYTES = 100_000
TARGET_S = 600
"""RTO: ten minutes from an archive on the new machine to the first answer, at the size stated."""
ROOT = Path(__file__).parents[2]


def run() -> list[dict[str, Any]]:
    """Backup, restore, start, and the three that a loss costs together."""
    server = os.environ.get("INVIGIL_TEST_POSTGRES")
    if not server:
        return [{"name": "restore", "ours": None, "note": "there is no PostgreSQL here"}]
    from tests.server.copies import Copies

    with (
        tempfile.TemporaryDirectory(prefix="invigil-bench-") as name,
        Copies(server, name="invigil_lost").copy() as lost,
        Copies(server, name="invigil_found").copy() as found,
    ):
        return _measured(Path(name), lost, found)


def _measured(folder: Path, lost: str, found: str) -> list[dict[str, Any]]:
    from server import backup, evidence
    from server.main import utc_now
    from server.settings import read_settings

    made = year.fill(folder / "lost", lost)
    first = read_settings({}, data_dir=folder / "lost", database_url=lost)
    second = read_settings({}, data_dir=folder / "found", database_url=found)
    blobs = evidence.store(first)
    for number in range(BLOBS):
        blobs.put(made.sessions[number % len(made.sessions)], os.urandom(BLOB_BYTES))
    archive = folder / "all.tar"
    backing = _timed(lambda: backup.back_up(first, archive, now=utc_now()))
    copying = _timed(lambda: _copied(archive, folder / "copy.tar"))
    restoring = _timed(lambda: backup.restore(second, archive))
    starting = _timed(lambda: _answers(folder / "found", found))
    size = (
        f"{year.INTERVIEWS} interviews, {year.EVENTS} events, {BLOBS} blobs of {BLOB_BYTES} bytes; "
        f"the archive has {archive.stat().st_size / 1e6:.0f} MB"
    )
    return [
        _row("backup", backing, copying, size),
        _row("restore", restoring, copying, size),
        _row("start to the first /readyz", starting, None, size),
        _row("RTO: restore and start", restoring + starting, copying, size)
        | {"target": f"<= {TARGET_S} s", "ok": restoring + starting <= TARGET_S},
    ]


def _answers(data: Path, url: str) -> None:
    environ = os.environ | {"INVIGIL_DATA_DIR": str(data), "DATABASE_URL": url, "REDIS_URL": ""}
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", "0"],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        while httpx.get(f"{address}/readyz", trust_env=False, timeout=20).status_code != 200:
            time.sleep(0.05)  # the worker's first sweep is part of being ready
    finally:
        server.terminate()
        server.communicate()


def _copied(source: Path, target: Path) -> None:
    with source.open("rb") as one, target.open("wb") as other:
        shutil.copyfileobj(one, other, 1 << 20)
        os.fsync(other.fileno())


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _row(measure: str, ours: float, copying: float | None, size: str) -> dict[str, Any]:
    return {
        "name": "restore",
        "measure": measure,
        "ours": ours,
        "denominator": copying,
        "ratio": None if copying is None else ours / copying,
        "unit": "s",
        "repeats": 1,
        "n": 1,
        "note": size,
    }
