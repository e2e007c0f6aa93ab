"""The record is sealed and handed in, whatever is slow."""

from client import exam
from client.exam import Problem, Screen
from shared.events import (
    AnswerTranscribed,
    RecordClosed,
    SystemNoted,
)
from shared.lifecycle import Status
from tests.client.exam.story import (
    SPOKEN,
    at,
    at_first_question,
    run,
)


def test_the_last_done_hands_in_after_proctor_and_transcripts():
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(at_first_question(), *take, exam.DonePressed())
    state, _ = run(state, *[exam.DonePressed()] * 3, now=at(2))
    assert (state.screen, state.closing) == (Screen.FINISH, "proctor")
    state, ordered = run(state, exam.ProctorFinished())
    assert ordered == []
    body = AnswerTranscribed(question=SPOKEN, take=1, text="hello", model="tiny")
    state, ordered = run(state, exam.Transcribed(body))
    assert ordered == [body, RecordClosed(reason="candidate", answers=1), exam.Flush()]
    state, ordered = run(state, exam.Uploaded())
    assert ordered == [exam.Finish("candidate")]
    state, _ = run(state, exam.HandedIn(Status.COMPLETED))
    assert state.closing == "done"


def test_nothing_follows_the_records_last_row():
    state, _ = run(at_first_question(), *[exam.DonePressed()] * 3, exam.ProctorFinished())
    assert state.closing == "upload"
    _, ordered = run(state, exam.SystemHappened(SystemNoted(what="network_lost")))
    assert ordered == []


def test_a_refused_hand_in_sends_what_is_missing_and_tries_again():
    state, _ = run(
        at_first_question(), *[exam.DonePressed()] * 3, exam.ProctorFinished(), exam.Uploaded()
    )
    problem = Problem("chain_gap", "Rows are missing.", "Send them.")
    state, ordered = run(state, exam.Failed("finish", problem))
    assert (state.closing, ordered) == ("upload", [exam.Flush()])


def test_transcripts_that_never_come_hold_the_hand_in_up_for_a_while_only():
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(at_first_question(), *take, exam.DonePressed())
    state, _ = run(state, *[exam.DonePressed()] * 3, now=at(2))
    state, ordered = run(state, exam.Ticked(), now=at(8))
    assert state.closing == "transcripts"
    state, ordered = run(state, exam.Ticked(), now=at(200))
    # That nobody ticked for so long is on record before it.
    assert [type(one) for one in ordered[:2]] == [SystemNoted, AnswerTranscribed]
    assert state.closing == "upload"
