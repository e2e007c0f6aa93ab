"""Selfie, light and voice sample."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import Screen, State
from shared.events import Artifact, Challenged, Enrolled, StatusReached
from shared.lifecycle import Status
from shared.policy import Accommodations, Policy
from shared.templates import MEDIA_TYPE
from tests.client.exam.story import (
    PICTURE,
    SOUND,
    at,
    at_consent,
    at_first_question,
    run,
    started,
)

TEMPLATE = Artifact(sha256="e" * 64, media_type=MEDIA_TYPE, size=900)
TAKE = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())


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


def at_selfie(policy: Policy | None = None, accommodations: Accommodations | None = None) -> State:
    state, _ = run(at_consent(policy, accommodations), exam.ConsentAgreed(1, "d" * 64))
    assert state.screen is Screen.SELFIE
    return state


def test_a_face_that_will_not_be_compared_is_not_made_into_numbers():
    for wanted in (True, False):
        _, ordered = run(at_selfie(Policy(identity=wanted)), exam.SelfieAsked())
        assert ordered == [exam.TakeSnapshot(learn=wanted)]


@pytest.mark.parametrize(
    ("policy", "agreed"),
    [
        (Policy(voices=False), Accommodations()),
        (Policy(), Accommodations(screen_reader=True)),
        (Policy(), Accommodations(second_person_agreed=True)),
    ],
)
def test_a_voice_that_will_not_be_compared_is_not_made_into_numbers(
    policy: Policy, agreed: Accommodations
):
    state, ordered = run(at_voice(policy, agreed), *TAKE, exam.VoiceStored(SOUND, "4000 ms"))
    assert exam.EnrolVoice() not in ordered
    assert state.phase == "recorded"
    enrolled = next(one for one in ordered if isinstance(one, Enrolled))
    assert enrolled == Enrolled(what="voice", artifact=SOUND, detail="4000 ms")


def at_voice(policy: Policy | None = None, accommodations: Accommodations | None = None) -> State:
    state, _ = run(
        at_selfie(policy, accommodations),
        exam.SelfieAsked(),
        exam.SelfieTaken(""),
        exam.SelfieAccepted(),
        exam.SelfieStored(PICTURE),
    )
    assert state.screen is Screen.VOICE
    return state


def test_a_refused_picture_cannot_be_used_but_the_third_one_can():
    state = at_selfie()
    for number in range(1, exam.SELFIE_TRIES + 1):
        state, _ = run(state, exam.SelfieAsked(), exam.SelfieTaken("turned", usable=False))
        _, ordered = run(state, exam.SelfieAccepted())
        assert bool(ordered) is (number == exam.SELFIE_TRIES)


def test_the_face_is_named_by_the_row_and_compared_with_from_then_on():
    stored = exam.SelfieStored(PICTURE, "", TEMPLATE, "model 1")
    state, ordered = run(at_selfie(), stored)
    body = Enrolled(what="selfie", artifact=PICTURE, template=TEMPLATE, model="model 1")
    assert ordered[0] == body
    assert ordered[-1] == exam.Know(TEMPLATE, None)
    assert exam.load(exam.dump(state)).face == TEMPLATE


def test_without_a_model_the_selfie_is_stored_as_before():
    state, ordered = run(at_selfie(), exam.SelfieStored(PICTURE))
    assert ordered[0] == Enrolled(what="selfie", artifact=PICTURE)
    assert (state.screen, state.face) == (Screen.VOICE, None)


def test_the_voice_is_learned_before_its_row_is_written():
    state, ordered = run(at_voice(), *TAKE, exam.VoiceStored(SOUND, "4000 ms"))
    assert ordered[-1] == exam.EnrolVoice()
    assert not any(isinstance(one, Enrolled) for one in ordered)
    assert state.live.busy == "saving"
    state, ordered = run(state, exam.VoiceJudged(TEMPLATE, "voice 1"))
    assert ordered[0] == Enrolled(
        what="voice", artifact=SOUND, detail="4000 ms", template=TEMPLATE, model="voice 1"
    )
    assert ordered[-1] == exam.Know(None, TEMPLATE)
    assert (state.phase, state.live.busy, state.live.voice_note) == ("recorded", "", "")


def test_a_sample_that_is_too_quiet_is_told_and_one_may_go_on_or_record_again():
    state, ordered = run(
        at_voice(), *TAKE, exam.VoiceStored(SOUND), exam.VoiceJudged(reason="It is too quiet.")
    )
    row = next(one for one in ordered if isinstance(one, Enrolled))
    assert (row.template, row.detail) == (None, "It is too quiet.")
    assert state.live.voice_note == "It is too quiet."
    assert exam.Start(state.consent_version) in run(state, exam.StartPressed())[1]
    again, ordered = run(state, exam.RecordPressed())
    assert exam.StartRecording("", 1) in ordered
    assert again.live.voice_note == ""


def test_a_second_sample_that_fails_leaves_the_first_voice_in_use():
    state, _ = run(at_voice(), *TAKE, exam.VoiceStored(SOUND), exam.VoiceJudged(TEMPLATE, "v"))
    state, ordered = run(state, *TAKE, exam.VoiceStored(SOUND), exam.VoiceJudged(reason="No."))
    assert ordered[-1] == exam.Know(None, TEMPLATE)


def test_a_verdict_on_a_voice_that_nobody_waits_for_changes_nothing():
    state = at_voice()
    assert run(state, exam.VoiceJudged(TEMPLATE, "v")) == (state, [])


LIT = Policy(light_challenge=True, calibrate_gaze=False)


def at_light() -> State:
    state, _ = run(at_selfie(LIT), exam.SelfieStored(PICTURE))
    assert (state.screen, state.light) == (Screen.SELFIE, "asked")
    return state


@pytest.mark.parametrize(
    ("policy", "agreed"),
    [
        (Policy(calibrate_gaze=False), Accommodations()),
        (LIT, Accommodations(no_light_challenge=True)),
    ],
)
def test_the_light_stays_as_it_is_unless_asked_for_and_allowed(
    policy: Policy, agreed: Accommodations
):
    state, _ = run(at_selfie(policy, agreed), exam.SelfieStored(PICTURE))
    assert state.screen is Screen.VOICE


def test_the_light_changes_only_when_the_person_is_ready_and_its_answer_is_a_row():
    state, ordered = run(at_light(), exam.LightWished())
    assert ordered == [exam.Shine()]
    assert run(state, exam.LightWished())[1] == []
    state, ordered = run(state, exam.LightJudged("ok", 0.84, "both cheeks"))
    assert ordered == [Challenged(outcome="ok", correlation_milli=840, detail="both cheeks")]
    assert state.screen is Screen.VOICE


def test_the_light_can_be_skipped_before_and_in_the_middle():
    state, ordered = run(at_light(), exam.LightSkipped())
    assert [type(one) for one in ordered] == [Challenged]
    assert state.screen is Screen.VOICE
    state, ordered = run(at_light(), exam.LightWished(), exam.LightSkipped())
    assert ordered[-1] == exam.StopShining()
    assert isinstance(ordered[-2], Challenged)
    assert ordered[-2].outcome == "unknown"
    assert run(state, exam.LightJudged("ok", 0.9))[1] == []


def test_a_restart_before_the_light_asks_for_it_again_and_not_for_another_selfie():
    back, _ = run(exam.load(exam.dump(at_light())), exam.Resumed())
    assert (back.screen, back.light) == (Screen.SELFIE, "asked")
    assert run(back, exam.SelfieAsked())[1] == []
    assert run(back, exam.LightWished())[1] == [exam.Shine()]
