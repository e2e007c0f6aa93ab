"""Who owns an X server's clipboard and selection.

One rule: the owner's process is told by the server, not by the window; contents are never read.
"""

from typing import Any

from client.lockdown.probes.clipboard import Owner
from client.lockdown.probes.readers.x11 import Server, pids_of, program_of

_SELECTIONS = (("clipboard", "CLIPBOARD"), ("selection", "PRIMARY"))


class ClipboardReader:
    """One look at both."""

    def __init__(self, server: Server, *, own: int) -> None:
        """`own`: our pid."""
        self._server = server
        self._own = own

    def __call__(self) -> tuple[Owner, ...]:
        """Raises xcffib's errors where the server cannot be asked."""
        with self._server.connection() as conn:
            owners = [(name, _owner(conn, atom)) for name, atom in _SELECTIONS]
            pids = pids_of(conn, [window for _, window in owners if window])
        return tuple(
            Owner(name, window, program_of(pid := pids.get(window, 0)), ours=pid == self._own)
            for name, window in owners
        )


def _owner(conn: Any, name: str) -> int:
    atom = conn.core.InternAtom(False, len(name), name).reply().atom
    return conn.core.GetSelectionOwner(atom).reply().owner
