"""`python -m client.lockdown.watchdog JOURNAL OWNER`: sets the computer back when the app is gone.

Standard library only, so that nothing of the app's can take it down. One rule: it hears the app on
its standard input; the end of that, or a long silence, is the app's end however it came about.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from client.lockdown.journal import Journal
from client.lockdown.undoing import UNDOINGS, boot

SILENT_AFTER_S = 30.0
"""An app that is stopped or hangs for so long holds nobody's computer any longer."""
TRIES = 5
_PAUSE_S = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Waits for the app's end; 0 where everything is as it was."""
    path, owner = sys.argv[1:] if arguments is None else arguments
    # The session's end reaches every program at once: this one still has something to do.
    for name in ("SIGINT", "SIGHUP", "SIGTERM"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    _until_gone(sys.stdin.fileno())
    for _ in range(TRIES):
        if not Journal(Path(path)).restore(UNDOINGS, boot(), by=owner):
            return 0
        threading.Event().wait(_PAUSE_S)
    return 1


def _until_gone(pipe: int) -> None:
    while True:
        # On Windows only sockets can be waited for with a limit: there the end alone counts.
        if sys.platform != "win32" and not select.select([pipe], [], [], SILENT_AFTER_S)[0]:
            return
        if not os.read(pipe, 4096):
            return


if __name__ == "__main__":
    sys.exit(main())
