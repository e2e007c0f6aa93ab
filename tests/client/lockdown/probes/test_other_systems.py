"""Windows' and macOS' readings are made from their calls; the calls are fakes here."""

import os
import sys
from typing import Any

from client.lockdown.probes.displays import Display, judge
from client.lockdown.probes.lists import known
from client.lockdown.probes.readers.macos import MacReader
from client.lockdown.probes.readers.processes import PsutilReader
from client.lockdown.probes.readers.windows import BIOS, CPU, DISK, WindowsReader, connections
from tests.client.lockdown.probes.edids import edid


class FakeWindows:
    """What Windows' calls answer."""

    def __init__(self, *, edids: tuple[bytes, ...] = (), remote: bool = False) -> None:
        self._edids, self._remote = edids, remote

    def monitors(self) -> list[tuple[str, int, int, int, int]]:
        return [(r"\\.\DISPLAY1", 0, 0, 1920, 1080), (r"\\.\DISPLAY2", 1920, 0, 1280, 720)]

    def edids(self) -> list[bytes]:
        return list(self._edids)

    def remote_session(self) -> bool:
        return self._remote

    def debugged(self) -> bool:
        return True

    def modules(self) -> list[str]:
        return [r"C:\Windows\System32\ntdll.dll", r"C:\Users\ada\hook.dll"]

    def registry(self, key: str, value: str) -> str:
        told = {
            (BIOS, "SystemManufacturer"): "Microsoft Corporation",
            (BIOS, "SystemProductName"): "Virtual Machine",
            (CPU, "ProcessorNameString"): "Intel(R) Core(TM) i7",
            (DISK, "0"): r"SCSI\Disk&Ven_Msft&Prod_Virtual_Disk\000000",
        }
        return told.get((key, value), "")

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} is not asked")


def test_windows_displays_have_their_edids_where_both_lists_fit():
    both = WindowsReader(FakeWindows(edids=(edid(), edid("MGW", "USB Capture"))), own=1).displays()
    assert [one.name for one in both] == ["DISPLAY1", "DISPLAY2"]
    assert "USB Capture: a capture card" in judge(both, known(), note_second=False).evidence
    less = WindowsReader(FakeWindows(edids=(edid(),)), own=1).displays()
    assert [one.edid for one in less] == [None, None]


def test_windows_machine_session_and_process_are_told_by_its_calls(monkeypatch):
    monkeypatch.setenv("WINDIR", r"C:\Windows")
    reader = WindowsReader(FakeWindows(remote=True), own=1)
    machine = reader.machine()
    assert machine.dmi["product_name"] == "Virtual Machine"
    assert (machine.host_may_set_it, machine.hypervisor) == (True, None)
    assert "Virtual Disk" in machine.disks[0]
    assert reader.session(("AnyDesk",)).remote
    process = reader.process()
    assert process.tracer == 1
    assert "C:/Users/ada/hook.dll" in (process.libraries or ())
    assert "C:/Windows" in process.own


class FakeMac:
    """What macOS' calls answer."""

    def __init__(self, **sysctl: str) -> None:
        self._sysctl = {name.replace("__", "."): value for name, value in sysctl.items()}

    def monitors(self) -> list[tuple[str, int, int, int, int, bool]]:
        return [("display 1", 0, 0, 1440, 900, False), ("display 2", 0, 0, 1440, 900, True)]

    def sysctl(self, name: str) -> str:
        return self._sysctl.get(name, "")

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} is not asked")


def test_a_mac_tells_of_mirrors_and_of_being_a_guest():
    guest = FakeMac(kern__hv_vmm_present="1", hw__model="VirtualMac2,1", hw__physicalcpu="4")
    reader = MacReader(guest, own=1)
    assert (
        "display 2 shows the same as display 1"
        in judge(reader.displays(), known(), note_second=True).evidence
    )
    machine = reader.machine()
    assert (machine.hypervisor, machine.cores, machine.threads) == (True, 4, None)
    assert MacReader(FakeMac(), own=1).machine().hypervisor is None
    assert reader.process().tracer is None
    assert reader.session(()).servers == ()
    assert Display("display 1", 0, 0, 1440, 900) in reader.displays()


def test_psutil_lists_this_computers_processes_and_its_connections():
    reader = PsutilReader()
    listing = reader.listing()
    assert listing is not None
    # Our own: another Python may be just beginning or ending, and has no command then.
    assert os.getpid() in {one.pid for one in listing.processes}
    told = reader.detail(os.getpid(), frozenset())
    assert told is not None
    assert told.command
    assert reader.detail(2**22 + 1, frozenset()) is None
    found = connections()
    assert found is None or all(0 < one.port < 65_536 for one in found)
    assert sys.platform == "win32" or told is None or told.original == ""
