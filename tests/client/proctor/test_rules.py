import pytest

from client.proctor import engine
from client.proctor.rules import rules_for
from client.proctor.types import Measure, Observation, Opened
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


@pytest.mark.parametrize(
    ("agreed", "silent"),
    [
        ({"head_and_gaze_off": True}, {"head_turned", "gaze_away"}),
        ({"nystagmus": True}, {"gaze_away"}),
        ({"reads_aloud": True}, {"speech"}),
        (
            {"screen_reader": True},
            {
                "gaze_away",
                "speech",
                "second_voice",
                "playback",
                "speaker_mismatch",
                "speaker_unsure",
            },
        ),
        (
            {"second_person_agreed": True},
            {"second_face", "speech", "second_voice", "speaker_mismatch", "speaker_unsure"},
        ),
        ({"no_voice_sample": True}, {"speaker_mismatch", "speaker_unsure"}),
        ({"no_calibration": True}, set()),
        ({"no_light_challenge": True}, set()),
    ],
)
def test_what_was_agreed_is_not_judged_and_everything_else_is(
    agreed: dict[str, bool], silent: set[str]
) -> None:
    assert set(SignalKind) - signals(Accommodations(**agreed)) == silent  # pyright: ignore[reportArgumentType] # flags


@pytest.mark.parametrize(
    ("policy", "silent"),
    [
        (Policy(identity=False), {"identity_mismatch", "identity_unsure"}),
        (Policy(objects=False), {"phone", "book", "second_screen"}),
        (
            Policy(voices=False),
            {"speech", "second_voice", "playback", "speaker_mismatch", "speaker_unsure"},
        ),
    ],
)
def test_what_the_policy_does_not_ask_for_has_no_rule(policy: Policy, silent: set[str]) -> None:
    kept = {rule.signal for rule in rules_for(policy, Accommodations())}
    assert set(SignalKind) - kept == silent


def test_tics_must_last_three_times_as_long() -> None:
    plain = {r.signal: r.levels for r in rules_for(Policy(), Accommodations())}
    agreed = {r.signal: r.levels for r in rules_for(Policy(), Accommodations(tics=True))}
    longer = {kind for kind in plain if agreed[kind] != plain[kind]}
    assert longer == {SignalKind.HEAD_TURNED, SignalKind.GAZE_AWAY, SignalKind.SPEECH}
    for kind in longer:
        assert agreed[kind].enter_after_ms == 3 * plain[kind].enter_after_ms


def test_only_the_rule_about_others_keeps_others_recognisable() -> None:
    about = [rule.signal for rule in rules_for(Policy(), Accommodations()) if rule.about_others]
    assert about == [SignalKind.SECOND_FACE]


def test_a_slow_machine_that_counts_people_every_1200_ms_still_opens_second_face() -> None:
    state = engine.begin(rules_for(Policy(), Accommodations()))
    opened: list[SignalKind] = []
    for at_ms in range(0, 4_900, 100):
        count = 2.0 if at_ms % 1_200 == 0 else None
        seen = (Observation(Measure.PEOPLE, count, at_ms, "people"),)
        state, signals = engine.step(state, seen, at_ms)
        opened += [each.signal for each in signals if isinstance(each, Opened)]
    assert opened == [SignalKind.SECOND_FACE]
