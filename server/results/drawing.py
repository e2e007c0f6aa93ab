"""Draws a report in a process of its own, at low priority, and ends it.

One rule: whoever else asks the server for something never waits for a drawing, which keeps a
processor busy for a second or more; no more than two are drawn at once.
"""

import os
import pickle
import subprocess
import sys
import threading

from server.refusals import Refused
from server.results import report
from server.results.dossier import Dossier
from server.results.fonts import Fonts

AT_ONCE = 2
WITHIN_S = 60.0
"""The longest of reports, with 120 signals and long answers, takes five."""
_PLACES = threading.BoundedSemaphore(AT_ONCE)


def draw(dossier: Dossier, fonts: Fonts) -> bytes:
    """The PDF; refuses `overloaded` where it cannot be had in time."""
    if not _PLACES.acquire(timeout=WITHIN_S):
        raise Refused("overloaded")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "server.results.drawing"],
            input=pickle.dumps((dossier, fonts)),
            capture_output=True,
            timeout=WITHIN_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused("overloaded") from None
    finally:
        _PLACES.release()
    if done.returncode:
        # The last line alone: the others may quote what the report says.
        kind = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise RuntimeError(f"the report was not drawn: {''.join(kind).partition(':')[0]}")
    return done.stdout


def main() -> None:
    """Reads what `draw` sends, and writes the PDF."""
    if hasattr(os, "nice"):
        os.nice(5)
    dossier, fonts = pickle.load(sys.stdin.buffer)  # noqa: S301 -- written by `draw` alone
    sys.stdout.buffer.write(report.write(dossier, fonts))


if __name__ == "__main__":
    main()
