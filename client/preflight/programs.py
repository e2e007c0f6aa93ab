"""Which blocked programs run on this computer now.

One rule: the list is data (`blocked.json`, the one list of the app: `client/lockdown/probes` reads
it too), a name must fit whole, and where the system does not tell what runs the answer is None:
not known.
"""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from client.preflight.rows import LeftOut, read, usable
from shared.model import Digest

LIST = Path(__file__).with_name("blocked.json")
WITHIN_S = 5.0
"""For the system's own listing."""


Does = Literal["remote", "share", "record", "answers", "types", "tampers"]
"""Steers from afar, shows the screen to others, records it, proposes answers, types by itself,
changes other programs."""

Pattern = Annotated[str, StringConstraints(pattern=r"^[^*A-Z]{3,60}\*?$")]
"""Lower case, three characters or more; `*` at the end stands for any rest."""


class BlockedFile(BaseModel):
    """An executable that is known by its content, whatever it is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: Annotated[int, Field(gt=0)]
    """Bytes: only files of such a size are hashed."""
    sha256: Digest


class Blocked(BaseModel):
    """One program of the list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=60)]
    processes: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    """Names of its processes, and of its file as its maker built it."""
    does: Does = "share"
    files: tuple[BlockedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The file."""

    version: str
    programs: tuple[Blocked, ...]
    left_out: tuple[LeftOut, ...]
    """Rows that cannot be used."""


def read_list(path: Path = LIST) -> Listing:
    """The list; raises OSError or ValueError where the file is none of ours."""
    given = read(path)
    rows, bad = usable("programs", given["programs"], TypeAdapter(Blocked))
    return Listing(str(given["version"])[:40], rows, bad)


def blocked_list(path: Path = LIST) -> tuple[Blocked, ...]:
    """Its programs; raises as `read_list` does."""
    return read_list(path).programs


def found(processes: Iterable[str], listed: tuple[Blocked, ...]) -> tuple[str, ...]:
    """Names of the listed programs among the running processes, in the list's order."""
    running = {plain_name(name) for name in processes}
    return tuple(
        one.name
        for one in listed
        if any(fits(name, pattern) for pattern in one.processes for name in running)
    )


def running() -> tuple[str, ...] | None:
    """Names of the running processes; None where the system does not tell."""
    if sys.platform == "linux":
        return _proc(Path("/proc"))
    command = (
        ["tasklist", "/fo", "csv", "/nh"] if sys.platform == "win32" else ["ps", "-axo", "comm="]
    )
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, timeout=WITHIN_S, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    first = (each.split('","')[0].strip('" ') for each in told.splitlines())
    return tuple(name for name in first if name) or None


def _proc(root: Path) -> tuple[str, ...] | None:
    names: list[str] = []
    try:
        folders = [each for each in root.iterdir() if each.name.isdigit()]
    except OSError:
        return None
    for folder in folders:
        try:
            whole = (folder / "cmdline").read_bytes().split(b"\0")[0].decode("utf-8", "replace")
            short = (folder / "comm").read_text("utf-8", errors="replace").strip()
        except OSError:
            continue  # it ended meanwhile, or is another person's
        names += [name for name in (whole, short) if name]
    return tuple(names) or None


def plain_name(name: str) -> str:
    """A path or name as the list writes it: the last part, lower case, without `.exe`."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].lower().removesuffix(".exe").strip()


def fits(name: str, pattern: str) -> bool:
    """Whether a plain name is what the pattern means."""
    start = pattern.removesuffix("*")
    return name.startswith(start) if pattern.endswith("*") else name == pattern
