"""What one run in a box is given, may use, and came to.

One rule: pure values. The drivers hold a program to `Limits`; what an `Outcome` means for a mark is
decided in `judging`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one run may use. Every field binds, or the driver refuses to run."""

    cpu_s: float = 5.0
    """Processor time of all its processes together; above it the run has hit `time`."""
    wall_s: float = 15.0
    """By the clock on the wall; then everything in the box is killed."""
    memory_mb: int = 256
    """Of all its processes together, with what it wrote into memory file systems."""
    processes: int = 64
    """Processes and threads at once."""
    output_bytes: int = MB
    """Of the standard output, and as much again of the errors; then everything is killed."""
    file_mb: int = 16
    """Largest single file."""
    files_mb: int = 32
    """All files in `/tmp` together."""
    open_files: int = 256
    """Open descriptors of one process."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file or folder of this machine that the box sees."""

    source: Path
    target: str
    """Absolute path inside."""
    writable: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One program to run in a box."""

    argv: tuple[str, ...]
    """The program by its absolute path inside the box, and its arguments."""
    stdin: bytes = b""
    mounts: tuple[Mount, ...] = ()
    """Beside the system's programs, which are always there and cannot be written."""
    environment: tuple[tuple[str, str], ...] = ()
    """All of it: nothing of ours is passed on."""
    folder: str = "/tmp"
    """Where it starts."""
    address_space: bool = True
    """Whether the memory limit also bounds addresses (RLIMIT_AS). Not for Java, Node.js and Go,
    which reserve many times what they use."""
    forks: bool = True
    """Whether it may start processes; threads it always may."""


Hit = Literal["", "time", "memory", "output"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    exit_code: int | None
    """None where it was killed by us, or never began."""
    stdout: bytes
    stderr: bytes
    wall_ms: int
    cpu_ms: int
    peak_kb: int
    """Most memory seen; 0 where it was not measured."""
    hit: Hit = ""
    """The limit that ended it."""
    failure: str = ""
    """Why the box itself did not work, in a sentence; empty: it did. Never the program's fault."""
