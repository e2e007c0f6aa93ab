"""One step of the flow: which part of it a fact belongs to, and what the passing of time ends.

One rule: a fact that does not fit the present screen (a second click, a late answer) changes
nothing.
"""

from dataclasses import replace
from typing import assert_never

from client.exam.awaiting import give_up
from client.exam.before import build_told, prepare, welcome, withdraw
from client.exam.clock import REANCHOR_MS, heard, is_due, lost, reanchored, total_left_ms
from client.exam.editing import editing
from client.exam.enrolling import enrol, light, selfie
from client.exam.facts import (
    BuildTold,
    ChunkStored,
    ComparisonWithdrawn,
    ConsentAgreed,
    Corrected,
    DevicesChecked,
    DonePressed,
    Edited,
    Explained,
    Failed,
    FlagToggled,
    GazeAimed,
    GazeBegun,
    GazeFitted,
    GazeLeft,
    Granted,
    Guarded,
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
    MachineSpoke,
    Pasted,
    ProbeAnswered,
    ProctorFinished,
    QuestionWished,
    Ran,
    ReadAgainPressed,
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
    WatchedLive,
    Wished,
)
from client.exam.gaze import calibrating, gaze_ticked
from client.exam.handing_in import give_up_transcripts, hand_in
from client.exam.instructed import begin_asked, instructed
from client.exam.moving import leave, moving
from client.exam.orders import Append, Result
from client.exam.own_words import own_words
from client.exam.questions import answering
from client.exam.recording import recording, take_ended
from client.exam.resuming import resume
from client.exam.reviewing import reviewing
from client.exam.standing import aloud, stood, without_gap
from client.exam.state import Now, Screen, State, with_live
from client.exam.trouble import failed, guarded, probed, system
from shared import outages
from shared.events import SystemNoted

STOP_PATIENCE_MS = 5_000
"""How long Done waits for a microphone that does not answer before it goes on."""

TRANSCRIPT_PATIENCE_MS = 90_000
"""How long the hand-in waits for transcripts; the sound itself is never waited for."""

CLOCK_MOVED_MS = 2_000
"""By how much the wall clock has to leave the monotonic one to be noted: more than time services
correct at once."""

PROCTOR_PATIENCE_MS = 5_000
"""How long the hand-in waits for the proctor to close its open signals."""


def step(state: State, happened: Input, now: Now) -> Result:
    """The state after what happened, and what is to be done, in order.

    A fact that does not fit the present screen (a second click, a late answer) changes nothing.
    """
    woke: tuple[Append, ...] = ()
    standing = state.live.stands_ms is not None or state.cover is not None
    if standing and state.live.ticked is not None and not isinstance(happened, Ticked | Resumed):
        # What was slept is given back once, whatever is told first.
        state, woke = _awake(state, now)
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
        case RevisionSaved() | ChunkStored():
            result = answering(state, happened, now)
        case DonePressed() | HandInWished() | Transcribed() | Corrected():
            result = reviewing(state, happened, now)
        case QuestionWished() | FlagToggled():
            result = moving(state, happened, now)
        case MachineSpoke() | ReadAgainPressed():
            result = aloud(state, happened)
        case ProctorFinished() | UploadMoved() | Uploaded() | HandedIn():
            result = hand_in(state, happened, now)
        case SystemHappened():
            result = system(state, happened.body)
        case ProbeAnswered():
            result = probed(state, happened, now)
        case BuildTold():
            result = build_told(state, happened)
        case Guarded(body) | WatchedLive(body):
            result = guarded(state, body, now)
        case ServerHeard():
            result = heard(state, happened, now), ()
        case Instructed() | ToldRead():
            result = instructed(state, happened, now)
        case Explained() | Wished():
            result = own_words(state, happened, now)
        case Failed():
            result = failed(state, happened)
        case Resumed():
            result = resume(state, now)
        case Ticked():
            state, noted = _awake(state, now)
            state = reanchored(state, now, after_ms=0 if noted else REANCHOR_MS)
            state, effects = _tick(stood(state, now), now)
            return stood(state, now), (*noted, *effects)
        case _:
            assert_never(happened)
    state, effects = result
    state = stood(state, now)
    state, aside = begin_asked(state, now)
    effects = (*woke, *aside, *effects)
    saved_now = any(isinstance(effect, Append) for effect in effects)
    return reanchored(state, now, after_ms=0 if saved_now else REANCHOR_MS), effects


def _awake(state: State, now: Now) -> tuple[State, tuple[Append, ...]]:
    """Notices by its own ticks that this machine slept or stood still, or its clock was set."""
    if state.clock is None:
        return state, ()
    last = state.live.ticked
    state = with_live(state, replace(state.live, ticked=now))
    if last is None or last.boot != now.boot:
        return state, ()
    gap_ms = now.mono_ms - last.mono_ms
    moved_ms = now.utc_ms - last.utc_ms - gap_ms
    rows: tuple[Append, ...] = ()
    # Nothing follows the record's last row.
    if state.closing in ("", "asking", "proctor", "transcripts"):
        if outages.gap_ms(gap_ms):
            rows += (Append(SystemNoted(what="slept", gap_ms=gap_ms)),)
        if abs(moved_ms) >= CLOCK_MOVED_MS:
            rows += (Append(SystemNoted(what="clock_moved", detail=f"by {moved_ms} ms")),)
    return without_gap(lost(state, gap_ms), gap_ms), rows


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
    if state.closing == "asking":
        return give_up(state, now)
    if state.closing == "proctor" and waited > PROCTOR_PATIENCE_MS:
        return hand_in(state, ProctorFinished(), now)
    if state.closing == "transcripts" and waited > TRANSCRIPT_PATIENCE_MS:
        return give_up_transcripts(state, "The transcript took too long; a person listens.")
    return state, ()
