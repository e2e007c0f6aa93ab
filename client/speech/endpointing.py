"""When to ask a person who speaks whether the answer is finished.

Pure. One rule: it only ever asks. Nothing here ends an answer, however long the pause: that is for
the person's Done or the time limit. It asks later the longer this person's own pauses are.
"""

import math
from dataclasses import dataclass, replace

SPEECH_FROM, SPEECH_UNTIL = 0.5, 0.35
"""Silero's probability at which speech begins, and below which it is over: its authors' levels."""
SPEECH_FOR_S = 0.2
"""A cough or a key is shorter."""
LEARNS_FROM_S = 0.7
"""Shorter pauses are the breath between words: they would make every other one look long."""
LEARNS = 16
"""The last pauses that count: people warm up."""
LEAST_S, MOST_S = 6.0, 40.0
"""It never asks sooner, and for somebody with very long pauses not later than this."""
SHARE, TIMES = 0.9, 1.6
"""It waits for so many times the pause that this share of the person's own stay below."""
PATIENCE, MOST_PATIENCE = 2.0, 8.0
"""Who says "still thinking" is asked again after so many times as long."""
UNHEARD_S = 1.0
"""Two looks of the voice detector are 0.032 s apart, whatever jitters. Longer, and nobody knows
whether the person spoke: what was not heard is no pause."""


@dataclass(frozen=True, slots=True)
class Pausing:
    """What is known of one person's speaking; carried from take to take."""

    pauses: tuple[float, ...] = ()
    """Lengths in seconds of the pauses after which they went on, the newest last."""
    patience: float = 1.0
    spoke: bool = False
    """Whether anything was said in this take."""
    loud_since_s: float | None = None
    """Since when the probability stands above its level; None below it."""
    quiet_since_s: float | None = None
    """Since when nothing is said; None while somebody speaks or before anybody did."""
    at_s: float | None = None
    """When the voice detector looked last; None before it did."""
    asking: bool = False
    """Whether "Finished, or still thinking?" stands on the screen."""


def begun(before: Pausing) -> Pausing:
    """Another take begins: what was learned of the person stays."""
    return Pausing(pauses=before.pauses)


def wait_s(state: Pausing) -> float:
    """Seconds of silence after which this person is asked."""
    usual = 0.0
    if state.pauses:
        ordered = sorted(state.pauses)
        usual = ordered[min(len(ordered) - 1, math.ceil(SHARE * len(ordered)) - 1)]
    return min(MOST_S, max(LEAST_S, TIMES * usual)) * state.patience


def heard(state: Pausing, probability: float, at_s: float) -> Pausing:
    """One look of the voice detector: `probability` in 0..1, `at_s` on any steady clock."""
    if state.at_s is not None and not 0 <= at_s - state.at_s <= UNHEARD_S:
        state = unheard(state)
    state = replace(state, at_s=at_s)
    level = SPEECH_UNTIL if state.loud_since_s is not None else SPEECH_FROM
    if probability >= level:
        since_s = at_s if state.loud_since_s is None else state.loud_since_s
        state = replace(state, loud_since_s=since_s)
        return _spoke(state, since_s) if at_s - since_s >= SPEECH_FOR_S else state
    state = replace(state, loud_since_s=None)
    if state.spoke and state.quiet_since_s is None:
        return replace(state, quiet_since_s=at_s)
    silent_s = 0.0 if state.quiet_since_s is None else at_s - state.quiet_since_s
    return replace(state, asking=True) if silent_s >= wait_s(state) else state


def unheard(state: Pausing) -> Pausing:
    """Nobody listened for a while: nothing is asked, and a silence counts from anew."""
    return replace(state, loud_since_s=None, quiet_since_s=None, asking=False)


def thinking(state: Pausing, at_s: float) -> Pausing:
    """The person said "still thinking": asked again much later in this pause."""
    patience = min(MOST_PATIENCE, state.patience * PATIENCE)
    since_s = at_s if state.quiet_since_s is not None else None
    return replace(state, patience=patience, asking=False, quiet_since_s=since_s)


def _spoke(state: Pausing, since_s: float) -> Pausing:
    """Somebody speaks: the question goes away, and the pause before it is learned."""
    pauses = state.pauses
    if state.quiet_since_s is not None and since_s - state.quiet_since_s >= LEARNS_FROM_S:
        pauses = (*pauses, since_s - state.quiet_since_s)[-LEARNS:]
    return replace(state, pauses=pauses, spoke=True, quiet_since_s=None, asking=False)
