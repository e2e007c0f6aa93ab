"""Starts the watchdog beside the app, and tells it once in a while that the app lives.

One rule: no watchdog, no measure that outlives the process; the interview goes on without it.
"""

import contextlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from client.lockdown.journal import Journal


class Guard:
    """One watchdog process; its standard input is our sign of life."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Of the watchdog, while it runs."""
        process = self._process
        return None if process is None or process.poll() is not None else process.pid

    def start(self) -> bool:
        """Whether it runs now; it answers for what is noted from now on."""
        if self.pid is None:
            self._journal.owner = secrets.token_hex(8)
            with contextlib.suppress(OSError):
                self._process = subprocess.Popen(
                    _command(self._journal),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    # A signal to the app's group is none of its business.
                    start_new_session=True,
                )
        return self.pid is not None

    @contextlib.contextmanager
    def inherited(self) -> Iterator[None]:
        """Programs started meanwhile with their files left open count as the app's life: one that
        is about to change something outlives a killed app, and is to be set back after it."""
        process = self._process
        if process is None or process.stdin is None:
            yield
            return
        os.set_inheritable(process.stdin.fileno(), True)
        try:
            yield
        finally:
            os.set_inheritable(process.stdin.fileno(), False)

    def beat(self) -> bool:
        """Says that the app lives; False where nobody listens any more."""
        process = self._process
        if process is None or process.stdin is None or process.poll() is not None:
            return False
        try:
            process.stdin.write(b".")
            process.stdin.flush()
        except OSError:
            return False
        return True

    def stop(self) -> None:
        """Everything was left: it looks once more, finds nothing, and ends."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)


def _command(journal: Journal) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "watchdog", str(journal.path), journal.owner]
    # The folder that `client` lies in, whatever the working folder is.
    root = str(Path(__file__).resolve().parents[2])
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from client.lockdown import watchdog"
    command = [sys.executable, "-c", f"{start}; sys.exit(watchdog.main())", root]
    return [*command, str(journal.path), journal.owner]
