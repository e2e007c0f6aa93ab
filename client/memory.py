"""Has the C library of Linux give freed memory back to the system.

One rule: once, at the start of a process. Left alone, glibc raises by itself the size from which
it asks the system, and keeps what pictures and networks leave behind.
"""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Names of glibc's `malloc.h`."""
_BYTES = 64 * 1024
"""glibc's own first value; naming it keeps it from growing to 32 MB."""


def keep_small() -> None:
    """Does nothing where the C library has no `mallopt`: macOS, Windows, musl."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    mallopt(_TRIM_THRESHOLD, _BYTES)
    mallopt(_MMAP_THRESHOLD, _BYTES)
    mallopt(_ARENA_MAX, 1)
