"""Whether the app runs in a virtual machine: weighted signals, each named.

Pure. One rule: signals of one family count once, and no family alone is a violation, whatever it
says; so a maker's odd firmware, or a hypervisor beside the desktop, is never more than a doubt.
What cannot be read adds nothing in either direction.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from client.lockdown.probes.answer import Answer, ok, unknown, violation

Family = Literal["firmware", "processor", "network", "disk", "devices", "sensors", "topology"]

VIOLATION, DOUBT = 100, 35
"""Weights above which it is noted, and from which it is no longer ok. Two families that each say
the name of a hypervisor reach the first; one that only does not fit together reaches the second."""
FAMILIES = 2
"""Least families of a violation."""

MAKERS = (
    ("vmware", "VMware"),
    ("virtualbox", "VirtualBox"),
    ("innotek", "VirtualBox"),
    ("qemu", "QEMU"),
    ("kvm", "KVM"),
    ("bochs", "Bochs"),
    ("xen", "Xen"),
    ("hvm domu", "Xen"),
    ("parallels", "Parallels"),
    ("bhyve", "bhyve"),
    ("amazon ec2", "Amazon EC2"),
    ("google compute engine", "Google Cloud"),
    ("alibaba cloud", "Alibaba Cloud"),
    ("digitalocean", "DigitalOcean"),
    ("droplet", "DigitalOcean"),
    ("hetzner", "Hetzner Cloud"),
    ("openstack", "OpenStack"),
    ("ovirt", "oVirt"),
    ("rhev", "oVirt"),
    ("nutanix", "Nutanix"),
    ("apple virtualization", "Apple Virtualization"),
    ("virtualmac", "Apple Virtualization"),
    ("utm", "UTM"),
)
"""Words of the firmware's tables, and whose they are; whole words or beginnings of them."""
FIRMWARES = ("seabios", "ovmf", "edk ii", "tianocore", "hyper-v uefi")
MODELS = ("qemu virtual", "common kvm", "common 32-bit kvm", "virtual cpu", "max cpu")
DISKS = (
    ("vmware", "VMware"),
    ("vbox", "VirtualBox"),
    ("qemu", "QEMU"),
    ("virtio", "virtio"),
    ("msft virtual", "Hyper-V"),
    ("virtual disk", "Hyper-V"),
    ("virtual hd", "Virtual PC"),
    ("parallels", "Parallels"),
    ("xen", "Xen"),
    ("google persistentdisk", "Google Cloud"),
    ("amazon elastic", "Amazon EC2"),
    ("applevirt", "Apple Virtualization"),
)
OUIS = (
    ("00:05:69", "VMware"),
    ("00:0c:29", "VMware"),
    ("00:1c:14", "VMware"),
    ("00:50:56", "VMware"),
    ("08:00:27", "VirtualBox"),
    ("52:54:00", "QEMU"),
    ("00:15:5d", "Hyper-V"),
    ("00:16:3e", "Xen"),
    ("00:1c:42", "Parallels"),
    ("58:9c:fc", "bhyve"),
    ("42:01:0a", "Google Cloud"),
)
PCI = (
    ("15ad", "VMware"),
    ("80ee", "VirtualBox"),
    ("1af4", "virtio"),
    ("1b36", "QEMU"),
    ("1234", "QEMU"),
    ("5853", "Xen"),
    ("1ab8", "Parallels"),
    ("1414:5353", "Hyper-V"),
    ("1d0f", "Amazon EC2"),
    ("1ae0:0042", "Google Cloud"),
    ("106b:1a0", "Apple Virtualization"),
)
"""Makers (and some devices) of the PCI bus, as `vendor` or `vendor:device`."""
MARKS = {
    "qemu_fw_cfg": "QEMU's configuration channel",
    "xen": "Xen's interface",
    "waet": "a table that only virtual machines have",
    "vmbus": "Hyper-V's bus",
    "vmgenid": "a counter of the machine's copies",
    "virtiofs": "a folder of the host",
}
PORTABLE = ("8", "9", "10", "14", "30", "31", "32")
"""SMBIOS chassis types: portable, laptop, notebook, sub notebook, tablet, convertible,
detachable."""
CONSUMER = re.compile(r"\b(core\(tm\)|core ultra|ryzen|celeron|pentium|apple m\d|atom)", re.I)


