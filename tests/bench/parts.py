"""`parts`: servers, worker, PostgreSQL, Redis, machines and the network, killed in random order.

INVIGIL_BENCH_KILLS names another number than 1,000, INVIGIL_BENCH_SEED another order. One rule:
both books are compared after the last one, and one lost or doubled row is a miss.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from tests.cohort import kills

KILLS = int(os.environ.get("INVIGIL_BENCH_KILLS", "1000"))
SEED = int(os.environ.get("INVIGIL_BENCH_SEED", "20261130"))


def run() -> list[dict[str, Any]]:
    """Rows lost, doubled or changed, and how long a killed server took to answer again."""
    with tempfile.TemporaryDirectory(prefix="invigil-kills-") as name:
        found = kills.run(Path(name), KILLS, seed=SEED)
    ledger = found.difference
    wrong = ledger.wrong + found.heads_differ
    ways = ", ".join(f"{name} {count}" for name, count in sorted(found.kills.items()))
    common: dict[str, Any] = {"name": "parts", "repeats": KILLS}
    return [
        common
        | {"measure": "rows lost, doubled or changed", "ours": wrong, "unit": "rows"}
        | {"n": ledger.rows, "target": "<= 0 rows", "ok": wrong == 0, "note": ways},
        common
        | {"measure": "a killed server answers again, worst", "ours": found.worst_back_s}
        | {"unit": "s", "n": found.kills["server killed"], "target": "stated", "ok": None},
    ]
