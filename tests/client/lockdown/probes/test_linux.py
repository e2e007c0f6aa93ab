"""What Linux tells is read from its files, and what it does not tell stays unknown."""

from pathlib import Path

from client.lockdown.probes.machine import Nic, judge
from client.lockdown.probes.readers import linux


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_a_laptop_is_read(tmp_path: Path):
    write(
        tmp_path,
        sys__class__dmi__id__sys_vendor="LENOVO\n",
        sys__class__dmi__id__chassis_type="10\n",
        proc__cpuinfo="processor\t: 0\nmodel name\t: Core\nflags\t\t: fpu vme\n\nprocessor\t: 1\n",
        sys__devices__system__cpu__cpu0__topology__physical_package_id="0",
        sys__devices__system__cpu__cpu0__topology__core_id="0",
        sys__devices__system__cpu__cpu1__topology__physical_package_id="0",
        sys__devices__system__cpu__cpu1__topology__core_id="0",
        sys__class__net__lo__address="00:00:00:00:00:00",
        sys__class__net__docker0__address="02:42:00:00:00:01",
        sys__class__net__eth0__address="04:7B:CB:00:00:01",
        sys__class__net__eth0__device__x="",
        sys__block__nvme0n1__device__model="Samsung SSD 980 \n",
        sys__block__loop0__device__model="x",
        sys__class__power_supply__BAT0__type="Battery\n",
        sys__class__power_supply__mouse__type="Battery\n",
        sys__class__power_supply__mouse__scope="Device\n",
        sys__class__thermal__thermal_zone0__temp="40000",
        sys__class__hwmon__hwmon0__temp1_input="40000",
        sys__class__hwmon__hwmon0__fan1_input="2000",
    )
    told = linux.machine(tmp_path)
    assert told.dmi == {"sys_vendor": "LENOVO", "chassis_type": "10"}
    assert (told.cpu_model, told.hypervisor) == ("Core", False)
    assert (told.cores, told.sockets, told.threads) == (1, 1, 2)
    assert set(told.nics) == {
        Nic("02:42:00:00:00:01", real=False),
        Nic("04:7b:cb:00:00:01", real=True),
    }
    assert told.disks == ("Samsung SSD 980",)
    assert (told.battery, told.sensors, told.marks) == (True, 3, ())
    assert judge(told).outcome == "ok"


def test_a_guest_is_read_and_xens_first_guest_is_a_host(tmp_path: Path):
    write(
        tmp_path,
        proc__cpuinfo="model name\t: Common KVM processor\nflags\t: fpu hypervisor\n",
        sys__hypervisor__type="xen\n",
        sys__firmware__acpi__tables__WAET="",
        sys__firmware__qemu_fw_cfg__rev="",
        sys__bus__vmbus__devices__one__x="",
        sys__bus__acpi__devices__VMGENCTR__x="",
        sys__bus__pci__devices__one__vendor="0x1AF4\n",
        sys__bus__pci__devices__one__device="0x1041\n",
        sys__block__vda__size="1",
        sys__block__xvda__size="1",
    )
    told = linux.machine(tmp_path)
    assert told.marks == ("qemu_fw_cfg", "xen", "waet", "vmbus", "vmgenid")
    assert (told.pci, told.disks) == (("1af4:1041",), ("virtio", "xen"))
    assert judge(told).outcome == "violation"
    write(tmp_path, proc__xen__capabilities="control_d\n")
    assert linux.machine(tmp_path).marks == ()
    assert linux.machine(tmp_path).host_may_set_it


def test_an_empty_computer_tells_nothing(tmp_path: Path):
    told = linux.machine(tmp_path)
    assert (told.battery, told.sensors, told.cores, told.hypervisor) == (None,) * 4
    assert judge(told).outcome == "unknown"
    assert linux.cameras(tmp_path) == ()
    assert not linux.loopback(tmp_path)
    assert linux.process(tmp_path, {}).tracer is None


def test_cameras_are_read_by_name(tmp_path: Path):
    write(
        tmp_path,
        sys__class__video4linux__video0__name="Integrated Camera\n",
        sys__class__video4linux__video1__name="OBS Virtual Camera\n",
        sys__module__v4l2loopback__version="0.12",
    )
    assert linux.cameras(tmp_path) == ("Integrated Camera", "OBS Virtual Camera")
    assert linux.loopback(tmp_path)
