"""What a proctor asks of the running interview, each instruction once and in its order.

One rule: nothing of the person's is lost by it, every effect says its reason in words, and the row
that an instruction was applied is the last of its step, so that it is kept together with the state.
"""

from dataclasses import replace
from typing import Literal

from client.exam.aim import Gaze
from client.exam.blocking import let_on
from client.exam.clock import interview_ms, utc_ms
from client.exam.facts import Instructed, ToldRead
from client.exam.further import Outcome, brought
from client.exam.gaze import gaze_excused
from client.exam.handing_in import close
from client.exam.moving import all_open_again, is_free, longer_again
from client.exam.orders import (
    Append,
    BeginProctor,
    Effect,
    FinishProctor,
    Hush,
    Know,
    OpenDevices,
    Recalibrate,
    Result,
)
from client.exam.questions import back_to_question, later, open_question, quiet, stop_take
from client.exam.state import Held, Now, Screen, State, Told, calm, with_answer, with_live
from shared.actions import ASK, Action
from shared.events import Calibrated, InstructionApplied, InstructionRead, SegmentStarted
from shared.sync import Instruction
from shared.version import APP_VERSION

_KNOWN = frozenset(Action)
NOT_IN_USE = "This interview does without a gaze calibration."


def instructed(state: State, happened: Instructed | ToldRead, now: Now) -> Result:
    """The next instruction takes effect; one seen before, or one too early, changes nothing."""
    match happened:
        case ToldRead():
            rest = tuple(one for one in state.told if one.number != happened.number)
            if len(rest) == len(state.told):
                return state, ()
            return replace(state, told=rest), (Append(InstructionRead(number=happened.number)),)
        case Instructed(given, _):
            if state.screen is Screen.WELCOME or given.number != state.applied + 1:
                return state, ()
            outcome: Outcome | Literal["unknown"] = ""
            if given.action == ASK:
                (after, effects), outcome = brought(state, happened.question, now)
                after = _ends_at(after, given)
            elif given.action == Action.LET_ON:
                (after, effects), outcome = let_on(state, given, now)
            elif given.action not in _KNOWN:
                after, effects, outcome = state, (), "unknown"
            else:
                after, effects = _take_effect(state, given, now)
                asked = after.asked and replace(after.asked, answered=True)
                after = replace(after, asked=asked)
            row = InstructionApplied(number=given.number, action=given.action, outcome=outcome)
            return replace(after, applied=given.number), (*effects, Append(row))


def begin_asked(state: State, now: Now) -> Result:
    """Goes to the calibration that was asked for, once nothing is in its way."""
    ready = state.phase in ("ready", "recorded") and not state.leaving and state.paused is None
    if not state.gaze_asked or state.question is None or not ready:
        return state, ()
    live = replace(calm(state.live), gaze=Gaze(entered_ms=now.mono_ms))
    aside = replace(state, screen=Screen.GAZE, aside_ms=interview_ms(state, now), live=live)
    return aside, (Hush(),)


def _take_effect(state: State, given: Instruction, now: Now) -> Result:
    match Action(given.action):
        case Action.MESSAGE:
            return _tell(state, given), ()
        case Action.PAUSE:
            return _pause(state, given, now)
        case Action.RESUME:
            return _resume(state, given, now)
        case Action.EXTEND:
            return _extend(state, given, now), ()
        case Action.LOCK:
            return _lock(state, given, now)
        case Action.UNLOCK:
            return replace(state, locked=None), ()
        case Action.RECALIBRATE:
            return _recalibrate(state, given, now)
        case Action.TERMINATE:
            return _terminate(state, given, now)
        case Action.REOPEN:
            return _reopen(state, given, now)
        case Action.LET_ON:
            return let_on(state, given, now)[0]


def _runs(state: State) -> bool:
    """Whether the questions are open: at one of them, or aside of it."""
    return state.screen is Screen.QUESTION or state.aside_ms is not None


def _tell(state: State, given: Instruction) -> State:
    told = Told(given.number, Action(given.action), given.reason, given.text, max(0, given.seconds))
    return replace(state, told=(*state.told, told))


def _pause(state: State, given: Instruction, now: Now) -> Result:
    if not _runs(state) or state.paused is not None:
        return state, ()
    if state.aside_ms is not None:
        state = back_to_question(state, now)
    paused = replace(state, paused=Held(given.reason, interview_ms(state, now)))
    stopped, effects = quiet(paused, now)
    # Nobody is watched while nobody may go on.
    return stopped, (*effects, FinishProctor())


