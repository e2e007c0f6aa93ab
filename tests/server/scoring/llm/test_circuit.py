"""A server that is down is left alone, and one question finds out whether it is back."""

from hypothesis import given
from hypothesis import strategies as st

from server.scoring.llm import circuit, retries
from server.scoring.llm.asking import BadReply, Misconfigured, Overflow, RateLimited, Unreachable
from server.scoring.llm.circuit import MOST_FAILURES, PAUSE_S, PROBE_S, Circuit


def _opened(now_s: float) -> Circuit:
    state = Circuit()
    for _ in range(MOST_FAILURES):
        state = circuit.failed(state, now_s)
    return state


def test_a_few_failures_change_nothing_and_an_answer_forgets_them():
    state = Circuit()
    for _ in range(MOST_FAILURES - 1):
        state = circuit.failed(state, 0)
    assert circuit.admit(state, 0)[1]
    assert circuit.answered(state) == Circuit()


def test_after_the_pause_exactly_one_question_is_let_through():
    state = _opened(100)
    assert circuit.admit(state, 100 + PAUSE_S - 0.1)[1] is False
    state, may = circuit.admit(state, 100 + PAUSE_S)
    assert may
    assert circuit.admit(state, 100 + PAUSE_S)[1] is False


def test_a_failed_probe_doubles_the_pause_and_a_good_one_closes_the_circuit():
    state, _ = circuit.admit(_opened(0), PAUSE_S)
    worse = circuit.failed(state, PAUSE_S)
    assert circuit.admit(worse, 2 * PAUSE_S)[1] is False
    assert circuit.admit(worse, 3 * PAUSE_S)[1]
    assert circuit.admit(circuit.answered(state), PAUSE_S) == (Circuit(), True)


def test_a_probe_that_never_came_back_does_not_close_the_door_for_ever():
    state, _ = circuit.admit(_opened(0), PAUSE_S)
    assert circuit.admit(state, PAUSE_S + PROBE_S)[1]
    assert circuit.admit(circuit.given_up(state), PAUSE_S)[1]


def test_what_was_sent_before_it_opened_does_not_prolong_the_pause():
    state = _opened(0)
    assert circuit.failed(state, 5).open_until_s == state.open_until_s


@given(st.lists(st.sampled_from(["admit", "failed", "answered"]), max_size=60))
def test_the_circuit_never_stays_open_longer_than_its_longest_pause(steps: list[str]):
    state, now = Circuit(), 0.0
    for step in steps:
        now += 1
        if step == "admit":
            state, _ = circuit.admit(state, now)
        else:
            state = circuit.failed(state, now) if step == "failed" else circuit.answered(state)
    later = now + circuit.MOST_PAUSE_S + PROBE_S
    assert circuit.admit(state, later)[1]


def test_waits_grow_with_each_try_and_end():
    lost = Unreachable("gone")
    assert [retries.pause_s(lost, tries, 1.0) for tries in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, None]
    assert retries.pause_s(lost, 1, 0.0) == 0.0


def test_a_wait_that_the_server_asks_for_is_kept_or_not_begun():
    assert retries.pause_s(RateLimited("", retry_after_s=7), 1, 0.5) == 7.25
    assert retries.pause_s(RateLimited("", retry_after_s=600), 1, 0.5) is None
    assert retries.pause_s(RateLimited(""), 1, 1.0) == 0.5


def test_what_cannot_pass_is_not_tried_again():
    assert retries.pause_s(Overflow(""), 1, 0.5) is None
    assert retries.pause_s(Misconfigured(""), 1, 0.5) is None
    assert retries.pause_s(BadReply(""), 1, 0.5) is not None
