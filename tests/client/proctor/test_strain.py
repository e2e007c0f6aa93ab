"""Slow detectors give way when the machine cannot keep up, and rates never swing."""

from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from client.proctor.strain import MOST, Look, Strain

BEAT_S = 0.1


def watched(
    strain: Strain, seconds: float, steady_s: float, slow_s: Callable[[float], float]
) -> Iterator[tuple[float, int]]:
    """(time, factor) of a worker whose detectors cost that much; `slow_s` at each of its looks.

    A frame that takes longer than the beat makes the next one late, as a real one does.
    """
    at_s = next_slow_s = 0.0
    while at_s < seconds:
        yielding = 0.0
        if at_s >= next_slow_s - 1e-9:
            yielding = slow_s(at_s)
            next_slow_s = at_s + strain.factor
        yield at_s, strain.see(Look(at_s, steady_s, yielding))
        at_s += max(BEAT_S, steady_s + yielding)


def changes(factors: Iterator[tuple[float, int]]) -> list[tuple[float, int]]:
    found: list[tuple[float, int]] = []
    for at_s, factor in factors:
        if factor != (found[-1][1] if found else 1):
            found.append((round(at_s, 1), factor))
    return found


def test_a_machine_that_keeps_up_changes_nothing() -> None:
    assert changes(watched(Strain(BEAT_S), 600, 0.03, lambda _: 0.1)) == []


def test_a_strained_machine_halves_and_then_quarters_the_slow_looks() -> None:
    found = changes(watched(Strain(BEAT_S), 60, 0.09, lambda _: 0.5))
    assert [factor for _, factor in found] == [2, MOST]
    assert 5 <= found[0][0] <= 15


def test_halving_is_enough_where_it_is_enough() -> None:
    assert [each[1] for each in changes(watched(Strain(BEAT_S), 600, 0.05, lambda _: 0.2))] == [2]


def test_a_hard_second_changes_nothing() -> None:
    def cost(at_s: float) -> float:
        return 1.0 if 30 <= at_s < 31 else 0.02

    assert changes(watched(Strain(BEAT_S), 120, 0.03, cost)) == []


def test_rates_come_back_in_steps_when_the_load_goes() -> None:
    def cost(at_s: float) -> float:
        return 0.9 if at_s < 40 else 0.05

    found = changes(watched(Strain(BEAT_S), 300, 0.05, cost))
    assert [factor for _, factor in found] == [2, MOST, 2, 1]
    assert found[3][0] - found[2][0] >= 30


def test_nothing_is_slowed_down_where_nothing_gives_way() -> None:
    assert changes(watched(Strain(BEAT_S), 120, 0.3, lambda _: 0.0)) == []


def test_very_slow_machines_are_noticed_too() -> None:
    assert [each[1] for each in changes(watched(Strain(BEAT_S), 120, 2.5, lambda _: 0.5))] == [
        2,
        MOST,
    ]


@settings(max_examples=30)  # a quarter of an hour each, look by look
@given(st.floats(0.0, 0.5), st.floats(0.0, 3.0))
def test_a_steady_load_never_brings_a_rate_back(steady_s: float, slow_s: float) -> None:
    found = [each[1] for each in changes(watched(Strain(BEAT_S), 900, steady_s, lambda _: slow_s))]
    assert found == sorted(found)


@settings(max_examples=settings().max_examples // 10)  # an hour each, 0.7 s of a core
@given(st.integers(0, 10_000), st.floats(0.02, 0.1), st.floats(0.05, 1.5))
def test_a_load_that_comes_and_goes_changes_rates_ever_more_seldom(
    seed: int, steady_s: float, slow_s: float
) -> None:
    period_s = 20 + seed % 40

    def cost(at_s: float) -> float:
        return slow_s if int(at_s / period_s) % 2 else 0.02

    found = changes(watched(Strain(BEAT_S), 3600, steady_s, cost))
    # Each wrong return doubles the wait: 30, 60, … 480 s.
    assert len(found) <= 40
    assert len([at_s for at_s, _ in found if at_s > 1800]) <= 20


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), st.floats(0, 10))
def test_no_order_of_times_breaks_it(times: list[float], cost_s: float) -> None:
    strain = Strain(BEAT_S)
    for at_s in times:
        assert strain.see(Look(at_s, cost_s, cost_s)) in (1, 2, MOST)


def test_another_source_is_measured_anew() -> None:
    strain = Strain(BEAT_S)
    last_s = max(at_s for at_s, _ in watched(strain, 6.5, 0.09, lambda _: 0.5))
    assert strain.factor == 1
    for step in range(30):
        strain.see(Look(last_s + 1000 + step * BEAT_S, 0.09, 0.05))
    assert strain.factor == 1
