"""Gives memory back to Linux that is not needed any more: freed pieces, and code of the start.

Left alone, glibc raises by itself the size from which it asks the system, and keeps what pictures
and networks leave behind; and a library's code stays in the process though only its start ran it.
One rule: nothing is lost by either; where the system knows no such call, nothing happens.
"""

import ctypes
import re
import sys
from collections.abc import Iterable
from pathlib import Path

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Names of glibc's `malloc.h`."""
_BYTES = 64 * 1024
"""glibc's own first value; naming it keeps it from growing to 32 MB."""

CODE_EVERY_S = 5.0
"""Between two calls of `Code.let_go`. One takes 3 ms; 50 where a library came, and 15 after."""
_DONT_NEED = 4
"""Linux's MADV_DONTNEED."""
_HEAD = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s+(/.*)")

Stretch = tuple[int, int, str]
"""From and to which address, and which file."""


def keep_small() -> None:
    """Once, at the start of a process. Does nothing where the C library has no `mallopt`: macOS,
    Windows, musl."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    mallopt(_TRIM_THRESHOLD, _BYTES)
    mallopt(_MMAP_THRESHOLD, _BYTES)
    mallopt(_ARENA_MAX, 1)


class Code:
    """Lets code of libraries go that only their start ran: of MediaPipe's 39 MB its looks need 3.

    What is needed again comes back at a touch from the system's own copy of the file.
    """

    def __init__(self) -> None:
        self._seen: frozenset[Stretch] = frozenset()
        self._unchanged: frozenset[Stretch] = frozenset()

    def let_go(self) -> None:
        """Call it on a beat, and only where no library is ever unloaded: what lies at an address
        that was read a moment ago must still be that code. A beat after the last library came, code
        goes once.

        Not at once: what is just being loaded lies over addresses that were code a moment ago.
        """
        if sys.platform != "linux":
            return
        here = frozenset(code_of(_lines("maps")))
        if here != self._seen:
            self._seen, self._unchanged = here, here & frozenset(unchanged(_lines("smaps")))
            return
        madvise = ctypes.CDLL(None).madvise
        for begin, end, _ in self._unchanged:
            madvise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), _DONT_NEED)
        self._unchanged = frozenset()


def code_of(maps: Iterable[str]) -> Iterable[Stretch]:
    """The stretches that are code of files."""
    return (code for line in maps if " r-xp " in line and (code := _code(line)))


def unchanged(smaps: Iterable[str]) -> Iterable[Stretch]:
    """Those of them in which this process changed no byte."""
    stretch: Stretch | None = None
    for line in smaps:
        if "-" in line.partition(" ")[0]:
            stretch = _code(line)
        elif stretch and line.startswith("Anonymous:") and line.split()[1] == "0":
            yield stretch


def _code(line: str) -> Stretch | None:
    head = _HEAD.match(line)
    if head is None:
        return None
    begin, end, rights, inode, path = head.groups()
    code = rights == "r-xp" and inode != "0"
    return (int(begin, 16), int(end, 16), path.rstrip()) if code else None


def _lines(name: str) -> list[str]:
    text = Path("/proc/self", name).read_bytes().decode(errors="surrogateescape")
    return text.splitlines()
