"""The readers of this system, each None where the system tells nothing of the kind.

One rule: whoever wants another world passes another `Readers`; nothing here is read before a look.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from client.lockdown.probes.clipboard import Owner
from client.lockdown.probes.displays import Display
from client.lockdown.probes.injection import Process
from client.lockdown.probes.keys import Keyboards
from client.lockdown.probes.machine import Machine
from client.lockdown.probes.network import Network
from client.lockdown.probes.readers.processes import process_reader
from client.lockdown.probes.remote import Session
from client.lockdown.probes.scan import ProcessReader
from client.lockdown.probes.windows import Stack


@dataclass(frozen=True, slots=True)
class Readers:
    """One world to look at; a call may raise, then its probe is unknown."""

    processes: ProcessReader | None = None
    windows: Callable[[], Stack] | None = None
    displays: Callable[[], tuple[Display, ...] | None] | None = None
    machine: Callable[[], Machine] | None = None
    session: Callable[[tuple[str, ...]], Session] | None = None
    """Given the programs for remote control that run."""
    streams: Callable[[], tuple[str, ...] | None] | None = None
    cameras: Callable[[], tuple[str, ...] | None] | None = None
    loopback: Callable[[], bool] | None = None
    process: Callable[[], Process] | None = None
    keys: Callable[[], Keyboards] | None = None
    clipboard: Callable[[], tuple[Owner, ...] | None] | None = None
    network: Callable[[], Network | None] | None = None


def readers_here() -> Readers:
    """Those of this system."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return _linux()


def _linux() -> Readers:
    from client.lockdown.probes.readers import linux, x11
    from client.lockdown.probes.readers.x11_clipboard import ClipboardReader
    from client.lockdown.probes.readers.x11_keys import KeyReader

    windows = keys = clipboard = None
    displays: Callable[[], tuple[Display, ...] | None] = linux.displays
    if x11.display_named():
        # Once and here: each probe's thread would import it else, all at the same time.
        with contextlib.suppress(ImportError):  # then each look says so
            x11.protocol()
        # A connection of its own for each: they are asked from different threads.
        windows = x11.WindowReader(x11.Server(), own=os.getpid())
        if not x11.on_wayland():
            # XWayland shows neither real outputs nor who types into others.
            keys = KeyReader(x11.Server())
            clipboard = ClipboardReader(x11.Server(), own=os.getpid())
            displays = x11.DisplayReader(x11.Server())
    return Readers(
        processes=process_reader(),
        windows=windows,
        displays=displays,
        machine=linux.machine,
        session=linux.session,
        streams=linux.streams,
        cameras=linux.cameras,
        loopback=linux.loopback,
        process=linux.process,
        keys=keys,
        clipboard=clipboard,
        network=linux.network,
    )


def _windows() -> Readers:
    """Not run on the test machines."""
    from client.lockdown.probes.readers.windows import WindowsReader
    from client.lockdown.probes.readers.windows_api import Calls

    reader = WindowsReader(Calls(), own=os.getpid())
    return Readers(
        processes=process_reader(),
        windows=reader.windows,
        displays=reader.displays,
        machine=reader.machine,
        session=reader.session,
        process=reader.process,
    )


def _macos() -> Readers:
    """Not run on the test machines."""
    from client.lockdown.probes.readers.macos import MacReader
    from client.lockdown.probes.readers.macos_api import Calls

    reader = MacReader(Calls(), own=os.getpid())
    return Readers(
        processes=process_reader(),
        windows=reader.windows,
        displays=reader.displays,
        machine=reader.machine,
        session=reader.session,
        process=reader.process,
    )
