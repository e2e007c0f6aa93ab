"""A control group for each box, where this machine has them to give: memory and processes.

One rule: they are made while the runner still has the right to, and given to its user; where that
is not possible nothing fails: the driver then watches memory itself, and `selftest` says so.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from server.sandbox.limits import MB, Limits

ROOT = Path("/sys/fs/cgroup")
NAME = "invigil-runner"


class Group(Protocol):
    """The control groups of one box."""

    def add(self, pid: int) -> None:
        """Puts a process in; what it starts is in as well."""
        ...

    def full(self) -> bool:
        """Whether the memory limit was hit."""
        ...

    def peak_kb(self) -> int:
        """Most memory that was used."""
        ...


class Source(Protocol):
    """Where groups come from."""

    name: str

    def box(self, limits: Limits) -> contextlib.AbstractContextManager[Group]:
        """A group with these limits, which is gone afterwards; raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class _One:
    memory: Path
    pids: Path

    def add(self, pid: int) -> None:
        for folder in {self.memory, self.pids}:
            (folder / "cgroup.procs").write_text(str(pid))

    def full(self) -> bool:
        return _field(self.memory / "memory.events", "oom_kill") > 0

    def peak_kb(self) -> int:
        # Since Linux 5.19; before that nothing was kept.
        return _number(self.memory / "memory.peak") // 1024


@dataclass(frozen=True, slots=True)
class _Old(_One):
    def full(self) -> bool:
        return _field(self.memory / "memory.oom_control", "oom_kill") > 0

    def peak_kb(self) -> int:
        return _number(self.memory / "memory.max_usage_in_bytes") // 1024


class Version2:
    """The unified hierarchy: `root` is a folder that was delegated to this user."""

    name = "control groups v2"

    def __init__(self, root: Path) -> None:
        self._root = root

    @contextlib.contextmanager
    def box(self, limits: Limits) -> Iterator[Group]:
        """Memory without swap, and processes."""
        folder = self._root / f"box-{os.urandom(6).hex()}"
        folder.mkdir()
        try:
            (folder / "memory.max").write_text(str(limits.memory_mb * MB))
            _if_there(folder / "memory.swap.max", "0")
            _if_there(folder / "memory.oom.group", "1")
            (folder / "pids.max").write_text(str(limits.processes + 2))  # bwrap's own two
            yield _One(folder, folder)
        finally:
            _remove(folder)


class Version1:
    """The separate hierarchies of memory and pids, each with a folder of this user."""

    name = "control groups v1"

    def __init__(self, memory: Path, pids: Path) -> None:
        self._memory, self._pids = memory, pids

    @contextlib.contextmanager
    def box(self, limits: Limits) -> Iterator[Group]:
        """Memory (with swap where it is counted), and processes."""
        name = f"box-{os.urandom(6).hex()}"
        memory, pids = self._memory / name, self._pids / name
        try:
            memory.mkdir()
            pids.mkdir()
            most = str(limits.memory_mb * MB)
            (memory / "memory.limit_in_bytes").write_text(most)
            _if_there(memory / "memory.memsw.limit_in_bytes", most)
            (pids / "pids.max").write_text(str(limits.processes + 2))
            yield _Old(memory, pids)
        finally:
            _remove(memory)
            _remove(pids)


def prepare(uid: int, gid: int) -> Source | None:
    """Makes this process's folder for boxes and gives it to `uid`; None where that is not allowed.

    Called before root is given up, or as the user to whom a folder was delegated.
    """
    for attempt in (_version_2, _version_1):
        with contextlib.suppress(OSError, LookupError):
            if (found := attempt(uid, gid)) is not None:
                return found
    return None


def _version_2(uid: int, gid: int) -> Source | None:
    if not (ROOT / "cgroup.controllers").exists():
        return None
    own = next(
        line.partition("::")[2]
        for line in Path("/proc/self/cgroup").read_text().splitlines()
        if line.startswith("0::")
    )
    here = ROOT / own.lstrip("/")
    if not {"memory", "pids"} <= set((here / "cgroup.controllers").read_text().split()):
        return None
    _sweep(here)
    base = here / f"{NAME}-{os.getpid()}"
    base.mkdir()
    # A group with processes gives no controllers away: ours move into a leaf first.
    leaf = here / f"{NAME}-self-{os.getpid()}"
    leaf.mkdir()
    for pid in (here / "cgroup.procs").read_text().split():
        with contextlib.suppress(OSError):  # it may have ended
            (leaf / "cgroup.procs").write_text(pid)
    (here / "cgroup.subtree_control").write_text("+memory +pids")
    (base / "cgroup.subtree_control").write_text("+memory +pids")
    for path in (base, base / "cgroup.procs", base / "cgroup.subtree_control", here):
        _give(path, uid, gid)
    _give(here / "cgroup.procs", uid, gid)  # the common ancestor of the leaf and the boxes
    return Version2(base)


def _version_1(uid: int, gid: int) -> Source | None:
    folders: list[Path] = []
    for controller in ("memory", "pids"):
        if not (ROOT / controller / "cgroup.procs").exists():
            return None
        own = next(
            line.split(":", 2)[2]
            for line in Path("/proc/self/cgroup").read_text().splitlines()
            if controller in line.split(":", 2)[1].split(",")
        )
        here = ROOT / controller / own.lstrip("/")
        _sweep(here)
        folder = here / f"{NAME}-{os.getpid()}"
        folder.mkdir()
        _give(folder, uid, gid)
        folders.append(folder)
    return Version1(folders[0], folders[1])


def _sweep(here: Path) -> None:
    """Folders of runners that have ended: they could not remove them, being nobody by then."""
    for folder in here.glob(f"{NAME}-*"):
        if not Path("/proc", folder.name.rpartition("-")[2]).exists():
            _remove(folder)


def _give(path: Path, uid: int, gid: int) -> None:
    if os.geteuid() == 0:
        os.chown(path, uid, gid)


def _if_there(path: Path, text: str) -> None:
    # Without swap accounting the file is not there; v1 then refuses it.
    with contextlib.suppress(OSError):
        path.write_text(text)


def _number(path: Path) -> int:
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return 0


def _field(path: Path, name: str) -> int:
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.split()[:1] == [name]), 0)


def _remove(folder: Path) -> None:
    """Its processes are killed, but the kernel may need a moment to let go of them."""
    for _ in range(100):
        try:
            folder.rmdir()
        except FileNotFoundError:
            return
        except OSError:
            time.sleep(0.002)
        else:
            return
