"""Starts the app's own child processes: fresh ones, and none beside them.

multiprocessing puts a process of its own beside those it spawns (6 MB, and a start of Python): it
removes named semaphores and shared memory that were left behind. One rule: only pipes lie between
our processes, so nothing is left to remove; who brings in something with a name takes this out.
"""

import multiprocessing
import os
import sys
from multiprocessing.context import SpawnContext


def context() -> SpawnContext:
    """What `multiprocessing.get_context("spawn")` gives, without the tracker's process."""
    if sys.platform != "win32":
        _nothing_to_track()
    return multiprocessing.get_context("spawn")


def _nothing_to_track() -> None:
    """As in a child of ours: the tracker counts as running, its pipe leads nowhere."""
    from multiprocessing import resource_tracker

    tracker = getattr(resource_tracker, "_resource_tracker", None)
    if getattr(tracker, "_fd", 0) is None:
        tracker._fd = os.open(os.devnull, os.O_WRONLY)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
