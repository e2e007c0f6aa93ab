"""Holds a started box to its limits until it is over, and tells how it ended.

One rule: the limits are set on the box's first process while it still stands, so that nothing of
the program ever ran without them; whatever reaches one of them is killed with all that it started.
"""

import contextlib
import json
import math
import os
import resource
import selectors
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from server.sandbox.cgroups import Group
from server.sandbox.limits import MB, Command, Hit, Limits, Outcome

_LOOK_EVERY_S = 0.02
"""How often processes are looked at where no control group holds their memory: at 2 GB/s, which is
fast for fresh pages, a box takes 40 MB too much."""
_LOOK_AT_TIME_EVERY_S = 0.2
"""Else: only their processor time is looked at, which no limit of the kernel's adds up."""
_SLACK = 64 * MB
"""Addresses beside the memory limit, for libraries and stacks."""
_OWN = 2
"""Processes of bubblewrap in its box."""
_PAGE_KB = resource.getpagesize() // 1024
_TICK_MS = 1000 // os.sysconf("SC_CLK_TCK")
_SIGNALLED = 128
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Box:
    """A box whose first process stands still until it is let go."""

    process: subprocess.Popen[bytes]
    """bwrap itself, outside."""
    first: int
    """Process id of its first process, outside."""
    pidfd: int
    """Of that process."""
    status: int
    """Where bwrap tells how the program ended."""
    go: int
    """A byte here lets it go."""

    def kill(self) -> None:
        """The first process of a PID namespace takes all others with it."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)


def broken(why: str) -> Outcome:
    """An outcome that says nothing about the program."""
    return Outcome(None, b"", b"", 0, 0, 0, failure=f"The box did not work: {why}.")


def put_away(process: "subprocess.Popen[bytes]") -> None:
    """Ends bwrap, and with it the box, where they still are."""
    if process.returncode is None:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def hold(box: Box, command: Command, limits: Limits, group: Group | None) -> Outcome:
    """Lets the program go and waits until it is over, at most `limits.wall_s`."""
    _limit(box.first, command, limits)
    if group is not None:
        group.add(box.first)
    began = time.monotonic()
    os.write(box.go, b"1")
    watch = _Watch(box, limits, group, began)
    watch.exchange(command.stdin)
    wall_ms = round((time.monotonic() - began) * 1000)
    cpu_ms, peak_kb = _reaped(box, limits)
    cpu_ms = max(cpu_ms, watch.cpu_ms)
    peak_kb = group.peak_kb() if group is not None else max(peak_kb, watch.peak_kb)
    hit = watch.hit
    if not hit and group is not None and group.full():
        hit = "memory"
    exit_code = _exit_code(box.status)
    if exit_code == _SIGNALLED + signal.SIGXCPU or cpu_ms > limits.cpu_s * 1000:
        hit = hit or "time"
    failure = ""
    if exit_code is None and not hit:
        said = bytes(watch.kept[1]).decode(errors="replace").strip()[:200]
        failure = f"The box did not work: it was not set up ({said or 'no reason given'})."
    return Outcome(
        exit_code=None if watch.hit else exit_code,
        stdout=bytes(watch.kept[0]),
        stderr=bytes(watch.kept[1]),
        wall_ms=wall_ms,
        cpu_ms=cpu_ms,
        peak_kb=peak_kb,
        hit=hit,
        failure=failure,
    )


def _limit(pid: int, command: Command, limits: Limits) -> None:
    seconds = math.ceil(limits.cpu_s)
    memory = limits.memory_mb * MB
    values = {
        # The first ends it with a signal that tells why, the second with one that cannot be caught.
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (limits.file_mb * MB,) * 2,
        resource.RLIMIT_NOFILE: (limits.open_files,) * 2,
        resource.RLIMIT_NPROC: (limits.processes + _OWN,) * 2,
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_MEMLOCK: (0, 0),
        resource.RLIMIT_MSGQUEUE: (0, 0),
    }
    if command.address_space:
        values[resource.RLIMIT_AS] = (memory + _SLACK,) * 2
    for kind, (soft, hard) in values.items():
        most = resource.prlimit(pid, kind)[1]
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.prlimit(pid, kind, (soft, hard))


class _Watch:
    """Feeds the program and reads it, and looks at it from time to time."""

    def __init__(self, box: Box, limits: Limits, group: Group | None, began: float) -> None:
        self._box = box
        self._limits = limits
        self._group = group
        self._began = began
        self.kept = (bytearray(), bytearray())
        """Of the standard output and of the errors."""
        self.hit: Hit = ""
        self.cpu_ms = 0
        self.peak_kb = 0

    def exchange(self, given: bytes) -> None:
        """Until the box is over."""
        process = self._box.process
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        every = _LOOK_EVERY_S if self._group is None else _LOOK_AT_TIME_EVERY_S
        next_look = self._began + every
        rest = memoryview(given)
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._box.pidfd, selectors.EVENT_READ, None)
            for place, stream in enumerate((process.stdout, process.stderr)):
                os.set_blocking(stream.fileno(), False)
                waiting.register(stream, selectors.EVENT_READ, place)
            os.set_blocking(process.stdin.fileno(), False)
            waiting.register(process.stdin, selectors.EVENT_WRITE, 2)
            over = False
            while not over:
                for key, _ in waiting.select(max(0.0, next_look - time.monotonic())):
                    match key.data:
                        case None:
                            over = True
                        case 2:
                            rest = self._feed(process.stdin, rest)
                            if not rest:
                                waiting.unregister(process.stdin)
                                process.stdin.close()
                        case place:
                            if not self._read(key.fileobj, place):
                                waiting.unregister(key.fileobj)
                now = time.monotonic()
                if not over and now - self._began > self._limits.wall_s:
                    self._stop("time")
                if not over and now >= next_look:
                    self._look()
                    next_look = now + every
        for place, stream in enumerate((process.stdout, process.stderr)):
            while self._read(stream, place, ended=True):
                pass

    def _feed(self, stream: IO[bytes], rest: memoryview) -> memoryview:
        if not rest:
            return rest
        try:
            return rest[os.write(stream.fileno(), rest[:_PIECE]) :]
        except BlockingIOError:
            return rest
        except OSError:  # it reads no more
            return memoryview(b"")

    def _read(self, stream: object, place: int, *, ended: bool = False) -> bool:
        """Whether there may be more."""
        try:
            chunk = os.read(stream.fileno(), _PIECE)  # type: ignore[attr-defined]
        except BlockingIOError:
            return not ended
        except (OSError, ValueError):
            return False
        kept, most = self.kept[place], self._limits.output_bytes
        kept += chunk[: max(0, most - len(kept))]
        if len(kept) >= most and chunk:
            self._stop("output")
            return False
        return bool(chunk)

    def _look(self) -> None:
        memory_kb, cpu_ms = usage(self._box.first)
        self.cpu_ms = max(self.cpu_ms, cpu_ms)
        if self._group is None:
            self.peak_kb = max(self.peak_kb, memory_kb)
            if memory_kb > self._limits.memory_mb * 1024:
                self._stop("memory")
        if cpu_ms > (self._limits.cpu_s + 1) * 1000:
            self._stop("time")

    def _stop(self, hit: Hit) -> None:
        self.hit = self.hit or hit
        self._box.kill()


def usage(first: int) -> tuple[int, int]:
    """(memory in kB, processor time in ms) of a process and all below it, as /proc tells."""
    own_kb = shared_kb = ticks = 0
    waiting, seen = [first], set[int]()
    while waiting:
        pid = waiting.pop()
        if pid in seen:
            continue
        seen.add(pid)
        try:
            _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text().split()
            times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            for task in os.listdir(f"/proc/{pid}/task"):
                below = Path(f"/proc/{pid}/task/{task}/children").read_text()
                waiting += [int(child) for child in below.split()]
        except (OSError, ValueError):
            continue  # it has ended
        own_kb += (int(resident) - int(shared)) * _PAGE_KB
        # Libraries are shared between them and counted once.
        shared_kb = max(shared_kb, int(shared) * _PAGE_KB)
        ticks += sum(int(one) for one in times[11:15])
    return own_kb + shared_kb, ticks * _TICK_MS


def _reaped(box: Box, limits: Limits) -> tuple[int, int]:
    """(processor time in ms, most memory in kB) of all that ran, once nothing of it is left.

    The first process is handed to us by a runner that is a subreaper; else this is bwrap's share.
    """
    cpu, peak = 0.0, 0
    with contextlib.suppress(ChildProcessError):
        _, status, used = os.wait4(box.process.pid, 0)
        box.process.returncode = os.waitstatus_to_exitcode(status)
        cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss
    with contextlib.suppress(ChildProcessError):
        _, _, used = os.wait4(box.first, 0)
        cpu, peak = cpu + used.ru_utime + used.ru_stime, used.ru_maxrss
    return round(cpu * 1000), min(peak, limits.memory_mb * 1024)


def _exit_code(status: int) -> int | None:
    """As bwrap reports it: 128 + signal for a signal; None where the program never began."""
    text = b""
    os.set_blocking(status, False)
    with contextlib.suppress(OSError):
        while chunk := os.read(status, _PIECE):
            text += chunk
    for line in text.splitlines():
        with contextlib.suppress(ValueError, KeyError):
            return int(json.loads(line)["exit-code"])
    return None
