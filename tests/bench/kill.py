"""`kill`: a thousand `kill -9` at random moments, and what they cost.

One rule: the ledgers of both ends are compared after the last one; the age of what was lost is
measured by the victim's own clock, and one lost or doubled row is a miss.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from tests.e2e.kills import MOST_LOST_MS, Found, Killing

KILLS = int(os.environ.get("INVIGIL_BENCH_KILLS", "1000"))
SEED = int(os.environ.get("INVIGIL_BENCH_SEED", "20261129"))
"""Another one for a part of the thousand that runs beside this."""
BACK_MS = 5000


def run() -> list[dict[str, Any]]:
    """Rows lost or doubled; oldest lost key and sound; time until the question is back."""
    with tempfile.TemporaryDirectory() as folder:
        found = Killing(Path(folder), SEED).run(KILLS)
    note = f"{found.rows} rows, {found.takes} takes, {found.while_starting} kills while starting"
    wrong = found.lost_rows + found.doubled
    return [
        _row("rows lost or doubled", [wrong], limit=0, unit="rows", found=found, note=note),
        _row("oldest lost key", found.typing_ms, limit=MOST_LOST_MS, unit="ms", found=found),
        _row("lost sound", found.sound_ms, limit=MOST_LOST_MS, unit="ms", found=found),
        _row("clock moved by", found.clock_ms, limit=50, unit="ms", found=found),
        _row("question is back", found.backs_ms, limit=BACK_MS, unit="ms", found=found),
        _row("back, processor's time", found.cpu_ms, limit=BACK_MS, unit="ms", found=found),
    ]


def _row(
    measure: str, values: list[int], *, limit: int, unit: str, found: Found, note: str = ""
) -> dict[str, Any]:
    """The worst of all stands for them; the target holds for it."""
    ordered = sorted(values)
    worst = ordered[-1] if ordered else 0
    middle = ordered[len(ordered) // 2] if ordered else 0
    return {
        "name": "kill",
        "measure": measure,
        "ours": worst,
        "denominator": None,
        "ratio": None,
        "unit": unit,
        "repeats": found.kills,
        "spread": None,
        "n": len(values),
        "interval": [middle, worst],
        "target": f"<= {limit} {unit}",
        "ok": worst <= limit,
        "note": note or "the interval is from the median to the worst",
    }
