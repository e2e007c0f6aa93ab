"""Answers are plain and reasoned; a flood of changes neither fills a record nor hides its end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from client.lockdown.probes.answer import (
    BURST,
    REFILL_S,
    Answer,
    Told,
    checked,
    ok,
    plain,
    tell,
    unknown,
    violation,
)
from shared.events import MAX_EVIDENCE, MAX_EVIDENCE_CHARS, Probed


def test_what_is_no_answer_is_unknown():
    for garbage in (None, True, "ok", ("ok",), Answer("disk", "ok"), Answer("clock", "fine")):  # type: ignore[arg-type]
        assert checked("clock", garbage).outcome == "unknown"
    for evidence in (["a list"], (1,), None):
        assert checked("clock", Answer("clock", "ok", evidence)).outcome == "unknown"  # type: ignore[arg-type]


def test_a_violation_without_a_reason_is_not_believed():
    assert checked("clock", violation("clock")) == unknown("clock", "it gave no reason")
    assert checked("clock", violation("clock", " \n")).outcome == "unknown"
    assert checked("clock", ok("clock")) == ok("clock")


@given(st.lists(st.text(max_size=400), max_size=40))
def test_evidence_always_fits_the_row(texts: list[str]):
    made = checked("windows", Answer("windows", "ok", tuple(texts)))
    assert len(made.evidence) <= MAX_EVIDENCE
    row = Probed(probe=made.probe, outcome=made.outcome, evidence=made.evidence, at_ms=1)
    assert all(each.isprintable() and each == each.strip() for each in row.evidence)


def test_long_lists_say_how_many_more():
    made = checked("windows", violation("windows", *(f"window {n}" for n in range(30))))
    assert made.evidence[-1] == "and 19 more"
    assert plain("a" * 500) == "a" * (MAX_EVIDENCE_CHARS - 1) + "…"
    assert plain("one\u202e two\x00\nthree") == "one two three"


def test_only_changes_are_told():
    told, due = tell(Told(), ok("disk"), 0)
    assert due == ok("disk")
    told, due = tell(told, ok("disk"), 1)
    assert due is None
    told, due = tell(told, violation("disk", "full"), 2)
    assert due == violation("disk", "full")


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.floats(0, 30)), max_size=300))
def test_a_flood_is_held_back_and_its_last_word_still_arrives(looks: list[tuple[str, float]]):
    told, now_s, rows = Told(), 0.0, []
    for word, gap_s in looks:
        now_s += gap_s
        told, due = tell(told, violation("windows", word), now_s)
        rows += [due] if due else []
    assert len(rows) <= BURST + now_s / REFILL_S + 1
    told, due = tell(told, None, now_s + REFILL_S)
    rows += [due] if due else []
    if looks:
        assert rows[-1] == violation("windows", looks[-1][0])
    assert all(one != other for one, other in pairwise(rows))
