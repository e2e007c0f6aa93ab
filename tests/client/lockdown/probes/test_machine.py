"""Signals of one family count once, and no family alone is a violation."""

from hypothesis import given
from hypothesis import strategies as st

from client.lockdown.probes.machine import (
    FAMILIES,
    MARKS,
    VIOLATION,
    Machine,
    Nic,
    Sign,
    judge,
    signs,
    weigh,
)
from tests.client.lockdown.corpus import corpus

MACHINES = [one.machine for one in corpus("physical", "virtual", "hidden")]
FIRMWARE = st.dictionaries(
    st.sampled_from(["sys_vendor", "product_name", "bios_vendor", "board_name", "chassis_type"]),
    st.sampled_from(["QEMU", "VMware, Inc.", "VirtualBox", "SeaBIOS", "Xen", "10", "LENOVO", ""]),
)


@given(FIRMWARE)
def test_firmware_alone_is_never_a_violation(dmi: dict[str, str]):
    machine = Machine(dmi=dmi, cpu_model="Intel(R) Core(TM) i7", hypervisor=False, cores=4)
    assert judge(machine).outcome != "violation"


@given(st.lists(st.sampled_from(sorted(MARKS))), st.lists(st.sampled_from(["15ad:1", "80ee:1"])))
def test_devices_alone_are_never_a_violation(marks: list[str], pci: list[str]):
    machine = Machine(cpu_model="a processor", marks=tuple(marks), pci=tuple(pci), sensors=4)
    assert judge(machine).outcome != "violation"


def test_what_cannot_be_read_speaks_neither_way():
    assert signs(Machine()) == ()
    assert judge(Machine()).outcome == "unknown"
    assert judge(None).outcome == "unknown"
    assert judge(Machine(cpu_model="a processor", hypervisor=False)).outcome == "ok"


def test_a_family_counts_by_its_heaviest_sign():
    found = (Sign("disk", 40, "a"), Sign("disk", 30, "b"), Sign("processor", 15, "c"))
    assert weigh(found) == (55, 2)


def test_each_verdict_names_its_signals_and_their_weights():
    for machine in MACHINES:
        answer, found = judge(machine), signs(machine)
        for sign in found:
            assert f"{sign.words} ({sign.weight})" in answer.evidence
        total, families = weigh(found)
        assert (answer.outcome == "violation") == (total >= VIOLATION and families >= FAMILIES)


def test_a_switch_of_a_hypervisor_on_a_host_is_no_sign():
    host = Machine(cpu_model="x", nics=(Nic("00:50:56:c0:00:08", real=False),))
    assert signs(host) == ()
