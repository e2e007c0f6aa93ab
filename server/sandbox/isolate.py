"""The box that isolate v2 (ioi/isolate) gives: `invigil-server runner --driver isolate`.

One rule: isolate's namespaces, groups and limits hold the program, and our filter of kernel calls
holds it as in our own box: a launcher inside sets it and then becomes the program. *Not run here*:
written against the documented command line; `selftest` decides at each start.
"""

import contextlib
import os
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from server.sandbox import seccomp
from server.sandbox.holding import broken
from server.sandbox.limits import Command, Hit, Limits, Outcome

BOXES = 64
"""Box ids that this runner takes, from `FIRST` on; isolate's own settings must have as many."""
FIRST = 100
_WITHIN_S = 20.0
"""For making a box and for putting it away."""
_LATE_S = 10.0
"""After its own limit on the wall, isolate has not ended: something is wrong with it."""
_PIECE = 65_536
_SIGNALLED = 128
_PYTHON = "/usr/bin/python3"
_INSIDE = "invigil"
_ENVIRONMENT = (("PATH", "/usr/bin:/bin"), ("HOME", "/tmp"), ("LANG", "C.UTF-8"))
_LAUNCHER = """\
import ctypes, os, sys
class Filter(ctypes.Structure):
    _fields_ = [("count", ctypes.c_ushort), ("code", ctypes.c_char_p)]
with open(sys.argv[1], "rb") as file:
    code = file.read()
libc = ctypes.CDLL(None, use_errno=True)
made = Filter(len(code) // 8, code)
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(made), 0, 0):
    sys.exit("the filter of kernel calls was refused")
os.execv(sys.argv[2], sys.argv[2:])
"""
"""PR_SET_NO_NEW_PRIVS, then PR_SET_SECCOMP with SECCOMP_MODE_FILTER."""


def version() -> str | None:
    """`isolate 2.0`; None where it is not installed."""
    program = shutil.which("isolate")
    if program is None:
        return None
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    said = (done.stdout or done.stderr).splitlines()
    return said[0].strip() if said else "isolate"


