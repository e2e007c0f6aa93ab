"""What the candidate says is kept as it was said, and changes nothing by itself."""

from dataclasses import replace

from client import exam
from client.exam import Edited, Explained, Screen, State, Wished, dump, load
from shared.events import MAX_SAID, AnswerRevised, CandidateAsked, Edit, MomentExplained
from tests.client.exam.story import at, at_written, run
from tests.client.exam.test_instructed import ask


def test_a_remark_is_tied_to_the_moment_that_was_chosen():
    state = at_written()
    after, ordered = run(
        state, Explained(" The doorbell rang. ", 20_000, 24_000, "speech"), now=at(40)
    )
    assert replace(after, clock=state.clock) == state
    assert ordered == [
        MomentExplained(
            text="The doorbell rang.",
            about_ms=20_000,
            until_ms=24_000,
            signal="speech",
            at_ms=40_000,
        )
    ]


def test_now_is_the_moment_of_writing_and_no_moment_is_to_come():
    _, ordered = run(at_written(), Explained("A dog."), Explained("Later.", 99_000), now=at(40))
    assert [body.about_ms for body in ordered] == [40_000, 40_000]


def test_nothing_is_said_without_words_or_without_a_record():
    assert run(at_written(), Explained("  "), Wished("message", " "))[1] == []
    assert run(State(), Explained("Hello"), Wished("help")) == (State(), [])


def test_long_words_are_cut_and_not_refused():
    _, ordered = run(at_written(), Wished("message", "a" * 5000))
    assert [len(body.text) for body in ordered] == [MAX_SAID]


def test_a_break_is_asked_for_once_until_a_person_answers():
    state, ordered = run(at_written(), Wished("break"), Wished("break"), now=at(40))
    assert ordered == [CandidateAsked(what="break", at_ms=40_000)]
    assert exam.break_stands(state)
    assert state.paused is None
    assert exam.total_left_ms(state, at(60)) == exam.total_left_ms(at_written(), at(60))
    assert load(dump(state)).asked == state.asked
    state, _ = run(state, ask(1, "message", "guidance", text="In five minutes."))
    assert not exam.break_stands(state)
    _, ordered = run(state, Wished("break"), now=at(50))
    assert ordered == [CandidateAsked(what="break", at_ms=50_000)]


def test_help_can_be_asked_for_before_the_clock_runs_and_as_often_as_it_is_needed():
    early = State(session="a" * 32, screen=Screen.DEVICES)
    _, ordered = run(early, Wished("help"), Wished("help"), now=at(0))
    assert ordered == [CandidateAsked(what="help"), CandidateAsked(what="help")]
    assert run(early, Explained("A dog.")) == (early, [])


def test_leaving_in_the_middle_of_a_sentence_puts_the_text_down_first():
    state = at_written()
    assert state.question is not None
    typed = Edited(state.question.id, "Half", (Edit(at_ms=0, position=0, inserted="Half"),))
    state, _ = run(state, typed, now=at(39))
    after, ordered = run(state, Wished("leave"), now=at(40))
    assert ordered == [
        AnswerRevised(question=state.question.id, revision=1, text="Half", at_ms=40_000),
        CandidateAsked(what="leave", at_ms=40_000),
    ]
    assert not after.answer.unrevised
