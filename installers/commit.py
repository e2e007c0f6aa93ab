"""Which commit is being packed.

Standard library only: packages are made without the build's environment. One rule: whatever needs
a time takes the commit's, so that two builds of one commit are the same.
"""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def epoch() -> int:
    """SOURCE_DATE_EPOCH: what is set, else the commit's time; raises LookupError where neither
    tells."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given.isdecimal():
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        try:
            given = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            why = "This is no git checkout: set SOURCE_DATE_EPOCH to the time of what is packed."
            raise LookupError(why) from None
    return int(given)
