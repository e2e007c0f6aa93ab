"""After the last answer: a moment in which a further question about it may still come.

One rule: nobody waits without a reason. No network, no bound left, no answer or no time: it is
handed in at once.
"""

from dataclasses import replace

from client.exam.clock import total_left_ms
from client.exam.handing_in import close
from client.exam.orders import Result
from client.exam.overview import is_answered
from client.exam.state import Now, Screen, State

ON_THE_WAY_MS = 5_000
"""For the answer to get to the server and the question back, beside the time of its writing."""


def is_awaited(state: State) -> bool:
    """Whether the answer just done, the last one, may still get a further question.

    Not without a network, and not where the paper's bound is reached.
    """
    exam, policy = state.exam, state.policy
    if exam is None or state.practice or "network_lost" in state.live.notices:
        return False
    question, answer = exam.questions[state.index], state.answers[state.index]
    if question.follows is not None or not is_answered(question, answer):
        return False
    kinds = {one.id: one.kind for one in exam.questions}
    before = [kinds.get(one.follows) for one in exam.questions if one.follows is not None]
    if question.kind == "coding":
        return policy.viva
    return sum(kind != "coding" for kind in before) < policy.follow_ups


def await_more(state: State, now: Now) -> State:
    """The questions are left, and nothing is closed yet."""
    live = replace(state.live, since_ms=now.mono_ms)
    return replace(state, screen=Screen.FINISH, closing="asking", phase="ready", live=live)


def give_up(state: State, now: Now) -> Result:
    """Hands in where nothing came in time."""
    patience_ms = state.policy.follow_up_within_s * 1000 + ON_THE_WAY_MS
    over = total_left_ms(state, now) == 0
    lost = "network_lost" in state.live.notices
    if over or lost or now.mono_ms - state.live.since_ms > patience_ms:
        return close(state, "time_up" if over else "candidate", now)
    return state, ()
