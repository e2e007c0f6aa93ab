"""A virtual device is noted where it is used; the clock and the disk by the levels of before."""

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.clock import judge_clock, judge_disk
from client.lockdown.probes.devices import Devices, judge
from client.lockdown.probes.lists import known
from client.preflight import rules

LISTS = known()


@pytest.mark.parametrize(
    "name",
    ["OBS Virtual Camera", "Dummy video device (0x0000)", "DroidCam Source 3", "CABLE Output (VB)",
     "BlackHole 2ch", "Monitor of Null Output"],
)  # fmt: skip
def test_a_device_that_is_a_program_is_noted_where_it_is_used(name: str):
    assert judge(Devices((name,), ()), LISTS).evidence == (f"{name} is used",)
    unused = judge(Devices(("Integrated Camera",), (name,)), LISTS)
    assert (unused.outcome, unused.evidence) == ("ok", (f"{name} is there, not used",))


def test_ordinary_devices_are_ok_and_none_at_all_is_unknown():
    used = ("Logitech BRIO", "Built-in Audio Analog Stereo")
    assert judge(Devices(used, used), LISTS) == ok("devices")
    assert judge(Devices(()), LISTS).outcome == "unknown"
    loaded = judge(Devices(used, used, loopback=True), LISTS)
    assert loaded.evidence == ("a driver for virtual cameras is loaded",)


@pytest.mark.parametrize(
    ("skew_s", "outcome"),
    [(0.2, "ok"), (-59, "ok"), (61, "violation"), (-61, "violation"), (None, "unknown")],
)
def test_the_clock_is_judged_as_before_the_interview(skew_s: float | None, outcome: str):
    assert judge_clock(skew_s).outcome == outcome


def test_figures_that_move_all_the_time_are_no_evidence():
    assert judge_clock(3.0) == judge_clock(4.0)
    assert judge_disk(rules.disk(10**11, writable=True)) == ok("disk")
    assert judge_disk(rules.disk(10**8, writable=True)).evidence == ("The disk is almost full.",)
