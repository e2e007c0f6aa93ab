"""The state as bytes for the spool, and back.

One rule: what cannot be read in full is refused in full; half a state would be a wrong interview.
"""

from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from client.exam.state import STATE_VERSION, Live, State


@cache
def _adapter() -> TypeAdapter[State]:
    """Made at the first use: building it would delay the first window."""
    return TypeAdapter(State)


def dump(state: State) -> bytes:
    """The state as JSON for the spool, without what belongs to this run only."""
    return _adapter().dump_json(persistent(state))


def persistent(state: State) -> State:
    """The part of the state that a restart finds again."""
    return replace(state, live=Live())


def load(saved: bytes) -> State:
    """The state that `dump` wrote; raises ValueError where this app cannot read it."""
    try:
        state = _adapter().validate_json(saved)
    except ValidationError as error:
        raise ValueError(f"saved state does not fit: {error.error_count()} fields") from None
    if state.v != STATE_VERSION:
        raise ValueError(f"saved state has version {state.v}, this app reads {STATE_VERSION}")
    if state.exam is not None and len(state.answers) != len(state.exam.questions):
        raise ValueError("saved state has another number of answers than questions")
    return state
