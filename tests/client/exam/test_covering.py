"""The clocks stand still while a person's word covers the questions, and nothing counts twice."""

from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import State, question_left_ms, total_left_ms
from shared import outages
from tests.client.exam.story import START_MS, at, at_written, run
from tests.client.exam.test_instructed import ask


def lefts(state: State, second: float) -> tuple[int | None, int | None]:
    return question_left_ms(state, at(second)), total_left_ms(state, at(second))


def ticking(state: State, begin: int, end: int) -> State:
    for second in range(begin, end + 1):
        state, _ = run(state, exam.Ticked(), now=at(second))
    return state


def claimed_ms(state: State) -> int:
    assert state.clock is not None
    return state.clock.covered_ms


def test_both_clocks_stand_still_under_a_cover_and_go_on_after_it():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    before = lefts(state, 10)
    state = ticking(state, 11, 150)
    assert lefts(state, 150) == before
    state, _ = run(state, ask(2, "unlock", "settled"), now=at(150))
    assert claimed_ms(state) == 140_000
    question, total = lefts(state, 155)
    assert before == (question + 5_000, total + 5_000)


def test_a_cover_survives_a_kill_and_what_the_app_was_dead_of_it_counts_once():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    before = lefts(state, 10)
    state = ticking(state, 11, 20)
    back, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(60))
    assert lefts(back, 60) == before
    assert back.clock is not None
    assert (back.clock.lost_ms, back.clock.credited_ms) == (0, None)
    back, _ = run(back, ask(2, "unlock", "settled"), now=at(70))
    assert claimed_ms(back) == 60_000
    assert lefts(back, 70) == before


def test_what_was_slept_under_a_cover_is_given_back_with_it_and_not_again_as_an_outage():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    before = lefts(state, 10)
    state = ticking(state, 11, 12)
    state, _ = run(state, ask(2, "unlock", "settled"), now=at(700))
    state = ticking(state, 700, 701)
    assert claimed_ms(state) == 690_000
    assert state.clock is not None
    assert state.clock.lost_ms == 0
    assert lefts(state, 700) == before


def test_a_long_cover_is_told_to_the_server_on_its_way():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    assert claimed_ms(ticking(state, 11, 39)) == 0
    assert claimed_ms(ticking(state, 11, 41)) == 30_000


def test_a_pause_under_a_cover_is_given_back_by_the_server_alone():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    before = lefts(state, 10)
    state, _ = run(state, ask(2, "pause", "break"), now=at(20))
    assert claimed_ms(state) == 10_000
    # The server had not heard of the ten seconds when it named the end.
    unheard, _ = run(state, ask(3, "resume", "settled", ends_s=1100), now=at(120))
    assert lefts(unheard, 120) == before
    heard = exam.ServerHeard(START_MS + 21_000, START_MS + 1_010_000, covered_ms=10_000)
    state, _ = run(state, heard, now=at(21))
    state, _ = run(state, ask(3, "resume", "settled", ends_s=1110), now=at(120))
    assert claimed_ms(state) == 10_000
    assert lefts(state, 120) == before
    state, _ = run(state, ask(4, "unlock", "settled"), now=at(125))
    assert claimed_ms(state) == 15_000


def test_reading_a_note_costs_no_time_and_leaving_it_unread_gains_none():
    text = "Drink something."
    state, _ = run(at_written(), ask(1, "message", "guidance", text=text), now=at(10))
    before = lefts(state, 10)
    read, _ = run(ticking(state, 11, 18), exam.ToldRead(1), now=at(18))
    assert lefts(read, 18) == before
    assert claimed_ms(read) == 8_000
    cap_ms = outages.note_cap_ms(text)
    left = ticking(state, 11, 200)
    assert lefts(left, 200) == tuple(one - 190_000 + cap_ms for one in before)
    read, _ = run(left, exam.ToldRead(1), now=at(201))
    assert claimed_ms(read) == cap_ms


def test_each_note_has_its_own_bound():
    one = ask(1, "message", "guidance", text="One.")
    two = ask(2, "message", "guidance", text="Two.")
    state, _ = run(at_written(), one, two, now=at(10))
    state, _ = run(ticking(state, 11, 100), exam.ToldRead(1), now=at(100))
    state, _ = run(ticking(state, 101, 200), exam.ToldRead(2), now=at(200))
    assert claimed_ms(state) == 2 * outages.note_cap_ms("One.")


def test_the_server_s_deadline_is_followed_with_covers_it_has_not_heard_of():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    state, _ = run(state, ask(2, "unlock", "settled"), now=at(30))
    heard = exam.ServerHeard(START_MS + 31_000, START_MS + 1_000_000)
    state, _ = run(state, heard, now=at(31))
    assert total_left_ms(state, at(31)) == 989_000
    known = exam.ServerHeard(START_MS + 32_000, START_MS + 1_005_000, covered_ms=20_000)
    state, _ = run(state, known, now=at(32))
    assert total_left_ms(state, at(32)) == 973_000


def test_a_person_s_end_under_a_cover_ends_the_cover():
    state, _ = run(at_written(), ask(1, "lock", "identity"), now=at(10))
    state, _ = run(state, ask(2, "terminate", "technical"), now=at(20))
    assert (state.cover, state.locked) == (None, None)


@given(
    steps=st.lists(
        st.tuples(
            st.integers(0, 40), st.sampled_from(["lock", "unlock", "message", "read", "kill"])
        ),
        max_size=25,
    )
)
def test_no_order_of_covers_gives_more_than_they_took(steps: list[tuple[int, str]]):
    state, second, number, took_s, locked, unread = at_written(), 0, 0, 0, False, 0
    for passed, what in steps:
        if locked or unread:
            took_s += passed
        for _ in range(passed):
            second += 1
            state, _ = run(state, exam.Ticked(), now=at(second))
        match what:
            case "read":
                if state.told:
                    state, _ = run(state, exam.ToldRead(state.told[0].number), now=at(second))
                    unread -= 1
            case "kill":
                state, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(second))
            case _:
                number += 1
                text = "Hello." if what == "message" else ""
                state, _ = run(state, ask(number, what, "guidance", text=text), now=at(second))
                locked = what == "lock" or (locked and what != "unlock")
                unread += what == "message"
        if state.question is None:
            return
        left = total_left_ms(state, at(second))
        assert left is not None
        assert state.clock is not None
        # What a kill took since the last save is an outage, where a cover is not the cause.
        outage_ms = state.clock.credited_ms or 0
        assert left <= 1_000_000 - second * 1000 + took_s * 1000 + outage_ms
        assert claimed_ms(state) + state.clock.lost_ms <= second * 1000
        assert claimed_ms(state) <= took_s * 1000
