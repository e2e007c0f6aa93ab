"""Kills an app at random moments of holding and letting go, and looks at what is left of it.

One rule: the looks are at the X server and at the folder, never at what the app says of itself.
Every fifth time the watchdog is killed with the app: then the next start of the app sets it back.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from client.lockdown import undoing
from client.lockdown.journal import NAME, Journal
from client.lockdown.lasting import OWNER
from client.lockdown.linux import options
from client.spool.lock import FileLock

ROOT = Path(__file__).resolve().parents[3]
BEFORE = ["compose:ralt", "terminate:ctrl_alt_bksp"]
"""Options that a person might have set."""
WITHIN_S = 20.0
MOMENTS_S = 0.3
"""Holding and letting go once takes about as long."""
BOTH_EVERY = 5


@dataclass
class Found:
    """What came of the kills."""

    kills: int = 0
    both: int = 0
    """In which the watchdog was killed as well."""
    held: int = 0
    """In which the keyboard was changed, or about to be, at that moment: there was a journal."""
    left: list[str] = field(default_factory=list)
    """What was not as before within twenty seconds."""
    back_ms: list[int] = field(default_factory=list)
    """From the kill until everything was as before, by the watchdog alone."""


def kill(display: str, folder: Path, *, kills: int, seed: int) -> Found:
    """Kills `kills` times; stops at the first one that leaves something."""
    chance, found, seen = random.Random(seed), Found(), set[int]()
    journal = Journal(folder / NAME)
    undoing.xkb_options(display=display, options=BEFORE)
    with _nursery(folder) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        while found.kills < kills and not found.left:
            nursery.stdin.write("one more\n")
            while (pid := int(nursery.stdout.readline())) in seen:
                pass
            seen.add(pid)
            both = found.kills % BOTH_EVERY == BOTH_EVERY - 1
            time.sleep(chance.random() * MOMENTS_S)
            os.kill(pid, signal.SIGSTOP)
            found.held += journal.path.exists()
            children = _children(pid) if both else []
            for child in children:
                if "watchdog" in _command(child):
                    os.kill(child, signal.SIGKILL)
            began_s = time.monotonic()
            os.kill(pid, signal.SIGKILL)
            found.kills += 1
            found.both += both
            if both:
                # A program of the system that was just begun ends by itself.
                _until(lambda: not any(map(_command, children)))  # noqa: B023 - asked at once
                journal.restore(undoing.UNDOINGS, undoing.boot())
            if _until(lambda: not _left(display, folder)):
                if not both:
                    found.back_ms.append(round((time.monotonic() - began_s) * 1000))
            else:
                found.left.append(f"kill {found.kills}: {_left(display, folder)}")
    return found


@contextlib.contextmanager
def _nursery(folder: Path) -> Iterator[subprocess.Popen[str]]:
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.client.lockdown.holder", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    try:
        yield nursery
    finally:
        nursery.kill()
        nursery.wait()
        for pipe in (nursery.stdin, nursery.stdout):
            assert pipe is not None
            pipe.close()


def _left(display: str, folder: Path) -> str:
    """What is not as before; empty where everything is."""
    if (folder / NAME).exists():
        return f"the journal {Journal(folder / NAME).pending()}"
    if (now := options(display)) != BEFORE:
        return f"the options {now}"
    owner = FileLock(folder / OWNER)
    if not owner.acquire():
        return "the owner's lock"
    owner.release()
    return ""


def _until(there) -> bool:
    end = time.monotonic() + WITHIN_S
    while not there():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _command(pid: int) -> str:
    """Empty for one that has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""
