"""The selfie, the light on it, and the voice sample.

One rule: a poor picture or sample is told and may be made again, and nobody is kept here by it.
"""

from dataclasses import replace

from client.exam.facts import (
    LightJudged,
    LightSkipped,
    LightWished,
    SelfieAccepted,
    SelfieAsked,
    SelfieStored,
    SelfieTaken,
    StartAnswered,
    StartPressed,
    VoiceJudged,
    VoiceStored,
)
from client.exam.orders import (
    Append,
    EnrolVoice,
    Know,
    Result,
    SaveSelfie,
    Shine,
    Start,
    StopShining,
    TakeSnapshot,
)
from client.exam.questions import begin
from client.exam.state import Now, Sample, Screen, State, calm, with_live
from shared.events import Challenged, Enrolled, StatusReached
from shared.lifecycle import Status

SELFIE_TRIES = 3
"""After so many pictures the last one may be used whatever its quality: a face that the machine
judges badly must not keep a person out, and the record says what was poor."""


def selfie(
    state: State, happened: SelfieAsked | SelfieTaken | SelfieAccepted | SelfieStored
) -> Result:
    """The picture: taken, judged, stored."""
    if state.screen is not Screen.SELFIE or state.light:
        return state, ()
    live = state.live
    match happened:
        case SelfieAsked() if not live.busy:
            asked = replace(live, busy="snapshot", problem=None, selfie_quality=None)
            return with_live(state, asked), (TakeSnapshot(learn=state.policy.identity),)
        case SelfieTaken() if live.busy == "snapshot":
            taken = replace(
                live,
                busy="",
                problem=None,
                selfie_quality=happened.quality,
                selfie_usable=happened.usable,
                selfie_tries=live.selfie_tries + 1,
            )
            return with_live(state, taken), ()
        case SelfieAccepted() if not live.busy and selfie_may_be_used(state):
            return with_live(state, replace(live, busy="saving", problem=None)), (SaveSelfie(),)
        case SelfieStored():
            return _selfie_stored(state, happened)
        case _:
            return state, ()


def selfie_may_be_used(state: State) -> bool:
    """Whether there is a picture, and it is good enough or good ones were tried for."""
    live = state.live
    taken = live.selfie_quality is not None
    return taken and (live.selfie_usable or live.selfie_tries >= SELFIE_TRIES)


def _selfie_stored(state: State, stored: SelfieStored) -> Result:
    body = Enrolled(
        what="selfie",
        artifact=stored.artifact,
        detail=stored.detail,
        template=stored.template,
        model=stored.model,
    )
    lit = state.policy.light_challenge and not state.accommodations.no_light_challenge
    after = replace(
        state,
        screen=Screen.SELFIE if lit else Screen.VOICE,
        face=stored.template,
        light="asked" if lit else "",
        live=calm(state.live),
    )
    reached = StatusReached(status=Status.SELFIE_UPLOADED)
    return after, (Append(body), Append(reached), Know(after.face, after.voice))


def light(state: State, happened: LightWished | LightSkipped | LightJudged) -> Result:
    """The light challenge, which can be left at every moment."""
    if state.screen is not Screen.SELFIE or not state.light:
        return state, ()
    live = state.live
    match happened:
        case LightWished() if not live.shining:
            return with_live(state, replace(live, shining=True, problem=None)), (Shine(),)
        case LightSkipped():
            when = "in the middle" if live.shining else "before it began"
            body = Challenged(outcome="unknown", detail=f"The candidate skipped it {when}.")
            stop = (StopShining(),) if live.shining else ()
            return _after_light(state), (Append(body), *stop)
        case LightJudged() if live.shining:
            answer = happened.correlation
            body = Challenged(
                outcome=happened.outcome,
                correlation_milli=None if answer is None else round(answer * 1000),
                detail=happened.detail,
            )
            return _after_light(state), (Append(body),)
        case _:
            return state, ()


def _after_light(state: State) -> State:
    live = replace(calm(state.live), shining=False)
    return replace(state, screen=Screen.VOICE, light="", live=live)


def enrol(
    state: State, happened: VoiceStored | VoiceJudged | StartPressed | StartAnswered, now: Now
) -> Result:
    """The voice sample, then the start of the questions."""
    if state.screen is not Screen.VOICE:
        return state, ()
    live = state.live
    match happened:
        case VoiceStored() if state.phase == "stopping" and live.sample is None:
            sample = Sample(happened.artifact, happened.detail)
            if not learns_voice(state):
                return _voice_judged(state, sample, VoiceJudged())
            return with_live(state, replace(live, sample=sample)), (EnrolVoice(),)
        case VoiceJudged() if state.phase == "stopping" and live.sample is not None:
            return _voice_judged(state, live.sample, happened)
        case StartPressed() if state.phase == "recorded" and not live.busy:
            starting = replace(live, busy="starting", problem=None)
            return with_live(state, starting), (Start(state.consent_version),)
        case StartAnswered() if live.busy == "starting":
            return begin(state, happened.started, now)
        case _:
            return state, ()


def learns_voice(state: State) -> bool:
    """Whether the voice is kept as numbers: only where voices will be compared."""
    agreed = state.accommodations
    return state.policy.voices and not (agreed.screen_reader or agreed.second_person_agreed)


def _voice_judged(state: State, sample: Sample, judged: VoiceJudged) -> Result:
    body = Enrolled(
        what="voice",
        artifact=sample.artifact,
        detail=" · ".join(part for part in (sample.detail, judged.reason) if part),
        template=judged.template,
        model=judged.model,
    )
    live = replace(calm(state.live), sample=None, voice_note=judged.reason)
    # A second sample that could not be learned leaves the first one in use.
    voice = judged.template or state.voice
    after = replace(state, phase="recorded", voice=voice, live=live)
    rows = (Append(body), Append(StatusReached(status=Status.ENROLLMENT)))
    return after, (*rows, Know(after.face, after.voice))
