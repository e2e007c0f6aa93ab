"""C7: plain virtual machines are found by several signals, each named with its weight."""

import pytest

from client.lockdown.probes.machine import judge
from tests.client.lockdown.corpus import corpus

pytestmark = pytest.mark.adversarial


def test_at_least_ninety_five_of_a_hundred_plain_virtual_machines_are_found():
    virtual = list(corpus("virtual"))
    found = [one.name for one in virtual if judge(one.machine).outcome == "violation"]
    assert len(virtual) >= 15
    assert len(found) >= 0.95 * len(virtual), {one.name for one in virtual} - set(found)


@pytest.mark.parametrize("one", corpus("virtual"), ids=lambda one: one.name)
def test_each_names_what_spoke_for_it(one):
    answer = judge(one.machine)
    assert answer.evidence[0].startswith("it seems virtual: ")
    assert len(answer.evidence) >= 3
