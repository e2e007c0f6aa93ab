from client.proctor.rules import rules_for
from client.proctor.types import Measure
from shared.events import SignalKind
from shared.policy import Accommodations, Policy, Sensitivity


def signals(accommodations: Accommodations) -> set[SignalKind]:
    return {rule.signal for rule in rules_for(Policy(), accommodations)}


def test_every_signal_has_exactly_one_rule() -> None:
    rules = rules_for(Policy(), Accommodations())
    assert sorted(rule.signal for rule in rules) == sorted(SignalKind)


def test_levels_and_seconds_come_from_the_policy() -> None:
    policy = Policy(sensitivity=Sensitivity(head_turned_deg=40, head_turned_after_s=3.5))
    row = next(
        rule for rule in rules_for(policy, Accommodations()) if rule.measure is Measure.TURN_DEG
    )
    assert (row.levels.enter, row.levels.leave, row.levels.enter_after_ms) == (40, 30, 3_500)


def test_agreed_head_and_gaze_turns_both_rules_off() -> None:
    kept = signals(Accommodations(head_and_gaze_off=True))
    assert set(SignalKind) - kept == {SignalKind.HEAD_TURNED, SignalKind.GAZE_AWAY}


def test_agreed_second_person_turns_that_rule_off() -> None:
    kept = signals(Accommodations(second_person_agreed=True))
    assert set(SignalKind) - kept == {SignalKind.SECOND_FACE}


def test_only_the_rule_about_others_keeps_others_recognisable() -> None:
    about = [rule.signal for rule in rules_for(Policy(), Accommodations()) if rule.about_others]
    assert about == [SignalKind.SECOND_FACE]
