"""Tries to break out of the boxes of this machine, at every start of the runner.

One rule: a limit that does not bind switches execution off, by its name. Each probe is a program
that does the harm; it is judged by what it reached, not by what it was told.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from server.sandbox.engine import Box
from server.sandbox.limits import MB, Command, Limits, Outcome
from server.sandbox.wire import Off

LIMITS = Limits(
    cpu_s=3, wall_s=12, memory_mb=128, processes=24, output_bytes=MB, file_mb=4, files_mb=8
)


@dataclass(frozen=True, slots=True)
class Probe:
    """One attempt."""

    limit: str
    """What should hold."""
    program: str
    """Python that tries; prints `REACHED` where it got what it must not get."""
    limits: Limits = LIMITS
    holds: Callable[[Outcome], bool] = lambda outcome: outcome.exit_code == 0
    """Whether a run that did not print REACHED ended as it should."""


def _stopped(hit: str) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.hit == hit


def _ended(_outcome: Outcome) -> bool:
    return True


PROBES = (
    Probe(
        "processes",
        "import os, time\nmade = 0\ntry:\n    while made < 200:\n        if os.fork() == 0:\n"
        "            time.sleep(20)\n            os._exit(0)\n        made += 1\n"
        "except OSError:\n    pass\nprint('REACHED' if made > 24 else made, flush=True)\n",
        # A fork costs more memory than it seems: this probe is about their number.
        limits=replace(LIMITS, memory_mb=512),
    ),
    Probe(
        "memory",
        # Each alone stays below what one process may address; who is left holds 60 MB.
        "import os, time\nout, into = os.pipe()\n"
        "for _ in range(8):\n    if os.fork() == 0:\n"
        "        held = b'x' * (60 * 2**20)\n        time.sleep(1.5)\n"
        "        os.write(into, b'h')\n        os._exit(0)\n"
        "os.close(into)\nleft = 0\nwhile os.read(out, 1):\n    left += 1\n"
        "print('REACHED' if left > 3 else left, flush=True)\n",
        holds=_ended,
    ),
    Probe(
        "shared memory",
        "try:\n    with open('/dev/shm/x', 'wb') as file:\n        for _ in range(16):\n"
        "            file.write(b'x' * 2**20)\n            file.flush()\n    print('REACHED')\n"
        "except OSError:\n    pass\n",
    ),
    Probe(
        "file size",
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try:\n    with open('/tmp/x', 'wb') as file:\n        file.write(b'x' * (5 * 2**20))\n"
        "    print('REACHED')\nexcept OSError:\n    pass\n",
    ),
    Probe(
        "files together",
        "try:\n    for n in range(6):\n        open(f'/tmp/{n}', 'wb').write(b'x' * (3 * 2**20))\n"
        "    print('REACHED')\nexcept OSError:\n    pass\n",
    ),
    Probe(
        "read-only files",
        "import os\nfor place in ('/', '/usr', '/etc', '/dev', '/proc', '/usr/bin', '/bin'):\n"
        "    try:\n        open(place + '/invigil', 'w').close()\n        print('REACHED', place)\n"
        "    except OSError:\n        pass\n",
    ),
    Probe(
        "files of this machine",
        "import os\nplaces = ('/root', '/home', '/var', '/etc/passwd', '/run', '/sys')\n"
        "print(*('REACHED ' + place for place in places if os.path.exists(place)))\n",
    ),
    Probe(
        "network",
        "import socket\nfor family in (socket.AF_INET, socket.AF_INET6, 16, 17):\n    try:\n"
        "        socket.socket(family, socket.SOCK_DGRAM)\n        print('REACHED', family)\n"
        "    except OSError:\n        pass\n",
    ),
    Probe(
        "other processes",
        "import os\nseen = [pid for pid in os.listdir('/proc') if pid.isdigit()]\n"
        "print('REACHED' if len(seen) > 3 else 'alone')\n",
    ),
    Probe(
        "namespaces",
        "import ctypes\nlibc = ctypes.CDLL(None)\n"
        "print('REACHED' if libc.unshare(0x10000000) == 0 else 'refused')\n",
    ),
    Probe(
        "rights",
        "import os\nlines = dict(line.split(':', 1) for line in open('/proc/self/status'))\n"
        "bad = os.getuid() == 0 or int(lines['CapEff'], 16) or lines['NoNewPrivs'].strip() != '1'\n"
        "print('REACHED' if bad or lines['Seccomp'].strip() != '2' else 'none')\n",
    ),
    Probe("output", "while True:\n    print('x' * 4096)\n", holds=_stopped("output")),
    Probe(
        "processor time",
        "while True:\n    pass\n",
        limits=replace(LIMITS, cpu_s=1, wall_s=60),
        holds=_stopped("time"),
    ),
    Probe(
        "time",
        "import time\ntime.sleep(30)\nprint('REACHED')\n",
        limits=replace(LIMITS, wall_s=1),
        holds=_stopped("time"),
    ),
)


def run(box: Box, python: str, *, probes: tuple[Probe, ...] = PROBES) -> list[Off]:
    """What does not hold here; empty: everything does. `python`: an interpreter in the box."""

    def tried(probe: Probe) -> Off | None:
        outcome = box.run(Command((python, "-I", "-c", probe.program)), probe.limits)
        if outcome.failure:
            return Off(name="all", reason=f"No box can be made: {outcome.failure}")
        reached = b"REACHED" in outcome.stdout
        if not reached and probe.holds(outcome):
            return None
        return Off(name="all", reason=f"The limit on {probe.limit} does not hold on this machine.")

    with ThreadPoolExecutor(4) as pool:
        return [off for off in pool.map(tried, probes) if off is not None]
