"""`python -m tests.client.updates.kills take|back TEMPLATE OUT ARCHIVE BUILD KEY`.

An update is killed before each step that changes the disk or starts a program, each time in a
fresh copy of TEMPLATE. One rule: the kill is SIGKILL in a process of its own, so that no `finally`
of ours runs; the copy in which nothing was left to kill is the last.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from client.updates.swap import Place, back, started, take

STEPS = frozenset(
    {
        *("os.rename", "os.symlink", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.utime"),
        *("subprocess.Popen",),
    }
)


def killed_before(step: int, work: Callable[[], object]) -> bool:
    """Whether `work` had that many steps, and was killed before the last of them."""
    if not (child := os.fork()):
        left = step

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes or event in STEPS:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            work()
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, -signal.SIGKILL):
        raise SystemExit(f"step {step}: the update ended with {status}")
    return status != 0


def main(what: str, template: str, out: str, archive: str, build: str, key: str) -> None:
    """Says nothing; leaves the copies, numbered from 1."""
    for step in count(1):
        place = Place(Path(out) / str(step))
        shutil.copytree(template, place.base, symlinks=True)

        def work(place: Place = place) -> object:
            if what == "back":
                return back(place)
            return take(place, Path(archive), "0.2.0", build=build, keys=[key], starts=started)

        if not killed_before(step, work):
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
