"""When a take that still runs is transcribed ahead, so that its text is there when it ends.

Pure. One rule: it is done in the person's pauses, whole words at a time, and by nobody whose
machine needs longer for it than the person would wait at the end.
"""

import math
from dataclasses import dataclass, replace

from client.speech.endpointing import Pausing

PAUSE_S = 0.7
"""A silence as long lies between words, not in one (`endpointing.LEARNS_FROM_S`)."""
SETTLED_S = 20.0
"""A stretch this long fills two thirds of Whisper's window: it is not heard again. A shorter one is
heard anew with what follows, so that no sentence is read in crumbs."""
MOST_S = 120.0
"""Who makes no pause for so long is transcribed at the end, as ever."""
SLOW_S = 3.0
"""A stretch within one window that takes longer would keep the person waiting at the end."""
SLOW_TIMES = 2
"""After so many slow ones nothing is done ahead in this run: one may be an accident."""
WINDOW_S = 28.0
"""What surely fits into one of Whisper's windows of 30 s."""
EVERY_S = 4.0
"""Between the end of one and the beginning of the next: who speaks in crumbs is not heard anew for
each of them."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """How far a take is transcribed, in seconds from its start; carried from take to take."""

    settled_s: float = 0.0
    """Up to here it is not heard again."""
    heard_s: float = 0.0
    """Up to here it was heard once, the last time."""
    spoke: bool = False
    """Whether anything was said since."""
    busy: bool = False
    rested_s: float = 0.0
    """When, on the take's clock, the last one ended."""
    slow: int = 0
    known: bool = True
    """Whether there is a model."""

    @property
    def off(self) -> bool:
        """Whether this machine does nothing ahead."""
        return self.slow >= SLOW_TIMES or not self.known


def begun(before: Ahead) -> Ahead:
    """Another take begins: what was learned of the machine stays."""
    return Ahead(slow=before.slow, known=before.known)


def listened(state: Ahead, person: Pausing) -> Ahead:
    """The voice detector was asked again."""
    speaks = person.spoke and person.quiet_since_s is None
    return replace(state, spoke=True) if speaks and not state.spoke else state


def due(state: Ahead, person: Pausing, *, taken_s: float, strained: bool) -> bool:
    """Whether the stretch from `settled_s` to now, `taken_s` on the take's clock, is heard now.

    `strained`: the proctor cannot keep its rate.
    """
    if state.off or state.busy or not state.spoke or strained:
        return False
    if person.quiet_since_s is None or person.at_s is None:
        return False
    if taken_s - state.rested_s < EVERY_S and state.rested_s:
        return False
    is_pause = person.at_s - person.quiet_since_s >= PAUSE_S
    return is_pause and taken_s - state.settled_s <= MOST_S


def asked(state: Ahead, upto_s: float) -> Ahead:
    """A stretch up to there is being heard."""
    return replace(state, heard_s=upto_s, spoke=False, busy=True)


def judged(state: Ahead, took_s: float, *, length_s: float = 0.0) -> Ahead:
    """What a stretch of `length_s` that took as long, by the transcriber's own clock, says of this
    machine; infinite: it failed."""
    # Longer stretches take several windows: no more is asked of them than of one.
    is_slow = took_s > SLOW_S * max(1.0, length_s / WINDOW_S)
    return replace(state, slow=state.slow + is_slow)


def answered(state: Ahead, took_s: float, *, taken_s: float) -> Ahead:
    """The stretch that was asked for was heard in `took_s`; `taken_s` is the take's clock now.

    In no time at all: it was not heard, because the text of another take was waited for.
    """
    if not took_s:
        return replace(state, busy=False, spoke=True, rested_s=taken_s)
    length_s = state.heard_s - state.settled_s
    settles = length_s >= SETTLED_S and not math.isinf(took_s)
    settled_s = state.heard_s if settles else state.settled_s
    state = judged(state, took_s, length_s=length_s)
    return replace(state, busy=False, rested_s=taken_s, settled_s=settled_s)
