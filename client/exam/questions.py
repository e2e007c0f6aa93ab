"""The questions, one after the other: opened, answered, done.

One rule: the person goes forward only, and an answer is done once, by the person or by the time.
"""

from dataclasses import replace
from typing import Literal

from client.exam.clock import interview_ms, total_left_ms, utc_ms
from client.exam.facts import ChunkStored, DonePressed, RevisionSaved, Transcribed, Typed
from client.exam.handing_in import close, transcribed
from client.exam.orders import (
    Append,
    BeginProctor,
    Effect,
    Hush,
    Result,
    Speak,
    StopRecording,
)
from client.exam.state import Answer, Clock, Now, Screen, State, calm, with_answer, with_live
from shared.events import AnswerChunk, AnswerDone, AnswerRevised, QuestionOpened, StatusReached
from shared.lifecycle import Status
from shared.session import Started


def begin(state: State, started: Started, now: Now) -> Result:
    """The server opened the questions: the clock runs and the first one is shown."""
    clock = Clock(
        started_ms=utc_ms(started.started_at),
        deadline_ms=utc_ms(started.deadline_at),
        server_ms=utc_ms(started.server_time),
        anchor=now,
    )
    answers = tuple(Answer(text=question.starter) for question in started.exam.questions)
    running = replace(state, exam=started.exam, clock=clock, answers=answers, live=calm(state.live))
    reached = Append(StatusReached(status=Status.INTERVIEW_ACTIVE))
    watch = BeginProctor(state.policy, state.accommodations, interview_ms(running, now))
    opened, effects = open_question(running, 0, now)
    return opened, (reached, watch, *effects)


def open_question(state: State, index: int, now: Now) -> Result:
    """Puts a question in front of the person; its own time begins."""
    assert state.exam is not None
    question = state.exam.questions[index]
    live = replace(state.live, saved_revision=0, since_ms=now.mono_ms)
    opened = replace(
        state, screen=Screen.QUESTION, index=index, phase="ready", leaving="", live=live
    )
    opened = with_answer(opened, replace(opened.answer, opened_ms=interview_ms(state, now)))
    row = Append(QuestionOpened(question=question.id, position=question.position))
    if not state.policy.speak_questions:
        return opened, (row,)
    return opened, (row, Speak(question.prompt, state.policy.language))


def answering(
    state: State,
    happened: Typed | RevisionSaved | DonePressed | ChunkStored | Transcribed,
    now: Now,
) -> Result:
    """Typing, saving and Done; late pieces of sound and transcripts of any question."""
    question, answer = state.question, state.answer
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
        case Transcribed():
            return transcribed(state, happened.body, now)
        case Typed() if (
            question is not None
            and happened.question == question.id
            and question.kind != "spoken"
            and happened.text != answer.text
        ):
            revised = replace(answer, text=happened.text, revision=answer.revision + 1)
            body = AnswerRevised(
                question=question.id,
                revision=revised.revision,
                text=revised.text,
                at_ms=max(0, interview_ms(state, now)),
            )
            return with_answer(state, revised), (Append(body),)
        case RevisionSaved() if question is not None and happened.question == question.id:
            saved = max(state.live.saved_revision, happened.revision)
            return with_live(state, replace(state.live, saved_revision=saved)), ()
        case DonePressed() if question is not None and not state.leaving and not is_kept(state):
            return leave(state, "candidate", now)
        case _:
            return state, ()


def is_kept(state: State) -> bool:
    """Whether a proctor's word keeps the person from going on."""
    return state.paused is not None or state.locked is not None


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


def leave(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    """Ends the open answer, after the recording if one runs."""
    leaving = replace(state, leaving=reason)
    if state.phase in ("starting", "recording"):
        return stop_take(leaving, now)
    if state.phase == "stopping":
        return leaving, ()
    return answer_done(leaving, reason, now)


def answer_done(state: State, reason: Literal["candidate", "time_up"], now: Now) -> Result:
    """Closes the open answer and opens the next question, or the hand-in after the last."""
    assert state.exam is not None
    question, answer = state.exam.questions[state.index], state.answer
    spent = interview_ms(state, now) - (answer.opened_ms or 0)
    body = AnswerDone(
        question=question.id,
        reason=reason,
        revision=answer.revision,
        takes=answer.takes,
        spent_ms=max(0, spent),
    )
    done = with_answer(state, replace(answer, done=reason))
    note = f"time_up:{question.position}" if reason == "time_up" else ""
    done = replace(done, leaving="", live=replace(done.live, note=note, problem=None))
    row: tuple[Effect, ...] = (Append(body), Hush())
    over = total_left_ms(state, now) == 0
    if over or state.index + 1 == len(state.exam.questions):
        after, effects = close(done, "time_up" if over else "candidate", now)
    else:
        after, effects = open_question(done, state.index + 1, now)
    return after, row + effects
