"""Whether the camera or the microphone in use is a program that pretends to be one.

Pure. One rule: what is installed is told, what is *in use* is noted: many people have a virtual
camera of a meeting program, and never use it.
"""

from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation
from client.lockdown.probes.lists import Lists


@dataclass(frozen=True, slots=True)
class Devices:
    """Names of cameras and microphones."""

    used: tuple[str, ...]
    """Those that the interview uses."""
    present: tuple[str, ...] | None = None
    """Cameras of the system, with what drives them; None where they cannot be listed."""
    loopback: bool | None = None
    """Whether the driver for virtual cameras is loaded (Linux: v4l2loopback)."""


def judge(devices: Devices, lists: Lists) -> Answer:
    """In use is a violation; nothing known in use is unknown."""
    used = [one for one in devices.used if is_virtual(one, lists)]
    if used:
        return violation("devices", *(f"{plain(one, 60)} is used" for one in used))
    there = [one for one in devices.present or () if is_virtual(one, lists)]
    told = [f"{plain(one, 60)} is there, not used" for one in there]
    if devices.loopback and not there:
        told.append("a driver for virtual cameras is loaded")
    if not devices.used:
        return unknown("devices", "no camera and no microphone is used", *told)
    return ok("devices", *told)


def is_virtual(name: str, lists: Lists) -> bool:
    """Whether a device of that name is a program."""
    lower = name.lower()
    return any(part in lower for part in lists.virtual_devices)
