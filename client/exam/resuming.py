"""Coming back after the app, or the machine, died.

One rule: the clock went on meanwhile, the record says how long nobody watched, and what the policy
gives back of it is given.
"""

from dataclasses import replace

from client.exam.aim import Gaze
from client.exam.clock import interview_ms, lost, server_now_ms
from client.exam.editing import settled
from client.exam.handing_in import close, give_up_transcripts
from client.exam.moving import left
from client.exam.orders import (
    Append,
    BeginProctor,
    Effect,
    Flush,
    Know,
    Listen,
    OpenDevices,
    Recalibrate,
    Result,
)
from client.exam.questions import back_to_question
from client.exam.standing import without_gap
from client.exam.state import Live, Now, Screen, State, with_live
from shared.events import SystemNoted


def resume(state: State, now: Now) -> Result:
    """The orders that bring devices, proctor and upload back to where the state stands."""
    if state.screen in (Screen.WELCOME, Screen.PROBLEM):
        return state, ()
    state = with_live(state, Live(since_ms=now.mono_ms))
    gap = None
    if state.clock is not None:
        gap = max(0, server_now_ms(state.clock, now) - state.clock.server_ms)
    back = Append(SystemNoted(what="app_restarted", gap_ms=gap))
    state = without_gap(lost(state, gap or 0), gap or 0)
    if state.closing == "asking":
        # Nobody waits a second time for what may never come.
        state, _ = close(state, "candidate", now)
    if state.screen is Screen.FINISH:
        return _resume_closing(state, back)
    if state.aside_ms is not None:
        state = back_to_question(state, now)
    if state.screen is Screen.GAZE:
        state = with_live(state, replace(state.live, gaze=Gaze(entered_ms=now.mono_ms)))
    if state.screen is Screen.VOICE and state.phase != "recorded":
        state = replace(state, phase="ready")
    effects: tuple[Effect, ...] = (back, Listen())
    if state.paused is None:
        known = Know(state.face, state.voice, nobody=state.accommodations.no_biometrics)
        effects = (back, OpenDevices(), known)
        if state.gaze_model:
            effects += (Recalibrate(state.gaze_model),)
    question = state.question
    if question is None:
        return state, effects
    if state.phase != "ready":
        # What the cut take had written is on disk and named; the person may speak again.
        state = replace(state, phase="recorded")
    begin: tuple[Effect, ...] = ()
    if state.paused is None:
        begin = (BeginProctor(state.policy, state.accommodations, interview_ms(state, now)),)
    state, texts = settled(state, now)
    saved = replace(
        state.live, saved_revision=state.answer.revision, saved_edits=state.answer.edits
    )
    state = with_live(state, saved)
    state, dropped = give_up_transcripts(
        state, "The app was restarted before the transcript was made; a person listens."
    )
    effects = (*effects, *texts, *begin, *dropped)
    state, then = left(state, now)
    return state, effects + then


def _resume_closing(state: State, back: Append) -> Result:
    match state.closing:
        case "upload" | "handing":
            return replace(state, closing="upload"), (OpenDevices(), Flush())
        case "done":
            return state, (Listen(),)
        case _:
            state, effects = give_up_transcripts(
                replace(state, closing="transcripts"),
                "The app was restarted before the transcript was made; a person listens.",
            )
            return state, (back, OpenDevices(), *effects)
