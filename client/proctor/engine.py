"""Observations in, openings and closings out.

Pure. One rule: `EngineState` is all there is to know; whoever has it can go on where another
process was killed, and nothing opens twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from client.proctor import dwell
from client.proctor.dwell import IDLE, Run
from client.proctor.rules import Rule
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.events import SignalKind


@dataclass(frozen=True, slots=True)
class EngineState:
    """The rules and where each of them stands."""

    rules: tuple[Rule, ...]
    runs: tuple[Run, ...]
    """One for each rule, in the same order."""

    @property
    def open_signals(self) -> tuple[SignalKind, ...]:
        """Signals that are open now."""
        pairs = zip(self.rules, self.runs, strict=True)
        return tuple(rule.signal for rule, run in pairs if run.opened)

    def rule(self, signal: SignalKind) -> Rule:
        """The row of a signal that this state evaluates."""
        return next(rule for rule in self.rules if rule.signal is signal)


def begin(rules: Sequence[Rule]) -> EngineState:
    """Nothing observed yet."""
    return EngineState(tuple(rules), tuple(IDLE for _ in rules))


def step(
    state: EngineState, observations: Sequence[Observation], now_ms: int
) -> tuple[EngineState, tuple[Opened | Closed, ...]]:
    """The state after these observations, and the signals that opened or closed.

    Observations of one measure must come in the order of their times. Rules without a fresh
    observation see "unknown" at `now_ms` (milliseconds since the interview's start).
    """
    runs: list[Run] = []
    signals: list[Opened | Closed] = []
    by_measure: dict[Measure, list[Observation]] = {}
    for observation in observations:
        by_measure.setdefault(observation.measure, []).append(observation)
    for rule, run in zip(state.rules, state.runs, strict=True):
        seen = by_measure.get(rule.measure)
        if seen is None:
            run, signal = _look(rule, run, Observation(rule.measure, None, now_ms, ""))
            signals += signal
        else:
            for observation in seen:
                run, signal = _look(rule, run, observation)
                signals += signal
        runs.append(run)
    return replace(state, runs=tuple(runs)), tuple(signals)


def finish(state: EngineState, now_ms: int) -> tuple[EngineState, tuple[Closed, ...]]:
    """Closes what is open because the interview ends; the state starts afresh."""
    closed = tuple(
        Closed(rule.signal, run.onset_ms, run.last_above_ms, now_ms, "finished")
        for rule, run in zip(state.rules, state.runs, strict=True)
        if run.opened and run.onset_ms is not None
    )
    return begin(state.rules), closed


def _look(
    rule: Rule, run: Run, observation: Observation
) -> tuple[Run, tuple[Opened | Closed, ...]]:
    at_ms = observation.at_ms
    run, change = dwell.step(rule.levels, run, observation.value, now_ms=at_ms)
    match change:
        case None:
            return run, ()
        case dwell.Change(opened=False):
            ended = change.last_above_ms
            return run, (Closed(rule.signal, change.onset_ms, ended, at_ms),)
        case _:
            assert observation.value is not None
            opened = Opened(
                rule.signal,
                rule.severity,
                change.onset_ms,
                at_ms,
                rule.measure.value,
                round(1000 * observation.value),
                observation.detector,
                observation.detail,
            )
            return run, (opened,)
