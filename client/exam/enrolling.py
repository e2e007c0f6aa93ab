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
    TermsChanged,
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
from client.exam.state import Now, Problem, Sample, Screen, State, calm, with_live
from shared.events import Challenged, Enrolled, StatusReached
from shared.lifecycle import Status
from shared.policy import compares_face, compares_voice
from shared.problems import PROBLEMS
from shared.session import Grant

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
            return with_live(state, asked), (TakeSnapshot(learn=learns_face(state)),)
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
    template = stored.template if learns_face(state) else None  # withdrawn in between
    body = Enrolled(
        what="selfie",
        artifact=stored.artifact,
        detail=stored.detail,
        template=template,
        model=stored.model if template else "",
    )
    lit = state.policy.light_challenge and not state.accommodations.no_light_challenge
    after = replace(
        state,
        screen=Screen.SELFIE if lit else Screen.VOICE,
        face=template,
        light="asked" if lit else "",
        live=calm(state.live),
    )
    reached = StatusReached(status=Status.SELFIE_UPLOADED)
    return after, (Append(body), Append(reached), _known(after))


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
    state: State,
    happened: VoiceStored | VoiceJudged | StartPressed | StartAnswered | TermsChanged,
    now: Now,
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
            # A practice agrees to nothing, and the request has no word for that.
            return with_live(state, starting), (Start(max(1, state.consent_version)),)
        case StartAnswered() if live.busy == "starting":
            return begin(state, happened.started, now)
        case TermsChanged() if live.busy == "starting":
            return _terms_changed(state, happened.grant), ()
        case _:
            return state, ()


def _known(state: State) -> Know:
    return Know(state.face, state.voice, nobody=state.accommodations.no_biometrics)


def learns_face(state: State) -> bool:
    """Whether the face is made into numbers: only where it will be compared."""
    return compares_face(state.policy, state.accommodations)


def _terms_changed(state: State, grant: Grant) -> State:
    """Back to the text that says what is watched: it is another one now."""
    _, title, action = PROBLEMS["terms_changed"]
    return replace(
        state,
        screen=Screen.CONSENT,
        phase="ready",
        duration_s=grant.duration_s,
        opens_at=grant.opens_at,
        closes_at=grant.closes_at,
        zone=grant.zone,
        policy=grant.policy,
        accommodations=grant.accommodations,
        live=replace(calm(state.live), problem=Problem("terms_changed", title, action)),
    )


def learns_voice(state: State) -> bool:
    """Whether the voice is made into numbers: only where voices will be compared."""
    return compares_voice(state.policy, state.accommodations)


def _voice_judged(state: State, sample: Sample, judged: VoiceJudged) -> Result:
    if not learns_voice(state):
        judged = VoiceJudged()  # withdrawn in between
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
    return after, (*rows, _known(after))
