"""Which commit is being packed.

Standard library only: packages are made without the build's environment. One rule: whatever needs
a time takes the commit's, so that two builds of one commit are the same.
"""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def epoch() -> int:
    """SOURCE_DATE_EPOCH: the commit's time, or the one that is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
