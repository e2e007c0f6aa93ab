"""What macOS tells of windows, displays, session and machine.

One rule: every call stands in the small `Api` below and returns plain values, so that what is made
of them is tested with a fake. Not run on the test machines.
"""

import os
import sys
from collections.abc import Mapping
from typing import Any, Protocol

from client.lockdown.probes.displays import Display
from client.lockdown.probes.injection import Process
from client.lockdown.probes.machine import Machine
from client.lockdown.probes.readers.linux import own_folders
from client.lockdown.probes.readers.windows import connections
from client.lockdown.probes.remote import Session
from client.lockdown.probes.windows import Stack, Window

NORMAL_LAYER = 0
SYSTEM_LAYERS = range(20, 26)
"""Of the menu bar, its items and the Dock, which the system draws over everything."""
SYSTEM_OWNERS = ("window server", "dock", "systemuiserver", "control center", "notification center")


class Api(Protocol):
    """The calls; raises OSError where one fails."""

    def windows(self) -> list[Mapping[str, Any]]:
        """`CGWindowListCopyWindowInfo(optionOnScreenOnly)`, the frontmost first."""
        ...

    def monitors(self) -> list[tuple[str, int, int, int, int, bool]]:
        """(name, left, top, width, height, whether it mirrors another) of each one in use."""
        ...

    def sysctl(self, name: str) -> str:
        """`sysctl -n`; empty where there is none of that name."""
        ...


class MacReader:
    """Readings from the calls."""

    def __init__(self, api: Api, *, own: int) -> None:
        self._api = api
        self._own = own

    def windows(self) -> Stack:
        """The lowest first, without what the system itself draws above all."""
        found = [self._window(one) for one in reversed(self._api.windows())]
        return Stack(tuple(window for window in found if window is not None))

    def displays(self) -> tuple[Display, ...]:
        """A mirror lies where its original does, so that it is told as one."""
        return tuple(
            Display(name, left, top, width, height)
            for name, left, top, width, height, _ in self._api.monitors()
        )

    def machine(self) -> Machine:
        """`kern.hv_vmm_present` is Apple's own word for a guest."""
        present = self._api.sysctl("kern.hv_vmm_present")
        cores, threads = self._api.sysctl("hw.physicalcpu"), self._api.sysctl("hw.logicalcpu")
        return Machine(
            dmi={"sys_vendor": "Apple Inc.", "product_name": self._api.sysctl("hw.model")},
            cpu_model=self._api.sysctl("machdep.cpu.brand_string"),
            hypervisor=present == "1" if present in ("0", "1") else None,
            cores=int(cores) if cores.isdigit() else None,
            threads=int(threads) if threads.isdigit() else None,
        )

    def session(self, servers: tuple[str, ...]) -> Session:
        """How this desktop is reached."""
        return Session(
            env=os.environ,
            connections=connections(),
            servers=servers,
        )

    def process(self) -> Process:
        """`P_TRACED` of the process table is not read here: whether it is debugged is not told."""
        return Process(
            tracer=None,
            env=os.environ,
            own=own_folders(),
            frozen=bool(getattr(sys, "frozen", False)),
        )

    def _window(self, told: Mapping[str, Any]) -> Window | None:
        owner = str(told.get("kCGWindowOwnerName") or "")
        layer = int(told.get("kCGWindowLayer") or NORMAL_LAYER)
        if owner.lower() in SYSTEM_OWNERS and (layer in SYSTEM_LAYERS or layer < NORMAL_LAYER):
            return None
        bounds = told.get("kCGWindowBounds") or {}
        left, top, width, height = (
            round(float(bounds.get(name, 0))) for name in ("X", "Y", "Width", "Height")
        )
        return Window(
            program=owner,
            left=left,
            top=top,
            width=width,
            height=height,
            title=str(told.get("kCGWindowName") or ""),
            ours=told.get("kCGWindowOwnerPID") == self._own,
            on_top=layer > NORMAL_LAYER,
            see_through=float(told.get("kCGWindowAlpha") or 1.0) < 1.0,
            # kCGWindowSharingNone
            hides_from_capture=told.get("kCGWindowSharingState") == 0,
        )
