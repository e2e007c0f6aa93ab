"""A change of what holds is told at once, and a flickering one seldom, with the last word true."""

from hypothesis import given
from hypothesis import strategies as st

from client.lockdown.standing import QUIET_LOOKS, Standing, looked
from shared.events import Measure

KEYS, CLIPBOARD = Measure(name="keys", held=False, reason="taken"), Measure(name="c", held=True)


def test_what_stays_as_it_was_told_is_not_told_again():
    standing = Standing((KEYS, CLIPBOARD))
    for _ in range(30):
        standing, changed = looked(standing, {"keys": "taken"})
        assert not changed
    assert standing.told == (KEYS, CLIPBOARD)


def test_a_change_is_told_at_once_with_all_that_stands():
    standing, changed = looked(Standing((KEYS, CLIPBOARD)), {"keys": ""})
    assert changed
    assert [(one.name, one.held, one.reason) for one in standing.told] == [
        ("keys", True, ""),
        ("c", True, ""),
    ]


def test_a_reason_is_cut_to_what_a_row_takes():
    standing, _ = looked(Standing((CLIPBOARD,)), {"c": "x" * 300})
    assert len(standing.told[0].reason) == 200


@given(st.lists(st.booleans(), max_size=80), st.booleans())
def test_a_flickering_one_is_told_seldom_and_truly_in_the_end(flicker: list[bool], last: bool):
    standing, rows = Standing((KEYS,)), 0
    for holds in flicker:
        standing, changed = looked(standing, {"keys": "" if holds else "taken"})
        rows += changed
    assert rows <= 1 + len(flicker) // (QUIET_LOOKS + 1)
    for _ in range(QUIET_LOOKS + 1):
        standing, _ = looked(standing, {"keys": "" if last else "taken"})
    assert standing.told[0].held == last
