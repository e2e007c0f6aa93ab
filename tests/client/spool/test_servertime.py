"""The server's clock is estimated from round trips and survives a moved wall clock."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from client.spool.servertime import ServerTime, refine

BASE = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 3)), min_size=1, max_size=20))
def test_estimate_is_never_further_off_than_it_says(trips: list[tuple[float, float]]):
    known: ServerTime | None = None
    mono_s = 100.0
    for there_s, back_s in trips:
        server = BASE + timedelta(seconds=mono_s + there_s)
        received_s = mono_s + there_s + back_s
        known = refine(known, sent_s=mono_s, received_s=received_s, server=server)
        mono_s = received_s + 1
    assert known is not None
    off_s = (known.at(mono_s) - (BASE + timedelta(seconds=mono_s))).total_seconds()
    assert abs(off_s) <= known.uncertainty_s + 0.001


def test_tighter_estimate_stays():
    tight = refine(None, sent_s=10.0, received_s=10.1, server=BASE)
    loose = refine(tight, sent_s=20.0, received_s=22.0, server=BASE + timedelta(seconds=11))
    assert loose == tight


def test_contradiction_takes_the_new_reading():
    before = refine(None, sent_s=10.0, received_s=10.1, server=BASE)
    slept = refine(before, sent_s=11.0, received_s=11.1, server=BASE + timedelta(hours=1))
    assert slept.at(11.05) == BASE + timedelta(hours=1)


def test_wall_clock_that_is_behind_is_measured():
    known = refine(None, sent_s=10.0, received_s=10.0, server=BASE)
    wall = BASE - timedelta(seconds=90)
    assert known.wall_offset_s(wall=wall, mono_s=10.0) == 90.0