@dataclass(frozen=True, slots=True)
class Nic:
    """One network device."""

    mac: str
    """Lower case, with colons."""
    real: bool = True
    """Whether a device of the machine stands behind it; a hypervisor's own switch is none."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What a computer tells of itself; None or empty: not told."""

    dmi: Mapping[str, str] = field(default_factory=dict)
    """By the names of `/sys/class/dmi/id`: `sys_vendor`, `product_name`, `chassis_type`, …"""
    cpu_model: str = ""
    hypervisor: bool | None = None
    """The processor's own word that it is lent by a hypervisor (CPUID 1, ECX bit 31)."""
    host_may_set_it: bool = False
    """Whether a real machine's own system sets that bit as well (Windows' memory integrity)."""
    sockets: int | None = None
    cores: int | None = None
    """Of all sockets together."""
    threads: int | None = None
    nics: tuple[Nic, ...] = ()
    disks: tuple[str, ...] = ()
    pci: tuple[str, ...] = ()
    """`vendor:device`, hexadecimal, lower case."""
    marks: tuple[str, ...] = ()
    """Keys of `MARKS` that are there."""
    battery: bool | None = None
    sensors: int | None = None
    """Temperatures and fans that can be read."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a virtual machine."""

    family: Family
    weight: int
    words: str


def signs(machine: Machine, words: tuple[str, ...] = ()) -> tuple[Sign, ...]:
    """All that speaks for it, the heaviest first. `words`: as of `judge`."""
    found = [sign for look in _LOOKS if (sign := look(machine)) is not None]
    if word := _named(_firmware_words(machine), tuple((one, one) for one in words)):
        found.append(Sign("firmware", 60, f"the firmware says {word}"))
    return tuple(sorted(found, key=lambda sign: -sign.weight))


def weigh(found: tuple[Sign, ...]) -> tuple[int, int]:
    """(sum of the heaviest sign of each family, number of families)."""
    heaviest: dict[Family, int] = {}
    for sign in found:
        heaviest[sign.family] = max(sign.weight, heaviest.get(sign.family, 0))
    return sum(heaviest.values()), len(heaviest)


def judge(machine: Machine | None, words: tuple[str, ...] = ()) -> Answer:
    """A violation needs several families; one that does not fit together is unknown.

    `words`: further ones of a virtual machine's firmware.
    """
    if machine is None or _told(machine) < FAMILIES:
        return unknown("machine", "this computer tells too little of itself")
    found = signs(machine, words)
    total, families = weigh(found)
    said = [f"{sign.words} ({sign.weight})" for sign in found]
    if total >= VIOLATION and families >= FAMILIES:
        return violation("machine", f"it seems virtual: {total} of {VIOLATION}", *said)
    if total >= DOUBT:
        return unknown("machine", f"it may be virtual: {total} of {VIOLATION}", *said)
    return ok("machine", *said)


def _told(machine: Machine) -> int:
    """How many parts of the machine could be read."""
    parts = (
        bool(machine.dmi),
        machine.hypervisor is not None,
        bool(machine.cpu_model),
        bool(machine.nics),
        bool(machine.disks),
        bool(machine.pci),
        machine.sensors is not None,
    )
    return sum(parts)


def _firmware_words(machine: Machine) -> str:
    return " | ".join(
        machine.dmi.get(key, "")
        for key in ("sys_vendor", "product_name", "product_version", "board_vendor", "board_name",
                    "chassis_vendor", "bios_vendor", "bios_version")
    )  # fmt: skip


