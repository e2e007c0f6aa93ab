"""What stands wrong now, what was found on this computer, and how the flow goes on after an order
that failed.

One rule: trouble never moves the person on; it is said, recorded, and can be tried again. What a
probe finds is recorded, and nothing else follows from it but what the policy's `blocks` say.
"""

from dataclasses import replace

from client.exam.blocking import held, looked
from client.exam.clock import interview_ms
from client.exam.facts import Failed, ProbeAnswered
from client.exam.gaze import gaze_interrupted
from client.exam.orders import Append, Flush, Result
from client.exam.state import Now, Screen, State, with_live
from shared.events import CameraLooked, FocusMoved, KeysHeld, LockdownChanged, Probed, SystemNoted

_PAIRS = {
    "proctor_lost": "proctor_back",
    "camera_lost": "camera_back",
    "microphone_lost": "microphone_back",
    "network_lost": "network_back",
    "disk_full": "disk_back",
    "rate_low": "rate_back",
    "battery_low": "battery_back",
    "model_missing": "",
}
"""What stands as a notice, and what ends it; a missing model stays missing."""
_ENDS = {end: begin for begin, end in _PAIRS.items() if end} | {
    "camera_changed": "camera_lost",
    "microphone_changed": "microphone_lost",
}


def system(state: State, body: SystemNoted) -> Result:
    """Keeps the notices that stand now, and records what happened."""
    notices = tuple(what for what in state.live.notices if what != _ENDS.get(body.what))
    if body.what in _PAIRS and body.what not in notices:
        notices += (body.what,)
    noted = with_live(state, replace(state.live, notices=notices))
    if body.what in ("camera_lost", "proctor_lost"):
        noted = gaze_interrupted(noted)
    return noted, (Append(body),) if _recording(state) else ()


def guarded(
    state: State, body: LockdownChanged | FocusMoved | KeysHeld | CameraLooked, now: Now
) -> Result:
    """Records what the lockdown holds or saw, or a live look, with its time."""
    if not _recording(state):
        return state, ()
    row = Append(body.model_copy(update={"at_ms": max(0, interview_ms(state, now))}))
    if isinstance(body, LockdownChanged):
        state, effects = held(state, body, now)
        return state, (row, *effects)
    return state, (row,)


def _recording(state: State) -> bool:
    """The record begins with the grant."""
    return state.screen is not Screen.WELCOME and not _closed(state)


def probed(state: State, happened: ProbeAnswered, now: Now) -> Result:
    """Records what a look at this computer found while the clock runs."""
    if state.clock is None or _closed(state):
        return state, ()
    body = Probed(
        probe=happened.probe,
        outcome=happened.outcome,
        evidence=happened.evidence,
        at_ms=max(0, interview_ms(state, now)),
    )
    state, effects = looked(state, happened, now)
    return state, (Append(body), *effects)


def _closed(state: State) -> bool:
    """Nothing follows the record's last row."""
    return state.closing in ("upload", "handing", "done")


def failed(state: State, happened: Failed) -> Result:
    """Shows the sentence and puts the screen back to where it can be tried again."""
    live = replace(state.live, busy="", problem=happened.problem)
    if happened.task == "invite":
        return replace(state, session="", live=live), ()
    if happened.task == "record":
        ready = state.answer.takes == 0 or state.screen is Screen.VOICE
        return replace(state, phase="ready" if ready else "recorded", live=live), ()
    if happened.task == "voice":
        return replace(state, phase="ready", live=replace(live, sample=None)), ()
    if happened.task == "finish" and state.closing == "handing":
        return replace(state, closing="upload", live=live), (Flush(),)
    return with_live(state, live), ()
