"""How each kind of change is set back, on whichever system it was made.

Standard library only: the watchdog runs it. One rule: each sets an absolute value back, so that
doing it twice, or by two processes, is the same as once.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

WITHIN_S = 5.0
"""For a program of the system's."""


def boot() -> str:
    """What changes with each boot; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def xkb_options(*, display: str, options: list[str]) -> None:
    """The keyboard options of an X server, as they were."""
    command = ["setxkbmap", "-display", display, "-option", ""]
    for option in options:
        command += ["-option", option]
    _run(command)


def registry_value(*, path: str, name: str, value: int | None) -> None:
    """A number in the current user's registry; None: it was not there. Not run here."""
    if sys.platform != "win32":
        raise OSError("no registry on this system")
    import winreg

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
        if value is not None:
            winreg.SetValueEx(key, name, 0, winreg.REG_DWORD, value)
            return
        try:
            winreg.DeleteValue(key, name)
        except FileNotFoundError:
            return


def _run(command: list[str]) -> None:
    subprocess.run(
        command,
        check=True,
        timeout=WITHIN_S,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )


UNDOINGS: Mapping[str, Callable[..., None]] = {
    "xkb_options": xkb_options,
    "registry_value": registry_value,
}
