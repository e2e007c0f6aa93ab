"""`cohort`: simulated candidates and dashboards on one machine with the server that they use.

INVIGIL_BENCH_CANDIDATES names another number than 200, INVIGIL_BENCH_MINUTES another time. One
rule: the simulator shares the processors with the server here, so its share is a row of its own.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from tests.cohort import report
from tests.cohort.candidate import USUAL
from tests.cohort.place import set_up
from tests.cohort.running import Plan
from tests.cohort.running import run as run_cohort
from tests.cohort.scripts import POLICY

CANDIDATES = int(os.environ.get("INVIGIL_BENCH_CANDIDATES", "200"))
MINUTES = float(os.environ.get("INVIGIL_BENCH_MINUTES", "2"))
DASHBOARDS, STORM_S = 20, 20.0


def run() -> list[dict[str, Any]]:
    """Ingest, dashboards, the way back after an outage, memory, both books."""
    plan = Plan(
        candidates=CANDIDATES,
        minutes=MINUTES,
        dashboards=DASHBOARDS,
        pace=USUAL,
        policy=POLICY,
        storm_s=STORM_S,
    )
    with tempfile.TemporaryDirectory(prefix="invigil-cohort-") as name:
        try:
            with set_up(Path(name)) as place:
                found = report.figures(plan, run_cohort(place, plan), servers=1, sqlite=False)
        except FileNotFoundError as missing:
            return [{"name": "cohort", "ours": None, "note": str(missing)}]
    return rows(found)


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """A run's figures as rows of a benchmark."""
    n = found["candidates"]
    people = f"{found['candidates']} candidates, {found['dashboards']} dashboards"
    ledger = found["ledger"]
    wrong = sum(count for name, count in ledger.items() if name != "rows")
    cores, ingest, shown = found["cores_used"], found["ingest_ms"], found["shown_ms"]
    share = f"cores: simulator {cores['simulator']}, server {cores['server']}"
    share += f", PostgreSQL {cores['postgres']}"
    return [
        _row("ingest p95", ingest["p95"], 150, unit="ms", n=ingest["n"], note=f"{people}; {share}"),
        _row("signal to dashboard p99", shown["p99"], 500, unit="ms", n=shown["n"]),
        _row("rows lost, doubled or changed", wrong, 0, unit="rows", n=ledger["rows"]),
        _row("all back after an outage", found["storm_over_s"], 30, unit="s", n=n),
        _row("memory of the server", found["most_mb"]["server"], 400, unit="MB", n=1),
    ]


def _row(
    measure: str, ours: float | None, limit: float, *, unit: str, n: int, note: str = ""
) -> dict[str, Any]:
    return {
        "name": "cohort",
        "measure": measure,
        "ours": ours,
        "unit": unit,
        "repeats": 1,
        "n": n,
        "target": f"<= {limit:g} {unit}, at 2,000 candidates",
        "ok": None if ours is None else ours <= limit,
        "note": note,
    }
