"""From the pasted invite to the agreement to what is watched.

One rule: each screen leads to one next screen, and nothing here starts the clock.
"""

from dataclasses import replace
from typing import Literal

from client.exam.aim import Gaze
from client.exam.facts import (
    BuildTold,
    ConsentAgreed,
    DevicesChecked,
    Granted,
    InviteAnswered,
    InviteChanged,
    InviteConfirmed,
    InviteEntered,
)
from client.exam.gaze import AGREED, gaze_excused, gaze_wanted
from client.exam.orders import (
    Append,
    CheckInvite,
    Claim,
    Effect,
    Know,
    OpenDevices,
    Result,
)
from client.exam.recording import voice_phase
from client.exam.state import Live, Now, Screen, State, calm, with_live
from shared.events import (
    Calibrated,
    ConsentGiven,
    ConsentWithdrawn,
    SegmentStarted,
    StatusReached,
)
from shared.lifecycle import RUNNING, Status
from shared.policy import compares_face, compares_voice
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
        segment=grant.segment,
        practice=granted.practice,
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
        applied=grant.applied,
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
    return begun, (
        *effects,
        OpenDevices(),
        Know(None, None, nobody=grant.accommodations.no_biometrics),
    )


def build_told(state: State, happened: BuildTold) -> Result:
    """A row of the record, signed with it: with every claim, and whenever the app begins again."""
    kept = bool(state.session) and state.screen is not Screen.WELCOME and not state.practice
    return state, (Append(happened.body),) if kept and state.closing != "done" else ()


def prepare(state: State, happened: DevicesChecked | ConsentAgreed, now: Now) -> Result:
    """The device check, then the gaze or consent."""
    match happened:
        case DevicesChecked() if state.screen is Screen.DEVICES and state.practice:
            # Nothing is kept, so there is nothing to agree to.
            ready = replace(state, screen=Screen.VOICE, live=calm(state.live))
            rows = tuple(Append(check) for check in happened.checks)
            return replace(ready, phase=voice_phase(ready)), rows
        case DevicesChecked() if state.screen is Screen.DEVICES:
            rows = tuple(Append(check) for check in happened.checks)
            if gaze_wanted(state) and not happened.no_gaze:
                live = replace(calm(state.live), gaze=Gaze(entered_ms=now.mono_ms))
                return replace(state, screen=Screen.GAZE, live=live), rows
            checked = replace(state, screen=Screen.CONSENT, live=calm(state.live))
            return checked, rows + _without_gaze(state, happened.no_gaze)
        case ConsentAgreed() if state.screen is Screen.CONSENT:
            body = ConsentGiven(
                version=happened.version,
                text_sha256=happened.text_sha256,
                text=happened.text,
                language=happened.language,
                biometrics=_BIOMETRICS[happened.compare],
            )
            agreed = replace(state, consent_version=happened.version, live=calm(state.live))
            if happened.compare is False:
                agreed = not_compared(agreed)
            wanted = state.policy.selfie and not state.accommodations.no_selfie
            screen = Screen.SELFIE if wanted else Screen.VOICE
            return replace(agreed, screen=screen, phase=voice_phase(agreed)), (Append(body),)
        case _:
            return state, ()


def withdraw(state: State) -> Result:
    """The person takes the agreement to be compared back; everything else goes on."""
    told = state.consent_version > 0 and not state.closing
    if not told or not is_compared(state):
        return state, ()
    return not_compared(state), (Append(ConsentWithdrawn()), Know(None, None, nobody=True))


def is_compared(state: State) -> bool:
    """Whether face or voice is compared by computer in this interview."""
    asked = (state.policy, state.accommodations)
    return compares_face(*asked) or compares_voice(*asked)


def not_compared(state: State) -> State:
    """The same interview with a person in the place of the comparison."""
    agreed = state.accommodations.model_copy(update={"no_biometrics": True})
    return replace(state, accommodations=agreed, face=None, voice=None)


_BIOMETRICS: dict[bool | None, Literal["given", "declined", "not_asked"]] = {
    True: "given",
    False: "declined",
    None: "not_asked",
}


def _without_gaze(state: State, why: str) -> tuple[Append, ...]:
    """The row that says why it was left out; none where the policy does without it."""
    if not state.policy.calibrate_gaze:
        return ()
    if gaze_excused(state):
        return (Append(Calibrated(outcome="skipped", reason=AGREED)),)
    return (Append(Calibrated(outcome="impossible", reason=why)),)
