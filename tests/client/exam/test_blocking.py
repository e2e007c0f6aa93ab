"""What the policy names covers the questions; unknown never does; a person lets past it once."""

import pytest

from client import exam
from client.exam import Hush, State, StopRecording, is_kept, question_left_ms, total_left_ms
from shared.events import BlockChanged, InstructionApplied, LockdownChanged, Measure, Probed
from shared.policy import Policy
from tests.client.exam.story import at, at_first_question, run
from tests.client.exam.test_instructed import ask

POLICY = Policy(blocks=("processes", "keys"), transcribe=False)


def found(*names: str, outcome: str = "violation", probe: str = "processes") -> exam.ProbeAnswered:
    return exam.ProbeAnswered(probe, outcome, names)  # type: ignore[arg-type] - an outcome


def blocked(*names: str) -> State:
    return run(at_first_question(POLICY), found(*names), now=at(10))[0]


def rows(ordered: list[object]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.what, one.evidence) for one in ordered if isinstance(one, BlockChanged)]


def test_a_violation_that_the_policy_names_covers_and_stops_both_clocks_until_it_is_gone():
    state, ordered = run(at_first_question(POLICY), found("AnyDesk"), now=at(10))
    assert is_kept(state)
    assert rows(ordered) == [("began", ("AnyDesk",))]
    before = question_left_ms(state, at(10)), total_left_ms(state, at(10))
    assert (question_left_ms(state, at(60)), total_left_ms(state, at(60))) == before
    assert run(state, exam.DonePressed(), exam.RecordPressed(), now=at(60))[0].index == state.index
    state, ordered = run(state, found(outcome="ok"), now=at(60))
    assert not is_kept(state)
    assert rows(ordered) == [("ended", ())]
    assert total_left_ms(state, at(70)) == before[1] - 10_000


@pytest.mark.parametrize("outcome", ["ok", "unknown"])
def test_what_is_unknown_covers_nothing_and_uncovers_what_was_found(outcome: str):
    state, _ = run(at_first_question(POLICY), found("AnyDesk", outcome="unknown"))
    assert not is_kept(state)
    assert not is_kept(run(blocked("AnyDesk"), found(outcome=outcome))[0])


def test_by_default_nothing_that_is_found_covers_anything():
    state, ordered = run(at_first_question(), found("AnyDesk"))
    assert not is_kept(state)
    assert [type(one) for one in ordered] == [Probed]


def test_what_is_being_said_is_kept_when_something_covers():
    speaking = (exam.RecordPressed(), exam.RecordingStarted())
    state, _ = run(at_first_question(POLICY), *speaking)
    state, ordered = run(state, found("AnyDesk"))
    assert ordered[-2:] == [Hush(), StopRecording()]
    assert run(state, exam.TakeEnded())[0].answer.takes == 1


def test_a_measure_that_cannot_be_held_covers_where_the_policy_names_it():
    def entered(*, held: bool) -> exam.Guarded:
        measure = Measure(name="keys", held=held, reason="" if held else "Wayland.")
        return exam.Guarded(LockdownChanged(what="entered", measures=(measure,)))

    state, ordered = run(at_first_question(POLICY), entered(held=False))
    assert rows(ordered) == [("began", ("Wayland.",))]
    assert is_kept(state)
    assert not is_kept(run(state, entered(held=True))[0])


def test_a_person_s_word_lets_past_what_was_found_and_not_past_more():
    given = ask(1, "let_on", "accommodation", text="processes")
    state, ordered = run(blocked("AnyDesk"), given, now=at(20))
    assert rows(ordered) == [("let", ("AnyDesk",))]
    assert ordered[-1] == InstructionApplied(number=1, action="let_on")
    assert not is_kept(state)
    assert [(one.action, one.text) for one in state.told] == [("let_on", "processes")]
    # The same again, and less, is let past; also after a restart.
    state, _ = run(exam.load(exam.dump(state)), exam.Resumed(), found("AnyDesk"), now=at(25))
    assert not is_kept(state)
    more, ordered = run(state, found("AnyDesk", "OBS"), now=at(30))
    assert is_kept(more)
    assert rows(ordered) == [("began", ("AnyDesk", "OBS"))]


def test_a_word_is_used_up_with_what_it_let_past():
    given = ask(1, "let_on", "accommodation", text="processes")
    state, _ = run(blocked("AnyDesk"), given, found(outcome="ok"), now=at(20))
    state, _ = run(state, found("AnyDesk"), now=at(30))
    assert is_kept(state)
    assert run(state, given, now=at(31))[0] == state


@pytest.mark.parametrize("kind", ["displays", "keys", "processes"])
def test_a_word_for_what_does_not_cover_is_used_up_without_effect(kind: str):
    state = at_first_question(POLICY)
    if kind != "processes":
        state = blocked("AnyDesk")
    after, ordered = run(state, ask(1, "let_on", "accommodation", text=kind))
    assert ordered == [InstructionApplied(number=1, action="let_on", outcome="late")]
    assert (is_kept(after), after.told) == (is_kept(state), ())


def test_what_blocks_take_is_given_back_up_to_the_policy_s_bound_in_all():
    policy = POLICY.model_copy(update={"block_credit_s": 60})
    state, _ = run(at_first_question(policy), found("AnyDesk"), now=at(0))
    for second in range(1, 41):
        state, _ = run(state, exam.Ticked(), now=at(second))
    state, _ = run(state, found(outcome="ok"), now=at(40))
    assert total_left_ms(state, at(40)) == 1_000_000
    state, _ = run(state, found("OBS"), now=at(40))
    for second in range(41, 101):
        state, _ = run(state, exam.Ticked(), now=at(second))
    state, _ = run(state, found(outcome="ok"), now=at(100))
    assert total_left_ms(state, at(100)) == 960_000
    assert state.clock is not None
    assert (state.clock.covered_ms, state.clock.blocked_ms) == (60_000, 60_000)


def test_a_block_stays_over_a_restart_until_the_first_look_says_otherwise():
    state, _ = run(exam.load(exam.dump(blocked("AnyDesk"))), exam.Resumed(), now=at(12))
    assert is_kept(state)
    assert not is_kept(run(state, found(outcome="ok"), now=at(14))[0])


def test_without_any_looks_nothing_found_before_covers_for_ever():
    state, ordered = run(blocked("AnyDesk"), found("broken", outcome="unknown", probe="probes"))
    assert not is_kept(state)
    assert rows(ordered) == [("ended", ())]


def test_in_a_pause_a_block_is_only_noted_and_covers_when_it_is_over():
    state, _ = run(at_first_question(POLICY), ask(1, "pause", "break"), now=at(10))
    state, ordered = run(state, found("AnyDesk"), now=at(20))
    assert rows(ordered) == [("began", ("AnyDesk",))]
    assert state.cover is None
    state, _ = run(state, ask(2, "resume", "settled", ends_s=1020), now=at(30))
    assert state.cover is not None
    assert state.cover.cause == "block"
