"""A question: opened, answered, done.

One rule: an answer is done once, by the person or by the time, and nothing changes it afterwards.
Which question comes next is decided in `moving`.
"""

from dataclasses import replace
from typing import Literal

from client.exam.awaiting import await_more, is_awaited
from client.exam.clock import interview_ms, spent_ms, total_left_ms, utc_ms
from client.exam.facts import ChunkStored, RevisionSaved
from client.exam.handing_in import close
from client.exam.orders import (
    Append,
    BeginProctor,
    Hush,
    Result,
    Speak,
    StopRecording,
)
from client.exam.starters import opening_text
from client.exam.state import (
    Answer,
    Clock,
    Now,
    Screen,
    State,
    calm,
    standing_blocks,
    with_answer,
    with_live,
)
from shared.events import AnswerChunk, AnswerDone, QuestionOpened, StatusReached
from shared.exam import ExamQuestion
from shared.lifecycle import Status
from shared.session import Started


def begin(state: State, started: Started, now: Now) -> Result:
    """The server opened the questions: the clock runs and the first one is shown.

    `started`: with the questions, whether they came with it or ahead.
    """
    assert started.exam is not None
    clock = Clock(
        started_ms=utc_ms(started.started_at),
        deadline_ms=utc_ms(started.deadline_at),
        server_ms=utc_ms(started.server_time),
        anchor=now,
        stood_ms=started.stood_ms,
        covered_ms=started.covered_ms,
        known_covered_ms=started.covered_ms,
    )
    answers = tuple(Answer(text=opening_text(question)) for question in started.exam.questions)
    running = replace(state, exam=started.exam, clock=clock, answers=answers, live=calm(state.live))
    reached = Append(StatusReached(status=Status.INTERVIEW_ACTIVE))
    watch = BeginProctor(state.policy, state.accommodations, interview_ms(running, now))
    opened, effects = open_question(running, 0, now)
    return opened, (reached, watch, *effects)


def open_question(state: State, index: int, now: Now) -> Result:
    """Puts a question in front of the person; its own time begins, or goes on."""
    assert state.exam is not None
    question, answer = state.exam.questions[index], state.answers[index]
    live = replace(
        state.live,
        saved_revision=answer.revision,
        saved_edits=answer.edits,
        since_ms=now.mono_ms,
        review="",
    )
    opened = replace(
        state,
        screen=Screen.QUESTION,
        index=index,
        phase="recorded" if answer.takes else "ready",
        leaving="",
        live=live,
    )
    began_ms = interview_ms(state, now) - answer.spent_ms
    opened = with_answer(opened, replace(answer, opened_ms=began_ms))
    row = Append(QuestionOpened(question=question.id, position=question.position))
    seen = answer.opened_ms is not None
    if seen or not state.policy.speak_questions:
        return opened, (row,)
    return opened, (row, Speak(question.prompt, state.policy.language, question.id))


def answering(
    state: State,
    happened: RevisionSaved | ChunkStored,
    now: Now,
) -> Result:
    """Saving; late pieces of sound of any question."""
    question = state.question
    match happened:
        case ChunkStored():
            # Late pieces belong to the record whatever is on the screen by now.
            body = AnswerChunk(
                question=happened.question,
                take=happened.take,
                part=happened.part,
                audio=happened.audio,
                duration_ms=happened.duration_ms,
            )
            return state, (Append(body),)
        case RevisionSaved() if question is not None and happened.question == question.id:
            live = replace(
                state.live,
                saved_revision=max(state.live.saved_revision, happened.revision),
                saved_edits=max(state.live.saved_edits, happened.edits),
            )
            return with_live(state, live), ()
        case _:
            return state, ()


def is_kept(state: State) -> bool:
    """Whether a proctor's word, or what the policy names, keeps the person from going on."""
    return state.paused is not None or state.locked is not None or bool(standing_blocks(state))


def quiet(state: State, now: Now) -> Result:
    """No machine voice, no running take; what was said until now is kept."""
    if state.phase in ("starting", "recording"):
        stopped, effects = stop_take(state, now)
        return stopped, (Hush(), *effects)
    return state, (Hush(),)


def back_to_question(state: State, now: Now) -> State:
    """From a calibration in mid-question; the question's own clock stood still meanwhile."""
    assert state.aside_ms is not None
    away_ms = max(0, interview_ms(state, now) - state.aside_ms)
    back = replace(state, screen=Screen.QUESTION, aside_ms=None)
    return later(back, away_ms)


def later(state: State, by_ms: int) -> State:
    """The open question's own clock did not run for so long."""
    answer = state.answer
    if answer.opened_ms is None:
        return state
    return with_answer(state, replace(answer, opened_ms=answer.opened_ms + by_ms))


def stop_take(state: State, now: Now) -> Result:
    """Orders the end of the running take; `TakeEnded` answers."""
    live = replace(state.live, since_ms=now.mono_ms)
    return replace(state, phase="stopping", live=live), (StopRecording(),)


def answer_done(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    """Closes the open answer and opens the next question, or the hand-in after the last."""
    assert state.exam is not None
    question = state.exam.questions[state.index]
    done, row = done_here(state, reason, now)
    done = with_answer(done, replace(done.answer, heard=None))
    note = f"time_up:{question.position}" if reason == "time_up" else ""
    done = replace(done, leaving="", live=replace(done.live, note=note, problem=None))
    over = total_left_ms(state, now) == 0
    if over or state.index + 1 == len(state.exam.questions):
        if not over and is_awaited(done):
            return await_more(done, now), (Append(row), Hush())
        after, effects = close(done, "time_up" if over else "candidate", now)
    else:
        after, effects = open_question(done, state.index + 1, now)
    return after, (Append(row), Hush(), *effects)


def done_here(
    state: State, reason: Literal["candidate", "time_up"], now: Now
) -> tuple[State, AnswerDone]:
    """The open answer is done; the row that says so."""
    assert state.exam is not None
    spent = replace(state.answer, spent_ms=spent_ms(state, now), done=reason)
    row = done_row(state.exam.questions[state.index], spent, reason)
    return with_answer(state, spent), row


def done_row(
    question: ExamQuestion, answer: Answer, reason: Literal["candidate", "time_up", "skipped"]
) -> AnswerDone:
    """What is recorded of an answer that is put out of the person's hands."""
    return AnswerDone(
        question=question.id,
        reason=reason,
        revision=answer.revision,
        takes=answer.takes,
        spent_ms=answer.spent_ms,
    )
