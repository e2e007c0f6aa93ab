"""The machine's clocks, as the flow takes them.

One rule: the monotonic one counts sleep where the system offers that, so that a closed lid
gives no time.
"""

import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from client.exam import Now

_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")
_PROCESS = uuid4().hex


def boot_id() -> str:
    """The same within one boot; elsewhere than on Linux within one process, which is safe:
    the wall clock then counts between two runs, and never backwards."""
    try:
        return _BOOT_FILE.read_text().strip()
    except OSError:
        return _PROCESS


class SystemClocks:
    """Reads all of them at once."""

    def __init__(self) -> None:
        self._boot = boot_id()
        self._counts_sleep = getattr(time, "CLOCK_BOOTTIME", None)

    def now(self) -> Now:
        """One reading."""
        mono_s = (
            time.monotonic()
            if self._counts_sleep is None
            else time.clock_gettime(self._counts_sleep)
        )
        return Now(utc_ms=time.time_ns() // 1_000_000, mono_ms=int(mono_s * 1000), boot=self._boot)


def utc(now: Now) -> datetime:
    """The wall clock of a reading."""
    return datetime.fromtimestamp(now.utc_ms / 1000, UTC)
