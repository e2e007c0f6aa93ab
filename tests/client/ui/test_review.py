"""The transcript before it is handed in: what is unsure is marked, can be played and corrected."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from client import exam
from client.exam import Answer, Heard, Live, State
from client.ui.widgets.review import BEFORE_MS
from client.ui.window import Window
from shared.events import TranscriptWord
from tests.client.ui.test_window import NOW, QUESTIONS, asking, find

TEXT = "A cash maps keys to values"
WORDS = tuple(
    TranscriptWord(text=word, start_ms=1000 * n, end_ms=1000 * n + 900, probability_milli=sure)
    for n, (word, sure) in enumerate(zip(TEXT.split(), (990, 310, 950, 420, 980, 970), strict=True))
)


def recorded(heard: Heard | None, *, text: str = "", review: exam.Live | None = None) -> State:
    answer = Answer(opened_ms=0, takes=1, text=text, heard=heard)
    pending = () if heard else ((QUESTIONS[0].id, 1),)
    return asking(
        0,
        answers=(answer, Answer(), Answer()),
        phase="recorded",
        transcribing=pending,
        live=review or Live(),
    )


def panel(window: Window) -> QWidget:
    return window.question.spoken.review


def words(window: Window, name: str) -> str:
    there = find(window, name)
    assert isinstance(there, QLabel | QPushButton)
    return there.text() if there.isVisible() else ""


def test_there_is_no_transcript_before_there_is_a_recording(window: Window):
    window.show_state(asking(0), NOW)
    assert not panel(window).isVisible()


def test_while_it_is_written_down_one_may_hand_in_unread(window: Window):
    window.show_state(recorded(None, review=Live(review="awaited", stands_ms=0)), NOW)
    assert words(window, "review_note_label") == "Writing down what you said …"
    assert words(window, "done_button") == "Hand in without reading it"


def test_unsure_words_are_counted_underlined_and_reached_by_one_button(window: Window):
    window.show_state(recorded(None, review=Live(review="awaited")), NOW)
    window.show_state(recorded(Heard(1, TEXT, WORDS), review=Live(review="shown")), NOW)
    editor = window.question.spoken.review.editor
    assert editor.toPlainText() == TEXT
    assert [one.cursor.selectedText() for one in editor.extraSelections()] == ["cash", "keys"]
    assert words(window, "unsure_label").startswith("2 words are underlined")
    assert editor.hasFocus() or not window.isActiveWindow()
    following = find(window, "next_unsure_button")
    for word in ("cash", "keys", "cash"):
        QTest.mouseClick(following, Qt.MouseButton.LeftButton)
        assert editor.textCursor().selectedText() == word


def test_playing_begins_a_little_before_the_word_under_the_cursor(window: Window):
    wished: list[int] = []
    window.play_wished.connect(wished.append)
    window.question.spoken.show_playable(playable=True)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    QTest.mouseClick(find(window, "play_button"), Qt.MouseButton.LeftButton)
    editor = window.question.spoken.review.editor
    cursor = editor.textCursor()
    cursor.setPosition(TEXT.index("keys") + 2, QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    QTest.mouseClick(find(window, "play_here_button"), Qt.MouseButton.LeftButton)
    assert wished == [0, 3000 - BEFORE_MS]


def test_while_it_plays_the_same_button_stops_it(window: Window):
    stopped: list[bool] = []
    window.stop_wished.connect(lambda: stopped.append(True))
    window.question.spoken.show_playable(playable=True)
    window.question.spoken.show_playing(playing=True)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    assert words(window, "play_button") == "Stop playing"
    QTest.mouseClick(find(window, "play_button"), Qt.MouseButton.LeftButton)
    assert stopped == [True]
    window.question.spoken.show_playing(playing=False)
    assert words(window, "play_button") == "Play my answer"


def test_a_take_of_another_computer_is_read_but_not_played(window: Window):
    window.question.spoken.show_playable(playable=False)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    assert not find(window, "play_button").isEnabled()
    assert not find(window, "play_here_button").isEnabled()


def test_a_take_without_a_text_can_be_heard_all_the_same(window: Window):
    window.question.spoken.show_playable(playable=True)
    window.show_state(recorded(Heard(1, "", (), "No model is here.")), NOW)
    assert find(window, "play_button").isVisible()
    assert find(window, "play_button").isEnabled()
    assert not find(window, "play_here_button").isVisible()
    assert not find(window, "next_unsure_button").isVisible()


def test_an_answer_that_could_not_be_played_says_so_until_it_plays(window: Window):
    spoken = window.question.spoken
    spoken.show_playable(playable=True)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    spoken.show_played(heard=False)
    assert "cannot be played here" in words(window, "play_failed_label")
    spoken.show_playing(playing=True)
    assert words(window, "play_failed_label") == ""
    spoken.show_played(heard=False)
    window.show_state(recorded(Heard(2, TEXT, WORDS)), NOW)  # another take
    assert words(window, "play_failed_label") == ""


def test_a_correction_is_handed_over_and_marks_move_with_the_text(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    editor = window.question.spoken.review.editor
    QTest.mouseClick(find(window, "next_unsure_button"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor, "cache")
    fixed = TEXT.replace("cash", "cache")
    assert editor.toPlainText() == fixed
    assert window.question.unsaved
    QTest.mouseClick(find(window, "done_button"), Qt.MouseButton.LeftButton)
    assert seen[-2:] == [exam.Corrected(QUESTIONS[0].id, fixed), exam.DonePressed()]
    assert "keys" in [one.cursor.selectedText() for one in editor.extraSelections()]


def test_the_corrected_text_is_there_again_after_a_restart_with_what_is_still_unsure(
    window: Window,
):
    fixed = TEXT.replace("cash", "cache, by the way,")
    window.show_state(recorded(Heard(1, TEXT, WORDS), text=fixed), NOW)
    editor = window.question.spoken.review.editor
    assert editor.toPlainText() == fixed
    assert [one.cursor.selectedText() for one in editor.extraSelections()] == ["keys"]


def test_without_a_text_the_reason_stands_there_and_nothing_to_press(window: Window):
    window.show_state(recorded(Heard(1, "", (), "No speech was heard.")), NOW)
    assert words(window, "review_note_label") == "No speech was heard."
    assert not find(window, "transcript_edit").isVisible()


def test_a_long_pause_is_asked_about_and_both_answers_are_one_press(window: Window):
    seen: list[object] = []
    thinking: list[bool] = []
    window.happened.connect(seen.append)
    window.thinking.connect(lambda: thinking.append(True))
    first = (Answer(opened_ms=0, takes=1), Answer(), Answer())
    window.show_state(asking(0, answers=first, phase="recording"), NOW)
    window.question.spoken.show_pause(asking=True)
    assert "still thinking" in words(window, "pause_label")
    QTest.mouseClick(find(window, "thinking_button"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(window, "finished_button"), Qt.MouseButton.LeftButton)
    assert thinking == [True]
    assert exam.DonePressed() in seen
    window.show_state(recorded(None), NOW)
    assert not find(window, "pause_card").isVisible()


def test_a_hint_stands_below_the_meter_only_while_one_records(window: Window):
    first = (Answer(opened_ms=0, takes=1), Answer(), Answer())
    window.show_state(asking(0, answers=first, phase="recording"), NOW)
    window.show_level(-50.0, "You are hard to hear.")
    assert words(window, "level_hint_label") == "You are hard to hear."
    window.show_state(recorded(None), NOW)
    assert words(window, "level_hint_label") == ""


@pytest.mark.parametrize("index", [0, 1])
def test_r_reads_the_question_again_but_not_while_one_types(window: Window, index: int, qtbot):
    again: list[bool] = []
    window.read_again.connect(lambda: again.append(True))
    window.show_state(asking(index), NOW)
    window.activateWindow()
    typed = window.question.prose if index else find(window, "record_button")
    typed.setFocus()
    QTest.keyClick(typed, Qt.Key.Key_R)
    assert bool(again) is (index == 0)
    if index:
        assert window.question.prose.toPlainText() == "r"


def test_the_caption_says_that_it_speaks_and_what_the_clock_does(window: Window):
    speaking = Live(speaking=True, stands_ms=0)
    window.show_state(asking(0, live=speaking), NOW)
    assert "stands still" in words(window, "caption_label")
    used_up = replace(Answer(opened_ms=0), stood_ms=10**6)
    state = asking(0, live=speaking, answers=(used_up, Answer(), Answer()))
    later = replace(NOW, mono_ms=NOW.mono_ms + 1000)
    window.show_state(state, later)
    assert "clock runs" in words(window, "caption_label")


def test_the_voice_can_be_slower_and_quieter(window: Window):
    wished: list[tuple[bool, int]] = []
    window.voice_changed.connect(lambda slower, percent: wished.append((slower, percent)))
    window.show_state(asking(0), NOW)
    QTest.mouseClick(find(window, "slower_button"), Qt.MouseButton.LeftButton)
    QTest.keyClick(find(window, "volume_slider"), Qt.Key.Key_PageDown)
    assert wished == [(True, 100), (True, 90)]


def test_text_of_another_program_cannot_be_pasted_into_the_transcript(window: Window):
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    editor = window.question.spoken.review.editor
    foreign = QMimeData()
    foreign.setText("An answer from elsewhere")
    assert not editor.canInsertFromMimeData(foreign)
    editor.insertFromMimeData(foreign)
    assert editor.toPlainText() == TEXT
    editor.selectAll()
    own = editor.createMimeDataFromSelection()
    assert editor.canInsertFromMimeData(own)


@pytest.mark.parametrize("text", ["缓存", "कैश", "ذاكرة"])
def test_an_input_method_corrects_a_transcript(window: Window, text: str):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(recorded(Heard(1, TEXT, WORDS)), NOW)
    editor = window.question.spoken.review.editor
    QTest.mouseClick(find(window, "next_unsure_button"), Qt.MouseButton.LeftButton)
    QApplication.sendEvent(editor, QInputMethodEvent("huan", []))
    chosen = QInputMethodEvent()
    chosen.setCommitString(text)
    QApplication.sendEvent(editor, chosen)
    fixed = TEXT.replace("cash", text)
    assert editor.answer() == fixed
    assert window.question.unsaved
    assert "keys" in [one.cursor.selectedText() for one in editor.extraSelections()]
    QTest.mouseClick(find(window, "done_button"), Qt.MouseButton.LeftButton)
    assert exam.Corrected(QUESTIONS[0].id, fixed) in seen
    editor.setReadOnly(True)  # the answer is handed in, and something is still being composed
    QApplication.sendEvent(editor, chosen)
    assert editor.answer() == fixed
