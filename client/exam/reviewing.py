"""A spoken answer is read once more before it is handed in.

One rule: the person decides. A transcript that is late, missing or wrong holds nobody up: Done
pressed again hands in at once, a correction is a row of its own, and the recording decides.
"""

from dataclasses import replace

from client.exam.clock import interview_ms
from client.exam.facts import Corrected, DonePressed, HandInWished, Transcribed
from client.exam.handing_in import transcribed
from client.exam.moving import is_free, moving
from client.exam.orders import Append, Result
from client.exam.questions import is_kept, stop_take
from client.exam.state import Heard, Now, Review, State, with_answer, with_live
from shared.events import AnswerRevised, AnswerTranscribed

ONE_PRESS_MS = 1_000
"""A second Done so soon is a double click, no wish to hand in unread."""


def reviewing(
    state: State, happened: DonePressed | HandInWished | Transcribed | Corrected, now: Now
) -> Result:
    """Done, the transcript that Done may wait for, and its correction."""
    match happened:
        case DonePressed() | HandInWished():
            return _done(state, happened, now)
        case Transcribed():
            noted, effects = transcribed(state, happened.body)
            if not effects:
                return noted, effects  # it is not awaited any more
            after, further = _read(noted, happened.body, now)
            return after, effects + further
        case Corrected():
            return _corrected(state, happened, now)


def _done(state: State, wish: DonePressed | HandInWished, now: Now) -> Result:
    """Hands in, unless there is a transcript to be read first."""
    if state.question is None or state.leaving or is_kept(state):
        return state, ()
    if is_free(state) is isinstance(wish, DonePressed):
        return state, ()
    awaited = state.live.review == "awaited"
    if awaited and now.mono_ms - state.live.since_ms < ONE_PRESS_MS:
        return state, ()
    wanted = state.policy.transcribe and not awaited and not state.answer.done
    if wanted and state.phase in ("starting", "recording"):
        stopped, effects = stop_take(state, now)
        return _now(stopped, "awaited"), effects
    if wanted and (state.phase == "stopping" or _is_pending(state)):
        waits = with_live(state, replace(state.live, since_ms=now.mono_ms))
        return _now(waits, "awaited"), ()
    return moving(_now(state, ""), wish, now)


def _is_pending(state: State) -> bool:
    question = state.question
    return question is not None and (question.id, state.answer.takes) in state.transcribing


def _read(state: State, body: AnswerTranscribed, now: Now) -> Result:
    """Keeps what was understood; shows it where Done waits for it."""
    if state.exam is None:
        return state, ()
    heard = Heard(body.take, body.text, body.words, body.reason)
    # With free navigation another question may be open by now.
    answers = tuple(
        replace(answer, heard=heard)
        if question.id == body.question and answer.takes == body.take and not answer.done
        else answer
        for question, answer in zip(state.exam.questions, state.answers, strict=True)
    )
    read, question = replace(state, answers=answers), state.question
    is_open = question is not None and question.id == body.question
    if state.live.review != "awaited" or not is_open or body.take != state.answer.takes:
        return read, ()
    if heard.text or is_kept(state):
        return _now(read, "shown" if heard.text else ""), ()
    wish = HandInWished() if is_free(state) else DonePressed()
    return moving(_now(read, ""), wish, now)


def _corrected(state: State, happened: Corrected, now: Now) -> Result:
    question, answer = state.question, state.answer
    heard = answer.heard
    if question is None or happened.question != question.id or heard is None or is_kept(state):
        return state, ()
    if answer.done or not heard.text or happened.text == (answer.text or heard.text):
        return state, ()
    revised = replace(answer, text=happened.text, revision=answer.revision + 1)
    body = AnswerRevised(
        question=question.id,
        revision=revised.revision,
        text=revised.text,
        origin="corrected",
        take=heard.take,
        at_ms=max(0, interview_ms(state, now)),
    )
    return with_answer(state, revised), (Append(body),)


def _now(state: State, review: Review) -> State:
    return with_live(state, replace(state.live, review=review))
