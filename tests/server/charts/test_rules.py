"""Totals by tenths and times by quartiles."""

import statistics

from hypothesis import given
from hypothesis import strategies as st

from server.charts.rules import Spread, Total, bands, spread


def test_totals_are_counted_in_the_tenth_where_they_lie() -> None:
    found = bands(
        [
            Total(0, 10, final=False),
            Total(999, 10, final=True),
            Total(1000, 10, final=True),
            Total(25_000, 50, final=False),
            Total(10_000, 10, final=True),
            Total(5, 0, final=True),
        ]
    )
    assert [(one.from_percent, one.until_percent) for one in found][:2] == [
        (0, 10),
        (10, 20),
    ]
    assert [(one.provisional, one.final) for one in found] == [
        *((1, 1), (0, 1), (0, 0), (0, 0), (0, 0)),
        *((1, 0), (0, 0), (0, 0), (0, 0), (0, 1)),
    ]


@given(st.lists(st.tuples(st.integers(0, 10_000), st.booleans())))
def test_every_total_with_marks_is_in_one_tenth(totals: list[tuple[int, bool]]) -> None:
    found = bands(Total(milli, 10, final=final) for milli, final in totals)
    assert sum(one.final + one.provisional for one in found) == len(totals)


@given(st.lists(st.integers(0, 10**7), min_size=2))
def test_quartiles_are_those_of_the_standard_library(values: list[int]) -> None:
    found = spread(values)
    assert found is not None
    expected = statistics.quantiles(values, n=4, method="inclusive")
    for ours, theirs in zip(
        (found.quarter, found.median, found.three_quarters), expected, strict=True
    ):
        assert abs(ours - theirs) <= 1
    assert spread([]) is None
    assert spread([7]) == Spread(1, 7, 7, 7)
