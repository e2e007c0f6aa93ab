"""Holds and lets go for ever, for the test that kills it: `holder.py JOURNAL`.

What takes long to import is imported once: each line on standard input forks one that holds.
"""

import os
import sys
from pathlib import Path

from client.lockdown.guard import Guard
from client.lockdown.journal import Journal
from client.lockdown.linux import ServerKeys
from client.lockdown.measures import Lockdown
from client.lockdown.undoing import UNDOINGS, boot


def main() -> None:
    """Says the number of each process that has begun to hold."""
    journal = Journal(Path(sys.argv[1]))
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            hold(journal)
        os.waitpid(child, 0)


def hold(journal: Journal) -> None:
    """Until it is killed."""
    while True:
        guard = Guard(journal)
        lockdown = Lockdown([ServerKeys()], journal, guarded=guard.start())
        journal.restore(UNDOINGS, boot())
        with guard.inherited():
            (stood,) = lockdown.enter()
        assert stood.held, stood.reason
        print(os.getpid(), flush=True)
        guard.beat()
        lockdown.leave()
        guard.stop()


if __name__ == "__main__":
    main()
