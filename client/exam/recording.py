"""A take, from the press on Record to its last piece on disk: an answer's or the voice sample's.

One rule: an open answer that is to end waits for its take, so no spoken word is cut off.
"""

from dataclasses import replace

from client.exam.facts import RecordingStarted, RecordPressed, StopPressed, TakeEnded
from client.exam.moving import left
from client.exam.orders import Hush, Result, StartRecording, Transcribe
from client.exam.questions import is_kept, stop_take
from client.exam.state import Now, Phase, Screen, State, with_answer


def voice_phase(state: State) -> Phase:
    """`recorded` stands for "nothing more to record": the start may be pressed."""
    asked = state.policy.voice_sample and not state.accommodations.no_voice_sample
    return "ready" if asked else "recorded"


def recording(
    state: State, happened: RecordPressed | RecordingStarted | StopPressed | TakeEnded, now: Now
) -> Result:
    """A press on Record or Stop, and what the microphone answers."""
    if not _speaks(state):
        return state, ()
    match happened:
        case RecordPressed() if (state.phase == "ready" and not is_kept(state)) or (
            state.phase == "recorded" and _may_rerecord(state)
        ):
            return _record(state, now)
        case RecordingStarted() if state.phase == "starting":
            return replace(state, phase="recording"), ()
        case StopPressed() if state.phase in ("starting", "recording"):
            return stop_take(state, now)
        case TakeEnded() if state.phase in ("starting", "recording", "stopping"):
            return take_ended(state, now)
        case _:
            return state, ()


def _speaks(state: State) -> bool:
    question = state.question
    if state.screen is Screen.VOICE:
        return True
    # A take that runs when the time is over still ends, and is kept.
    ending = state.phase in ("starting", "recording", "stopping")
    return question is not None and question.kind == "spoken" and (ending or not state.answer.done)


def _may_rerecord(state: State) -> bool:
    if state.leaving or is_kept(state):
        return False
    if state.screen is Screen.VOICE:
        return voice_phase(state) == "ready" and not state.live.busy
    return state.policy.rerecord


def _record(state: State, now: Now) -> Result:
    question, take = state.question, 1
    if question is not None:
        take = state.answer.takes + 1
        # A correction belongs to the take before; the record keeps it.
        fresh = replace(state.answer, takes=take, text="", heard=None)
        state = with_answer(state, fresh)
    live = replace(state.live, problem=None, voice_note="", since_ms=now.mono_ms, review="")
    name = "" if question is None else question.id
    return replace(state, phase="starting", live=live), (Hush(), StartRecording(name, take))


def take_ended(state: State, now: Now) -> Result:
    """All of the take is on disk: transcribe it, and leave the question if that was wished."""
    question = state.question
    if question is None:
        # The voice sample: the app stores it next and says so with VoiceStored.
        saving = replace(state.live, busy="saving")
        return replace(state, phase="stopping", live=saving), ()
    take = state.answer.takes
    pending = (*state.transcribing, (question.id, take))
    ended = replace(state, phase="recorded", transcribing=pending)
    asked = (Transcribe(question.id, take, state.policy.language),)
    after, effects = left(ended, now)
    return after, asked + effects
