"""Holds and lets go for ever, for those who kill it: `holder.py FOLDER`.

What takes long to import is imported once: each line on standard input forks one that holds.
"""

import os
import sys
from pathlib import Path

from client.lockdown.lasting import Lasting
from client.lockdown.linux import ServerKeys


def main() -> None:
    """Says the number of each process that has begun to hold."""
    folder = Path(sys.argv[1])
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            hold(folder)
        os.waitpid(child, 0)


def hold(folder: Path) -> None:
    """Until it is killed."""
    lasting = Lasting(folder)
    while True:
        entered = lasting.enter((ServerKeys(),), watched=True)
        (stood,) = entered.stood
        assert stood.held, stood.reason
        print(os.getpid(), flush=True)
        lasting.beat()
        lasting.leave()


if __name__ == "__main__":
    main()
