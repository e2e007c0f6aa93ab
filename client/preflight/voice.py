"""Whether this system has a voice that reads aloud, asked in its own way.

One rule: what would read in an interview is asked for, nothing else: espeak-ng on Linux, the
system's own voices on Windows and macOS (*not run here*). What cannot be asked is None: not known.
"""

import shutil
import subprocess
import sys
from typing import Any

WITHIN_S = 4.0
"""For the system's own listing."""
TOKENS = (
    r"SOFTWARE\Microsoft\Speech_OneCore\Voices\Tokens",
    r"SOFTWARE\Microsoft\Speech\Voices\Tokens",
)
"""Where Windows keeps one key for each voice: of its newer engine, and of the older one."""


def has_voice(system: str = sys.platform) -> bool | None:
    """Whether a text could be read aloud here."""
    match system:
        case "win32":
            return _in_registry()
        case "darwin":
            return _listed(("say", "-v", "?"))
        case _:
            return shutil.which("espeak-ng") is not None


def _listed(command: tuple[str, ...]) -> bool | None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=WITHIN_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return bool(done.stdout.strip())


def _in_registry() -> bool | None:
    try:
        import winreg as found  # only Windows has it
    except ImportError:
        return None
    winreg: Any = found
    known = False
    for place in TOKENS:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                known = True
                if winreg.QueryInfoKey(key)[0]:
                    return True
        except OSError:
            continue
    return False if known else None
