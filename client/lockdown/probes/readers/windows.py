"""What Windows tells of windows, displays, session and machine.

One rule: every call stands in the small `Api` below and returns plain values, so that what is made
of them is tested with a fake. Not run on the test machines.
"""

import os
import sys
from typing import NamedTuple, Protocol

from client.lockdown.probes.displays import Display
from client.lockdown.probes.injection import Process
from client.lockdown.probes.machine import Machine, Nic
from client.lockdown.probes.readers.linux import own_folders
from client.lockdown.probes.remote import Connection, Session
from client.lockdown.probes.windows import Stack, Window

TOPMOST, LAYERED, TRANSPARENT = 0x8, 0x80000, 0x20
"""WS_EX_TOPMOST, WS_EX_LAYERED, WS_EX_TRANSPARENT."""
BIOS = r"HARDWARE\DESCRIPTION\System\BIOS"
CPU = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"
DISK = r"SYSTEM\CurrentControlSet\Services\disk\Enum"
VALUES = {
    "sys_vendor": "SystemManufacturer",
    "product_name": "SystemProductName",
    "product_version": "SystemVersion",
    "product_family": "SystemFamily",
    "board_vendor": "BaseBoardManufacturer",
    "board_name": "BaseBoardProduct",
    "bios_vendor": "BIOSVendor",
    "bios_version": "BIOSVersion",
    "chassis_type": "EnclosureType",
}


class Raw(NamedTuple):
    """One window as the calls tell it."""

    pid: int
    title: str
    left: int
    top: int
    right: int
    bottom: int
    style: int
    """Extended style."""
    affinity: int
    """Of `GetWindowDisplayAffinity`: 0 is shown in captures."""
    cloaked: bool
    """Whether the desktop manager hides it (another virtual desktop, a suspended app)."""


class Api(Protocol):
    """The calls; raises OSError where one fails."""

    def windows(self) -> list[Raw]:
        """Visible top-level windows, the topmost first (`EnumWindows`)."""
        ...

    def program(self, pid: int) -> str:
        """Name of the executable; empty where it is not told."""
        ...

    def monitors(self) -> list[tuple[str, int, int, int, int]]:
        """(device, left, top, width, height) of each active one."""
        ...

    def edids(self) -> list[bytes]:
        """Of the active monitors, in the registry's order; empty where it is not told."""
        ...

    def remote_session(self) -> bool:
        """`GetSystemMetrics(SM_REMOTESESSION)`."""
        ...

    def registry(self, key: str, value: str) -> str:
        """Of HKEY_LOCAL_MACHINE; empty where it is not there."""
        ...

    def debugged(self) -> bool:
        """`IsDebuggerPresent` or `CheckRemoteDebuggerPresent`."""
        ...

    def modules(self) -> list[str]:
        """Paths of the libraries in this process."""
        ...


class WindowsReader:
    """Readings from the calls."""

    def __init__(self, api: Api, *, own: int) -> None:
        self._api = api
        self._own = own

    def windows(self) -> Stack:
        """The lowest first."""
        found = [self._window(raw) for raw in reversed(self._api.windows()) if not raw.cloaked]
        return Stack(tuple(found))

    def displays(self) -> tuple[Display, ...]:
        """Places and EDIDs come from two lists of the same length, or the EDIDs are left out."""
        monitors, edids = self._api.monitors(), self._api.edids()
        paired = edids if len(edids) == len(monitors) else [None] * len(monitors)
        return tuple(
            Display(name.removeprefix("\\\\.\\"), left, top, width, height, edid)
            for (name, left, top, width, height), edid in zip(monitors, paired, strict=True)
        )

    def machine(self) -> Machine:
        """From the registry, and what psutil tells."""
        dmi = {
            key: text for key, name in VALUES.items() if (text := self._api.registry(BIOS, name))
        }
        disk = self._api.registry(DISK, "0").replace("_", " ")
        return Machine(
            dmi=dmi,
            cpu_model=self._api.registry(CPU, "ProcessorNameString"),
            nics=_nics(),
            disks=(disk,) if disk else (),
            battery=_battery(),
            cores=_cores(),
            threads=os.cpu_count(),
            host_may_set_it=True,
        )

    def session(self, servers: tuple[str, ...]) -> Session:
        """How this desktop is reached."""
        return Session(
            env={"SESSIONNAME": os.environ.get("SESSIONNAME", "")},
            remote=self._api.remote_session(),
            connections=connections(),
            servers=servers,
        )

    def process(self) -> Process:
        """Of this process; paths with slashes as everywhere."""
        windir = os.environ.get("WINDIR", r"C:\Windows")
        folders = (*own_folders(), windir, os.environ.get("PROGRAMFILES", r"C:\Program Files"))
        return Process(
            tracer=1 if self._api.debugged() else 0,
            env=os.environ,
            libraries=tuple(_slashes(path) for path in self._api.modules()),
            own=tuple(_slashes(folder) for folder in folders),
            frozen=bool(getattr(sys, "frozen", False)),
        )

    def _window(self, raw: Raw) -> Window:
        return Window(
            program=self._api.program(raw.pid).removesuffix(".exe"),
            left=raw.left,
            top=raw.top,
            width=max(0, raw.right - raw.left),
            height=max(0, raw.bottom - raw.top),
            title=raw.title,
            ours=raw.pid == self._own,
            on_top=bool(raw.style & TOPMOST),
            see_through=bool(raw.style & LAYERED),
            passes_clicks=bool(raw.style & TRANSPARENT and raw.style & LAYERED),
            hides_from_capture=raw.affinity != 0,
        )


def connections() -> tuple[Connection, ...] | None:
    """By psutil: established ones to ports at which somebody listens. None where it may not."""
    import psutil

    try:
        rows = psutil.net_connections("tcp")
    except psutil.Error:
        return None
    listened = {row.laddr.port for row in rows if row.status == psutil.CONN_LISTEN and row.laddr}
    return tuple(
        Connection(row.laddr.port, row.raddr.ip in ("127.0.0.1", "::1", "::ffff:127.0.0.1"))
        for row in rows
        if row.status == psutil.CONN_ESTABLISHED
        and row.laddr
        and row.raddr
        and row.laddr.port in listened
    )


def _nics() -> tuple[Nic, ...]:
    import psutil

    own_switches = ("vethernet", "vmnet", "vboxnet", "virtualbox host", "bridge", "loopback")
    found: list[Nic] = []
    for name, addresses in psutil.net_if_addrs().items():
        real = not name.lower().startswith(own_switches)
        found += [
            Nic(one.address.lower().replace("-", ":"), real)
            for one in addresses
            if one.family == psutil.AF_LINK and one.address
        ]
    return tuple(found)


def _battery() -> bool | None:
    import psutil

    look = getattr(psutil, "sensors_battery", None)
    return None if look is None else look() is not None


def _cores() -> int | None:
    import psutil

    return psutil.cpu_count(logical=False)


def _slashes(path: str) -> str:
    return path.replace("\\", "/")
