"""Going from question to question, the overview, and the warnings before an end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from client import exam
from client.exam import Answer, Now, State
from client.ui.window import Window
from shared.policy import Policy
from tests.client.ui.test_window import NOW, QUESTIONS, asking

FREE = Policy(navigation="free")


def free(index: int, **changes: object) -> State:
    return replace(asking(index), policy=FREE, **changes)  # type: ignore[arg-type]


def later(seconds: int) -> Now:
    return Now(NOW.utc_ms, NOW.mono_ms + seconds * 1000, "one")


def there(window: Window, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def text_of(window: Window, name: str) -> str:
    found = there(window, name)
    assert isinstance(found, QLabel | QPushButton)
    return found.text() if found.isVisible() else ""


def wishes(window: Window) -> list[object]:
    seen: list[object] = []
    window.happened.connect(seen.append)
    return seen


def press(window: Window, name: str) -> None:
    QTest.mouseClick(there(window, name), Qt.MouseButton.LeftButton)


def test_in_order_there_is_no_way_back_and_the_overview_is_for_reading(window: Window):
    window.show_state(
        asking(1, answers=(Answer(done="candidate", takes=1), Answer(), Answer())), NOW
    )
    assert not there(window, "previous_button").isVisible()
    assert not there(window, "flag_button").isVisible()
    press(window, "overview_button")
    assert "1 of 3 questions are answered" in text_of(window, "overview_sum")
    assert isinstance(there(window, "overview_1"), QLabel)
    assert "done" in text_of(window, "overview_1")
    assert "you are here" in text_of(window, "overview_2")
    assert not there(window, "hand_in_button").isVisible()


def test_what_is_typed_is_handed_over_before_another_question_opens(window: Window):
    window.show_state(free(1), NOW)
    seen = wishes(window)
    editor = there(window, "answer_edit")
    assert isinstance(editor, QPlainTextEdit)
    editor.insertPlainText("text")
    press(window, "previous_button")
    assert isinstance(seen[0], exam.Edited)
    assert seen[1:] == [exam.Typed("2" * 32, "text"), exam.QuestionWished(0)]


def test_the_overview_is_reached_and_used_by_keyboard_alone(window: Window, qtbot):
    flagged = (Answer(opened_ms=0), Answer(opened_ms=0, flagged=True), Answer())
    window.show_state(free(1, answers=flagged), NOW)
    seen = wishes(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(there(window, "answer_edit"), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is there(window, "overview_2")
    assert "flagged" in text_of(window, "overview_2")
    assert "not opened" in text_of(window, "overview_3")
    QTest.keyClick(there(window, "overview_2"), Qt.Key.Key_Tab)
    assert window.focusWidget() is there(window, "overview_3")
    QTest.keyClick(there(window, "overview_3"), Qt.Key.Key_Space)
    assert seen[-1] == exam.QuestionWished(2)
    assert not there(window, "overview_card").isVisible()


def test_handing_in_is_asked_once_more_and_says_what_is_missing(window: Window):
    window.show_state(free(2), NOW)
    seen = wishes(window)
    press(window, "done_button")  # on the last question it leads to the overview
    press(window, "hand_in_button")
    assert "0 of 3 questions are answered" in text_of(window, "hand_in_text")
    press(window, "hand_in_no_button")
    assert exam.HandInWished() not in seen
    press(window, "done_button")
    press(window, "hand_in_button")
    press(window, "hand_in_yes_button")
    assert seen[-1] == exam.HandInWished()


def test_a_question_whose_time_is_over_says_so_and_cannot_be_typed_in(window: Window):
    over = (Answer(), Answer(opened_ms=0, done="time_up", text="kept"), Answer())
    window.show_state(free(1, answers=over), NOW)
    editor = there(window, "answer_edit")
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isReadOnly()
    assert editor.toPlainText() == "kept"
    assert "can be read" in text_of(window, "note_label")
    window.show_state(free(1), NOW)
    assert not editor.isReadOnly()


def test_a_flag_is_said_on_its_button(window: Window):
    window.show_state(free(1), NOW)
    seen = wishes(window)
    assert text_of(window, "flag_button") == "Flag for later"
    press(window, "flag_button")
    assert seen[-1] == exam.FlagToggled()
    window.show_state(free(1, answers=(Answer(), Answer(opened_ms=0, flagged=True), Answer())), NOW)
    assert text_of(window, "flag_button") == "Remove the flag"


def unhurried(index: int, **changes: object) -> State:
    """Fifteen minutes for each question, nearly seventeen in all."""
    state = asking(index, **changes)
    assert state.exam is not None
    long = tuple(question.model_copy(update={"time_limit_s": 900}) for question in QUESTIONS)
    return replace(state, exam=state.exam.model_copy(update={"questions": long}))


def test_a_warning_is_words_on_the_screen_and_is_announced_once(window: Window):
    state = unhurried(1)
    said: list[str] = []
    window.question.time.announcer.said.connect(said.append)
    window.show_state(state, later(599))
    assert (text_of(window, "time_label"), said) == ("", [])
    for second in (600, 601, 650):
        window.show_state(state, later(second))
    assert text_of(window, "time_label") == "Less than 5 minutes left for this question."
    assert said == ["Less than 5 minutes left for this question."]
    for second in (841, 850):
        window.show_state(state, later(second))
    assert said[1:] == ["Last minute for this question. What you have is saved when it ends."]
    assert there(window, "timer_label").property("urgent") == "true"


@pytest.mark.parametrize(("seconds", "words"), [(701, "in all"), (941, "of the interview")])
def test_the_end_of_the_interview_is_warned_of_before_the_questions(
    window: Window, seconds: int, words: str
):
    state = unhurried(1, answers=tuple(Answer(opened_ms=690_000) for _ in QUESTIONS))
    window.show_state(state, later(seconds))
    assert words in text_of(window, "time_label")
