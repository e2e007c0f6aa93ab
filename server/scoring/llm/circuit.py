"""The circuit breaker: a server that is down is left alone for a while.

Pure, time is an argument (seconds that only grow). One rule: after a pause one question is let
through, and its fate decides for all.
"""

from dataclasses import dataclass, replace

MOST_FAILURES = 5
"""In a row, over all questions; less would open at one bad connection."""
PAUSE_S = 30.0
MOST_PAUSE_S = 300.0
PROBE_S = 300.0
"""A probe that has told nothing for so long has died with its thread."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """How the server has done lately."""

    failures: int = 0
    """Outages in a row."""
    open_until_s: float | None = None
    """None while it is closed."""
    pause_s: float = PAUSE_S
    probing_since_s: float | None = None
    """When the one question was let through; None where none is on its way."""


def admit(state: Circuit, now_s: float) -> tuple[Circuit, bool]:
    """(the state afterwards, whether a question may be sent now)."""
    if state.open_until_s is None:
        return state, True
    if now_s < state.open_until_s:
        return state, False
    if state.probing_since_s is not None and now_s - state.probing_since_s < PROBE_S:
        return state, False
    return replace(state, probing_since_s=now_s), True


def answered(state: Circuit) -> Circuit:
    """The server answered, whatever it said: the circuit closes."""
    return Circuit()


def failed(state: Circuit, now_s: float) -> Circuit:
    """The server was away: after enough of that the circuit opens, twice as long after a probe."""
    failures = state.failures + 1
    if state.open_until_s is not None:
        if state.probing_since_s is None:
            return replace(state, failures=failures)  # sent before it opened
        pause_s = min(2 * state.pause_s, MOST_PAUSE_S)
        return Circuit(failures, now_s + pause_s, pause_s)
    if failures < MOST_FAILURES:
        return replace(state, failures=failures)
    return Circuit(failures, now_s + state.pause_s, state.pause_s)


def given_up(state: Circuit) -> Circuit:
    """The question ended without telling anything of the server: another may probe."""
    return replace(state, probing_since_s=None)
