"""`dev.py check`: the committed openapi.json is what the server says today.

One rule: it only compares; `python -m server openapi --out server/dashboard/openapi.json` renews.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

COMMITTED = Path("server/dashboard/openapi.json")


def main() -> int:
    """0 when both are the same, else 1 with the command that renews it."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "openapi.json"
        command = [sys.executable, "-m", "server", "openapi", "--out", str(fresh)]
        subprocess.run(command, check=True)
        if fresh.read_bytes() == COMMITTED.read_bytes():
            return 0
    print(
        f"{COMMITTED} is out of date: python -m server openapi --out {COMMITTED}", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
