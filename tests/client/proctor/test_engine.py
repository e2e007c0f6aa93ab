import pickle

from hypothesis import given
from hypothesis import strategies as st

from client.proctor import engine
from client.proctor.engine import EngineState
from client.proctor.rules import rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.events import Severity, SignalKind
from shared.policy import Accommodations, Policy

FRESH = engine.begin(rules_for(Policy(), Accommodations()))


def looks(
    state: EngineState, faces: float | None, *, from_ms: int, to_ms: int
) -> tuple[EngineState, list[Opened | Closed]]:
    signals: list[Opened | Closed] = []
    for at_ms in range(from_ms, to_ms, 100):
        state, new = engine.step(state, [Observation(Measure.FACES, faces, at_ms, "face")], at_ms)
        signals += new
    return state, signals


def test_an_absence_opens_and_closes_with_its_times() -> None:
    state, _ = looks(FRESH, 1, from_ms=0, to_ms=1_000)
    state, opened = looks(state, 0, from_ms=1_000, to_ms=4_000)
    state, closed = looks(state, 1, from_ms=4_000, to_ms=6_000)
    assert opened == [
        Opened(SignalKind.FACE_ABSENT, Severity.MEDIUM, 1_000, 3_000, "faces", 0, "face")
    ]
    assert closed == [Closed(SignalKind.FACE_ABSENT, 1_000, 3_900, 4_300)]
    assert state.open_signals == ()


def test_the_observations_own_words_stand_in_the_opening() -> None:
    state, opened = FRESH, []
    for at_ms in range(0, 4_000, 100):
        look = Observation(Measure.GAZE_BEYOND_DEG, 9.0, at_ms, "gaze", "left, error 4 degrees")
        state, signals = engine.step(state, [look], at_ms)
        opened += signals
    assert [each.detail for each in opened] == ["left, error 4 degrees"]


def test_a_verdict_every_ten_seconds_opens_and_is_not_forgotten_between() -> None:
    state, opened = FRESH, []
    for at_ms in range(0, 40_000, 100):
        late = at_ms % 10_000 == 0
        seen = [Observation(Measure.STRANGER, 1.0, at_ms, "identity")] if late else []
        state, signals = engine.step(state, seen, at_ms)
        opened += signals
    assert [(each.signal, each.at_ms) for each in opened] == [
        (SignalKind.IDENTITY_MISMATCH, 20_000)
    ]


def test_several_observations_of_one_measure_count_in_order() -> None:
    batch = [Observation(Measure.FACES, 0, at, "face") for at in range(0, 3_000, 100)]
    state, signals = engine.step(FRESH, batch, 3_000)
    assert [each.at_ms for each in signals] == [2_000]
    assert state.open_signals == (SignalKind.FACE_ABSENT,)


def test_a_measure_that_stays_away_becomes_unknown_and_closes() -> None:
    state, _ = looks(FRESH, 0, from_ms=0, to_ms=3_000)
    state, signals = engine.step(state, [], 10_000)
    assert signals == (Closed(SignalKind.FACE_ABSENT, 0, 2_900, 10_000),)


def test_finish_closes_what_is_open_and_says_why() -> None:
    state, _ = looks(FRESH, 0, from_ms=0, to_ms=3_000)
    state, closed = engine.finish(state, 3_050)
    assert closed == (Closed(SignalKind.FACE_ABSENT, 0, 2_900, 3_050, "finished"),)
    assert state == FRESH


def test_finish_with_nothing_open_closes_nothing() -> None:
    assert engine.finish(FRESH, 1_000) == (FRESH, ())


def test_a_rule_is_found_by_its_signal() -> None:
    assert FRESH.rule(SignalKind.SECOND_FACE).about_others


@given(
    st.lists(st.sampled_from([None, 0.0, 1.0, 2.0]), min_size=1, max_size=120),
    st.integers(0, 119),
)
def test_a_state_that_was_pickled_goes_on_as_if_nothing_had_been(
    faces: list[float | None], cut: int
) -> None:
    straight, revived = FRESH, FRESH
    for index, value in enumerate(faces):
        if index == cut:
            revived = pickle.loads(pickle.dumps(revived))
        seen = [Observation(Measure.FACES, value, index * 100, "face")]
        straight, first = engine.step(straight, seen, index * 100)
        revived, second = engine.step(revived, seen, index * 100)
        assert first == second
    assert straight == revived
