"""Edits are small rows at once; the whole text is a revision before anything ends the answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import Screen, State
from client.exam.editing import settled
from client.exam.saved import dump, load
from client.exam.starters import FRAMES, opening_text
from shared.edits import changes, replayed
from shared.events import AnswerDone, AnswerEdited, AnswerPasted, AnswerRevised, AnswerRun
from shared.exam import ExamQuestion, Sample
from tests.client.exam.story import CODING, SPOKEN, WRITTEN, at, at_written, run


def edited(before: str, after: str, question: str = WRITTEN) -> exam.Edited:
    return exam.Edited(question, after, changes(before, after, at_ms=0, origin="typed"))


def rows(ordered: list[object], *kinds: type) -> list[object]:
    return [one for one in ordered if isinstance(one, kinds)]


def test_an_edit_is_a_row_with_its_time_and_the_text_is_kept():
    state, ordered = run(at_written(), edited("", "An"), now=at(3))
    (row,) = ordered
    assert isinstance(row, AnswerEdited)
    assert (row.batch, row.length, row.edits[0].at_ms) == (1, 2, 3000)
    assert (state.answer.text, state.answer.revision, state.answer.unrevised) == ("An", 0, True)
    assert load(dump(state)).answer == state.answer


def test_the_whole_text_becomes_a_revision_at_a_pause_once():
    state, ordered = run(
        at_written(),
        edited("", "An"),
        exam.Typed(WRITTEN, "An"),
        exam.Typed(WRITTEN, "An"),
    )
    assert [one.text for one in rows(ordered, AnswerRevised)] == ["An"]
    assert not state.answer.unrevised


def test_done_says_the_revision_that_its_edits_led_to():
    _, ordered = run(at_written(), edited("", "An"), exam.DonePressed())
    revised, done = rows(ordered, AnswerRevised, AnswerDone)
    assert isinstance(revised, AnswerRevised)
    assert isinstance(done, AnswerDone)
    assert (revised.text, revised.revision, done.revision) == ("An", 1, 1)


def test_nothing_ends_an_interview_before_the_text_is_revised():
    state, ordered = run(at_written(), edited("", "half"), exam.Ticked(), now=at(1001))
    assert state.screen is Screen.FINISH
    assert [one.text for one in rows(ordered, AnswerRevised)] == ["half"]


def test_a_restart_revises_what_was_only_edits():
    state, _ = run(at_written(), edited("", "half"))
    state, ordered = run(load(dump(state)), exam.Resumed())
    assert [one.text for one in rows(ordered, AnswerRevised)] == ["half"]
    assert not state.answer.unrevised
    assert settled(state, at(0)) == (state, ())


def test_edits_of_another_or_a_spoken_question_change_nothing():
    for question in (CODING, SPOKEN):
        assert run(at_written(), edited("", "x", question))[1] == []


def test_a_paste_and_a_run_are_rows_of_their_own():
    _, ordered = run(
        at_written(),
        exam.Pasted(WRITTEN, "drop", "blocked", 12, "0" * 64),
        exam.Ran(WRITTEN, "done", "1" * 64, revision=2, passed=1, total=3),
        now=at(4),
    )
    paste, tried = ordered
    assert isinstance(paste, AnswerPasted)
    assert (paste.at_ms, paste.way, paste.outcome, paste.length) == (4000, "drop", "blocked", 12)
    assert isinstance(tried, AnswerRun)
    assert (tried.revision, tried.passed, tried.total) == (2, 1, 3)


def test_a_run_that_ends_after_its_question_is_written_down_all_the_same():
    other = exam.Ran(SPOKEN, "cancelled", "1" * 64)
    _, ordered = run(at_written(), other, exam.Ran("f" * 32, "done", "1" * 64))
    assert [one.question for one in rows(ordered, AnswerRun)] == [SPOKEN]


def at_coding(starter: str = "") -> State:
    state, _ = run(at_written(), exam.DonePressed())
    assert state.exam is not None
    questions = tuple(
        one.model_copy(update={"starter": starter}) if one.id == CODING else one
        for one in state.exam.questions
    )
    state = replace(state, exam=state.exam.model_copy(update={"questions": questions}))
    answers = (*state.answers[:2], replace(state.answers[2], text=opening_text(questions[2])))
    return replace(state, answers=answers)


@given(st.lists(st.text("ab\n\U0001f642", max_size=12), min_size=1, max_size=6), st.booleans())
def test_a_reviewer_replays_to_the_candidates_text(texts: list[str], template: bool):
    starter = "" if template else "def f():\n"
    state = at_coding(starter)
    written: list[object] = []
    for text in texts:
        state, ordered = run(state, edited(state.answer.text, text, CODING))
        written += ordered
    told = replayed(starter, [one for one in written if isinstance(one, AnswerEdited)])
    assert (told.text, told.gaps) == (state.answer.text, 0)


def test_the_frame_is_the_first_edit_once_something_is_typed_and_no_answer_before():
    state = at_coding()
    assert (state.answer.text, state.answer.revision) == (FRAMES["python"], 0)
    _, ordered = run(state, edited(FRAMES["python"], "print()", CODING))
    (row,) = ordered
    assert isinstance(row, AnswerEdited)
    assert [edit.origin for edit in row.edits][:2] == ["template", "typed"]


def test_a_starter_and_examples_that_call_have_no_frame():
    question = ExamQuestion(id=CODING, position=1, kind="coding", prompt="?", language="go")
    assert opening_text(question) == FRAMES["go"]
    calls = question.model_copy(update={"samples": (Sample(name="a", call="f(1)"),)})
    assert opening_text(calls) == ""
    assert opening_text(question.model_copy(update={"starter": "x"})) == "x"
