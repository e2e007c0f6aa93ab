"""Holds sleep, idle and the closed lid off while an interview runs, where the system allows it.

One rule: what holds it ends with this process, however that ends, so a killed app never leaves a
laptop that cannot sleep; what could not be held is said, and the time is given back instead.
"""

import contextlib
import logging
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Literal

log = logging.getLogger(__name__)

WHY = "An interview is running"
LOGIND = (
    "systemd-inhibit",
    "--what=sleep:idle:handle-lid-switch",
    "--who=Invigil",
    f"--why={WHY}",
    "--mode=block",
)
SETTLE_S = 0.5
"""How long a refused inhibitor takes to end by itself."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Something of the system's own that could not be held off."""

    what: Literal["sleep_allowed", "lid_allowed", "screen_saver_allowed", "notifications_allowed"]
    """As `SystemNoted.what` names it."""
    why: str
    """With the system's name: what is held differs by it."""


def name_of(system: str) -> str:
    """What people call the system of `sys.platform`."""
    return {"win32": "Windows", "darwin": "macOS"}.get(system, "Linux")


class Awake:
    """One hold; `hold` and `release` are called from any one thread at a time."""

    def __init__(
        self, command: tuple[str, ...] | None = None, *, system: str = sys.platform
    ) -> None:
        self._command = _command() if command is None else command
        self._system = system
        self._process: subprocess.Popen[bytes] | None = None
        self._by_call = False

    def hold(self) -> tuple[Allowed, ...]:
        """What this machine may do all the same; empty where everything is held off."""
        why = self._hold()
        refused = (Allowed("sleep_allowed", f"{name_of(self._system)}: {why}"),) if why else ()
        return refused + _lid(self._system, refused=bool(why))

    def _hold(self) -> str:
        if sys.platform == "win32":
            return self._hold_windows()
        if self._process is not None and self._process.poll() is None:
            return ""
        if not self._command or shutil.which(self._command[0]) is None:
            return "The system has no way to hold sleep off."
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            return f"The system's inhibitor did not start ({error.strerror})."
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(SETTLE_S)
            self._drop()
            return "The system refused to hold sleep off."
        return ""

    def release(self) -> None:
        """Sleep is allowed again; harmless where nothing is held."""
        if sys.platform == "win32" and self._by_call:
            self._by_call = False
            _windows(0)
        self._drop()

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
            return
        process.kill()
        process.wait()

    def _hold_windows(self) -> str:
        """`SetThreadExecutionState`; a closed lid is the machine's own setting there. Not run on
        the test machines. It holds for the calling thread's life, so one that stays has to call.
        """
        self._by_call = _windows(_SYSTEM_REQUIRED | _DISPLAY_REQUIRED)
        return "" if self._by_call else "Windows refused to hold sleep off."


def _lid(system: str, *, refused: bool) -> tuple[Allowed, ...]:
    """Windows and macOS let no program hold a closed lid off; on Linux the one hold is for both."""
    match system:
        case "win32":
            why = "What a closed lid does is a setting of the machine; no program holds it off."
        case "darwin":
            why = "A closed lid means sleep, unless power and another screen are plugged in."
        case _ if refused:
            why = "The system's hold, refused or absent, is for the lid as well."
        case _:
            return ()
    return (Allowed("lid_allowed", f"{name_of(system)}: {why}"),)


_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2


def _windows(flags: int) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | flags))


def _command() -> tuple[str, ...]:
    """What holds sleep off for as long as it runs; it ends when our end of its pipe closes."""
    if sys.platform == "darwin":
        # -w: ends with us by itself. Not run on the test machines.
        return ("/usr/bin/caffeinate", "-dis", "-w", str(os.getpid()))
    return (*LOGIND, "cat") if sys.platform.startswith("linux") else ()
