"""C9: real machines that look virtual are never more than a doubt, and most are plainly ok."""

from dataclasses import replace

import pytest

from client.lockdown.probes.machine import judge
from tests.client.lockdown.corpus import corpus

pytestmark = pytest.mark.adversarial
PHYSICAL = list(corpus("physical"))


@pytest.mark.parametrize("one", PHYSICAL, ids=lambda one: one.name)
def test_no_real_machine_is_a_violation(one):
    assert judge(one.machine).outcome != "violation"


def test_ordinary_ones_are_ok_and_the_odd_ones_say_why_they_are_not():
    doubtful = {one.name for one in PHYSICAL if judge(one.machine).outcome != "ok"}
    assert len(PHYSICAL) >= 20
    assert doubtful == {"chromebook_seabios", "tuxedo_tianocore"}


@pytest.mark.parametrize("one", PHYSICAL, ids=lambda one: one.name)
def test_losing_sensors_or_battery_makes_no_real_machine_a_violation(one):
    assert judge(replace(one.machine, battery=False, sensors=0)).outcome != "violation"
