"""Only what the gate has measured scores; everything else is said, or left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.scoring.judge.admission import NO_GATE, Backing, Gate, Passed, choose, confirm


def passed(trial: str, model: str, *digests: str, let: bool = False, samples: int = 3):
    answered = frozenset((model, digest) for digest in digests)
    return Passed(trial, model, "p1s1", answered, let_through=let, samples=samples)


GATE = Gate("set", (passed("t2", "new", "b"), passed("t1", "old", "a")))


def test_without_a_set_anything_scores_and_says_that_it_is_not_calibrated() -> None:
    chosen = choose(NO_GATE, "new", "p1s1", 3)
    assert chosen is not None
    assert chosen.standing == "none"
    assert chosen.words().startswith("Not calibrated")
    assert confirm(NO_GATE, chosen, "p1s1", [("anything", "")]) == chosen


@pytest.mark.parametrize(
    ("model", "version", "who"),
    [
        ("new", "p1s1", ("new", "")),
        ("old", "p1s1", ("old", "")),
        # Another model: the one admitted last judges in its place, and the score says so.
        ("other", "p1s1", ("new", "other")),
        # Other prompts: nothing that is admitted can be asked any more.
        ("new", "p2s1", None),
    ],
)
def test_who_judges_is_decided_before_anything_is_asked(model, version, who) -> None:
    chosen = choose(GATE, model, version, 3)
    assert (chosen and (chosen.model, chosen.instead_of)) == who
    if chosen and chosen.instead_of:
        assert chosen.words() == "new judged it, the last one admitted: other is not."


def test_other_weights_under_an_admitted_name_are_not_admitted() -> None:
    chosen = choose(GATE, "new", "p1s1", 3)
    assert chosen is not None
    assert confirm(GATE, chosen, "p1s1", [("new", "b")]) == Backing(
        "admitted", "set", "t2", "new", samples=3
    )
    assert confirm(GATE, chosen, "p1s1", [("new", "c")]) is None
    assert confirm(GATE, chosen, "p1s1", [("new", "b"), ("new", "c")]) is None


def test_a_let_through_one_says_so() -> None:
    gate = Gate("set", (passed("t3", "new", "c", let=True), passed("t2", "new", "b")))
    chosen = choose(gate, "new", "p1s1", 3)
    assert chosen is not None
    later = confirm(gate, chosen, "p1s1", [("new", "c")])
    assert later is not None
    assert (later.standing, later.kept()["trial"]) == ("let_through", "t3")
    assert "let it through" in later.words()
    # The weights that passed by themselves still do.
    earlier = confirm(gate, chosen, "p1s1", [("new", "b")])
    assert earlier is not None
    assert (earlier.standing, earlier.words()) == ("admitted", "")


def test_another_number_of_judgements_scores_only_once_it_was_measured() -> None:
    chosen = choose(GATE, "new", "p1s1", 1)
    assert chosen is not None
    assert (chosen.model, chosen.samples, chosen.instead_of) == ("new", 3, "")
    assert chosen.words() == "It was judged 3 times, as measured, not once as set now."
    kept = confirm(GATE, chosen, "p1s1", [("new", "b")])
    assert kept is not None
    assert (kept.samples, kept.samples_set) == (3, 1)
    # Once it was: with what was measured for it, and not with what three judgements were.
    once = Gate(
        "set",
        (passed("t4", "old", "z", samples=1), *GATE.passed, passed("t3", "new", "c", samples=1)),
    )
    chosen = choose(once, "new", "p1s1", 1)
    assert chosen is not None
    assert (chosen.trial, chosen.samples, chosen.words()) == ("t3", 1, "")
    assert confirm(once, chosen, "p1s1", [("new", "b")]) is None
    assert confirm(once, chosen, "p1s1", [("new", "c")]) is not None
    # Another model's with as many comes behind the model of the settings.
    other = choose(once, "other", "p1s1", 3)
    assert other is not None
    assert (other.model, other.samples) == ("new", 3)


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_nothing_is_confirmed_that_no_trial_saw_whole(digests: list[str]) -> None:
    chosen = choose(GATE, "old", "p1s1", 3)
    assert chosen is not None
    found = confirm(GATE, chosen, "p1s1", [("old", digest) for digest in digests])
    assert (found is not None) == (set(digests) == {"a"})
