"""What Linux tells of its machine, session, devices and of this process: `/sys`, `/proc`, loginctl.

One rule: every file may be missing or unreadable; what cannot be read is None or empty, and `root`
stands for `/` so that tests read other machines.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from client.lockdown.probes.capture import screen_streams
from client.lockdown.probes.displays import Display
from client.lockdown.probes.injection import Process
from client.lockdown.probes.machine import Machine, Nic
from client.lockdown.probes.network import Network
from client.lockdown.probes.remote import Connection, Session

DMI = ("sys_vendor", "product_name", "product_version", "product_family", "board_vendor",
       "board_name", "bios_vendor", "bios_version", "chassis_vendor", "chassis_type")  # fmt: skip
WITHIN_S = 2.0
"""For loginctl and pw-dump."""
_ESTABLISHED, _LISTEN = "01", "0A"


def machine(root: Path = Path("/")) -> Machine:
    """Firmware, processor, devices and sensors."""
    sys_, dmi = root / "sys", root / "sys/class/dmi/id"
    cpu = processors(_text(root / "proc/cpuinfo"))
    # Xen's first guest is the desktop of a real machine, with its devices; only it may steer Xen.
    host = "control_d" in _text(root / "proc/xen/capabilities")
    cores, sockets, threads = _topology(sys_ / "devices/system/cpu")
    return Machine(
        dmi={name: text for name in DMI if (text := _text(dmi / name))},
        cpu_model=cpu.get("model name", cpu.get("hardware", "")),
        hypervisor="hypervisor" in cpu["flags"].split() if "flags" in cpu else None,
        sockets=sockets,
        cores=cores,
        threads=threads,
        nics=tuple(_nics(sys_ / "class/net")),
        disks=tuple(_disks(sys_ / "block")),
        pci=tuple(_pci(sys_ / "bus/pci/devices")),
        marks=() if host else tuple(_marks(sys_)),
        host_may_set_it=host,
        battery=_battery(sys_ / "class/power_supply"),
        sensors=_sensors(sys_),
    )


_TUNNELS = ("65534", "512", "776", "778", "768", "769")
"""Kernel's kinds of devices: tun and WireGuard, PPP, SIT, GRE, and IP in IP."""
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def network(root: Path = Path("/"), environ: Mapping[str, str] = os.environ) -> Network | None:
    """Routes, devices, name servers and proxies; None where routes cannot be read."""
    try:
        routes = (root / "proc/net/route").read_text("utf-8", errors="replace").splitlines()[1:]
    except OSError:
        return None
    fields = [line.split() for line in routes]
    ways = {one[0] for one in fields if len(one) > 7 and one[1] == one[7] == "00000000"}
    for line in _text(root / "proc/net/ipv6_route").splitlines():
        one = line.split()
        if len(one) > 9 and set(one[0]) == {"0"} and one[1] == "00" and one[9] != "lo":
            ways.add(one[9])
    tunnels = {
        path.name
        for path in (root / "sys/class/net").glob("*")
        if _text(path / "type") in _TUNNELS and _text(path / "operstate") != "down"
    }
    lines = (line.split() for line in _text(root / "etc/resolv.conf").splitlines())
    resolvers = {one[1] for one in lines if len(one) > 1 and one[0] == "nameserver"}
    proxy = any(environ.get(name) or environ.get(name.upper()) for name in _PROXIES)
    return Network(frozenset(ways), frozenset(tunnels), frozenset(resolvers), proxy)


