"""No clock gives time."""

from client import exam
from client.exam import Now
from shared.events import SystemNoted
from tests.client.exam.story import (
    START_MS,
    WRITTEN,
    at,
    at_written,
    run,
)


def test_only_the_monotonic_clock_counts_within_a_boot():
    state = at_written()
    assert exam.total_left_ms(state, at(100, wall_s=-5000)) == 900_000
    assert exam.total_left_ms(state, at(100, wall_s=+5000)) == 900_000


def test_a_clock_set_back_over_a_reboot_gives_no_time():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "x"), now=at(400))
    saved = exam.load(exam.dump(state))
    rebooted = Now(START_MS - 86_400_000, 1000, "two")
    assert exam.total_left_ms(saved, rebooted) == 600_000


def test_a_reboot_costs_the_time_it_took():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "x"), now=at(400))
    rebooted = Now(START_MS + 460_000, 1000, "two")
    assert exam.total_left_ms(exam.load(exam.dump(state)), rebooted) == 540_000


def test_the_server_corrects_the_clock_and_moves_the_deadline():
    state, _ = run(at_written(), exam.ServerHeard(START_MS + 130_000), now=at(100))
    assert exam.total_left_ms(state, at(100)) == 870_000
    later = exam.ServerHeard(START_MS + 130_000, START_MS + 1_300_000)
    state, _ = run(state, later, now=at(100))
    assert exam.total_left_ms(state, at(100)) == 1_170_000


def test_a_slow_receipt_does_not_give_time_back():
    state, _ = run(at_written(), exam.ServerHeard(START_MS + 97_000), now=at(100))
    assert exam.total_left_ms(state, at(100)) == 900_000


def test_a_machine_that_slept_gets_its_time_back_up_to_the_cap_and_the_server_has_the_last_word():
    state, _ = run(at_written(), exam.Ticked(), now=at(100))
    state, _ = run(state, exam.Ticked(), now=at(101))
    question_left = exam.question_left_ms(state, at(101))
    state, _ = run(state, exam.Ticked(), now=at(141))
    assert exam.total_left_ms(state, at(141)) == 899_000
    assert exam.question_left_ms(state, at(141)) == question_left
    before = exam.ServerHeard(START_MS + 141_000, START_MS + 1_000_000)
    state, _ = run(state, before, now=at(141))
    assert exam.total_left_ms(state, at(141)) == 899_000  # it could not know of the claim yet
    after = exam.ServerHeard(START_MS + 142_000, START_MS + 1_010_000, 40_000, 10_000)
    state, _ = run(state, after, now=at(142))
    assert exam.total_left_ms(state, at(142)) == 868_000
    state, _ = run(state, exam.Ticked(), now=at(142))
    state, _ = run(state, exam.Ticked(), now=at(642))
    assert state.clock.credited_ms == 300_000


def test_sleep_and_a_clock_that_was_set_are_on_record_and_only_sleep_gives_time():
    state, _ = run(at_written(), exam.Ticked(), now=at(100))
    state, ordered = run(state, exam.Ticked(), now=at(100.25, wall_s=-3600))
    assert ordered == [SystemNoted(what="clock_moved", detail="by -3600000 ms")]
    assert exam.total_left_ms(state, at(100.25, wall_s=-3600)) == 899_750
    state, ordered = run(state, exam.Ticked(), now=at(130.25, wall_s=-3600))
    assert ordered == [SystemNoted(what="slept", gap_ms=30_000)]
    assert exam.total_left_ms(state, at(130.25, wall_s=-3600)) == 899_750
