"""C8: a virtual machine that renames everything is raised by what does not fit together.

One that also passes a whole processor and its devices through looks like a real machine from
within: that is the limit, and it stands in the corpus as such.
"""

import pytest

from client.lockdown.probes.machine import judge
from tests.client.lockdown.corpus import corpus

pytestmark = pytest.mark.adversarial
NOT_FOUND = "hidden_perfectly"


@pytest.mark.parametrize(
    "one", [one for one in corpus("hidden") if one.name != NOT_FOUND], ids=lambda one: one.name
)
def test_what_does_not_fit_together_is_never_silently_ok(one):
    answer = judge(one.machine)
    assert answer.outcome == "unknown"
    assert answer.evidence[0].startswith("it may be virtual: ")


def test_one_that_fits_together_in_everything_is_not_found():
    (perfect,) = (one for one in corpus("hidden") if one.name == NOT_FOUND)
    assert judge(perfect.machine).outcome == "ok"
