"""Only accepted tests earn marks; our own failures make an answer a person's; growth is fitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.coderuns import rules
from server.papers.marking import CodeTest
from server.sandbox.wire import Ran, Worked
from shared.runs import SHOWN_CHARS

TESTS = [
    CodeTest(name="example", stdin="1", expected="2", visible=True, weight=1),
    CodeTest(name="hidden", stdin="2", expected="4", weight=3),
    CodeTest(name="large", stdin="3", expected="6", weight=4),
]


def worked(*verdicts: str, state: str = "done", **more: object) -> Worked:
    cases = [Ran.model_validate({"verdict": verdict}) for verdict in verdicts]
    return Worked.model_validate({"state": state, "cases": cases, "toolchain": "Py", **more})


TABLE = [
    (worked("AC", "AC", "AC"), "provisional", 10_000),
    (worked("AC", "WA", "AC"), "provisional", 6250),
    (worked("TLE", "RTE", "MLE"), "provisional", 0),
    (worked(state="compile_error", compile_output="line 1"), "provisional", 0),
    # One test that we could not run says nothing about the others.
    (worked("AC", "IE", "AC"), "needs_person", None),
    (worked("AC"), "needs_person", None),
    (worked(state="internal", reason="No disk."), "needs_person", None),
]


@pytest.mark.parametrize(("ran", "state", "points"), TABLE)
def test_a_table_of_runs(ran, state, points) -> None:
    score = rules.score(ran, TESTS, max_marks=10)
    assert (score.state, score.points_milli) == (state, points)
    assert score.reason.endswith(".")


def test_the_evidence_names_every_test_with_its_verdict() -> None:
    score = rules.score(worked("AC", "WA", "TLE"), TESTS, max_marks=10)
    told = [(one.name, one.weight, one.visible, one.verdict) for one in score.verdicts]
    assert told == [
        ("example", 1, True, "AC"),
        ("hidden", 3, False, "WA"),
        ("large", 4, False, "TLE"),
    ]
    assert score.reason == "1 of 3 tests passed (Py)."


@given(st.lists(st.sampled_from(["AC", "WA", "TLE", "MLE", "OLE", "RTE", "IE"]), min_size=3))
def test_marks_lie_between_none_and_all_and_never_come_from_our_failures(verdicts) -> None:
    tests = [CodeTest(name=str(place), weight=place + 1) for place in range(len(verdicts))]
    score = rules.score(worked(*verdicts), tests, max_marks=7)
    assert (score.points_milli is None) is ("IE" in verdicts)
    if score.points_milli is not None:
        assert 0 <= score.points_milli <= 7000
        assert (score.points_milli == 7000) is (set(verdicts) == {"AC"})


def test_a_sample_run_holds_visible_tests_only() -> None:
    work = rules.sample_work("python", "print(1)", TESTS)
    assert [case.stdin for case in work.cases] == ["1"]
    many = [CodeTest(name=str(n), visible=True) for n in range(30)]
    assert len(rules.sample_work("python", "", many).cases) == rules.SAMPLE_RUNS
    answer = rules.sample_answer(worked("WA"), TESTS, revision=7)
    assert [(test.name, test.verdict, test.expected) for test in answer.tests] == [
        ("example", "WA", "2")
    ]
    assert answer.revision == 7


@pytest.mark.parametrize(
    ("ran", "reason"),
    [
        (worked(state="internal", reason="No disk."), "nothing about your code"),
        (worked(state="compile_error"), "does not compile"),
        (worked(), "0 of 1 examples were run"),
    ],
)
def test_a_candidate_is_told_why_there_is_no_verdict(ran, reason) -> None:
    answer = rules.sample_answer(ran, TESTS, revision=1)
    assert reason in answer.reason
    assert "No disk" not in answer.reason
    assert rules.sample_answer(worked(), TESTS[1:], revision=1).reason.startswith("It was compiled")


def test_long_texts_are_shortened_and_say_so() -> None:
    assert len(rules.shortened("x" * 9000)) == SHOWN_CHARS
    assert rules.shortened("x" * SHOWN_CHARS) == "x" * SHOWN_CHARS


def grown(power: float, *, start_ms: int = 30, sizes: tuple[int, ...] = (10, 100, 400, 1600, 6400)):
    tests = [CodeTest(name=str(size), stdin="x" * size) for size in sizes]
    scale = 2000 / sizes[-1] ** power
    ran = [Ran(verdict="AC", cpu_ms=start_ms + round(scale * size**power)) for size in sizes]
    return rules.growth(tests, ran)


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
def test_growth_is_found_within_a_tenth(power) -> None:
    found = grown(power)
    assert found is not None
    assert found.exponent_milli == pytest.approx(power * 1000, rel=0.1)
    assert found.fit_milli > 980


def test_where_inputs_or_times_do_not_grow_nothing_is_said() -> None:
    assert grown(1.0, sizes=(10, 11, 12, 13)) is None
    assert grown(1.0, sizes=(10, 1000)) is None
    tests = [CodeTest(name=str(n), stdin="x" * 10**n) for n in range(1, 5)]
    flat = [Ran(verdict="AC", cpu_ms=30 + n) for n in range(4)]
    assert rules.growth(tests, flat) is None
    assert rules.growth(tests, [Ran(verdict="WA", cpu_ms=10**n) for n in range(4)]) is None
    assert rules.growth([], []) is None
