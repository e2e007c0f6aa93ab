"""The mean rate is kept, whatever beats the frames fall on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.pace import Pace


def counted(pace: Pace, fps: float, seconds: float, start_s: float = 0.0) -> int:
    return sum(pace.due(start_s + number / fps) for number in range(round(seconds * fps)))


@pytest.mark.parametrize("fps", [10, 12.5, 15, 24, 25, 29.97, 30, 60])
def test_ten_looks_a_second_are_kept_at_every_frame_rate(fps: float) -> None:
    assert counted(Pace(0.1), fps, 60) in range(595, 606)


def test_a_source_slower_than_the_pace_is_looked_at_every_time() -> None:
    assert counted(Pace(0.1), 5, 60) == 300


def test_a_pause_is_not_caught_up_with() -> None:
    pace = Pace(0.1)
    counted(pace, 30, 5)
    assert counted(pace, 30, 5, start_s=60) in range(49, 52)


def test_a_clock_that_goes_back_begins_a_new_beat() -> None:
    pace = Pace(0.1)
    assert pace.due(100.0)
    assert pace.due(3.0)
    assert not pace.due(3.05)


def test_a_longer_interval_holds_from_the_next_time_on() -> None:
    pace = Pace(1.0)
    assert pace.due(0.0)
    pace.change(4.0)
    assert pace.due(1.0)
    assert not pace.due(4.0)
    assert pace.due(5.0)


def test_a_shorter_interval_does_not_wait_for_the_longer_one() -> None:
    pace = Pace(4.0)
    assert pace.due(0.0)
    pace.change(1.0)
    assert pace.due(1.5)


@given(st.lists(st.floats(0, 100), max_size=80), st.floats(0.01, 10))
def test_what_was_missed_is_made_up_for_a_little_and_never_without_end(
    times: list[float], every_s: float
) -> None:
    pace = Pace(every_s)
    for now_s in times:
        assert sum(pace.due(now_s) for _ in range(10)) <= 3
