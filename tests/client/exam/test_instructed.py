"""What a proctor asks takes effect once, in order, and costs the candidate nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import (
    BeginProctor,
    FinishProctor,
    Hush,
    Listen,
    OpenDevices,
    Screen,
    State,
    StopRecording,
    dump,
    interview_ms,
    load,
    question_left_ms,
    total_left_ms,
)
from shared.actions import Action
from shared.events import (
    AnswerDone,
    Calibrated,
    InstructionApplied,
    InstructionRead,
    QuestionOpened,
    RecordClosed,
    SegmentStarted,
)
from shared.policy import Accommodations, Policy
from shared.sync import Instruction
from shared.version import APP_VERSION
from tests.client.exam.story import START_MS, at, at_first_question, at_written, run, utc


def ask(
    number: int, action: str, reason: str = "technical", *, ends_s: int | None = None, **more
) -> exam.Instructed:
    ends = None if ends_s is None else utc(START_MS + ends_s * 1000)
    return exam.Instructed(
        Instruction.model_validate(
            {"number": number, "action": action, "reason": reason, "at": utc(START_MS)}
            | {"sig": "s", "deadline_at": ends}
            | more
        )
    )


def test_a_message_stands_until_it_is_read():
    state, ordered = run(at_written(), ask(1, "message", "guidance", text="Drink something."))
    assert ordered == [InstructionApplied(number=1, action="message")]
    assert [(one.number, one.text) for one in state.told] == [(1, "Drink something.")]
    assert load(dump(state)).told == state.told
    state, ordered = run(state, exam.ToldRead(1), exam.ToldRead(1))
    assert (state.told, ordered) == ((), [InstructionRead(number=1)])


def test_replayed_and_early_numbers_change_nothing():
    state, _ = run(at_written(), ask(1, "lock"), ask(2, "unlock"))
    assert run(state, ask(1, "lock"), ask(2, "unlock"), ask(4, "terminate")) == (state, [])


def test_before_the_claim_nothing_is_applied():
    assert run(State(), ask(1, "lock")) == (State(), [])


def test_a_pause_stops_both_clocks_and_the_watch():
    state, ordered = run(at_written(), ask(1, "pause", "break"), now=at(100))
    assert FinishProctor() in ordered
    assert ordered[-1] == InstructionApplied(number=1, action="pause")
    left = total_left_ms(state, at(100)), question_left_ms(state, at(100))
    assert left == (total_left_ms(state, at(5000)), question_left_ms(state, at(5000)))
    assert not exam.is_due(state, at(5000))
    pressed, ordered = run(state, exam.DonePressed(), exam.RecordPressed(), now=at(120))
    assert (pressed.index, pressed.phase, ordered) == (state.index, state.phase, [])
    back, ordered = run(state, ask(2, "resume", "settled", ends_s=1060), now=at(160))
    assert (total_left_ms(back, at(160)), question_left_ms(back, at(160))) == left
    assert any(isinstance(one, BeginProctor) for one in ordered)
    assert OpenDevices() in ordered


def test_receipts_in_a_pause_move_nothing():
    """The server then names the end as it would be if the interview went on at once."""
    paused, _ = run(at_written(), ask(1, "pause", "break"), now=at(100))
    heard = exam.ServerHeard(START_MS + 150_000, START_MS + 1_050_000)
    state, _ = run(paused, heard, now=at(150))
    assert total_left_ms(state, at(150)) == total_left_ms(paused, at(100))


def test_a_resume_whose_pause_was_not_seen_here_brings_the_new_end():
    """Both came after a lost connection."""
    state, _ = run(at_written(), ask(1, "pause"), ask(2, "resume", ends_s=1300), now=at(200))
    assert total_left_ms(state, at(200)) == 1_100_000


def test_a_late_extension_never_brings_the_end_forward():
    heard = exam.ServerHeard(START_MS + 100_000, START_MS + 2_000_000)
    state, _ = run(at_written(), heard, ask(1, "extend", "time_lost", ends_s=1200), now=at(100))
    assert total_left_ms(state, at(100)) == 1_900_000


def test_an_extension_gives_its_time_to_the_open_question_too():
    before = at_written()
    state, ordered = run(before, ask(1, "extend", "time_lost", seconds=120, ends_s=1120))
    assert ordered == [InstructionApplied(number=1, action="extend")]
    assert question_left_ms(state, at(0)) == question_left_ms(before, at(0)) + 120_000
    assert total_left_ms(state, at(0)) == total_left_ms(before, at(0)) + 120_000
    assert [(one.action, one.seconds) for one in state.told] == [(Action.EXTEND, 120)]


def test_a_cover_keeps_answers_and_nothing_can_be_done_under_it():
    state, _ = run(at_written(), exam.Typed("2" * 32, "My text"), ask(1, "lock", "identity"))
    assert state.locked is not None
    assert state.answer.text == "My text"
    assert run(state, exam.DonePressed())[0] == state
    assert run(state, ask(2, "unlock", "settled"))[0].locked is None


def test_what_is_being_said_is_kept_when_a_pause_comes():
    speaking, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    state, ordered = run(speaking, ask(1, "pause"))
    assert StopRecording() in ordered
    state, _ = run(state, exam.TakeEnded())
    assert (state.phase, state.answer.takes) == ("recorded", 1)
    assert run(state, exam.RecordPressed())[0] == state


def calibrating_policy() -> Policy:
    return Policy(calibrate_gaze=True)


def test_a_calibration_goes_aside_and_comes_back_to_the_same_text():
    written = replace(at_written(), policy=calibrating_policy())
    written, _ = run(written, exam.Typed("2" * 32, "My text"))
    aside, ordered = run(written, ask(1, "recalibrate", "picture", ends_s=1060), now=at(50))
    assert ordered[-1] == InstructionApplied(number=1, action="recalibrate")
    assert aside.screen is Screen.GAZE
    left = question_left_ms(written, at(50))
    back, ordered = run(aside, exam.GazeLeft(), now=at(90))
    assert back.screen is Screen.QUESTION
    assert back.answer.text == "My text"
    assert isinstance(ordered[0], Calibrated)
    assert question_left_ms(back, at(90)) == left


def test_a_calibration_waits_for_the_recording():
    first = replace(at_first_question(), policy=calibrating_policy())
    speaking, _ = run(first, exam.RecordPressed(), exam.RecordingStarted())
    state, ordered = run(speaking, ask(1, "recalibrate"))
    assert (state.screen, state.phase) == (Screen.QUESTION, "stopping")
    assert StopRecording() in ordered
    state, _ = run(state, exam.TakeEnded())
    assert state.screen is Screen.GAZE


def test_a_calibration_that_does_not_belong_here_is_left_out_and_told():
    excused = replace(at_written(), accommodations=Accommodations(nystagmus=True))
    state, ordered = run(excused, ask(1, "recalibrate"))
    assert state.screen is Screen.QUESTION
    assert [one.outcome for one in ordered if isinstance(one, Calibrated)] == ["skipped"]


def test_the_end_of_time_ends_a_calibration_and_the_answer():
    aside, _ = run(replace(at_written(), policy=calibrating_policy()), ask(1, "recalibrate"))
    state, _ = run(aside, exam.Ticked(), now=at(1001))
    assert state.screen is Screen.QUESTION
    state, _ = run(state, exam.Ticked(), now=at(1001))
    assert (state.screen, state.end) == (Screen.FINISH, "time_up")


def test_an_end_keeps_everything_and_says_why():
    state, ordered = run(
        at_written(), exam.Typed("2" * 32, "My text"), ask(1, "terminate", "rules")
    )
    assert (state.screen, state.end, state.end_reason) == (Screen.FINISH, "terminated", "rules")
    assert not any(isinstance(one, AnswerDone) for one in ordered)
    state, ordered = run(replace(state, transcribing=()), exam.ProctorFinished())
    assert RecordClosed(reason="terminated", answers=1) in ordered
    state, ordered = run(state, exam.Uploaded())
    assert ordered == [exam.Finish("terminated")]


def test_an_end_waits_for_what_is_being_said():
    speaking, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    state, ordered = run(speaking, ask(1, "terminate"))
    assert state.screen is Screen.QUESTION
    assert ordered[:2] == [Hush(), StopRecording()]
    state, _ = run(state, exam.TakeEnded())
    assert (state.screen, state.end) == (Screen.FINISH, "terminated")


def test_a_reopened_interview_goes_on_where_it_was():
    state, _ = run(at_written(), exam.Typed("2" * 32, "My text"), now=at(10))
    left = question_left_ms(state, at(100))
    state, _ = run(state, ask(1, "terminate"), now=at(100))
    state, ordered = run(state, ask(2, "reopen", "mistake", ends_s=1500), now=at(400))
    assert (state.screen, state.answer.text) == (Screen.QUESTION, "My text")
    assert question_left_ms(state, at(400)) == left
    assert total_left_ms(state, at(400)) == 1_100_000
    assert ordered[-1] == InstructionApplied(number=2, action="reopen")
    assert [one.action for one in state.told] == [Action.REOPEN]


def test_each_reopening_begins_a_segment_of_the_record():
    state = at_written()
    for number, segment in ((1, 2), (3, 3)):
        state, _ = run(state, ask(number, "terminate"), now=at(100 * number))
        again = ask(number + 1, "reopen", "mistake", ends_s=9000)
        state, ordered = run(state, again, now=at(100 * number + 50))
        begun = SegmentStarted(segment=segment, client_version=APP_VERSION, reason="reopened")
        assert [one for one in ordered if isinstance(one, SegmentStarted)] == [begun]
        assert ordered.index(begun) < ordered.index(
            InstructionApplied(number=number + 1, action="reopen")
        )
        state = load(dump(state))
        assert state.segment == segment


def test_an_interview_that_was_begun_before_segments_were_counted_keeps_its_own():
    older = replace(at_written(), segment=0)
    state, _ = run(older, ask(1, "terminate"), now=at(10))
    state, ordered = run(state, ask(2, "reopen", "mistake", ends_s=1500), now=at(20))
    assert not any(isinstance(one, SegmentStarted) for one in ordered)


def test_what_was_handed_in_opens_at_its_last_question():
    state, _ = run(at_written(), exam.DonePressed(), exam.DonePressed())
    assert state.screen is Screen.FINISH
    state, ordered = run(state, ask(1, "reopen", "organisation", ends_s=1500), now=at(50))
    assert state.question is not None
    assert state.question.position == 3
    assert QuestionOpened(question="3" * 32, position=3) in ordered
    assert question_left_ms(state, at(50)) == 300_000


def test_a_restart_comes_back_to_the_pause_without_watching():
    paused, _ = run(at_written(), ask(1, "pause", "break"), now=at(10))
    saved = load(dump(paused))
    state, ordered = run(saved, exam.Resumed(), now=at(500, boot="two"))
    assert state.paused == paused.paused
    assert Listen() in ordered
    assert not any(isinstance(one, OpenDevices | BeginProctor) for one in ordered)


def test_a_restart_in_a_calibration_begins_it_again():
    aside, _ = run(replace(at_written(), policy=calibrating_policy()), ask(1, "recalibrate"))
    state, ordered = run(load(dump(aside)), exam.Resumed(), now=at(20, boot="two"))
    assert (state.screen, state.aside_ms) == (Screen.GAZE, 20_000)
    assert any(isinstance(one, BeginProctor) for one in ordered)


def test_a_finished_app_that_is_opened_again_asks_whether_it_was_reopened():
    done = replace(at_written(), screen=Screen.FINISH, closing="done")
    assert run(done, exam.Resumed())[1] == [Listen()]


def applied(number: int, action: str) -> InstructionApplied:
    """Where nothing covers the questions, nothing is let pass."""
    outcome = "late" if action == "let_on" else ""
    return InstructionApplied(number=number, action=action, outcome=outcome)


ACTIONS = st.sampled_from([action.value for action in Action])


@given(st.lists(st.tuples(ACTIONS, st.integers(1, 40), st.booleans()), max_size=12))
def test_no_order_of_instructions_loses_a_word_or_takes_time(steps: list[tuple[str, int, bool]]):
    """Whatever comes, also what no server would give there; ends as the server reckons them."""
    state, _ = run(replace(at_written(), policy=calibrating_policy()), exam.Typed("2" * 32, "Kept"))
    second, ends_s, paused_s = 1, 1000, None
    for number, (action, wait, restarted) in enumerate(steps, start=1):
        second += wait
        before = total_left_ms(state, at(second))
        if action in ("resume", "terminate") and paused_s is not None:
            ends_s, paused_s = ends_s + second - paused_s, None
        elif action == "pause" and paused_s is None and state.screen is not Screen.FINISH:
            paused_s = second
        elif action in ("extend", "reopen"):
            ends_s += wait
        state, ordered = run(state, ask(number, action, ends_s=ends_s), now=at(second))
        assert ordered[-1] == applied(number, action)
        assert total_left_ms(state, at(second)) >= before
        if restarted:
            state, _ = run(load(dump(state)), exam.Resumed(), now=at(second))
        assert state.applied == number
        assert state.answers[1].text == "Kept"
        assert interview_ms(state, at(second)) == second * 1000
        assert state.screen in (Screen.QUESTION, Screen.GAZE, Screen.FINISH)


@pytest.mark.parametrize("action", [action.value for action in Action])
def test_every_instruction_is_applied_on_every_screen(action: str):
    finished = replace(at_written(), screen=Screen.FINISH, closing="upload")
    for state in (finished, replace(at_written(), screen=Screen.CONSENT, clock=None, exam=None)):
        after, ordered = run(state, ask(1, action, ends_s=1000))
        assert after.applied == 1
        assert ordered[-1] == applied(1, action)
