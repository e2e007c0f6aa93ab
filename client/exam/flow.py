"""One step of the flow: which part of it a fact belongs to, and what the passing of time ends.

One rule: a fact that does not fit the present screen (a second click, a late answer) changes
nothing.
"""

from dataclasses import replace
from typing import assert_never

from client.exam.before import prepare, welcome, withdraw
from client.exam.clock import REANCHOR_MS, heard, is_due, lost, reanchored, total_left_ms
from client.exam.editing import editing
from client.exam.enrolling import enrol, light, selfie
from client.exam.facts import (
    ChunkStored,
    ComparisonWithdrawn,
    ConsentAgreed,
    DevicesChecked,
    DonePressed,
    Edited,
    Failed,
    FlagToggled,
    GazeAimed,
    GazeBegun,
    GazeFitted,
    GazeLeft,
    Granted,
    HandedIn,
    HandInWished,
    Input,
    Instructed,
    InviteAnswered,
    InviteChanged,
    InviteConfirmed,
    InviteEntered,
    LightJudged,
    LightSkipped,
    LightWished,
    Pasted,
    ProctorFinished,
    QuestionWished,
    Ran,
    RecordingStarted,
    RecordPressed,
    Resumed,
    RevisionSaved,
    SelfieAccepted,
    SelfieAsked,
    SelfieStored,
    SelfieTaken,
    ServerHeard,
    StartAnswered,
    StartPressed,
    StopPressed,
    SystemHappened,
    TakeEnded,
    TermsChanged,
    Ticked,
    ToldRead,
    Transcribed,
    Typed,
    Uploaded,
    UploadMoved,
    VoiceJudged,
    VoiceStored,
)
from client.exam.gaze import calibrating, gaze_ticked
from client.exam.handing_in import give_up_transcripts, hand_in
from client.exam.instructed import begin_asked, instructed
from client.exam.moving import leave, moving
from client.exam.orders import Append, Result
from client.exam.questions import answering
from client.exam.recording import recording, take_ended
from client.exam.resuming import resume
from client.exam.state import Now, Screen, State, with_live
from client.exam.trouble import failed, system

STOP_PATIENCE_MS = 5_000
"""How long Done waits for a microphone that does not answer before it goes on."""

TRANSCRIPT_PATIENCE_MS = 90_000
"""How long the hand-in waits for transcripts; the sound itself is never waited for."""

PROCTOR_PATIENCE_MS = 5_000
"""How long the hand-in waits for the proctor to close its open signals."""


def step(state: State, happened: Input, now: Now) -> Result:
    """The state after what happened, and what is to be done, in order.

    A fact that does not fit the present screen (a second click, a late answer) changes nothing.
    """
    match happened:
        case InviteEntered() | InviteChanged() | InviteAnswered() | InviteConfirmed() | Granted():
            result = welcome(state, happened)
        case DevicesChecked() | ConsentAgreed():
            result = prepare(state, happened, now)
        case ComparisonWithdrawn():
            result = withdraw(state)
        case GazeBegun() | GazeAimed() | GazeFitted() | GazeLeft():
            result = calibrating(state, happened, now)
        case SelfieAsked() | SelfieTaken() | SelfieAccepted() | SelfieStored():
            result = selfie(state, happened)
        case LightWished() | LightSkipped() | LightJudged():
            result = light(state, happened)
        case RecordPressed() | RecordingStarted() | StopPressed() | TakeEnded():
            result = recording(state, happened, now)
        case VoiceStored() | VoiceJudged() | StartPressed() | StartAnswered() | TermsChanged():
            result = enrol(state, happened, now)
        case Typed() | Edited() | Pasted() | Ran():
            result = editing(state, happened, now)
        case RevisionSaved() | ChunkStored() | Transcribed():
            result = answering(state, happened, now)
        case DonePressed() | QuestionWished() | FlagToggled() | HandInWished():
            result = moving(state, happened, now)
        case ProctorFinished() | UploadMoved() | Uploaded() | HandedIn():
            result = hand_in(state, happened, now)
        case SystemHappened():
            result = system(state, happened.body)
        case ServerHeard():
            result = heard(state, happened, now), ()
        case Instructed() | ToldRead():
            result = instructed(state, happened, now)
        case Failed():
            result = failed(state, happened)
        case Resumed():
            result = resume(state, now)
        case Ticked():
            state = reanchored(_awake(state, now), now, after_ms=REANCHOR_MS)
            return _tick(state, now)
        case _:
            assert_never(happened)
    state, effects = result
    state, aside = begin_asked(state, now)
    effects = (*aside, *effects)
    saved_now = any(isinstance(effect, Append) for effect in effects)
    return reanchored(state, now, after_ms=0 if saved_now else REANCHOR_MS), effects


def _awake(state: State, now: Now) -> State:
    """Notices by its own ticks that this machine slept or stood still."""
    if state.clock is None:
        return state
    last = state.live.ticked
    gap_ms = 0 if last is None or last.boot != now.boot else now.mono_ms - last.mono_ms
    return lost(with_live(state, replace(state.live, ticked=now)), gap_ms)


def _tick(state: State, now: Now) -> Result:
    if state.screen is Screen.GAZE:
        if state.aside_ms is not None and total_left_ms(state, now) == 0:
            return calibrating(state, GazeLeft(), now)
        return gaze_ticked(state, now)
    waited = now.mono_ms - state.live.since_ms
    if state.question is not None:
        if state.phase == "stopping" and waited > STOP_PATIENCE_MS:
            return take_ended(state, now)
        if is_due(state, now):
            # A calibration that is still to come would keep a time that is over.
            state = replace(state, gaze_asked="")
            return leave(state, "time_up", now)
        return state, ()
    if state.closing == "proctor" and waited > PROCTOR_PATIENCE_MS:
        return hand_in(state, ProctorFinished(), now)
    if state.closing == "transcripts" and waited > TRANSCRIPT_PATIENCE_MS:
        return give_up_transcripts(state, "The transcript took too long; a person listens.")
    return state, ()
