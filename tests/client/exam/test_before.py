"""From the invite to the consent."""

import pytest

from client import exam
from client.exam import Problem, Screen, State
from shared.policy import Accommodations, Policy
from tests.client.exam.story import (
    CLAIM,
    at_consent,
    grant,
    run,
)


def test_nothing_is_claimed_before_the_person_has_seen_whose_interview_it_is():
    state, ordered = run(State(), *CLAIM[:2])
    assert state.screen is Screen.WELCOME
    assert (state.organisation, state.title) == ("Example", "Paper")
    assert [type(one) for one in ordered] == [exam.CheckInvite]
    _, ordered = run(state, exam.InviteConfirmed())
    assert [type(one) for one in ordered] == [exam.Claim]


def test_a_refused_invite_says_its_sentence_and_can_be_corrected():
    refused = Problem("invite_expired", "This invite has run out.", "Ask for a new time.")
    state, _ = run(State(), CLAIM[0], exam.Failed("invite", refused))
    assert state.live.problem == refused
    state, ordered = run(state, exam.InviteChanged(), CLAIM[0])
    assert state.live.problem is None
    assert [type(one) for one in ordered] == [exam.CheckInvite]


def test_an_edited_invite_must_be_checked_again():
    state, _ = run(State(), *CLAIM[:2])
    state, ordered = run(state, exam.InviteChanged(), exam.InviteConfirmed())
    assert ordered == []


def test_the_claim_begins_the_record_and_forgets_the_secret():
    state, ordered = run(State(), *CLAIM, exam.Granted(grant(), "https://example.com"))
    assert state.invite == ""
    assert state.screen is Screen.DEVICES
    kinds = [type(one).__name__ for one in ordered]
    assert kinds == [
        "CheckInvite",
        "Claim",
        "SegmentStarted",
        "StatusReached",
        "OpenDevices",
        "Know",
    ]


@pytest.mark.parametrize(
    ("policy", "accommodations", "after_consent", "phase"),
    [
        (Policy(), Accommodations(), Screen.SELFIE, "ready"),
        (Policy(selfie=False), Accommodations(), Screen.VOICE, "ready"),
        (Policy(), Accommodations(no_selfie=True), Screen.VOICE, "ready"),
        (
            Policy(),
            Accommodations(no_selfie=True, no_voice_sample=True),
            Screen.VOICE,
            "recorded",
        ),
        (Policy(selfie=False, voice_sample=False), Accommodations(), Screen.VOICE, "recorded"),
    ],
)
def test_policy_and_accommodations_skip_what_they_do_without(
    policy: Policy, accommodations: Accommodations, after_consent: Screen, phase: str
):
    state, _ = run(
        at_consent(policy, accommodations),
        exam.ConsentAgreed(1, "d" * 64),
    )
    assert (state.screen, state.phase) == (after_consent, phase)
    _, ordered = run(state, exam.StartPressed())
    assert bool(ordered) == (phase == "recorded")
