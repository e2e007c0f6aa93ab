"""A killed app comes back to where it was."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import Screen
from shared.events import (
    RecordClosed,
)
from tests.client.exam.story import (
    SPOKEN,
    WRITTEN,
    at,
    at_first_question,
    at_written,
    run,
)


def test_a_killed_app_comes_back_to_question_text_and_clock():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "half an answer"), now=at(60))
    back, ordered = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(70))
    assert back.question is not None
    assert (back.question.id, back.answer.text, back.answer.revision) == (
        WRITTEN,
        "half an answer",
        1,
    )
    assert exam.total_left_ms(back, at(70)) == 940_000  # ten lost seconds are given back
    kinds = [type(one).__name__ for one in ordered]
    assert kinds[:4] == ["SystemNoted", "OpenDevices", "Know", "BeginProctor"]
    begin = next(one for one in ordered if isinstance(one, exam.BeginProctor))
    assert begin.at_ms == 70_000


def test_a_kill_in_mid_recording_offers_another_take():
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    back, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(70))
    assert back.phase == "recorded"
    _, ordered = run(back, exam.RecordPressed())
    assert exam.StartRecording(SPOKEN, 2) in ordered


@pytest.mark.parametrize("closing", ["proctor", "transcripts", "upload", "handing"])
def test_a_kill_while_handing_in_goes_on_handing_in(closing: exam.Closing):
    state = replace(at_first_question(), screen=Screen.FINISH, closing=closing)
    back, ordered = run(exam.load(exam.dump(state)), exam.Resumed())
    assert back.closing == "upload"
    closed = [one for one in ordered if isinstance(one, RecordClosed)]
    assert len(closed) == (closing in ("proctor", "transcripts"))
