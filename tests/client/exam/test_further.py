"""A further question comes behind what the person is at, with its own time, and keeps nobody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import (
    FinishProctor,
    Screen,
    Speak,
    State,
    dump,
    load,
    question_left_ms,
    total_left_ms,
)
from client.exam.awaiting import ON_THE_WAY_MS
from shared.events import (
    AnswerDone,
    InstructionApplied,
    QuestionOpened,
    RecordClosed,
    SystemNoted,
)
from shared.exam import ExamQuestion
from shared.policy import Policy
from shared.sync import Instruction
from tests.client.exam.story import (
    CODING,
    SPOKEN,
    START_MS,
    WRITTEN,
    at,
    at_first_question,
    run,
    utc,
)

ON = Policy(calibrate_gaze=False, follow_ups=2, viva=True)
FIRST, SECOND = "7" * 32, "8" * 32


def further(key: str = FIRST, *, follows: str = WRITTEN, position: int = 4) -> ExamQuestion:
    return ExamQuestion(
        id=key,
        position=position,
        kind="written",
        prompt="Why so?",
        marks=0,
        time_limit_s=120,
        follows=follows,
    )


def brings(
    number: int, question: ExamQuestion | None, *, ends_s: int | None = 1120
) -> exam.Instructed:
    ends = None if ends_s is None else utc(START_MS + ends_s * 1000)
    instruction = Instruction(
        number=number,
        action="ask",
        seconds=120,
        deadline_at=ends,
        sealed="",
        at=utc(START_MS),
        sig="s",
    )
    return exam.Instructed(instruction, question)


def asked(state: State) -> list[str]:
    assert state.exam is not None
    assert len(state.answers) == len(state.exam.questions)
    return [question.id for question in state.exam.questions]


def at_second(policy: Policy = ON) -> State:
    state, _ = run(at_first_question(policy), exam.DonePressed())
    return state


def at_last(policy: Policy = ON) -> State:
    """The last question, answered."""
    state, _ = run(
        at_second(policy), exam.DonePressed(), exam.Typed(CODING, "def f():\n    return 1\n")
    )
    assert state.question is not None
    assert state.question.id == CODING
    return state


def test_it_comes_behind_the_open_question_which_stays_as_it_was():
    before, _ = run(at_second(), exam.Typed(WRITTEN, "half a"))
    state, ordered = run(before, brings(1, further(follows=SPOKEN)), now=at(10))
    assert ordered == [InstructionApplied(number=1, action="ask")]
    assert asked(state) == [SPOKEN, WRITTEN, FIRST, CODING]
    assert (state.question, state.answer) == (before.question, before.answer)
    left = question_left_ms(state, at(10))
    assert left == question_left_ms(before, at(10))
    assert total_left_ms(state, at(10)) == 1_110_000
    state, ordered = run(state, exam.DonePressed(), now=at(20))
    assert state.question == further(follows=SPOKEN)
    assert QuestionOpened(question=FIRST, position=4) in ordered
    assert Speak("Why so?", "en", FIRST) in ordered
    assert question_left_ms(state, at(20)) == 120_000
    state, _ = run(state, exam.DonePressed(), now=at(30))
    assert state.question is not None
    assert state.question.id == CODING


def test_two_keep_their_order():
    state, _ = run(at_second(), brings(1, further()), brings(2, further(SECOND), ends_s=1240))
    assert asked(state) == [SPOKEN, WRITTEN, FIRST, SECOND, CODING]
    assert total_left_ms(state, at(0)) == 1_240_000


def test_the_second_comes_behind_the_first_that_is_open_by_then():
    state, _ = run(at_second(), brings(1, further()), exam.DonePressed())
    state, _ = run(state, brings(2, further(SECOND)))
    assert asked(state) == [SPOKEN, WRITTEN, FIRST, SECOND, CODING]
    assert state.question == further()


def test_the_same_question_is_there_once_whoever_brings_it():
    state, _ = run(at_second(), brings(1, further()))
    again, ordered = run(state, brings(1, further()), brings(3, further()))
    assert (again, ordered) == (state, [])
    known, ordered = run(state, brings(2, further()))
    assert ordered == [InstructionApplied(number=2, action="ask")]
    assert asked(known) == asked(state)


def test_a_killed_app_comes_back_to_it_with_what_was_typed():
    state, _ = run(at_second(), brings(1, further()), exam.DonePressed())
    state, _ = run(state, exam.Typed(FIRST, "Because"), now=at(5))
    back, _ = run(load(dump(state)), exam.Resumed(), now=at(8, boot="two"))
    assert back.question == further()
    assert (back.answer.text, back.applied) == ("Because", 1)
    assert run(back, brings(1, further()))[1] == []


@pytest.mark.parametrize("kind", ["candidate", "terminated"])
def test_after_the_hand_in_it_is_ignored_and_that_is_on_record(kind: str):
    state = at_last(Policy(calibrate_gaze=False))
    if kind == "terminated":
        over = Instruction(
            number=1, action="terminate", reason="technical", at=utc(START_MS), sig="s"
        )
        state, _ = run(state, exam.Instructed(over))
    else:
        state, _ = run(state, exam.DonePressed())
        state = replace(state, applied=1)
    assert state.closing == "proctor"
    after, ordered = run(state, brings(2, further(follows=CODING)))
    assert ordered == [InstructionApplied(number=2, action="ask", outcome="late")]
    assert (asked(after), after.screen) == ([SPOKEN, WRITTEN, CODING], Screen.FINISH)


def test_one_that_does_not_open_is_told_and_holds_up_nothing_behind_it():
    state, ordered = run(at_second(), brings(1, None), brings(2, further()))
    assert ordered == [
        InstructionApplied(number=1, action="ask", outcome="unreadable"),
        InstructionApplied(number=2, action="ask"),
    ]
    assert asked(state) == [SPOKEN, WRITTEN, FIRST, CODING]


def test_a_word_that_this_app_does_not_know_counts_as_applied_and_does_nothing():
    strange = Instruction(number=1, action="juggle", at=utc(START_MS), sig="s")
    before = at_second()
    state, ordered = run(before, exam.Instructed(strange))
    assert ordered == [InstructionApplied(number=1, action="juggle", outcome="unknown")]
    assert replace(state, applied=0) == before


def test_it_is_no_answer_of_a_person_to_what_the_candidate_asked():
    state, _ = run(at_second(), exam.Wished("help"))
    assert state.asked is not None
    after, _ = run(state, brings(1, further()))
    assert after.asked == state.asked


def test_after_the_last_answer_it_is_waited_a_moment_and_what_comes_is_opened_at_once():
    state, ordered = run(at_last(), exam.DonePressed(), now=at(100))
    assert (state.screen, state.closing) == (Screen.FINISH, "asking")
    assert FinishProctor() not in ordered
    state, ordered = run(state, brings(1, further(follows=CODING)), now=at(104))
    assert (state.question, state.closing) == (further(follows=CODING), "")
    assert isinstance(ordered[0], QuestionOpened)
    assert ordered[-1] == InstructionApplied(number=1, action="ask")
    assert question_left_ms(state, at(104)) == 120_000
    # Nothing is asked further about its answer: it is handed in.
    state, ordered = run(state, exam.Typed(FIRST, "So."), exam.DonePressed(), now=at(110))
    assert state.closing == "proctor"
    assert [one.question for one in ordered if isinstance(one, AnswerDone)] == [FIRST]


def test_nothing_that_comes_in_time_hands_in():
    state, _ = run(at_last(), exam.DonePressed(), now=at(100))
    patience_s = (8_000 + ON_THE_WAY_MS) / 1000
    state, ordered = run(state, exam.Ticked(), now=at(100 + patience_s))
    assert (state.closing, ordered) == ("asking", [])
    state, ordered = run(state, exam.Ticked(), now=at(100.1 + patience_s))
    assert state.closing == "proctor"
    assert FinishProctor() in ordered


@pytest.mark.parametrize("why", ["off", "empty", "bound", "offline", "time"])
def test_nobody_waits_without_a_reason(why: str):
    policy = Policy(calibrate_gaze=False) if why == "off" else ON
    state, when = at_last(policy), at(100)
    if why == "empty":
        state, _ = run(at_second(), exam.DonePressed())
    elif why == "bound":
        state = at_last(Policy(calibrate_gaze=False, follow_ups=3))
    elif why == "offline":
        state, _ = run(state, exam.SystemHappened(SystemNoted(what="network_lost")))
    elif why == "time":
        when = at(1001)
    state, _ = run(state, exam.DonePressed(), now=when)
    assert state.closing == "proctor"


def test_whoever_goes_offline_while_waiting_is_let_go():
    state, _ = run(at_last(), exam.DonePressed(), now=at(100))
    state, _ = run(state, exam.SystemHappened(SystemNoted(what="network_lost")), now=at(101))
    state, _ = run(state, exam.Ticked(), now=at(101.2))
    assert state.closing == "proctor"


def test_an_app_that_is_killed_while_waiting_hands_in():
    state, _ = run(at_last(), exam.DonePressed(), now=at(100))
    back, ordered = run(load(dump(state)), exam.Resumed(), now=at(103, boot="two"))
    assert back.closing == "upload"
    assert any(isinstance(one, RecordClosed) for one in ordered)
    assert back.ended_ms == 103_000


def test_where_people_go_about_freely_it_comes_last():
    free = ON.model_copy(update={"navigation": "free"})
    state, _ = run(at_first_question(free), brings(1, further()))
    assert asked(state) == [SPOKEN, WRITTEN, CODING, FIRST]


FACTS = st.lists(
    st.sampled_from(["done", "first", "second", "tick", "kill", "type"]), min_size=1, max_size=14
)


@given(FACTS)
def test_whatever_happens_in_whatever_order_no_answer_is_lost_and_none_is_asked_twice(
    facts: list[str],
):
    state, when, number = at_second(), 1.0, 0
    texts: dict[str, str] = {}
    for fact in facts:
        when += 3
        match fact:
            case "done":
                happened: exam.Input = exam.DonePressed()
            case "tick":
                happened = exam.Ticked()
            case "type" if state.question is not None and not state.answer.done:
                text = f"at {when}"
                texts[state.question.id] = text
                happened = exam.Typed(state.question.id, text)
            case "kill":
                state, happened = load(dump(state)), exam.Resumed()
            case "first" | "second":
                number += 1
                happened = brings(number, further(FIRST if fact == "first" else SECOND))
            case _:
                happened = exam.Ticked()
        state, _ = run(state, happened, now=at(when))
    ids = asked(state)
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if one not in (FIRST, SECOND)] == [SPOKEN, WRITTEN, CODING]
    held = dict(zip(ids, state.answers, strict=True))
    assert {key: held[key].text for key in texts} == texts
