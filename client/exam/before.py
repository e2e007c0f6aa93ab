"""From the pasted invite to the agreement to what is watched.

One rule: each screen leads to one next screen, and nothing here starts the clock.
"""

from dataclasses import replace

from client.exam.aim import Gaze
from client.exam.facts import (
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
from shared.events import Calibrated, ConsentGiven, SegmentStarted, StatusReached
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
    return begun, (*effects, OpenDevices(), Know(None, None))


def prepare(state: State, happened: DevicesChecked | ConsentAgreed, now: Now) -> Result:
    """The device check, then the gaze or consent."""
    match happened:
        case DevicesChecked() if state.screen is Screen.DEVICES:
            rows = tuple(Append(check) for check in happened.checks)
            if gaze_wanted(state) and not happened.no_gaze:
                live = replace(calm(state.live), gaze=Gaze(entered_ms=now.mono_ms))
                return replace(state, screen=Screen.GAZE, live=live), rows
            checked = replace(state, screen=Screen.CONSENT, live=calm(state.live))
            return checked, rows + _without_gaze(state, happened.no_gaze)
        case ConsentAgreed() if state.screen is Screen.CONSENT:
            body = ConsentGiven(version=happened.version, text_sha256=happened.text_sha256)
            agreed = replace(state, consent_version=happened.version, live=calm(state.live))
            wanted = state.policy.selfie and not state.accommodations.no_selfie
            screen = Screen.SELFIE if wanted else Screen.VOICE
            return replace(agreed, screen=screen, phase=voice_phase(agreed)), (Append(body),)
        case _:
            return state, ()


def _without_gaze(state: State, why: str) -> tuple[Append, ...]:
    """The row that says why it was left out; none where the policy does without it."""
    if not state.policy.calibrate_gaze:
        return ()
    if gaze_excused(state):
        return (Append(Calibrated(outcome="skipped", reason=AGREED)),)
    return (Append(Calibrated(outcome="impossible", reason=why)),)
