"""Only what the gate has measured scores; everything else is said, or left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.scoring.judge.admission import NO_GATE, Backing, Gate, Passed, choose, confirm


def passed(trial: str, model: str, *digests: str, version: str = "p1s1", let: bool = False):
    answered = frozenset((model, digest) for digest in digests)
    return Passed(trial, model, version, answered, let_through=let)


GATE = Gate("set", (passed("t2", "new", "b"), passed("t1", "old", "a")))


def test_without_a_set_anything_scores_and_says_that_it_is_not_calibrated() -> None:
    chosen = choose(NO_GATE, "new", "p1s1")
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
    chosen = choose(GATE, model, version)
    assert (chosen and (chosen.model, chosen.instead_of)) == who
    if chosen and chosen.instead_of:
        assert chosen.words() == "new judged it, the last one admitted: other is not."


def test_other_weights_under_an_admitted_name_are_not_admitted() -> None:
    chosen = choose(GATE, "new", "p1s1")
    assert chosen is not None
    assert confirm(GATE, chosen, "p1s1", [("new", "b")]) == Backing("admitted", "set", "t2", "new")
    assert confirm(GATE, chosen, "p1s1", [("new", "c")]) is None
    assert confirm(GATE, chosen, "p1s1", [("new", "b"), ("new", "c")]) is None


def test_a_let_through_one_says_so() -> None:
    gate = Gate("set", (passed("t3", "new", "c", let=True), passed("t2", "new", "b")))
    chosen = choose(gate, "new", "p1s1")
    assert chosen is not None
    later = confirm(gate, chosen, "p1s1", [("new", "c")])
    assert later is not None
    assert (later.standing, later.kept()["trial"]) == ("let_through", "t3")
    assert "let it through" in later.words()
    # The weights that passed by themselves still do.
    earlier = confirm(gate, chosen, "p1s1", [("new", "b")])
    assert earlier is not None
    assert (earlier.standing, earlier.words()) == ("admitted", "")


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_nothing_is_confirmed_that_no_trial_saw_whole(digests: list[str]) -> None:
    chosen = choose(GATE, "old", "p1s1")
    assert chosen is not None
    found = confirm(GATE, chosen, "p1s1", [("old", digest) for digest in digests])
    assert (found is not None) == (set(digests) == {"a"})