def _resume(state: State, given: Instruction, now: Now) -> Result:
    if state.paused is None:
        return _ends_at(state, given), ()
    gone_ms = max(0, interview_ms(state, now) - state.paused.since_ms)
    resumed = _ends_at(later(replace(state, paused=None), gone_ms), given)
    return resumed, _watch(resumed, now)


def _extend(state: State, given: Instruction, now: Now) -> State:
    if not _runs(state):
        return state
    more = longer_again(state, now, by_ms=max(0, given.seconds) * 1000)
    return _tell(_ends_at(more, given), given)


def _lock(state: State, given: Instruction, now: Now) -> Result:
    if not _runs(state) or state.locked is not None:
        return state, ()
    return quiet(replace(state, locked=Held(given.reason, interview_ms(state, now))), now)


def _recalibrate(state: State, given: Instruction, now: Now) -> Result:
    if not _runs(state) or state.aside_ms is not None:
        return state, ()
    if gaze_excused(state) or not state.policy.calibrate_gaze:
        return state, (Append(Calibrated(outcome="skipped", reason=NOT_IN_USE)),)
    asked = _ends_at(replace(state, gaze_asked=given.reason), given)
    if state.phase in ("starting", "recording"):
        return stop_take(asked, now)
    return asked, ()


def _terminate(state: State, given: Instruction, now: Now) -> Result:
    if not _runs(state):
        return state, ()
    if state.aside_ms is not None:
        state = back_to_question(state, now)
    over = replace(
        _ends_at(state, given),
        paused=None,
        locked=None,
        gaze_asked="",
        end="terminated",
        end_reason=given.reason,
    )
    if over.phase in ("starting", "recording"):
        stopped, effects = stop_take(replace(over, leaving="terminated"), now)
        return stopped, (Hush(), *effects)
    if over.phase == "stopping":
        return replace(over, leaving="terminated"), (Hush(),)
    closed, effects = close(over, "terminated", now)
    return closed, (Hush(), *effects)


def _reopen(state: State, given: Instruction, now: Now) -> Result:
    if state.exam is None or state.clock is None or state.screen is not Screen.FINISH:
        return state, ()
    gone_ms = max(0, interview_ms(state, now) - state.ended_ms)
    again = replace(
        state,
        screen=Screen.QUESTION,
        closing="",
        end="candidate",
        end_reason="",
        phase="recorded" if state.answer.takes else "ready",
        leaving="",
        live=replace(calm(state.live), since_ms=now.mono_ms),
    )
    again, begun = _next_segment(_tell(_ends_at(again, given), given))
    rows: tuple[Effect, ...] = ()
    if again.answer.done == "":
        again = later(again, gone_ms)
    elif is_free(again) and any(answer.done != "time_up" for answer in again.answers):
        # All that the time had not ended can be changed again, from where the person was.
        again, rows = open_question(all_open_again(again), again.index, now)
    elif not is_free(again) and state.index + 1 < len(state.exam.questions):
        again, rows = open_question(again, state.index + 1, now)
    else:
        # It was handed in whole: the last question opens again, with its whole time.
        fresh = replace(again.answer, done="", opened_ms=None, spent_ms=0)
        again, rows = open_question(with_answer(again, fresh), state.index, now)
    saved = replace(again.live, saved_revision=again.answer.revision)
    again = with_live(again, saved)
    return again, (*begun, *rows, *_watch(again, now))


def _next_segment(state: State) -> Result:
    """What follows is told apart from what was handed in: the record's next segment."""
    if state.segment == 0:
        return state, ()
    begun = SegmentStarted(segment=state.segment + 1, client_version=APP_VERSION, reason="reopened")
    return replace(state, segment=begun.segment), (Append(begun),)


def _watch(state: State, now: Now) -> tuple[Effect, ...]:
    """The proctor begins again, with what it knew."""
    nobody = state.accommodations.no_biometrics
    whom = Know(state.face, state.voice, nobody=nobody)
    known: tuple[Effect, ...] = (OpenDevices(), whom)
    if state.gaze_model:
        known += (Recalibrate(state.gaze_model),)
    return (*known, BeginProctor(state.policy, state.accommodations, interview_ms(state, now)))


def _ends_at(state: State, given: Instruction) -> State:
    """The end that the instruction names; one that is delivered late never brings it forward."""
    clock = state.clock
    if clock is None or given.deadline_at is None:
        return state
    # The server named it without the covers that it has not heard of.
    unknown_ms = clock.covered_ms - clock.known_covered_ms
    later = max(clock.deadline_ms, utc_ms(given.deadline_at) + unknown_ms)
    return replace(state, clock=replace(clock, deadline_ms=later))
