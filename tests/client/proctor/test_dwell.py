from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.dwell import IDLE, UNKNOWN_ENDS_MS, Change, Levels, Run, step

TURNED = Levels(enter=20, leave=15, enter_after_ms=2_000, leave_after_ms=500)
ABSENT = Levels(enter=0, leave=0, enter_after_ms=1_000, leave_after_ms=300, below=True)


def play(
    levels: Levels, values: Sequence[float | None], every_ms: int = 100
) -> list[tuple[int, Change]]:
    run, changes = IDLE, []
    for index, value in enumerate(values):
        run, change = step(levels, run, value, now_ms=index * every_ms)
        if change is not None:
            changes.append((index * every_ms, change))
    return changes


def test_long_turn_opens_after_its_seconds_with_its_onset() -> None:
    assert play(TURNED, [0.0] * 10 + [30.0] * 25) == [(3_000, Change(True, 1_000, 3_000))]


def test_brief_absence_opens_nothing() -> None:
    assert play(ABSENT, [1.0] * 5 + [0.0] * 9 + [1.0] * 20) == []


def test_times_that_go_back_take_nothing_away() -> None:
    run, change = IDLE, None
    for now_ms in (1_000, 1_900, 500, 2_100, 3_000):
        run, change = step(TURNED, run, 30.0, now_ms=now_ms)
    assert change == Change(True, 1_000, 3_000)


def test_closing_names_onset_and_last_time_above() -> None:
    changes = play(TURNED, [30.0] * 30 + [0.0] * 10)
    assert changes[-1] == (3_500, Change(False, 0, 2_900))


def test_a_dip_shorter_than_the_closing_time_does_not_close() -> None:
    assert len(play(TURNED, [30.0] * 25 + [0.0] * 4 + [30.0] * 10)) == 1


def test_a_dip_before_opening_is_not_counted_as_time_above() -> None:
    changes = play(TURNED, [30.0] * 15 + [0.0] * 3 + [30.0] * 20)
    assert changes == [(2_400, Change(True, 0, 2_400))]


def test_a_long_dip_before_opening_forgets_the_run() -> None:
    changes = play(TURNED, [30.0] * 15 + [0.0] * 8 + [30.0] * 25)
    assert changes == [(4_300, Change(True, 2_300, 4_300))]


def test_between_the_levels_an_open_signal_stays_open() -> None:
    assert len(play(TURNED, [30.0] * 25 + [17.0] * 50)) == 1


def test_between_the_levels_alone_nothing_opens() -> None:
    assert play(TURNED, [17.0] * 100) == []


def test_between_the_levels_a_dip_is_over() -> None:
    values = [30.0] * 25 + [0.0] * 3 + [17.0] + [0.0] * 4 + [30.0]
    assert len(play(TURNED, values)) == 1


def test_unknown_does_not_close_at_once() -> None:
    assert len(play(TURNED, [30.0] * 25 + [None] * 20 + [30.0] * 5)) == 1


def test_unknown_for_long_closes_where_it_was_last_seen() -> None:
    changes = play(TURNED, [30.0] * 25 + [None] * 40)
    assert changes[-1][1] == Change(False, 0, 2_400)


def test_quiet_after_long_unknown_closes_at_once() -> None:
    changes = play(TURNED, [30.0] * 25, every_ms=100)
    run = Run(0, True, 2_400, 2_400, None, 2_400, True)
    assert changes
    assert step(TURNED, run, 0.0, now_ms=9_000) == (IDLE, Change(False, 0, 2_400))


def test_still_above_after_long_unknown_stays_the_same_signal() -> None:
    run = Run(0, True, 2_400, 2_400, None, 2_400, True)
    later, change = step(TURNED, run, 30.0, now_ms=9_000)
    assert change is None
    assert later.opened
    assert later.onset_ms == 0


def test_a_pending_run_is_forgotten_over_long_unknown() -> None:
    run = Run(0, False, 1_000, 1_000, None, 1_000, True)
    later, change = step(TURNED, run, 30.0, now_ms=1_001 + UNKNOWN_ENDS_MS)
    assert change is None
    assert later.onset_ms == 1_001 + UNKNOWN_ENDS_MS


def test_time_between_distant_looks_is_not_counted() -> None:
    run, _ = step(TURNED, IDLE, 30.0, now_ms=0)
    run, change = step(TURNED, run, 30.0, now_ms=1_900)
    assert (run.above_ms, change) == (0, None)


def test_unknown_alone_starts_nothing() -> None:
    assert step(TURNED, IDLE, None, now_ms=5_000) == (IDLE, None)


def test_zero_seconds_open_at_the_first_look() -> None:
    assert play(Levels(1, 1, 0, 0), [1.0]) == [(0, Change(True, 0, 0))]


@pytest.mark.parametrize(
    "wrong",
    [
        {"enter": 10, "leave": 20},
        {"enter": 20, "leave": 10, "below": True},
        {"enter": 1, "leave": 1, "enter_after_ms": -1},
    ],
)
def test_levels_that_make_no_sense_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError):
        Levels(**{"enter_after_ms": 0, "leave_after_ms": 0, **wrong})


VALUES = st.lists(st.one_of(st.none(), st.floats(-50, 50)), max_size=300)


@given(VALUES, st.integers(20, 600))
def test_openings_and_closings_alternate_and_pair(values: list[float | None], every: int) -> None:
    expecting_open, onset = True, -1
    for at, change in play(TURNED, values, every):
        assert change.opened is expecting_open
        assert change.onset_ms <= change.last_above_ms <= at
        if change.opened:
            onset = change.onset_ms
            assert at - onset >= TURNED.enter_after_ms
        else:
            assert change.onset_ms == onset
        expecting_open = not expecting_open


@given(st.lists(st.one_of(st.none(), st.floats(-50, 19.9)), max_size=200))
def test_nothing_opens_that_never_stands_above(values: list[float | None]) -> None:
    assert play(TURNED, values) == []


@given(VALUES)
def test_every_opening_has_its_seconds_above(values: list[float | None]) -> None:
    for at, change in play(TURNED, values):
        if change.opened:
            seen = values[change.onset_ms // 100 : at // 100 + 1]
            above = sum(100 for value in seen if value is not None and value >= 20)
            assert above >= TURNED.enter_after_ms
