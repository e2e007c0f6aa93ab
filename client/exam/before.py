"""From the pasted invite to the moment before the questions.

One rule: each screen leads to one next screen, and nothing here starts the clock.
"""

from dataclasses import replace

from client.exam.facts import (
    ConsentAgreed,
    DevicesChecked,
    Granted,
    InviteAnswered,
    InviteChanged,
    InviteConfirmed,
    InviteEntered,
    SelfieAccepted,
    SelfieAsked,
    SelfieStored,
    SelfieTaken,
    StartAnswered,
    StartPressed,
    VoiceStored,
)
from client.exam.orders import (
    Append,
    CheckInvite,
    Claim,
    Effect,
    OpenDevices,
    Result,
    SaveSelfie,
    Start,
    TakeSnapshot,
)
from client.exam.questions import begin
from client.exam.recording import voice_phase
from client.exam.state import Live, Now, Screen, State, calm, with_live
from shared.events import ConsentGiven, Enrolled, SegmentStarted, StatusReached
from shared.lifecycle import RUNNING, Status
from shared.version import APP_VERSION


def welcome(
    state: State,
    happened: InviteEntered | InviteChanged | InviteAnswered | InviteConfirmed | Granted,
) -> Result:
    """The invite: pasted, looked at, confirmed, claimed."""
    if state.screen is not Screen.WELCOME:
        return state, ()
    busy, live = state.live.busy, state.live
    match happened:
        case InviteEntered() if not busy:
            cleared = replace(live, busy="checking", problem=None)
            asked = replace(state, invite=happened.text, session="", live=cleared)
            return asked, (CheckInvite(happened.text),)
        case InviteChanged() if not busy:
            return replace(state, invite="", session="", live=replace(live, problem=None)), ()
        case InviteAnswered() if busy == "checking":
            view = happened.view
            return replace(
                state,
                session=view.session,
                candidate_name=view.candidate_name,
                organisation=view.organisation,
                title=view.title,
                question_count=view.question_count,
                duration_s=view.duration_s,
                opens_at=view.opens_at,
                closes_at=view.closes_at,
                zone=view.zone,
                live=replace(live, busy="", problem=None),
            ), ()
        case InviteConfirmed() if state.session and not busy:
            claiming = replace(live, busy="claiming", problem=None)
            return with_live(state, claiming), (Claim(state.invite),)
        case Granted() if busy == "claiming":
            return _granted(state, happened)
        case _:
            return state, ()


def _granted(state: State, granted: Granted) -> Result:
    grant = granted.grant
    begun = replace(
        state,
        screen=Screen.DEVICES,
        invite="",
        server=granted.server,
        session=grant.session,
        candidate_name=grant.candidate_name,
        organisation=grant.organisation,
        title=grant.title,
        question_count=grant.question_count,
        duration_s=grant.duration_s,
        opens_at=grant.opens_at,
        closes_at=grant.closes_at,
        zone=grant.zone,
        policy=grant.policy,
        accommodations=grant.accommodations,
        live=Live(),
    )
    started = SegmentStarted(
        segment=grant.segment,
        client_version=APP_VERSION,
        machine=granted.machine,
        reason="claim" if grant.segment == 1 else "lost_spool",
    )
    effects: tuple[Effect, ...] = (Append(started),)
    if grant.status not in RUNNING:
        effects += (Append(StatusReached(status=Status.AUTHENTICATED)),)
    return begun, (*effects, OpenDevices())


def prepare(state: State, happened: DevicesChecked | ConsentAgreed) -> Result:
    """The device check, then consent."""
    match happened:
        case DevicesChecked() if state.screen is Screen.DEVICES:
            rows = tuple(Append(check) for check in happened.checks)
            return replace(state, screen=Screen.CONSENT, live=calm(state.live)), rows
        case ConsentAgreed() if state.screen is Screen.CONSENT:
            body = ConsentGiven(version=happened.version, text_sha256=happened.text_sha256)
            agreed = replace(state, consent_version=happened.version, live=calm(state.live))
            wanted = state.policy.selfie and not state.accommodations.no_selfie
            screen = Screen.SELFIE if wanted else Screen.VOICE
            return replace(agreed, screen=screen, phase=voice_phase(agreed)), (Append(body),)
        case _:
            return state, ()


def selfie(
    state: State, happened: SelfieAsked | SelfieTaken | SelfieAccepted | SelfieStored
) -> Result:
    """The picture: taken, judged by the person, stored."""
    if state.screen is not Screen.SELFIE:
        return state, ()
    live = state.live
    match happened:
        case SelfieAsked() if not live.busy:
            asked = replace(live, busy="snapshot", problem=None, selfie_quality=None)
            return with_live(state, asked), (TakeSnapshot(),)
        case SelfieTaken() if live.busy == "snapshot":
            taken = replace(live, busy="", problem=None, selfie_quality=happened.quality)
            return with_live(state, taken), ()
        case SelfieAccepted() if not live.busy and live.selfie_quality is not None:
            return with_live(state, replace(live, busy="saving", problem=None)), (SaveSelfie(),)
        case SelfieStored():
            body = Enrolled(what="selfie", artifact=happened.artifact, detail=happened.detail)
            reached = StatusReached(status=Status.SELFIE_UPLOADED)
            stored = replace(state, screen=Screen.VOICE, live=calm(live))
            return stored, (Append(body), Append(reached))
        case _:
            return state, ()


def enrol(state: State, happened: VoiceStored | StartPressed | StartAnswered, now: Now) -> Result:
    """The voice sample, then the start of the questions."""
    if state.screen is not Screen.VOICE:
        return state, ()
    live = state.live
    match happened:
        case VoiceStored() if state.phase == "stopping":
            body = Enrolled(what="voice", artifact=happened.artifact, detail=happened.detail)
            stored = replace(state, phase="recorded", live=calm(live))
            return stored, (Append(body), Append(StatusReached(status=Status.ENROLLMENT)))
        case StartPressed() if state.phase == "recorded" and not live.busy:
            starting = replace(live, busy="starting", problem=None)
            return with_live(state, starting), (Start(state.consent_version),)
        case StartAnswered() if live.busy == "starting":
            return begin(state, happened.started, now)
        case _:
            return state, ()
