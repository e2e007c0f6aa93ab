"""From the invite to the consent."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import Problem, Screen, State
from shared.build import Build
from shared.events import Artifact, ConsentGiven, ConsentWithdrawn
from shared.policy import Accommodations, Policy
from tests.client.exam.story import (
    CLAIM,
    at_consent,
    at_first_question,
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


def test_a_no_to_the_comparison_goes_on_with_a_person_in_its_place():
    state, ordered = run(
        at_consent(), exam.ConsentAgreed(3, "d" * 64, text="T", language="en", compare=False)
    )
    assert ordered == [
        ConsentGiven(
            version=3, text_sha256="d" * 64, text="T", language="en", biometrics="declined"
        )
    ]
    assert state.screen is Screen.SELFIE
    assert state.accommodations.no_biometrics
    state, ordered = run(state, exam.SelfieAsked())
    assert ordered == [exam.TakeSnapshot(learn=False)]


def test_a_withdrawal_forgets_the_numbers_and_ends_nothing():
    template = Artifact(sha256="e" * 64, media_type="x", size=1)
    before = replace(at_first_question(), face=template)
    state, ordered = run(before, exam.ComparisonWithdrawn())
    assert ordered == [ConsentWithdrawn(), exam.Know(None, None, nobody=True)]
    assert (state.screen, state.face, state.voice) == (Screen.QUESTION, None, None)
    again, ordered = run(state, exam.ComparisonWithdrawn())
    assert (again, ordered) == (state, [])
    _, ordered = run(state, exam.Resumed())
    assert exam.Know(None, None, nobody=True) in ordered


def test_before_the_agreement_there_is_nothing_to_take_back():
    state, ordered = run(at_consent(), exam.ComparisonWithdrawn())
    assert (state, ordered) == (at_consent(), [])


def test_the_build_is_a_row_of_the_record_from_the_claim_to_the_hand_in():
    told = exam.BuildTold(Build(version="0.1.0", platform="linux-x86_64", found="a" * 64))
    assert run(State(), told) == (State(), [])
    state, _ = run(State(), *CLAIM, exam.Granted(grant(), "https://example.com"))
    again, ordered = run(state, told)
    assert (again, ordered) == (state, [told.body])
    for nothing in (replace(state, practice=True), replace(state, closing="done")):
        assert run(nothing, told)[1] == []
