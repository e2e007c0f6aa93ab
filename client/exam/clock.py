"""How late it is in the interview: the server's clock, carried on by this machine's.

One rule: no clock is read here. Within one boot the monotonic reading counts; a wall clock that
was set back never gives time.
"""

from dataclasses import replace
from typing import Literal

from client.exam.facts import ServerHeard
from client.exam.state import Answer, Clock, Now, Screen, State, with_answer
from shared import outages
from shared.clock import parse_utc
from shared.exam import ExamQuestion

REANCHOR_MS = 10_000
"""How old the saved clock may grow: the most a reboot with a wrong clock can give."""

SERVER_SKEW_MS = 5_000
"""A receipt sets our clock back only beyond this: less is the network's delay."""


WARNED_MIN: tuple[Literal[1, 5], ...] = (1, 5)
"""Minutes before an end at which the person is warned, the nearest first."""


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
    """Milliseconds left for the open question, bounded by the interview's end; None without.

    They run while the question is open and stand still while another one is; a question that is
    done has none, however much it was given since.
    """
    question, total = state.question, total_left_ms(state, now)
    if question is None or total is None or state.answer.opened_ms is None:
        return None
    if state.answer.done:
        return 0
    return max(0, min(limit_ms(question, state.answer) - spent_ms(state, now), total))


def limit_ms(question: ExamQuestion, answer: Answer) -> int:
    """The question's own time, extensions included."""
    return question.time_limit_s * 1000 + answer.extra_ms


def spent_ms(state: State, now: Now) -> int:
    """How long the open question was open, all in all, never negative."""
    answer = state.answer
    if answer.opened_ms is None or answer.done:
        return answer.spent_ms
    return max(0, _running_ms(state, now) - answer.opened_ms)


def is_due(state: State, now: Now) -> bool:
    """Whether the next tick ends the open answer: unsaved text is to be handed over first."""
    if state.leaving or state.paused is not None or state.question is None:
        return False
    # What is done is only read: then nothing but the end of all time is left to come.
    left_ms = total_left_ms if state.answer.done else question_left_ms
    return left_ms(state, now) == 0


def question_warning(state: State, now: Now) -> Literal[0, 1, 5]:
    """Within how many minutes the open question's time ends; 0 while that is further off."""
    question = state.question
    if question is None or state.answer.done:
        return 0
    return _warning(question_left_ms(state, now), limit_ms(question, state.answer))


def total_warning(state: State, now: Now) -> Literal[0, 1, 5]:
    """Within how many minutes the interview ends; 0 while that is further off."""
    clock = state.clock
    if clock is None:
        return 0
    return _warning(total_left_ms(state, now), clock.deadline_ms - clock.started_ms)


def _warning(left_ms: int | None, whole_ms: int) -> Literal[0, 1, 5]:
    """Nobody is warned of five minutes who never had more."""
    for minutes in WARNED_MIN:
        if left_ms is not None and left_ms <= minutes * 60_000 < whole_ms:
            return minutes
    return 0


def _running_ms(state: State, now: Now) -> int:
    """Interview time as its clocks show it: stopped by a pause, a cover, a machine that speaks."""
    if state.paused is not None:
        return state.paused.since_ms
    passed = interview_ms(state, now)
    return passed - state.stand_credit_ms(passed) - state.cover_credit_ms(passed)


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
    known_ms = max(clock.known_covered_ms, happened.covered_ms)
    clock = replace(clock, known_covered_ms=known_ms)
    state = replace(state, clock=clock)
    # While it is paused the server names the end as it would be if it went on now.
    if happened.deadline_ms is None or state.paused is not None:
        return state
    return _told(state, clock, happened)


def lost(state: State, gap_ms: int) -> State:
    """The interview could not run here for `gap_ms`: asleep, killed or off.

    Given back at once as far as the policy goes, because the person is back now; the server says
    the last word with its next receipt.
    """
    clock, counted = state.clock, outages.gap_ms(gap_ms)
    ended = state.screen is Screen.FINISH or state.paused is not None
    # While a person's word covers the questions all of it is given back, asleep or not.
    kept = state.cover is not None and state.cover.cause == "proctor"
    if clock is None or ended or kept or not counted:
        return state
    before = clock.credited_ms or 0
    cap_s = state.policy.outage_credit_s
    given = outages.credit_ms(counted, credited_ms=before, cap_s=cap_s)
    clock = replace(
        clock,
        lost_ms=clock.lost_ms + counted,
        credited_ms=before + given,
        deadline_ms=clock.deadline_ms + given,
    )
    return _longer(replace(state, clock=clock), given)


def _told(state: State, clock: Clock, happened: ServerHeard) -> State:
    """The server's deadline; what it could not know of yet is added."""
    assert happened.deadline_ms is not None
    deadline_ms = happened.deadline_ms + max(0, clock.stood_ms - happened.stood_ms)
    deadline_ms += max(0, clock.covered_ms - happened.covered_ms)
    before = happened.credited_ms if clock.credited_ms is None else clock.credited_ms
    if happened.lost_ms < clock.lost_ms:
        ahead = max(0, before - happened.credited_ms)
        clock = replace(clock, deadline_ms=deadline_ms + ahead, credited_ms=before)
        return replace(state, clock=clock)
    clock = replace(clock, deadline_ms=deadline_ms, credited_ms=happened.credited_ms)
    return _longer(replace(state, clock=clock), happened.credited_ms - before)


def _longer(state: State, by_ms: int) -> State:
    """The open question has as much more time, or less."""
    if state.question is None or not by_ms:
        return state
    return with_answer(state, replace(state.answer, extra_ms=state.answer.extra_ms + by_ms))
