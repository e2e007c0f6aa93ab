"""Free navigation: to any question and back, each with its own time, until the hand-in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import Screen, State, StopRecording, overview, question_left_ms, total_left_ms
from shared.events import AnswerDone, AnswerRevised, QuestionOpened
from shared.policy import Policy
from shared.sync import Instruction
from tests.client.exam.story import (
    CODING,
    EXAM,
    SPOKEN,
    START_MS,
    WRITTEN,
    at,
    at_first_question,
    run,
    utc,
)

FREE = Policy(calibrate_gaze=False, navigation="free", speak_questions=True)


def free(index: int = 0) -> State:
    state = at_first_question(FREE)
    return run(state, exam.QuestionWished(index), now=at(0))[0] if index else state


def done_rows(ordered: list[object]) -> list[tuple[str, str]]:
    return [(one.question, one.reason) for one in ordered if isinstance(one, AnswerDone)]


def test_any_question_can_be_opened_and_left_without_being_done():
    state, ordered = run(free(), exam.QuestionWished(2), now=at(10))
    assert (state.index, state.screen) == (2, Screen.QUESTION)
    assert [one.question for one in ordered if isinstance(one, QuestionOpened)] == [CODING]
    assert done_rows(ordered) == []
    assert state.answers[0].done == ""


def test_in_order_nobody_jumps_flags_or_hands_in_early():
    state = at_first_question()
    for wish in (exam.QuestionWished(2), exam.FlagToggled(), exam.HandInWished()):
        assert run(state, wish, now=at(1)) == (state, [])


@pytest.mark.parametrize("index", [-1, 0, 3])
def test_where_there_is_no_other_question_nothing_changes(index: int):
    state = free()
    assert run(state, exam.QuestionWished(index), now=at(1)) == (state, [])


def test_a_questions_time_stands_still_while_another_one_is_open():
    state = free(1)
    assert question_left_ms(state, at(20)) == 280_000
    state, _ = run(state, exam.QuestionWished(2), now=at(20))
    assert question_left_ms(state, at(120)) == 200_000
    state, _ = run(state, exam.QuestionWished(1), now=at(120))
    assert question_left_ms(state, at(120)) == 280_000
    assert total_left_ms(state, at(120)) == 880_000


def test_a_question_is_read_aloud_the_first_time_only():
    state, first = run(free(), exam.QuestionWished(1), now=at(1))
    state, _ = run(state, exam.QuestionWished(0), now=at(2))
    _, again = run(state, exam.QuestionWished(1), now=at(3))
    assert exam.Speak("Write.", "en", WRITTEN) in first
    assert not [one for one in again if isinstance(one, exam.Speak)]


def test_a_question_whose_time_is_up_can_be_read_and_not_changed():
    state, _ = run(free(1), exam.Typed(WRITTEN, "half"), now=at(100))
    assert exam.is_due(state, at(300))
    state, ordered = run(state, exam.Ticked(), now=at(300))
    assert done_rows(ordered) == [(WRITTEN, "time_up")]
    assert (state.index, state.answer.text, state.answer.done) == (1, "half", "time_up")
    assert not exam.is_due(state, at(400))
    state, ordered = run(state, exam.Typed(WRITTEN, "more"), exam.RecordPressed(), now=at(400))
    assert not [one for one in ordered if isinstance(one, AnswerRevised | AnswerDone)]
    state, _ = run(state, exam.QuestionWished(2), exam.QuestionWished(1), now=at(500))
    assert (state.answer.text, question_left_ms(state, at(500))) == ("half", 0)
    assert not exam.is_due(state, at(999))
    assert exam.is_due(state, at(1000))


def test_a_running_take_is_on_disk_before_another_question_opens():
    state, ordered = run(
        free(),
        exam.RecordPressed(),
        exam.RecordingStarted(),
        exam.QuestionWished(1),
        exam.QuestionWished(2),
        now=at(5),
    )
    assert StopRecording() in ordered
    assert state.index == 0
    state, ordered = run(state, exam.TakeEnded(), now=at(6))
    assert state.index == 1
    assert exam.Transcribe(SPOKEN, 1, "en") in ordered
    state, _ = run(state, exam.QuestionWished(0), now=at(7))
    assert state.phase == "recorded"


def test_a_take_that_runs_when_the_time_is_over_is_kept_and_the_person_stays():
    state, _ = run(free(), exam.RecordPressed(), exam.RecordingStarted(), now=at(90))
    state, _ = run(state, exam.Ticked(), now=at(100))
    assert state.phase == "stopping"
    state, ordered = run(state, exam.TakeEnded(), now=at(101))
    assert done_rows(ordered) == [(SPOKEN, "time_up")]
    assert (state.index, state.phase) == (0, "recorded")
    assert run(state, exam.RecordPressed(), now=at(102))[1] == []


def test_handing_in_closes_every_question_once_and_says_which_were_left_out():
    state, _ = run(free(1), exam.Typed(WRITTEN, "text"), now=at(100))
    state, ordered = run(state, exam.HandInWished(), now=at(110))
    assert state.screen is Screen.FINISH
    assert done_rows(ordered) == [
        (SPOKEN, "skipped"),
        (WRITTEN, "candidate"),
        (CODING, "skipped"),
    ]
    spent = {one.question: one.spent_ms for one in ordered if isinstance(one, AnswerDone)}
    assert spent == {SPOKEN: 0, WRITTEN: 110_000, CODING: 0}


def test_the_end_of_all_time_hands_everything_in():
    state, _ = run(free(1), exam.QuestionWished(2), exam.Typed(CODING, "x"), now=at(750))
    state, ordered = run(state, exam.Ticked(), now=at(1001))
    assert (state.screen, state.end) == (Screen.FINISH, "time_up")
    assert (CODING, "time_up") in done_rows(ordered)


def test_the_overview_tells_what_is_answered_flagged_and_open():
    state, _ = run(
        free(1),
        exam.FlagToggled(),
        exam.Typed(WRITTEN, "text"),
        exam.QuestionWished(2),
        exam.Typed(CODING, "def f():\n "),
        now=at(40),
    )
    told = overview(state, at(50))
    assert [(one.answered, one.flagged, one.here, one.seen) for one in told] == [
        (False, False, False, True),
        (True, True, False, True),
        (False, False, True, True),  # what it came with is no answer
    ]
    assert [one.left_ms for one in told] == [100_000, 260_000, 290_000]
    state, _ = run(state, exam.QuestionWished(1), exam.FlagToggled(), now=at(50))
    assert not state.answer.flagged


def test_a_kill_between_two_questions_comes_back_to_the_second_with_both_clocks():
    state, _ = run(free(1), exam.Typed(WRITTEN, "a"), exam.QuestionWished(2), now=at(100))
    back, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(102))
    assert (back.index, question_left_ms(back, at(102))) == (2, 298_000)
    back, _ = run(back, exam.QuestionWished(1), now=at(102))
    assert question_left_ms(back, at(102)) == 200_000


def test_a_kill_while_the_take_is_stopped_for_another_question_goes_there():
    state, _ = run(
        free(), exam.RecordPressed(), exam.RecordingStarted(), exam.QuestionWished(2), now=at(5)
    )
    back, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(6))
    assert (back.index, back.leaving) == (2, "")


def asked(number: int, action: str, seconds: int, ends_s: int) -> exam.Instructed:
    return exam.Instructed(
        Instruction.model_validate(
            {"number": number, "action": action, "reason": "technical", "at": utc(START_MS)}
            | {"sig": "s", "seconds": seconds, "deadline_at": utc(START_MS + ends_s * 1000)}
        )
    )


def test_more_time_opens_a_question_again_whose_time_was_over():
    state, _ = run(free(1), exam.Ticked(), now=at(300))
    state, _ = run(state, asked(1, "extend", 60, 1060), now=at(400))
    assert (state.answer.done, question_left_ms(state, at(400))) == ("", 60_000)
    state, ordered = run(state, exam.Typed(WRITTEN, "late"), now=at(401))
    assert [one.text for one in ordered if isinstance(one, AnswerRevised)] == ["late"]


def test_a_reopened_interview_lets_everything_be_changed_that_the_time_did_not_end():
    state, _ = run(free(), exam.Ticked(), exam.QuestionWished(1), now=at(100))
    state, _ = run(state, exam.Typed(WRITTEN, "text"), exam.HandInWished(), now=at(150))
    state = replace(state, closing="done")
    state, _ = run(state, asked(1, "reopen", 60, 1500), now=at(500))
    assert [one.done for one in state.answers] == ["time_up", "", ""]
    assert (state.index, question_left_ms(state, at(500))) == (1, 250_000)


@pytest.mark.parametrize(
    ("left_s", "warned"), [(301, 0), (300, 5), (61, 5), (60, 1), (1, 1), (0, 1)]
)
def test_five_and_one_minutes_before_the_end_of_all_are_warned_of(left_s: int, warned: int):
    assert exam.total_warning(free(), at(1000 - left_s)) == warned


def test_nobody_is_warned_of_five_minutes_who_never_had_more():
    state = free(1)
    assert exam.question_warning(state, at(1)) == 0
    assert exam.question_warning(state, at(241)) == 1


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(1, 40)), min_size=1, max_size=20),
)
def test_wherever_one_goes_no_question_gives_or_loses_time(visits: list[tuple[int, int]]):
    state, second = at_first_question(FREE), 0
    spent = [0, 0, 0]
    for index, stay_s in visits:
        state, _ = run(state, exam.QuestionWished(index), now=at(second))
        stay_s = min(stay_s, EXAM.questions[index].time_limit_s - spent[index] - 1)
        second += stay_s
        spent[index] += stay_s
    told = overview(state, at(second))
    for one, used, question in zip(told, spent, EXAM.questions, strict=True):
        assert one.left_ms == (question.time_limit_s - used) * 1000
