"""Takes begin, end and hold a question up."""

import pytest

from client import exam
from client.exam import Problem
from shared.events import (
    AnswerChunk,
    AnswerDone,
)
from shared.policy import Policy
from tests.client.exam.story import (
    SOUND,
    SPOKEN,
    at,
    at_first_question,
    run,
)


def test_done_in_mid_recording_waits_for_the_last_piece():
    quick = at_first_question(Policy(transcribe=False))
    state, _ = run(quick, exam.RecordPressed(), exam.RecordingStarted())
    state, ordered = run(state, exam.DonePressed())
    assert ordered == [exam.StopRecording()]
    assert state.index == 0
    chunk = exam.ChunkStored(SPOKEN, 1, 1, SOUND, 900)
    state, ordered = run(state, chunk, exam.TakeEnded())
    kinds = [type(one) for one in ordered]
    assert kinds[:3] == [AnswerChunk, exam.Transcribe, AnswerDone]
    assert state.index == 1


def test_a_microphone_that_never_answers_holds_nobody_up():
    quick = at_first_question(Policy(transcribe=False))
    state, _ = run(quick, exam.RecordPressed(), exam.RecordingStarted())
    state, _ = run(state, exam.DonePressed(), now=at(10))
    state, ordered = run(state, exam.Ticked(), now=at(14))
    assert ordered == []
    state, ordered = run(state, exam.Ticked(), now=at(16))
    assert any(isinstance(one, AnswerDone) for one in ordered)


@pytest.mark.parametrize("allowed", [True, False])
def test_recording_again_follows_the_policy(allowed: bool):
    state = at_first_question(Policy(rerecord=allowed))
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(state, *take)
    state, ordered = run(state, exam.RecordPressed())
    assert (exam.StartRecording(SPOKEN, 2) in ordered) is allowed


def test_a_recording_that_cannot_start_leaves_the_button_there():
    problem = Problem("no_microphone", "No microphone.", "Plug one in.")
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.Failed("record", problem))
    assert state.live.problem == problem
    _, ordered = run(state, exam.RecordPressed())
    assert any(isinstance(one, exam.StartRecording) for one in ordered)
