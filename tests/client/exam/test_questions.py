"""Questions are answered, timed and left."""

from client import exam
from client.exam import Screen
from shared.events import (
    AnswerDone,
    AnswerRevised,
)
from tests.client.exam.story import (
    CODING,
    WRITTEN,
    at,
    at_written,
    run,
)


def test_each_pause_in_typing_is_a_revision_and_the_same_text_is_none():
    state, ordered = run(
        at_written(),
        exam.Typed(WRITTEN, "An"),
        exam.Typed(WRITTEN, "An index"),
        exam.Typed(WRITTEN, "An index"),
        now=at(2),
    )
    assert [(one.revision, one.text) for one in ordered if isinstance(one, AnswerRevised)] == [
        (1, "An"),
        (2, "An index"),
    ]
    assert state.answer.text == "An index"


def test_text_for_another_question_changes_nothing():
    _, ordered = run(at_written(), exam.Typed(CODING, "x"))
    assert ordered == []


def test_the_time_limit_ends_an_answer_and_opens_the_next():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "half"), now=at(50))
    assert exam.is_due(state, at(299.9)) is False
    assert exam.is_due(state, at(300)) is True
    state, ordered = run(state, exam.Ticked(), now=at(300))
    done = next(one for one in ordered if isinstance(one, AnswerDone))
    assert (done.reason, done.revision) == ("time_up", 1)
    assert state.live.note == "time_up:2"
    assert state.index == 2


def test_the_end_of_all_time_hands_in():
    state, _ = run(at_written(), exam.Ticked(), now=at(1001))
    assert state.screen is Screen.FINISH
    assert state.end == "time_up"
