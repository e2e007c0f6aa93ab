"""Whether something reaches into this app: a debugger, libraries from elsewhere, search paths.

Pure. One rule: only what is foreign is noted: folders of the system and of this app are no
finding, and what a built app ignores by construction is told without being noted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation

PRELOADS = ("LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "DYLD_FORCE_FLAT_NAMESPACE")
"""Each library in one of them is loaded into every program that starts."""
QT_PATHS = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH")
PYTHON_PATHS = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE")
"""A built app starts its interpreter without looking at these."""
LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Where libraries are looked for first; drivers and developers set them, so they are a doubt."""
SYSTEM = ("/usr/", "/lib/", "/lib64/", "/lib32/", "/opt/", "/nix/store/", "/gnu/store/", "/snap/",
          "/System/", "/Library/", "/app/", "/run/opengl-driver/")  # fmt: skip
"""Folders that only the system's own account may write."""


@dataclass(frozen=True, slots=True)
class Process:
    """What this process tells of itself; None: not told."""

    tracer: int | None
    """Pid of the debugger; 0 without one."""
    env: Mapping[str, str] = field(default_factory=dict)
    libraries: tuple[str, ...] | None = None
    """Paths of the executable files that are mapped; None where they cannot be read."""
    own: tuple[str, ...] = ()
    """Folders of this app and of its interpreter."""
    frozen: bool = False
    """Whether this is a built app."""


def judge(process: Process) -> Answer:
    """A debugger and whatever is loaded from elsewhere are noted."""
    found: list[str] = []
    doubts: list[str] = []
    told: list[str] = []
    if process.tracer:
        found.append("a debugger holds this app")
    for name in (*PRELOADS, *QT_PATHS, *PYTHON_PATHS):
        value = process.env.get(name, "")
        if value and _foreign_in(value, process, whole=name not in QT_PATHS + PYTHON_PATHS):
            ignored = process.frozen and name in PYTHON_PATHS
            (told if ignored else found).append(
                f"{name} is set" + (", and ignored" if ignored else "")
            )
    for name in LIBRARY_PATHS:
        if _foreign_in(process.env.get(name, ""), process, whole=False):
            doubts.append(f"{name} names folders that are not the system's")
    for path in process.libraries or ():
        if is_library(path) and is_foreign(path, process):
            found.append(f"a library from elsewhere is loaded: {plain(_file(path), 60)}")
    if found:
        return violation("injection", *dict.fromkeys(found), *doubts)
    if process.tracer is None:
        doubts.append("whether a debugger holds this app cannot be told")
    if process.libraries is None:
        doubts.append("the loaded libraries cannot be listed")
    return unknown("injection", *doubts) if doubts else ok("injection", *told)


def is_library(path: str) -> bool:
    """Whether a mapped file holds code that was loaded; a deleted one counts as what it was."""
    file = _file(path)
    return path.startswith("/memfd:") or file.endswith((".so", ".dylib", ".dll")) or ".so." in file


def is_foreign(path: str, process: Process) -> bool:
    """Whether it lies where neither the system nor this app puts libraries."""
    whole = path.removesuffix(" (deleted)")
    ours = tuple(folder.rstrip("/") + "/" for folder in process.own if folder.strip("/"))
    return not whole.startswith((*SYSTEM, *ours))


def _file(path: str) -> str:
    return PurePosixPath(path.removesuffix(" (deleted)")).name


def _foreign_in(value: str, process: Process, *, whole: bool) -> bool:
    """Whether a list of paths names any that is foreign; `whole`: any name at all counts."""
    parts = [each for each in value.replace(";", ":").split(":") if each.strip()]
    if whole:
        return bool(parts)
    return any(is_foreign(each.rstrip("/") + "/", process) for each in parts)
