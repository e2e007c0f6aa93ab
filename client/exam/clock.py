"""How late it is in the interview: the server's clock, carried on by this machine's.

One rule: no clock is read here. Within one boot the monotonic reading counts; a wall clock that
was set back never gives time.
"""

from dataclasses import replace

from client.exam.facts import ServerHeard
from client.exam.state import Clock, Now, State
from shared.clock import parse_utc

REANCHOR_MS = 10_000
"""How old the saved clock may grow: the most a reboot with a wrong clock can give."""

SERVER_SKEW_MS = 5_000
"""A receipt sets our clock back only beyond this: less is the network's delay."""


def server_now_ms(clock: Clock, now: Now) -> int:
    """The server's UTC as carried on here.

    Within a boot only the monotonic clock counts. After a reboot the wall clock does, but never
    back behind what was already reached: a clock set back gives no time.
    """
    anchor = clock.anchor
    same = now.boot == anchor.boot
    passed = now.mono_ms - anchor.mono_ms if same else now.utc_ms - anchor.utc_ms
    return clock.server_ms + max(0, passed)


def interview_ms(state: State, now: Now) -> int:
    """Milliseconds since the interview's start; 0 before it."""
    return 0 if state.clock is None else server_now_ms(state.clock, now) - state.clock.started_ms


def total_left_ms(state: State, now: Now) -> int | None:
    """Milliseconds to the interview's end, never negative; None before the start.

    While it is paused they stay as they were.
    """
    if state.clock is None:
        return None
    whole = state.clock.deadline_ms - state.clock.started_ms
    return max(0, whole - _running_ms(state, now))


def question_left_ms(state: State, now: Now) -> int | None:
    """Milliseconds left for the open question, bounded by the interview's end; None without."""
    question, total = state.question, total_left_ms(state, now)
    if question is None or total is None or state.answer.opened_ms is None:
        return None
    spent = _running_ms(state, now) - state.answer.opened_ms
    limit = question.time_limit_s * 1000 + state.answer.extra_ms
    return max(0, min(limit - spent, total))


def is_due(state: State, now: Now) -> bool:
    """Whether the next tick ends the open answer: unsaved text is to be handed over first."""
    waits = state.leaving != "" or state.paused is not None
    return not waits and question_left_ms(state, now) == 0


def _running_ms(state: State, now: Now) -> int:
    """Interview time as its clocks show it: a pause stops them."""
    return interview_ms(state, now) if state.paused is None else state.paused.since_ms


def utc_ms(text: str) -> int:
    """Milliseconds since 1970 of a UTC text; raises ValueError on any other text."""
    return round(parse_utc(text).timestamp() * 1000)


def reanchored(state: State, now: Now, *, after_ms: int) -> State:
    """The anchor moved to now, where it is older than `after_ms` or of an earlier boot."""
    clock = state.clock
    if clock is None:
        return state
    reached = server_now_ms(clock, now)
    if now.boot == clock.anchor.boot and reached - clock.server_ms < max(1, after_ms):
        return state
    return replace(state, clock=replace(clock, server_ms=reached, anchor=now))


def heard(state: State, happened: ServerHeard, now: Now) -> State:
    """Follows a receipt: forward always, back only where we lead by more than delay explains."""
    clock = state.clock
    if clock is None:
        return state
    ours = server_now_ms(clock, now)
    if happened.server_ms > ours or happened.server_ms < ours - SERVER_SKEW_MS:
        clock = replace(clock, server_ms=happened.server_ms, anchor=now)
    # While it is paused the server names the end as it would be if it went on now.
    if happened.deadline_ms is not None and state.paused is None:
        clock = replace(clock, deadline_ms=happened.deadline_ms)
    return replace(state, clock=clock)
