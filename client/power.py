"""How full the battery is, where there is one.

One rule: what cannot be read is None, never a guess; who is low is decided with a gap between
low and well, so that a notice does not flicker.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

LOW_PERCENT, WELL_PERCENT = 15, 20
"""A quarter of an hour on most laptops: time to find the charger."""
SUPPLIES = Path("/sys/class/power_supply")


@dataclass(frozen=True, slots=True)
class Power:
    """One reading."""

    percent: int
    """0 to 100."""
    charging: bool
    """Whether it is on a charger, full or not."""


def is_low(power: Power | None, *, was_low: bool) -> bool:
    """Whether the person is to be told; without a battery never."""
    if power is None or power.charging:
        return False
    return power.percent <= (WELL_PERCENT if was_low else LOW_PERCENT)


def read_linux(supplies: Path = SUPPLIES) -> Power | None:
    """From the kernel's files; the emptiest battery of the machine itself counts."""
    found: list[Power] = []
    for place in sorted(supplies.glob("*")) if supplies.is_dir() else ():
        # Of a mouse or a headset: the scope is "Device".
        if _text(place / "type") != "Battery" or _text(place / "scope") == "Device":
            continue
        percent = _text(place / "capacity")
        if percent.isdigit():
            discharging = _text(place / "status") == "Discharging"
            found.append(Power(min(100, int(percent)), charging=not discharging))
    return min(found, key=lambda one: one.percent, default=None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def read() -> Power | None:
    """The battery of this machine; None without one, or where the system does not say."""
    if sys.platform == "win32":
        return _read_windows()
    if sys.platform == "darwin":
        return _read_macos()
    return read_linux()


if sys.platform == "win32":

    def _read_windows() -> Power | None:
        """`GetSystemPowerStatus`. Not run on the test machines."""
        import ctypes

        class Status(ctypes.Structure):
            _fields_ = (
                ("line", ctypes.c_ubyte),
                ("flag", ctypes.c_ubyte),
                ("percent", ctypes.c_ubyte),
                ("saver", ctypes.c_ubyte),
                ("left_s", ctypes.c_uint32),
                ("full_s", ctypes.c_uint32),
            )

        status = Status()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return None
        no_battery, unknown = 128, 255
        if status.flag & no_battery or unknown in (status.percent, status.flag):
            return None
        return Power(status.percent, charging=status.line == 1)


def _read_macos() -> Power | None:
    """`pmset -g batt`. Not run on the test machines."""
    import subprocess

    try:
        done = subprocess.run(
            ["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return parse_pmset(done.stdout)


def parse_pmset(text: str) -> Power | None:
    """`pmset -g batt` as it prints; None where it names no battery."""
    import re

    found = re.search(r"(\d{1,3})%;", text)
    if found is None:
        return None
    return Power(min(100, int(found[1])), charging="'Battery Power'" not in text)
