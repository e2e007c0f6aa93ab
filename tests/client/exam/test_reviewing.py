"""A spoken answer is handed in after its transcript was seen, or at once where one wishes."""

import pytest

from client import exam
from client.exam import State
from shared.events import AnswerDone, AnswerRevised, AnswerTranscribed, TranscriptWord
from shared.policy import Policy
from tests.client.exam.story import SPOKEN, at, at_first_question, run

WORDS = (
    TranscriptWord(text="a", start_ms=0, end_ms=100, probability_milli=990),
    TranscriptWord(text="hash", start_ms=100, end_ms=400, probability_milli=410),
)
TEXT = AnswerTranscribed(question=SPOKEN, take=1, text="a hash", words=WORDS, model="tiny")
NONE = AnswerTranscribed(question=SPOKEN, take=1, text="", reason="No model.")
TAKE = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())


def recorded(policy: Policy | None = None) -> State:
    return run(at_first_question(policy), *TAKE)[0]


def test_done_waits_for_the_transcript_and_shows_it_before_it_hands_in():
    state, ordered = run(recorded(), exam.DonePressed(), now=at(5))
    assert (ordered, state.live.review) == ([], "awaited")
    left = exam.question_left_ms(state, at(5))
    assert exam.question_left_ms(state, at(8)) == left
    state, ordered = run(state, exam.Transcribed(TEXT), now=at(8))
    assert ordered == [TEXT]
    assert (state.index, state.live.review) == (0, "shown")
    assert state.answer.heard == exam.Heard(1, "a hash", WORDS)
    assert exam.question_left_ms(state, at(8)) == left
    state, ordered = run(state, exam.DonePressed(), now=at(9))
    assert any(isinstance(one, AnswerDone) for one in ordered)
    assert state.index == 1
    assert state.answers[0].heard is None


def test_done_in_mid_recording_ends_the_take_and_shows_what_was_said():
    begun = (exam.RecordPressed(), exam.RecordingStarted())
    state, _ = run(at_first_question(), *begun)
    state, ordered = run(state, exam.DonePressed())
    assert ordered == [exam.StopRecording()]
    state, _ = run(state, exam.TakeEnded(), exam.Transcribed(TEXT))
    assert (state.index, state.live.review) == (0, "shown")


def test_without_a_text_to_read_done_means_done():
    state, _ = run(recorded(), exam.DonePressed(), exam.Transcribed(NONE))
    assert state.index == 1


@pytest.mark.parametrize("policy", [Policy(transcribe=False)])
def test_where_nothing_is_transcribed_nothing_is_waited_for(policy: Policy):
    state, _ = run(recorded(policy), exam.DonePressed())
    assert state.index == 1


def test_a_second_done_hands_in_unread_but_a_double_click_does_not():
    state, _ = run(recorded(), exam.DonePressed(), now=at(5))
    state, _ = run(state, exam.DonePressed(), now=at(5.4))
    assert state.index == 0
    state, _ = run(state, exam.DonePressed(), now=at(6.5))
    assert state.index == 1


def test_the_time_limit_hands_in_unread_once_the_stand_still_is_used_up():
    state, _ = run(recorded(), exam.DonePressed(), now=at(99))
    for second in range(99, 119):
        state, _ = run(state, exam.Ticked(), now=at(second))
    assert state.index == 0
    state, ordered = run(state, *[exam.Ticked()] * 2, now=at(122))
    assert [one.reason for one in ordered if isinstance(one, AnswerDone)] == ["time_up"]


def test_a_correction_is_a_row_of_its_own_and_says_which_take():
    state, _ = run(recorded(), exam.Transcribed(TEXT))
    state, ordered = run(state, exam.Corrected(SPOKEN, "a hash table"), now=at(7))
    assert ordered == [
        AnswerRevised(
            question=SPOKEN, revision=1, text="a hash table", origin="corrected", take=1, at_ms=7000
        )
    ]
    assert run(state, exam.Corrected(SPOKEN, "a hash table"))[1] == []
    state, ordered = run(state, exam.Corrected(SPOKEN, "a hash"), now=at(9))
    assert isinstance(ordered[0], AnswerRevised)
    assert (ordered[0].revision, ordered[0].text) == (2, "a hash")


def test_there_is_nothing_to_correct_before_a_text_is_there():
    assert run(recorded(), exam.Corrected(SPOKEN, "mine"))[1] == []
    state, _ = run(recorded(), exam.Transcribed(NONE))
    assert run(state, exam.Corrected(SPOKEN, "mine"))[1] == []


def test_another_take_begins_without_the_text_of_the_one_before():
    state, _ = run(recorded(), exam.Transcribed(TEXT), exam.Corrected(SPOKEN, "a hash table"))
    state, _ = run(state, exam.RecordPressed())
    assert (state.answer.text, state.answer.heard, state.answer.revision) == ("", None, 1)
    late = AnswerTranscribed(question=SPOKEN, take=1, text="old")
    assert run(state, exam.Transcribed(late))[0].answer.heard is None


def test_a_restart_finds_the_transcript_of_the_open_question_again():
    state, _ = run(recorded(), exam.Transcribed(TEXT), exam.Corrected(SPOKEN, "a hash table"))
    saved = exam.load(exam.dump(state))
    assert saved.answer.heard == exam.Heard(1, "a hash", WORDS)
    assert saved.answer.text == "a hash table"
