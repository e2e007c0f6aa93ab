"""Measures on Linux that need no window: keys that belong to the X server itself.

One rule: what was there is read first and is the undo; where the session is no X server's, the
measure says so and changes nothing.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping

from client.lockdown import undoing
from client.lockdown.journal import Undo
from client.lockdown.measures import CannotHold

NO_SERVER_KEYS = "srvrkeys:none"
"""The option under which an X server keeps no key for itself: neither Ctrl+Alt+Fn nor
Ctrl+Alt+Backspace."""


class ServerKeys:
    """Keys by which the X server itself leads away: another console, or its own end."""

    name = "server_keys"
    of_window = False

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._display = environment.get("DISPLAY", "")
        self._wayland = bool(environment.get("WAYLAND_DISPLAY"))
        self._before: list[str] | None = None

    def undo(self) -> Undo:
        """The options that stand now; they live as long as the X server."""
        if self._wayland:
            raise CannotHold("Under Wayland no program can hold the keys of the system.")
        if not self._display:
            raise CannotHold("There is no X server here.")
        if shutil.which("setxkbmap") is None:
            raise CannotHold("setxkbmap is not installed (package x11-xkb-utils).")
        self._before = options(self._display)
        given = {"display": self._display, "options": self._before}
        return Undo("xkb_options", given, boot=undoing.boot())

    def enter(self) -> None:
        """Adds the option, and looks whether it stands."""
        try:
            _setxkbmap(self._display, "-option", NO_SERVER_KEYS)
        except (OSError, subprocess.SubprocessError):
            raise CannotHold("The X server did not take the keyboard option.") from None
        if NO_SERVER_KEYS not in options(self._display):
            raise CannotHold("The X server did not keep the keyboard option.")

    def leave(self) -> None:
        """Exactly the options that stood before."""
        if self._before is not None:
            undoing.xkb_options(display=self._display, options=self._before)
            self._before = None


def options(display: str) -> list[str]:
    """The XKB options of that X server; raises CannotHold where it does not answer."""
    try:
        told = _setxkbmap(display, "-query")
    except (OSError, subprocess.SubprocessError):
        raise CannotHold("The X server did not tell its keyboard options.") from None
    for line in told.splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "options":
            return [option for option in value.strip().split(",") if option]
    return []


def _setxkbmap(display: str, *arguments: str) -> str:
    done = subprocess.run(
        ["setxkbmap", "-display", display, *arguments],
        check=True,
        timeout=undoing.WITHIN_S,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        close_fds=False,  # see Guard.inherited
    )
    return done.stdout
