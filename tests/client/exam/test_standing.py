"""The clock stands still while the machine speaks or works, for as long as the server allows."""

from hypothesis import given
from hypothesis import strategies as st

from client import exam
from shared import outages
from shared.policy import Policy
from tests.client.exam.story import EXAM, SPOKEN, START_MS, at, at_first_question, run

CAP_S = outages.stand_cap_ms(EXAM.questions[0].prompt) / 1000


def test_both_clocks_stand_while_a_question_is_read_aloud_and_go_on_after_it():
    state, _ = run(at_first_question(), exam.MachineSpoke(begun=True), now=at(10))
    for second in (10, 13, 17):
        assert exam.question_left_ms(state, at(second)) == 90_000
        assert exam.total_left_ms(state, at(second)) == 990_000
        state, _ = run(state, exam.Ticked(), now=at(second))
    state, _ = run(state, exam.MachineSpoke(begun=False), now=at(18))
    assert exam.question_left_ms(state, at(18)) == 90_000
    assert exam.question_left_ms(state, at(20)) == 88_000
    assert state.clock is not None
    assert state.clock.stood_ms == 8_000


def test_a_voice_that_never_ends_gives_no_more_than_the_cap():
    state, _ = run(at_first_question(), exam.MachineSpoke(begun=True))
    for second in range(int(CAP_S) + 41):
        state, _ = run(state, exam.Ticked(), now=at(second))
    assert exam.question_left_ms(state, at(CAP_S + 40)) == 60_000
    assert state.answer.stood_ms == CAP_S * 1000


def test_a_voice_that_goes_on_into_the_next_question_counts_for_each_in_its_turn():
    quick = at_first_question(Policy(transcribe=False))
    state, _ = run(quick, exam.MachineSpoke(begun=True), now=at(0))
    state, _ = run(state, exam.DonePressed(), now=at(3))
    assert state.answers[0].stood_ms == 3_000
    state, _ = run(state, exam.MachineSpoke(begun=False), now=at(5))
    assert state.answers[1].stood_ms == 2_000
    assert exam.total_left_ms(state, at(5)) == 1_000_000


def test_the_server_s_deadline_is_followed_with_what_it_has_not_heard_of_yet():
    state, _ = run(at_first_question(), exam.MachineSpoke(begun=True), now=at(0))
    state, _ = run(state, exam.MachineSpoke(begun=False), now=at(4))
    before = exam.ServerHeard(START_MS + 5_000, START_MS + 1_000_000)
    state, _ = run(state, before, now=at(5))
    assert exam.total_left_ms(state, at(5)) == 999_000
    after = exam.ServerHeard(START_MS + 6_000, START_MS + 1_004_000, stood_ms=4_000)
    state, _ = run(state, after, now=at(6))
    assert exam.total_left_ms(state, at(6)) == 998_000


def test_a_long_stand_still_is_settled_on_its_way_so_that_a_kill_loses_little():
    state, _ = run(at_first_question(), exam.MachineSpoke(begun=True), now=at(0))
    for second in range(17):
        state, _ = run(state, exam.Ticked(), now=at(second))
    saved = exam.load(exam.dump(state))
    assert saved.answer.stood_ms == 15_000
    assert saved.live.stands_ms is None


def test_a_question_is_read_again_but_never_into_a_recording():
    _, ordered = run(at_first_question(), exam.ReadAgainPressed())
    assert ordered == [exam.Hush(), exam.Speak("Say.", "en", SPOKEN)]
    recording = (exam.RecordPressed(), exam.RecordingStarted())
    state, _ = run(at_first_question(), *recording)
    assert run(state, exam.ReadAgainPressed())[1] == []


@given(steps=st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(["on", "off", "tick"]))))
def test_standing_gives_what_it_took_up_to_the_cap_and_never_more(
    steps: list[tuple[int, str]],
):
    state, ms, left = at_first_question(), 0, 10**9
    for passed, what in steps:
        for _ in range(passed // 1000):
            ms += 1000
            state, _ = run(state, exam.Ticked(), now=at(ms / 1000))
        fact = exam.Ticked() if what == "tick" else exam.MachineSpoke(begun=what == "on")
        state, _ = run(state, fact, now=at(ms / 1000))
        now_left = exam.total_left_ms(state, at(ms / 1000))
        assert now_left is not None
        assert now_left <= left
        left = now_left
        caps = sum(
            outages.stand_cap_ms(question.prompt) for question in EXAM.questions[: state.index + 1]
        )
        assert state.clock is not None
        assert state.clock.stood_ms <= min(caps, ms)


@given(
    claimed=st.integers(0, 10**7),
    before=st.integers(0, 10**6),
    cap=st.integers(0, 10**6),
    passed=st.integers(0, 10**7),
)
def test_the_server_gives_no_more_than_claimed_allowed_and_passed(
    claimed: int, before: int, cap: int, passed: int
):
    more = outages.stood_ms(claimed, before_ms=before, cap_ms=cap, passed_ms=passed)
    assert more >= 0
    assert more == 0 or before + more <= min(claimed, cap, passed)


def test_longer_texts_may_be_read_longer_up_to_three_minutes():
    assert outages.stand_cap_ms("") == 20_000
    assert outages.stand_cap_ms("x" * 100) == 32_000
    assert outages.stand_cap_ms("x" * 20_000) == 180_000