class Isolate:
    """Runs commands in isolate's boxes; safe from several threads."""

    holds_memory_by = "isolate's control group"
    holds_processes_by = "isolate"

    def __init__(self, *, program: str | None = None) -> None:
        """`program`: isolate itself."""
        self._program = program or shutil.which("isolate") or "/usr/bin/isolate"
        self._free: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(FIRST, FIRST + BOXES):
            self._free.put(number)
        self._filters = {forks: seccomp.program(forks=forks) for forks in (True, False)}

    def run(self, command: Command, limits: Limits) -> Outcome:
        """One run in a fresh box. Never raises for what the program does; a box that could not be
        made is an `Outcome` with `failure`.
        """
        files = [each.source for each in command.mounts if not each.source.is_dir()]
        if files:
            return broken(f"isolate shows folders only, not {files[0].name}")
        try:
            with self._box() as box, tempfile.TemporaryDirectory(prefix="invigil-") as kept:
                inside, meta = Path(kept, "inside"), Path(kept, "meta")
                inside.mkdir(mode=0o755)
                Path(inside, "launch.py").write_text(_LAUNCHER)
                Path(inside, "filter").write_bytes(self._filters[command.forks])
                given = self._arguments(command, limits, box=box, meta=meta, inside=inside)
                return self._held(given, command.stdin, limits, meta)
        except OSError as error:
            return broken(f"isolate could not be run ({error.strerror or error})")

    @contextlib.contextmanager
    def _box(self) -> Iterator[int]:
        """The id of a box that is there; an id whose box cannot be put away is not used again."""
        number = self._free.get()
        self._asked(number, "--init")
        try:
            yield number
        finally:
            with contextlib.suppress(OSError):
                self._asked(number, "--cleanup")
                self._free.put(number)

    def _asked(self, number: int, what: str) -> None:
        asked = [self._program, "--cg", f"--box-id={number}", what]
        try:
            done = subprocess.run(asked, capture_output=True, check=False, timeout=_WITHIN_S)
        except subprocess.TimeoutExpired:
            raise OSError(0, f"{what} took more than {_WITHIN_S:.0f} s") from None
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip()[:200]
            raise OSError(0, said or f"{what} failed")

    def _arguments(
        self, command: Command, limits: Limits, *, box: int, meta: Path, inside: Path
    ) -> list[str]:
        """isolate's arguments, the launcher and the program among them."""
        made = [self._program, "--cg", f"--box-id={box}", f"--meta={meta}", "--silent"]
        made += [f"--time={limits.cpu_s:g}", f"--wall-time={limits.wall_s:g}"]
        made += [f"--cg-mem={limits.memory_mb * 1024}", f"--processes={limits.processes}"]
        made += [f"--fsize={limits.file_mb * 1024}", f"--open-files={limits.open_files}"]
        if command.address_space:
            made.append(f"--mem={(limits.memory_mb + 64) * 1024}")
        for name, value in (*_ENVIRONMENT, *command.environment):
            made.append(f"--env={name}={value}")
        # Without the machine's own mounts below /dev: its /dev/shm has no limit of a box.
        made += ["--no-default-dirs", "--dir=dev=/dev:dev,norec", "--dir=proc=proc:fs"]
        made += [
            "--dir=tmp:tmp",
            "--dir=usr=/usr",
            "--dir=etc/alternatives=/etc/alternatives:maybe",
        ]
        for name in ("bin", "lib", "lib32", "lib64"):
            made.append(f"--dir={name}=/{name}:maybe")
        made.append(f"--dir={_INSIDE}={inside}")
        for mount in command.mounts:
            writable = ":rw" if mount.writable else ""
            made.append(f"--dir={mount.target.lstrip('/')}={mount.source}{writable}")
        made.append(f"--chdir={command.folder.lstrip('/')}")
        launched = [_PYTHON, "-I", "-S", f"/{_INSIDE}/launch.py", f"/{_INSIDE}/filter"]
        return [*made, "--run", "--", *launched, *command.argv]

    def _held(self, given: list[str], stdin: bytes, limits: Limits, meta: Path) -> Outcome:
        process = subprocess.Popen(
            given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        said = [_Reading(stream, limits, process) for stream in (process.stdout, process.stderr)]
        feeding = threading.Thread(target=_feed, args=(process.stdin, stdin), daemon=True)
        threads = [feeding, *(threading.Thread(target=one, daemon=True) for one in said)]
        for thread in threads:
            thread.start()
        try:
            code = process.wait(limits.wall_s + _LATE_S)
        except subprocess.TimeoutExpired:
            _stop(process)
            return broken("isolate did not end after its own limit")
        for thread in threads:
            thread.join(_LATE_S)
        told = _meta(meta)
        kept = [bytes(one.kept) for one in said]
        return outcome(told, code, stdout=kept[0], stderr=kept[1], full=any(o.full for o in said))


def outcome(
    told: Mapping[str, str], code: int, *, stdout: bytes, stderr: bytes, full: bool
) -> Outcome:
    """What isolate's meta file and its own exit code (0: fine, 1: the program is at fault) say.

    `full`: whether the program wrote more than it may.
    """
    failure, hit, exit_code = "", _hit(told, full=full), None
    if code > 1 or code < 0 or told.get("status") == "XX":
        if not full:
            why = told.get("message", "") or stderr.decode(errors="replace").strip()[:200]
            failure = broken(f"isolate says: {why or 'nothing'}").failure
    elif "exitsig" in told:
        exit_code = _SIGNALLED + _whole(told, "exitsig")
    elif not told.get("killed"):
        exit_code = _whole(told, "exitcode")
    return Outcome(
        exit_code=None if hit in ("time", "output") else exit_code,
        stdout=stdout,
        stderr=stderr,
        wall_ms=_ms(told, "time-wall"),
        cpu_ms=_ms(told, "time"),
        peak_kb=_whole(told, "cg-mem") or _whole(told, "max-rss"),
        hit=hit,
        failure=failure,
    )


class _Reading:
    """Reads one stream up to the limit, and stops the box above it."""

    def __init__(
        self, stream: IO[bytes], limits: Limits, process: "subprocess.Popen[bytes]"
    ) -> None:
        self._stream, self._most, self._process = stream, limits.output_bytes, process
        self.kept = bytearray()
        self.full = False

    def __call__(self) -> None:
        with self._stream, contextlib.suppress(OSError, ValueError):
            while chunk := os.read(self._stream.fileno(), _PIECE):
                self.kept += chunk[: self._most - len(self.kept)]
                if len(self.kept) >= self._most:
                    self.full = True
                    _stop(self._process)
                    return


def _feed(stream: IO[bytes], given: bytes) -> None:
    with contextlib.suppress(OSError), stream:
        rest = memoryview(given)
        while rest:
            rest = rest[os.write(stream.fileno(), rest[:_PIECE]) :]


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """isolate takes its box with it. As it is root's, it may not be ours to end; then the program
    ends at its closed output, or at its limits."""
    with contextlib.suppress(PermissionError):
        process.terminate()


def _hit(told: Mapping[str, str], *, full: bool) -> Hit:
    if full:
        return "output"
    if told.get("cg-oom-killed"):
        return "memory"
    return "time" if told.get("status") == "TO" else ""


def _meta(path: Path) -> dict[str, str]:
    """Lines of `key:value`; empty where isolate wrote none."""
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:
        return {}
    return {key: value for key, colon, value in (one.partition(":") for one in lines) if colon}


def _whole(told: Mapping[str, str], key: str) -> int:
    value = told.get(key, "")
    return int(value) if value.isdecimal() else 0


def _ms(told: Mapping[str, str], key: str) -> int:
    try:
        return round(1000 * float(told.get(key, "0")))
    except ValueError:
        return 0
