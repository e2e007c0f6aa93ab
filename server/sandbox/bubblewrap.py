"""The box that Linux itself gives: bubblewrap's namespaces, seccomp, rlimits, control groups.

One rule: a program runs in new user, PID, network, IPC, UTS and mount namespaces, sees the
system's programs and what it was given, all read-only, and writes into one small `/tmp` that goes
with it. Its limits are set on the stopped first process of the box, before anything of it runs.
"""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from server.sandbox import holding, seccomp
from server.sandbox.cgroups import Group, Source
from server.sandbox.limits import MB, Command, Limits, Outcome

_INSIDE_UID = 1000
_SHARED_MEMORY = MB
"""Room in /dev/shm: a semaphore needs a page, and nobody needs more."""
_DEVICES = ("null", "zero", "full", "random", "urandom")
_ENVIRONMENT = (
    ("PATH", "/usr/bin:/bin"),
    ("HOME", "/tmp"),
    ("LANG", "C.UTF-8"),
    ("TMPDIR", "/tmp"),
)
_STATUS_BYTES = 65_536


def version() -> str | None:
    """`bubblewrap 0.8.0`; None where it is not installed or this is not Linux."""
    program = shutil.which("bwrap")
    if program is None or not hasattr(os, "pidfd_open"):
        return None
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or None


class Bubblewrap:
    """Runs commands in boxes; safe from several threads."""

    holds_processes_by = "RLIMIT_NPROC in a user namespace"

    def __init__(self, groups: Source | None = None, *, program: str | None = None) -> None:
        """`groups`: what holds memory; None: it is watched. `program`: bwrap itself."""
        self._groups = groups
        self._program = program or shutil.which("bwrap") or "/usr/bin/bwrap"
        self._filters = {forks: seccomp.program(forks=forks) for forks in (True, False)}

    @property
    def holds_memory_by(self) -> str:
        """What stops a box that takes too much memory."""
        return "watching" if self._groups is None else self._groups.name

    def run(self, command: Command, limits: Limits) -> Outcome:
        """One run in a fresh box. Never raises for what the program does; a box that could not be
        made is an `Outcome` with `failure`.
        """
        if self._groups is None:
            return self._run(command, limits, None)
        try:
            with self._groups.box(limits) as group:
                return self._run(command, limits, group)
        except OSError as error:
            return holding.broken(f"no control group could be made ({error.strerror})")

    def _run(self, command: Command, limits: Limits, group: Group | None) -> Outcome:
        try:
            with _started(self._program, command, limits, self._filters[command.forks]) as box:
                return holding.hold(box, command, limits, group)
        except OSError as error:
            return holding.broken(f"the box could not be started ({error.strerror})")


def arguments(
    command: Command, limits: Limits, *, filter_fd: int, status_fd: int, block_fd: int
) -> list[str]:
    """bwrap's arguments, the program among them."""
    made = ["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    made += ["--uid", str(_INSIDE_UID), "--gid", str(_INSIDE_UID), "--hostname", "box"]
    made += ["--seccomp", str(filter_fd), "--json-status-fd", str(status_fd)]
    made += ["--block-fd", str(block_fd)]
    for name, value in (*_ENVIRONMENT, *command.environment):
        made += ["--setenv", name, value]
    made += ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64", "libx32"):
        made += _as_here(Path("/", name))
    made += ["--dir", "/etc", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]
    for device in _DEVICES:
        made += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    made += ["--symlink", "/proc/self/fd", "/dev/fd", "--proc", "/proc"]
    made += ["--size", str(_SHARED_MEMORY), "--tmpfs", "/dev/shm"]
    made += ["--size", str(limits.files_mb * MB), "--tmpfs", "/tmp"]
    for mount in command.mounts:
        kind = "--bind" if mount.writable else "--ro-bind"
        made += [kind, str(mount.source), mount.target]
    # Last: until here it is bubblewrap that writes. `/` is a memory file system without a limit.
    return [*made, "--remount-ro", "/", "--chdir", command.folder, "--", *command.argv]


def _as_here(path: Path) -> list[str]:
    """On most systems /bin is a link into /usr, on older ones a folder."""
    if path.is_symlink():
        return ["--symlink", os.readlink(path), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.is_dir() else []


@contextlib.contextmanager
def _started(
    program: str, command: Command, limits: Limits, filter_bytes: bytes
) -> Iterator[holding.Box]:
    """A box that waits to be let go; whatever happens, nothing of it is left afterwards."""
    with _Ends() as ends:
        filter_out, filter_in = ends.pipe()
        os.write(filter_in, filter_bytes)  # far less than a pipe holds
        ends.close(filter_in)
        status_out, status_in = ends.pipe()
        block_out, block_in = ends.pipe()
        given = arguments(
            command, limits, filter_fd=filter_out, status_fd=status_in, block_fd=block_out
        )
        process = subprocess.Popen(
            [program, *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=(filter_out, status_in, block_out),
            env={},
            bufsize=0,
        )
        try:
            for end in (filter_out, status_in, block_out):
                ends.close(end)
            first = _first_process(status_out)
            if first is None:
                process.wait(5)
                assert process.stderr is not None
                why = process.stderr.read(300).decode(errors="replace").strip()
                raise OSError(0, why or "bubblewrap said nothing")
            pidfd = ends.keep(os.pidfd_open(first))
            yield holding.Box(process, first, pidfd, status=status_out, go=block_in)
        finally:
            holding.put_away(process)


def _first_process(status: int) -> int | None:
    """Process id, outside, of the box's first process: bwrap's first line about itself."""
    line = b""
    while not line.endswith(b"\n") and (chunk := os.read(status, _STATUS_BYTES)):
        line += chunk
    with contextlib.suppress(ValueError, KeyError):
        return int(json.loads(line)["child-pid"])
    return None


class _Ends:
    """Descriptors of ours, each closed exactly once: their numbers are used again by others."""

    def __init__(self) -> None:
        self._open: set[int] = set()

    def __enter__(self) -> "_Ends":
        return self

    def __exit__(self, *_: object) -> None:
        for end in tuple(self._open):
            self.close(end)

    def pipe(self) -> tuple[int, int]:
        out, into = os.pipe()
        self._open |= {out, into}
        return out, into

    def keep(self, end: int) -> int:
        self._open.add(end)
        return end

    def close(self, end: int) -> None:
        self._open.remove(end)
        os.close(end)
