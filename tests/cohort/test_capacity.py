"""The model is a line through what was measured, and the page says where it is a forecast."""

from typing import Any

import pytest

from tests.cohort.capacity import BEGIN, END, PAGE, fitted, page, put


def found(candidates: int) -> dict[str, Any]:
    return {
        "candidates": candidates,
        "ingest_ms": {"p50": 10, "p95": 20, "p99": 30},
        "shown_ms": {"p99": 200},
        "cores_used": {"server": 0.1 + 0.002 * candidates, "postgres": 0.001 * candidates}
        | {"simulator": 0.3},
        "most_mb": {"server": 120 + 0.1 * candidates},
        "ledger": {"rows": 1000, "lost": 0, "doubled": 0},
        "bytes_per_candidate_s": 1000,
    }


def test_a_line_goes_through_points_that_lie_on_one() -> None:
    line = fitted([(100, 1.2), (200, 2.2), (400, 4.2)])
    assert line.fixed == pytest.approx(0.2)
    assert line.at(1000) == pytest.approx(10.2)


def test_nothing_costs_less_than_nothing_where_nobody_sits() -> None:
    line = fitted([(100, 0.5), (200, 2.0)])
    assert line.fixed == 0.0
    assert line.each > 0


def test_one_size_makes_no_line() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        fitted([(100, 1.0), (100, 1.1)])


def test_the_page_compares_with_the_size_that_was_not_fitted_and_forecasts_the_rest() -> None:
    text = page([found(100), found(200)], found(300))
    assert "300 (check)" in text
    assert "(+0%)" in text
    assert "**Forecast** for 100,000" in text
    assert f"{round(100_000 * 0.002 / 0.7 + 0.5)} cores of server processes" in text
    assert "800 Mbit/s" in text


def test_the_measured_part_alone_is_replaced() -> None:
    whole = PAGE.read_text("utf-8")
    once = put(whole, "new")
    assert put(once, "newer") == put(whole, "newer")
    assert once.partition(BEGIN)[0] == whole.partition(BEGIN)[0]
    assert once.partition(END)[2] == whole.partition(END)[2]
    with pytest.raises(ValueError, match="marks"):
        put("nothing", "new")
