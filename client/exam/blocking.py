"""What the policy says covers the questions: found on this computer, put right, or let pass.

One rule: only a violation covers, never an unknown; a person's word lets past what was found until
then, once, and all of it is in the record.
"""

from dataclasses import replace
from typing import Literal

from client.exam.clock import interview_ms
from client.exam.facts import ProbeAnswered
from client.exam.orders import Append, Effect, Result
from client.exam.questions import quiet
from client.exam.state import Block, Now, State, Told
from shared.actions import Action
from shared.events import BlockChanged, LockdownChanged
from shared.sync import Instruction

_ALL = "probes"
"""A look by this name says that there are no looks at all."""


def looked(state: State, happened: ProbeAnswered, now: Now) -> Result:
    """A look at this computer answered."""
    if happened.probe == _ALL:
        gone = [one.kind for one in state.blocks if one.kind != "keys"]
        effects: tuple[Effect, ...] = ()
        for kind in gone:
            state, rows = _none(state, kind, now)
            effects += rows
        return state, effects
    if happened.outcome == "violation":
        return _found(state, Block(happened.probe, happened.evidence), now)
    return _none(state, happened.probe, now)


def held(state: State, body: LockdownChanged, now: Now) -> Result:
    """The lockdown says which of its measures hold."""
    effects: tuple[Effect, ...] = ()
    for measure in body.measures:
        if measure.held:
            state, rows = _none(state, measure.name, now)
        else:
            state, rows = _found(state, Block(measure.name, (measure.reason,)), now)
        effects += rows
    return state, effects


def let_on(state: State, given: Instruction, now: Now) -> tuple[Result, Literal["", "late"]]:
    """A person lets the candidate go on; `late` where nothing of the kind covers any more."""
    block = _block(state, given.text)
    if block is None or block.let:
        return (state, ()), "late"
    told = Told(given.number, Action.LET_ON, given.reason, given.text)
    state = replace(_with(state, replace(block, let=True)), told=(*state.told, told))
    return (state, (_row("let", block, state, now),)), ""


def _found(state: State, block: Block, now: Now) -> Result:
    if block.kind not in state.policy.blocks or state.closing:
        return state, ()
    before = _block(state, block.kind)
    if before is not None and before.let and set(block.evidence) <= set(before.evidence):
        return state, ()
    state = _with(state, block)
    if before is not None and not before.let:
        return state, ()
    row = _row("began", block, state, now)
    if state.question is None or state.paused is not None:
        return state, (row,)
    state, effects = quiet(state, now)
    return state, (row, *effects)


def _none(state: State, kind: str, now: Now) -> Result:
    block = _block(state, kind)
    if block is None:
        return state, ()
    state = replace(state, blocks=tuple(one for one in state.blocks if one.kind != kind))
    return state, () if state.closing else (_row("ended", block, state, now),)


def _block(state: State, kind: str) -> Block | None:
    return next((one for one in state.blocks if one.kind == kind), None)


def _with(state: State, block: Block) -> State:
    kinds = [one.kind for one in state.blocks]
    if block.kind not in kinds:
        return replace(state, blocks=(*state.blocks, block))
    changed = (block if one.kind == block.kind else one for one in state.blocks)
    return replace(state, blocks=tuple(changed))


def _row(what: Literal["began", "ended", "let"], block: Block, state: State, now: Now) -> Append:
    at_ms = max(0, interview_ms(state, now))
    evidence = block.evidence if what != "ended" else ()
    return Append(BlockChanged(what=what, block=block.kind, evidence=evidence, at_ms=at_ms))
