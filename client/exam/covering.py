"""The clocks stand still while the questions are covered by a person's word or by the policy.

One rule: all of a proctor's cover is given back, of a note as much as reading it takes, and of the
policy's blocks as much as the policy says: all bounds that the server knows, too.
"""

from dataclasses import replace
from typing import Literal, NamedTuple

from client.exam.clock import interview_ms
from client.exam.state import Cover, Now, State, standing_blocks, with_answer
from shared import outages

SETTLE_MS = 30_000
"""A cover is written down and told to the server at least so often: its deadline has to be moved
well before the sweep for overdue interviews comes (two minutes)."""


class Cause(NamedTuple):
    """What covers the questions, as far as it makes one cover another."""

    kind: Literal["proctor", "block", "note"]
    about: int = 0


def cause(state: State) -> Cause | None:
    """What keeps the questions from the person now; None: nothing, or no question is open.

    A pause gives its own time back, and so does a calibration.
    """
    if state.question is None or state.paused is not None:
        return None
    if state.locked is not None:
        return Cause("proctor")
    if standing_blocks(state):
        return Cause("block")
    return Cause("note", state.told[0].number) if state.told else None


def covered(state: State, now: Now) -> State:
    """To be called after each step: begins a cover, ends it, and settles a long one."""
    why, cover = cause(state), state.cover
    if cover is not None:
        same = why == Cause(cover.cause, cover.about)
        if same and interview_ms(state, now) - cover.since_ms < SETTLE_MS:
            return state
        state = uncovered(state, now)
    if why is None or state.clock is None:
        return state
    left_ms = None
    if why.kind == "note":
        told = state.told[0]
        left_ms = max(0, outages.note_cap_ms(told.text) - told.covered_ms)
    elif why.kind == "block":
        left_ms = max(0, state.policy.block_credit_s * 1000 - state.clock.blocked_ms)
    return replace(state, cover=Cover(why.kind, interview_ms(state, now), left_ms, why.about))


def uncovered(state: State, now: Now) -> State:
    """Ends a cover: what it took is added to the open question's time and to the whole."""
    clock, cover = state.clock, state.cover
    if clock is None or cover is None:
        return state
    given = state.cover_credit_ms(interview_ms(state, now))
    told = tuple(
        replace(one, covered_ms=one.covered_ms + given) if one.number == cover.about else one
        for one in state.told
    )
    longer = replace(state.answer, extra_ms=state.answer.extra_ms + given)
    clock = replace(
        clock,
        covered_ms=clock.covered_ms + given,
        blocked_ms=clock.blocked_ms + (given if cover.cause == "block" else 0),
        deadline_ms=clock.deadline_ms + given,
    )
    return with_answer(replace(state, clock=clock, cover=None, told=told), longer)


def without_gap(state: State, counted_ms: int) -> State:
    """This machine slept for so long: lost time, unless a person's word covered the questions."""
    cover = state.cover
    if cover is None or cover.cause == "proctor":
        return state
    return replace(state, cover=replace(cover, since_ms=cover.since_ms + counted_ms))
