"""From one question to the next: in order, or freely where the policy says so.

One rule: whatever is left, a running take is on disk first; and a question that the person can
come back to is put aside with the time it has used, not done.
"""

from dataclasses import replace
from typing import Literal

from client.exam.clock import spent_ms, total_left_ms
from client.exam.editing import settled
from client.exam.facts import DonePressed, FlagToggled, HandInWished, QuestionWished
from client.exam.handing_in import close
from client.exam.orders import Append, Effect, Hush, Result
from client.exam.overview import is_answered
from client.exam.questions import (
    answer_done,
    done_here,
    done_row,
    is_kept,
    open_question,
    stop_take,
)
from client.exam.standing import clock_goes_on
from client.exam.state import Answer, Now, State, calm, with_answer


def is_free(state: State) -> bool:
    """Whether the person may go to any question until the hand-in."""
    return state.policy.navigation == "free"


def moving(
    state: State, happened: DonePressed | QuestionWished | FlagToggled | HandInWished, now: Now
) -> Result:
    """A wish to go on; none counts while the last one is still waited for."""
    if state.question is None or state.exam is None or state.leaving or is_kept(state):
        return state, ()
    match happened:
        case DonePressed() if not is_free(state):
            return leave(state, "candidate", now)
        case QuestionWished(index) if (
            is_free(state) and index != state.index and 0 <= index < len(state.exam.questions)
        ):
            return leave(replace(state, going=index), "moved", now)
        case HandInWished() if is_free(state):
            return leave(state, "candidate", now)
        case FlagToggled() if is_free(state):
            answer = state.answer
            return with_answer(state, replace(answer, flagged=not answer.flagged)), ()
        case _:
            return state, ()


def leave(state: State, why: Literal["candidate", "time_up", "moved"], now: Now) -> Result:
    """Leaves the open answer, after the recording if one runs."""
    leaving = replace(state, leaving=why)
    if state.phase in ("starting", "recording"):
        return stop_take(leaving, now)
    if state.phase == "stopping":
        return leaving, ()
    return left(leaving, now)


def left(state: State, now: Now) -> Result:
    """What follows once nothing of the open answer is still on its way to the disk."""
    if not state.leaving:
        return state, ()
    state, texts = settled(state, now)
    state, effects = _left(clock_goes_on(state, now), now)
    return state, (*texts, *effects)


def _left(state: State, now: Now) -> Result:
    match state.leaving:
        case "":
            return state, ()
        case "terminated":
            return close(state, "terminated", now)
        case "moved":
            return _go(state, now)
        case "candidate" | "time_up" if not is_free(state):
            return answer_done(state, state.leaving, now)
        case "time_up" if total_left_ms(state, now) != 0:
            return _time_is_up(state, now)
        case "candidate" | "time_up":
            return _all_done(state, state.leaving, now)


def all_open_again(state: State) -> State:
    """After a re-opening of the whole interview: what the time did not end can be changed."""
    return replace(
        state,
        answers=tuple(
            replace(answer, done="") if answer.done == "candidate" else answer
            for answer in state.answers
        ),
    )


def longer_again(state: State, now: Now, *, by_ms: int) -> State:
    """The open question has `by_ms` more, also where its time was over and it was only read."""
    answer = state.answer
    more = replace(answer, extra_ms=answer.extra_ms + by_ms)
    if not (is_free(state) and answer.done == "time_up" and by_ms):
        return with_answer(state, more)
    reopened, _ = open_question(with_answer(state, replace(more, done="")), state.index, now)
    return reopened


def _aside(state: State, now: Now) -> State:
    answer = replace(state.answer, spent_ms=spent_ms(state, now))
    live = replace(calm(state.live), note="")
    return replace(with_answer(state, answer), leaving="", live=live)


def _go(state: State, now: Now) -> Result:
    opened, effects = open_question(_aside(state, now), state.going, now)
    return opened, (Hush(), *effects)


def _time_is_up(state: State, now: Now) -> Result:
    """It stays in front of the person, to be read; nobody is moved away in mid-sentence."""
    assert state.exam is not None
    done, row = done_here(state, "time_up", now)
    note = f"time_up:{state.exam.questions[state.index].position}"
    done = replace(done, leaving="", live=replace(done.live, note=note, problem=None))
    return done, (Append(row), Hush())


def _all_done(state: State, why: Literal["candidate", "time_up"], now: Now) -> Result:
    state = _aside(state, now)
    assert state.exam is not None
    answers: list[Answer] = []
    rows: list[Effect] = []
    for question, answer in zip(state.exam.questions, state.answers, strict=True):
        if not answer.done:
            given = is_answered(question, answer)
            rows.append(Append(done_row(question, answer, why if given else "skipped")))
        answers.append(replace(answer, done=answer.done or why))
    over = total_left_ms(state, now) == 0
    closing, effects = close(
        replace(state, answers=tuple(answers)), "time_up" if over else "candidate", now
    )
    return closing, (*rows, Hush(), *effects)
