"""The scripts know what is true, and the flags are the product's own."""

import pytest

from client.proctor.types import Opened
from shared.events import SignalKind
from shared.policy import Policy, Sensitivity
from tests.cohort.report import percentile, rehearsal
from tests.cohort.scripts import PEOPLE, POLICY, Judged, Script, judged, written

BY_NAME = {person.name: person for person in PEOPLE}


def test_a_script_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    person = BY_NAME["uses a phone"]
    assert written(person, 5, POLICY, seed=3) == written(person, 5, POLICY, seed=3)
    assert written(person, 5, POLICY, seed=3) != written(person, 5, POLICY, seed=4)


def test_two_of_three_are_honest() -> None:
    assert sum(person.honest for person in PEOPLE) * 3 == len(PEOPLE) * 2


@pytest.mark.parametrize("name", [person.name for person in PEOPLE if not person.honest])
def test_every_kind_of_cheating_is_flagged_by_the_standard_policy(name: str) -> None:
    found = judged(written(BY_NAME[name], 10, POLICY, seed=1))
    assert found.deeds > 0
    assert found.found == found.deeds


def test_who_sits_still_is_never_flagged() -> None:
    assert judged(written(BY_NAME["still"], 10, POLICY, seed=1)).flags == 0


def test_a_stricter_policy_costs_more_false_flags() -> None:
    strict = POLICY.model_copy(update={"sensitivity": Sensitivity(gaze_away_after_s=1.0)})
    played = [BY_NAME["thinks looking up"], BY_NAME["glances"]]

    def false(policy: Policy) -> int:
        return sum(judged(written(person, 10, policy, seed=1)).false for person in played)

    assert false(strict) > false(POLICY)


def test_what_a_policy_does_not_ask_for_is_missed_and_the_rehearsal_says_so() -> None:
    without = POLICY.model_copy(update={"objects": False})
    script = written(BY_NAME["uses a phone"], 10, without, seed=1)
    assert not any(
        isinstance(flag, Opened) and flag.signal is SignalKind.PHONE for flag in script.flags
    )
    found = rehearsal([script], 10)
    assert found["deeds"] > 0
    assert found["deeds_found"] == 0
    assert found["cheaters_who_ask_review"] == 0


def test_a_flag_beside_a_deed_is_false() -> None:
    quiet = written(BY_NAME["still"], 10, POLICY, seed=1)
    cheat = written(BY_NAME["uses a phone"], 10, POLICY, seed=1)
    swapped = Script(quiet.person, quiet.deeds, cheat.flags)
    found = judged(swapped)
    assert found.flags > 0
    assert found == Judged(0, 0, found.flags, found.flags, found.review_s, True)


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([], 0.95) is None
    assert percentile([3.0], 0.95) == 3.0
    assert percentile([float(n) for n in range(1, 101)], 0.95) == 96.0
