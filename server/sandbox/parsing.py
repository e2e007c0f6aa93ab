"""Parses what strangers uploaded in a box: `parse_in_box("server.x.y", file)`.

One rule: the module gets the file on its standard input, prints what it made of it, and has no
network, no disk, no keys and no settings; whatever happens to it, here is bytes or a `BoxRefusal`.
A module says itself what it can't read: it prints one sentence as an error and exits with REFUSED.
"""

import functools
import shutil
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from server.sandbox.limits import MB, Command, Limits, Mount

if TYPE_CHECKING:
    from server.sandbox.bubblewrap import Bubblewrap

REFUSED = 65
"""Exit code of a module that refuses its file (sysexits' EX_DATAERR)."""
MAX_INPUT_BYTES = 50 * MB
PARSING = Limits(
    cpu_s=20,
    wall_s=60,
    memory_mb=512,
    processes=16,
    output_bytes=16 * MB,
    file_mb=64,
    files_mb=128,
)
"""Ten times what a real document of 200 pages takes."""
_APP = "/app"
_HITS = {
    "time": ("took_too_long", "Reading this file took too long."),
    "memory": ("too_much_memory", "Reading this file took too much memory."),
    "output": ("too_much_output", "There is more in this file than is read here."),
}


@dataclass(frozen=True, slots=True)
class BoxRefusal:
    """Why there is no result; a value, not an exception."""

    code: str
    """`too_large`, `took_too_long`, `too_much_memory`, `too_much_output`, `unreadable` or
    `box_off`. Only the last says nothing about the file."""
    reason: str
    """A sentence for whoever uploaded it; for `box_off`, for whoever runs the server."""


def box_off() -> str:
    """Why nothing can be parsed in a box on this machine; empty: it can."""
    if not sys.platform.startswith("linux"):
        return "Boxes need Linux."
    return _probed()


def parse_in_box(
    module: str, data: bytes, *, argv: Sequence[str] = (), limits: Limits = PARSING
) -> bytes | BoxRefusal:
    """What `python -m module *argv` prints with `data` as its standard input.

    `module`: one of ours, by its dotted name; it may import whatever is installed beside us.
    It may start threads, but no processes. Answers a `BoxRefusal` for everything that goes wrong.
    """
    if len(data) > MAX_INPUT_BYTES:
        return BoxRefusal("too_large", f"The file is larger than {MAX_INPUT_BYTES // MB} MB.")
    if off := box_off():
        return BoxRefusal("box_off", off)
    outcome = _box().run(command(module, argv, data), limits)
    if outcome.failure:
        return BoxRefusal("box_off", outcome.failure)
    if outcome.hit:
        return BoxRefusal(*_HITS[outcome.hit])
    said = outcome.stderr.decode(errors="replace").strip()
    if outcome.exit_code == REFUSED:
        last = said.splitlines()[-1][:500] if said else "The file cannot be read."
        return BoxRefusal("unreadable", last)
    if outcome.exit_code != 0:
        if "MemoryError" in said:
            return BoxRefusal(*_HITS["memory"])
        return BoxRefusal(
            "unreadable", "The file cannot be read: it is damaged, or not what it says."
        )
    return outcome.stdout


def command(module: str, argv: Sequence[str], data: bytes) -> Command:
    """This interpreter with our packages and the installed ones, all read-only."""
    packages = tuple(dict.fromkeys(sysconfig.get_paths()[name] for name in ("purelib", "platlib")))
    ours = Path(__file__).resolve().parents[2]
    mounts = [Mount(ours / name, f"{_APP}/{name}") for name in ("server", "shared")]
    for place in (sys.base_prefix, *packages):
        source = Path(place)
        if source.is_dir() and not source.is_relative_to("/usr"):  # that is there already
            mounts.append(Mount(source, place))
    interpreter = str(Path(getattr(sys, "_base_executable", sys.executable)).resolve())
    return Command(
        (interpreter, "-B", "-s", "-P", "-m", module, *argv),
        stdin=data,
        mounts=tuple(mounts),
        environment=(("PYTHONPATH", ":".join((_APP, *packages))), ("PYTHONUTF8", "1")),
        forks=False,
    )


@functools.cache
def _box() -> "Bubblewrap":
    # Here: the module is Linux's own, and servers on other systems say that there is no box.
    from server.sandbox.bubblewrap import Bubblewrap

    return Bubblewrap()


@functools.cache
def _probed() -> str:
    """Whether a box can be made at all: some systems forbid user namespaces."""
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed."
    outcome = _box().run(Command(("/usr/bin/true",)), Limits(cpu_s=5, wall_s=20))
    return outcome.failure
