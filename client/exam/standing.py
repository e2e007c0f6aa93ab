"""The clock stands still while the machine speaks or works, and only so long.

One rule: what is given is bounded for each question by `shared.outages.stand_cap_ms`, which the
server knows too: neither a long voice nor a slow model can stretch an interview.
"""

from dataclasses import replace

from client.exam import covering
from client.exam.clock import interview_ms
from client.exam.facts import MachineSpoke, ReadAgainPressed
from client.exam.orders import Hush, Result, Speak
from client.exam.state import Now, State, with_answer, with_live
from shared import outages

SETTLE_MS = 15_000
"""A stand-still is written down and told to the server at least so often."""


def aloud(state: State, happened: MachineSpoke | ReadAgainPressed) -> Result:
    """The app's own voice: begun, over, or wished for again. Never into a recording."""
    match happened:
        case MachineSpoke():
            return with_live(state, replace(state.live, speaking=happened.begun)), ()
        case ReadAgainPressed():
            question = state.question
            kept = state.paused is not None or state.cover is not None or state.leaving != ""
            if question is None or kept or not state.policy.speak_questions:
                return state, ()
            if state.phase not in ("ready", "recorded"):
                return state, ()
            return state, (Hush(), Speak(question.prompt, state.policy.language, question.id))


def stands(state: State) -> bool:
    """Whether the machine speaks or works now, so that the person can do nothing but wait."""
    if state.question is None or state.paused is not None or state.cover is not None:
        return False
    if state.answer.done:
        return False  # it is only read now
    works = state.phase == "stopping" or state.live.review == "awaited"
    return works or state.live.speaking


def is_standing(state: State, now: Now) -> bool:
    """Whether both clocks stand still at this moment: the cap is not used up yet."""
    passed, since_ms = interview_ms(state, now), state.live.stands_ms
    return since_ms is not None and state.stand_credit_ms(passed) >= passed - since_ms


def stood(state: State, now: Now) -> State:
    """To be called after each step: begins a stand-still, ends it, and settles a long one."""
    state = covering.covered(state, now)
    since_ms = state.live.stands_ms
    if stands(state):
        if since_ms is None:
            return _since(state, interview_ms(state, now))
        if interview_ms(state, now) - since_ms >= SETTLE_MS:
            return _since(_goes_on(state, now), interview_ms(state, now))
        return state
    return state if since_ms is None else _goes_on(state, now)


def clock_goes_on(state: State, now: Now) -> State:
    """Settles what stands, before the open question is left: what it took is its own."""
    return _goes_on(covering.uncovered(state, now), now)


def _goes_on(state: State, now: Now) -> State:
    """Ends a stand-still: what it took is added to the open question's time and to the whole."""
    clock, since_ms = state.clock, state.live.stands_ms
    if clock is None or since_ms is None:
        return state
    answer = state.answer
    given = state.stand_credit_ms(interview_ms(state, now))
    longer = replace(answer, stood_ms=answer.stood_ms + given, extra_ms=answer.extra_ms + given)
    clock = replace(clock, stood_ms=clock.stood_ms + given, deadline_ms=clock.deadline_ms + given)
    return _since(with_answer(replace(state, clock=clock), longer), None)


def without_gap(state: State, gap_ms: int) -> State:
    """This machine slept for `gap_ms`: that is lost time, and no part of a stand-still."""
    since_ms, counted = state.live.stands_ms, outages.gap_ms(gap_ms)
    state = covering.without_gap(state, counted)
    return state if since_ms is None or not counted else _since(state, since_ms + counted)


def _since(state: State, since_ms: int | None) -> State:
    return with_live(state, replace(state.live, stands_ms=since_ms))