def _named(text: str, known: tuple[tuple[str, str], ...]) -> str:
    lower = text.lower()
    for word, whose in known:
        if re.search(rf"(?<![a-z]){re.escape(word)}", lower):
            return whose
    return ""


def _firmware(machine: Machine) -> Sign | None:
    if whose := _named(_firmware_words(machine), MAKERS):
        return Sign("firmware", 60, f"the firmware names {whose}")
    vendor, product = machine.dmi.get("sys_vendor", ""), machine.dmi.get("product_name", "")
    # A Surface is Microsoft's too: the product tells them apart.
    if vendor.startswith("Microsoft") and product == "Virtual Machine":
        return Sign("firmware", 60, "the firmware names Hyper-V")
    return None


def _bios(machine: Machine) -> Sign | None:
    words = f"{machine.dmi.get('bios_vendor', '')} {machine.dmi.get('bios_version', '')}".lower()
    found = next((one for one in FIRMWARES if one in words), "")
    return Sign("firmware", 40, f"the firmware is {found}") if found else None


def _flag(machine: Machine) -> Sign | None:
    if not machine.hypervisor:
        return None
    if machine.host_may_set_it:
        return Sign("processor", 15, "a hypervisor runs, which may be the system's own")
    return Sign("processor", 40, "the processor is lent by a hypervisor")


def _model(machine: Machine) -> Sign | None:
    lower = machine.cpu_model.lower()
    nameless = re.fullmatch(r"(intel|amd) (xeon|epyc|core)?[- ]?processor( \(.*\))?", lower)
    if nameless or any(one in lower for one in MODELS):
        return Sign("processor", 50, "the processor has a hypervisor's name")
    return None


def _network(machine: Machine) -> Sign | None:
    for nic in machine.nics:
        whose = next((whose for start, whose in OUIS if nic.mac.startswith(start)), "")
        if nic.real and whose:
            return Sign("network", 30, f"the network device is {whose}'s")
    return None


def _disk(machine: Machine) -> Sign | None:
    whose = next((whose for disk in machine.disks if (whose := _named(disk, DISKS))), "")
    return Sign("disk", 40, f"the disk is {whose}'s") if whose else None


def _devices(machine: Machine) -> Sign | None:
    for device in machine.pci:
        whose = next((whose for start, whose in PCI if device.startswith(start)), "")
        if whose:
            return Sign("devices", 40, f"there are devices of {whose}")
    return None


def _mark(machine: Machine) -> Sign | None:
    found = next((words for key, words in MARKS.items() if key in machine.marks), "")
    return Sign("devices", 40, f"there is {found}") if found else None


def _bare(machine: Machine) -> Sign | None:
    portable = machine.dmi.get("chassis_type", "") in PORTABLE
    if machine.battery is False and portable:
        return Sign("sensors", 25, "it says it is a laptop and has no battery")
    if machine.battery is False and machine.sensors == 0:
        return Sign("sensors", 15, "nothing measures its temperature")
    return None


def _topology(machine: Machine) -> Sign | None:
    """Whether the processor has what its own name says."""
    cores, threads, sockets = machine.cores, machine.threads, machine.sockets
    consumer = CONSUMER.search(machine.cpu_model) is not None
    promised = re.search(r"(\d+)-core processor", machine.cpu_model, re.I)
    odd = ""
    if consumer and sockets is not None and sockets > 1:
        odd = f"a processor for one socket stands in {sockets}"
    elif consumer and cores == 1 and "atom" not in machine.cpu_model.lower():
        odd = "a processor of several cores has one"
    elif promised and cores is not None and cores < int(promised[1]) / 2:
        odd = f"a processor of {promised[1]} cores has {cores}"
    elif cores is not None and threads is not None and threads < cores:
        odd = "there are fewer threads than cores"
    return Sign("topology", 35, odd) if odd else None


_LOOKS: tuple[Callable[[Machine], Sign | None], ...] = (
    _firmware,
    _bios,
    _flag,
    _model,
    _network,
    _disk,
    _devices,
    _mark,
    _bare,
    _topology,
)
