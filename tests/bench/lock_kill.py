"""`lock-kill`: five hundred `kill -9` while the lockdown is entered and left, and what they leave.

One rule: a kill leaves nothing when the X server's options, the journal and the owner's lock are as
before, asked of themselves; one leftover is a miss.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from tests.client.lockdown.lock_kills import kill

KILLS = int(os.environ.get("INVIGIL_LOCK_KILLS", "500"))
SEED = int(os.environ.get("INVIGIL_BENCH_SEED", "20261130"))


def run() -> list[dict[str, Any]]:
    """Leftovers, and how long it takes until everything is as before."""
    with tempfile.TemporaryDirectory() as folder:
        found = kill(os.environ["DISPLAY"], Path(folder), kills=KILLS, seed=SEED)
    back = sorted(found.back_ms)
    note = (
        f"seed {SEED}; something was held at {found.held} of them; the watchdog was killed too at "
        f"{found.both}"
    )
    row = {"name": "lock-kill", "denominator": None, "ratio": None, "spread": None}
    row |= {"repeats": found.kills}
    return [
        row
        | {
            "measure": "leftovers",
            "ours": len(found.left),
            "unit": "kills",
            "n": found.kills,
            "interval": [0, len(found.left)],
            "target": "0",
            "ok": not found.left and found.kills == KILLS,
            "note": "; ".join([note, *found.left]),
        },
        row
        | {
            "measure": "as before, by the watchdog",
            "ours": back[len(back) // 2] if back else None,
            "unit": "ms",
            "n": len(back),
            "interval": [back[0], back[-1]] if back else None,
            "target": "",
            "ok": None,
            "note": "the interval is from the quickest to the slowest",
        },
    ]
