"""What must not be told: read here so that the scrubber knows it, and counted where counts tell.

One rule: looking changes nothing; an interview that is open in the app is left alone, and its name
is then known only to the file that nobody reads.
"""

import contextlib
import getpass
import os
import platform
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from client.errors import SpoolBusy, SpoolError, SpoolMissing
from client.spool.database import FILE_NAME
from client.spool.store import Spool


@dataclass(frozen=True, slots=True)
class SavedInterview:
    """One interview on this computer, without a word of it."""

    state: str
    """`unfinished`, `finished`, `not begun`, `busy`, `damaged`, or `unreadable` without rights."""
    rows_behind: int
    bytes: int
    days: int
    """Since it was last written."""


@dataclass(frozen=True, slots=True)
class Known:
    """For the scrubber: `names`, `devices`, `secrets`; for the report: `kinds` and `spools`."""

    names: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    kinds: dict[str, tuple[str, ...] | str] = field(
        default_factory=dict[str, tuple[str, ...] | str]
    )
    """Of cameras, microphones and loudspeakers; the error's name where they cannot be listed."""
    spools: tuple[SavedInterview, ...] = ()
    """The newest first, by days."""

    @property
    def open_now(self) -> bool:
        """Whether an interview is open in the app."""
        return any(one.state == "busy" for one in self.spools)


def look(spools: Path, *, listed: bool = True, now: float | None = None) -> Known:
    """What there is; `listed`: also which devices."""
    names, secrets, saved = set(_people()), set[str](), list[SavedInterview]()
    for path in spools.glob(f"*/{FILE_NAME}"):
        saved.append(_saved(path.parent, names, secrets, time.time() if now is None else now))
    saved.sort(key=lambda one: one.days)
    kinds: dict[str, tuple[str, ...] | str] = {}
    named = _computer()
    if listed:
        for what, devices in _DEVICES.items():
            try:
                found = devices()
            except Exception as error:  # a driver's, of any kind: it stands in the report
                kinds[what] = type(error).__name__
                continue
            named.update(found)
            kinds[what] = tuple(map(kind_of, found))
    return Known(
        tuple(sorted(names)), tuple(sorted(named)), tuple(sorted(secrets)), kinds, tuple(saved)
    )


def kind_of(name: str) -> str:
    """What a device is, by what its name commonly says. Pure."""
    from client.lockdown.probes.devices import is_virtual
    from client.lockdown.probes.lists import known

    lower = name.lower()
    if is_virtual(name, known()):
        return "virtual"
    for kind, words in _KINDS.items():
        if any(word in lower for word in words):
            return kind
    return "other"


_KINDS = {
    "built in": ("built-in", "built in", "integrated", "internal", "facetime", "pci", "hda"),
    "bluetooth": ("bluetooth", "bluez", "airpods", "buds", "hands-free"),
    "usb": ("usb", "webcam", "logitech", "headset", "jabra", "poly"),
    "display": ("hdmi", "displayport"),
    "numbered": ("camera 1", "camera 2", "camera 3"),
}


def _cameras() -> Iterable[str]:
    from client.proctor.supervisor import cameras

    return [one.name for one in cameras()]


def _microphones() -> Iterable[str]:
    from client.speech.devices import microphones

    return [one.name for one in microphones()]


def _speakers() -> Iterable[str]:
    from client.speech.devices import speakers

    return [one.name for one in speakers()]


_DEVICES: dict[str, Callable[[], Iterable[str]]] = {
    "cameras": _cameras,
    "microphones": _microphones,
    "speakers": _speakers,
}


def _people() -> Iterable[str]:
    """The account, and the person behind it."""
    with contextlib.suppress(Exception):  # no entry for this user id, no variables
        yield getpass.getuser()
    yield Path.home().name
    with contextlib.suppress(ImportError, KeyError):
        import pwd

        yield pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]


def _computer() -> set[str]:
    full = (socket.gethostname(), platform.node())
    return {*full, *(name.split(".")[0] for name in full)}


def _saved(folder: Path, names: set[str], secrets: set[str], now: float) -> SavedInterview:
    # Its folder is named after it; a number says who it is to whoever has the server.
    secrets.add(folder.name.partition("-")[0])
    size = days = behind = 0
    try:
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        days = max(0, int((now - (folder / FILE_NAME).stat().st_mtime) // 86_400))
        with Spool.open(folder) as spool:
            grant = spool.grant
            names.add(grant.candidate_name)
            secrets.update((grant.session, grant.token, grant.nonce, grant.key))
            state = "finished" if spool.finished else "unfinished"
            behind = spool.backlog().rows
    except SpoolBusy:
        state = "busy"
    except SpoolMissing:
        state = "not begun"
    except SpoolError:
        state = "damaged"
    except OSError:
        state = "unreadable"
    return SavedInterview(state, behind, size, days)
