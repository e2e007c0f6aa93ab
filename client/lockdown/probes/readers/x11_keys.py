"""Where an X server's keys come from: devices and times, never which key.

One rule: a key's code is used for one thing, to tell a fresh press from a held key that repeats,
and is forgotten when the key is let go.
"""

from typing import Any

from client.lockdown.probes.keys import Keyboards, Press
from client.lockdown.probes.readers.x11 import Server

_ALL, _ALL_MASTERS = 0, 1
"""XInput's names for all devices, and for the master devices."""
KEPT_MS = 5_000
"""How far back presses are kept: a run that two looks cut in half is still whole."""
MOST = 2_000
"""Presses kept at most."""


class KeyReader:
    """Presses since a little before the last look."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._listening: Any = None
        self._held: set[tuple[int, int]] = set()
        self._presses: list[Press] = []

    def __call__(self) -> Keyboards:
        """Raises xcffib's errors where the server cannot be asked."""
        with self._server.connection() as conn:
            if self._listening is not conn:
                self._listen(conn)
            # The answer comes after all events that were on their way.
            names = self._names(conn)
            while (event := conn.poll_for_event()) is not None:
                self._take(event)
        if self._presses:
            since = self._presses[-1].at_ms - KEPT_MS
            self._presses = [one for one in self._presses if one.at_ms > since][-MOST:]
        return Keyboards(tuple(self._presses), names)

    def _listen(self, conn: Any) -> None:
        import xcffib.xinput as xi

        extension = conn(xi.key)
        extension.XIQueryVersion(2, 2).reply()
        mask = xi.XIEventMask.RawKeyPress | xi.XIEventMask.RawKeyRelease
        root = conn.get_screen_pointers()[conn.pref_screen].root
        # Raw events reach the root's listeners also while somebody has grabbed the keyboard.
        wanted = [xi.EventMask.synthetic(_ALL_MASTERS, 1, [mask])]
        extension.XISelectEvents(root, 1, wanted, is_checked=True).check()
        self._listening, self._held, self._presses = conn, set(), []

    def _take(self, event: Any) -> None:
        import xcffib.xinput as xi

        if isinstance(event, xi.RawKeyPressEvent):
            key = (event.sourceid, event.detail)
            if key not in self._held:
                self._held.add(key)
                self._presses.append(Press(event.time, event.sourceid))
        elif isinstance(event, xi.RawKeyReleaseEvent):
            self._held.discard((event.sourceid, event.detail))

    @staticmethod
    def _names(conn: Any) -> dict[int, str]:
        import xcffib.xinput as xi

        told = conn(xi.key).XIQueryDevice(_ALL).reply()
        return {
            one.deviceid: bytes(one.name.buf()).decode("utf-8", "replace") for one in told.infos
        }
