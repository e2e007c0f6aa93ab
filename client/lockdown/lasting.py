"""The measures that wait for the system, with the watchdog that stands for them.

One rule: each call may take seconds (programs of the system, a disk, another process that holds the
journal), so it is never made on the window's thread; `beat` alone never waits.
"""

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from client.lockdown.guard import Guard
from client.lockdown.journal import NAME, Journal
from client.lockdown.measures import Lockdown, Measure
from client.lockdown.undoing import UNDOINGS, boot
from client.spool.lock import FileLock
from shared.events import Measure as Stood

log = logging.getLogger(__name__)

OWNER = "lockdown.owner"
"""Held, in the app's data folder, by the app whose changes stand; it dies with its process."""


@dataclass(frozen=True, slots=True)
class Entered:
    """How it came out."""

    guarded: bool
    """Whether a watchdog runs, which has to hear `beat` from now on."""
    stood: tuple[Stood, ...]
    """In the order in which they were given."""


class Lasting:
    """Entered and left, again and again; from one thread at a time."""

    def __init__(self, data_dir: Path) -> None:
        self.journal = Journal(data_dir / NAME)
        self.guard = Guard(self.journal)
        self._owner = FileLock(data_dir / OWNER)
        self._lockdown: Lockdown | None = None

    def enter(self, measures: Sequence[Measure], *, watched: bool) -> Entered:
        """Starts the watchdog where one is wanted (`watched`), and enters the measures in order."""
        guarded = watched and self._owns() and self.guard.start()
        if guarded:
            # Of an app that was killed a moment ago, whose watchdog may not have come to it yet.
            with contextlib.suppress(OSError):
                self.journal.restore(UNDOINGS, boot())
        self._lockdown = Lockdown(measures, self.journal, guarded=guarded)
        with self.guard.inherited():
            return Entered(guarded, self._lockdown.enter())

    def leave(self) -> None:
        """Everything is as before; harmless where nothing is held."""
        lockdown, self._lockdown = self._lockdown, None
        with contextlib.ExitStack() as ends:
            ends.callback(self._owner.release)
            ends.callback(self.guard.stop)
            if lockdown is not None:
                lockdown.leave()

    def beat(self) -> bool:
        """Tells the watchdog that the app lives; False where nobody listens. From any thread."""
        return self.guard.beat()

    def _owns(self) -> bool:
        """Whether no other app on this computer holds it; without a folder nothing is noted."""
        try:
            return self._owner.acquire()
        except OSError as error:
            log.warning("the lockdown's folder cannot be used: %s", error.strerror)
            return False
