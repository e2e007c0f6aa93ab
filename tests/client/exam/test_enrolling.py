"""Selfie, light and voice sample."""

from dataclasses import replace

from client import exam
from client.exam import Screen
from shared.events import (
    StatusReached,
)
from shared.lifecycle import Status
from tests.client.exam.story import (
    at,
    at_consent,
    at_first_question,
    run,
    started,
)


def test_a_poor_selfie_may_be_taken_again_before_it_is_used():
    state, _ = run(at_consent(), exam.ConsentAgreed(1, "d" * 64))
    state, ordered = run(state, exam.SelfieAccepted())
    assert ordered == []
    state, ordered = run(state, exam.SelfieAsked(), exam.SelfieTaken("dark"), exam.SelfieAsked())
    assert [type(one) for one in ordered] == [exam.TakeSnapshot, exam.TakeSnapshot]
    state, ordered = run(state, exam.SelfieTaken(""), exam.SelfieAccepted())
    assert [type(one) for one in ordered] == [exam.SaveSelfie]


def test_the_start_opens_the_first_question_and_begins_watching():
    state, ordered = run(
        replace(at_first_question(), screen=Screen.VOICE, phase="recorded", clock=None),
        exam.StartPressed(),
        exam.StartAnswered(started()),
    )
    kinds = [type(one).__name__ for one in ordered]
    assert kinds == ["Start", "StatusReached", "BeginProctor", "QuestionOpened", "Speak"]
    assert ordered[1] == StatusReached(status=Status.INTERVIEW_ACTIVE)
    assert exam.question_left_ms(state, at(10)) == 90_000