def processors(cpuinfo: str) -> dict[str, str]:
    """The first processor's lines of `/proc/cpuinfo`, names in lower case."""
    first = cpuinfo.strip().partition("\n\n")[0]
    pairs = (line.partition(":") for line in first.splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def session(servers: tuple[str, ...], root: Path = Path("/")) -> Session:
    """How this desktop is reached; `servers`: programs for remote control that run."""
    return Session(
        env=os.environ,
        remote=_remote(),
        display=os.environ.get("DISPLAY", ""),
        connections=connections(root / "proc/net"),
        servers=servers,
    )


def connections(net: Path) -> tuple[Connection, ...] | None:
    """Of `/proc/net/tcp` and `tcp6`: established ones to ports at which somebody listens."""
    rows = [*_rows(net / "tcp"), *_rows(net / "tcp6")]
    if not rows:
        return None
    listened = {port for port, _, state in rows if state == _LISTEN}
    return tuple(
        Connection(port, from_here=_is_loopback(far))
        for port, far, state in rows
        if state == _ESTABLISHED and port in listened
    )


def streams() -> tuple[str, ...] | None:
    """Who is given the screen by PipeWire; None where it is not there or does not answer."""
    if shutil.which("pw-dump") is None:
        return None
    told = _run(["pw-dump", "--no-colors"])
    try:
        return None if told is None else screen_streams(told)
    except ValueError:
        return None


def cameras(root: Path = Path("/")) -> tuple[str, ...] | None:
    """Names of video devices; None where the kernel lists none at all."""
    folder = root / "sys/class/video4linux"
    if not folder.is_dir():
        return ()
    return tuple(name for place in sorted(folder.iterdir()) if (name := _text(place / "name")))


def loopback(root: Path = Path("/")) -> bool:
    """Whether the driver for virtual cameras is loaded."""
    return (root / "sys/module/v4l2loopback").exists()


def displays(root: Path = Path("/")) -> tuple[Display, ...] | None:
    """Outputs of the kernel that are lit; None where it tells of none (no driver)."""
    folder = root / "sys/class/drm"
    places = [place for place in sorted(folder.glob("card*-*")) if (place / "status").exists()]
    if not places:
        return None
    return tuple(
        Display(place.name.partition("-")[2], edid=_bytes(place / "edid") or None)
        for place in places
        if _text(place / "status") == "connected" and _text(place / "enabled") == "enabled"
    )


def process(root: Path = Path("/"), env: Mapping[str, str] | None = None) -> Process:
    """Of this process."""
    return Process(
        tracer=tracer(_text(root / "proc/self/status")),
        env=os.environ if env is None else env,
        libraries=mapped(_text(root / "proc/self/maps")),
        own=own_folders(),
        frozen=bool(getattr(sys, "frozen", False)),
    )


def own_folders() -> tuple[str, ...]:
    """Of this app and its interpreter, also as links lead there."""
    app = Path(__file__).resolve().parents[4]
    found = [sys.prefix, sys.base_prefix, sys.exec_prefix, str(app), getattr(sys, "_MEIPASS", "")]
    return tuple(dict.fromkeys(
        place for one in found if one for place in (one, os.path.realpath(one)) if place != "/"
    ))  # fmt: skip


def tracer(status: str) -> int | None:
    """`TracerPid` of `/proc/self/status`; None where it is not told."""
    for line in status.splitlines():
        name, _, value = line.partition(":")
        if name == "TracerPid" and value.strip().isdigit():
            return int(value)
    return None


def mapped(maps: str) -> tuple[str, ...] | None:
    """Files of `/proc/self/maps` that are mapped to be executed; None where it is empty."""
    found: list[str] = []
    for line in maps.splitlines():
        fields = line.split(None, 5)
        if len(fields) == 6 and "x" in fields[1] and fields[5].startswith("/"):
            found.append(fields[5])
    return tuple(dict.fromkeys(found)) if maps else None


def _text(path: Path) -> str:
    return _bytes(path).decode("utf-8", "replace").strip()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _run(command: list[str]) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WITHIN_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _remote() -> bool | None:
    number = os.environ.get("XDG_SESSION_ID", "")
    if not number or shutil.which("loginctl") is None:
        return None
    told = _run(["loginctl", "show-session", number, "--property=Remote", "--value"])
    return None if told is None or told.strip() not in ("yes", "no") else told.strip() == "yes"


def _rows(path: Path) -> list[tuple[int, str, str]]:
    """(our port, the other end's address, state) of each line."""
    found: list[tuple[int, str, str]] = []
    for line in _text(path).splitlines()[1:]:
        fields = line.split()
        if len(fields) > 3 and ":" in fields[1] and ":" in fields[2]:
            far = fields[2].rpartition(":")[0]
            found.append((int(fields[1].rpartition(":")[2], 16), far, fields[3]))
    return found


def _is_loopback(address: str) -> bool:
    """As the kernel writes it: groups of four bytes, each turned around."""
    try:
        raw = bytes.fromhex(address)
    except ValueError:
        return False
    plain = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    if len(plain) == 16 and plain[:12] == b"\0" * 10 + b"\xff\xff":
        plain = plain[12:]
    return (
        plain[:1] == b"\x7f"
        if len(plain) == 4
        else plain == socket.inet_pton(socket.AF_INET6, "::1")
    )


def _topology(folder: Path) -> tuple[int | None, int | None, int | None]:
    """(cores, sockets, threads)."""
    seen: set[tuple[str, str]] = set()
    count = 0
    for place in folder.glob("cpu[0-9]*"):
        socket_, core = (
            _text(place / "topology/physical_package_id"),
            _text(place / "topology/core_id"),
        )
        if socket_ and core:
            seen.add((socket_, core))
            count += 1
    if not seen:
        return None, None, None
    return len(seen), len({socket_ for socket_, _ in seen}), count


def _nics(folder: Path) -> Iterator[Nic]:
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        mac = _text(place / "address").lower()
        if mac and mac != "00:00:00:00:00:00":
            yield Nic(mac, real=(place / "device").exists())


def _disks(folder: Path) -> Iterator[str]:
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if place.name.startswith(("loop", "ram", "zram", "dm-", "md", "sr", "fd")):
            continue
        named = f"{_text(place / 'device/vendor')} {_text(place / 'device/model')}".strip()
        if place.name.startswith("vd"):
            named = f"virtio {named}".strip()
        elif place.name.startswith("xvd"):
            named = f"xen {named}".strip()
        if named:
            yield named


def _pci(folder: Path) -> Iterator[str]:
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        vendor = _text(place / "vendor").removeprefix("0x").lower()
        device = _text(place / "device").removeprefix("0x").lower()
        if vendor:
            yield f"{vendor}:{device}"


def _marks(sys_: Path) -> Iterator[str]:
    if (sys_ / "firmware/qemu_fw_cfg").exists():
        yield "qemu_fw_cfg"
    if _text(sys_ / "hypervisor/type") == "xen":
        yield "xen"
    if (sys_ / "firmware/acpi/tables/WAET").exists():
        yield "waet"
    if any((sys_ / "bus/vmbus/devices").glob("*")):
        yield "vmbus"
    if any((sys_ / "bus/acpi/devices").glob("VMGENCTR*")):
        yield "vmgenid"


def _battery(folder: Path) -> bool | None:
    if not folder.is_dir():
        return None
    kinds = [
        _text(place / "type") for place in folder.iterdir() if _text(place / "scope") != "Device"
    ]
    return "Battery" in kinds


def _sensors(sys_: Path) -> int | None:
    zones, monitors = sys_ / "class/thermal", sys_ / "class/hwmon"
    if not zones.is_dir() and not monitors.is_dir():
        return None
    return len(list(zones.glob("thermal_zone*"))) + sum(
        len([*place.glob("temp*_input"), *place.glob("fan*_input")])
        for place in (monitors.iterdir() if monitors.is_dir() else ())
    )
