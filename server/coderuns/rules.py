"""What is run for whom, what a run is worth, and how its run time grows.

One rule: pure. Only accepted tests earn marks, by their weights; a test that we could not run makes
the whole answer a person's, and no test is ever counted against a candidate for our failure.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from server.papers.marking import CodeTest
from server.sandbox.wire import Case, Ran, Work, Worked
from server.scoring import rules as scoring_rules
from shared.exam import Language
from shared.runs import SHOWN_CHARS, RunAnswer, TestRun, Verdict

GRADER = scoring_rules.TESTS
GRADER_VERSION = "1"
SAMPLE_RUNS = 10
"""Visible tests that one sample run has at most."""
SAMPLE_BUDGET_S = 20
"""After as many seconds the rest of a sample run is left out: somebody waits for it."""


FULL_BUDGET_S = 600
"""Fifty tests that each use up five seconds take half of it; below the job's lease."""


def sample_work(language: Language, code: str, tests: Sequence[CodeTest]) -> Work:
    """The visible tests; there may be none."""
    shown = [test for test in tests if test.visible][:SAMPLE_RUNS]
    return Work(
        language=language,
        code=code,
        cases=tuple(case(test) for test in shown),
        budget_s=SAMPLE_BUDGET_S,
    )


def full_work(language: Language, code: str, tests: Sequence[CodeTest]) -> Work:
    """All tests, visible and hidden."""
    return Work(
        language=language,
        code=code,
        cases=tuple(case(test) for test in tests),
        budget_s=FULL_BUDGET_S,
    )


def case(test: CodeTest) -> Case:
    """A test as the runner gets it: nothing that names it."""
    return Case(
        stdin=test.stdin,
        call=test.call,
        expected=test.expected,
        checker=test.checker,
        tolerance=test.tolerance,
        checker_code=test.checker_code,
        time_limit_ms=test.time_limit_ms,
    )


def sample_answer(worked: Worked, tests: Sequence[CodeTest], *, revision: int) -> RunAnswer:
    """What the candidate's app is told."""
    shown = [test for test in tests if test.visible][:SAMPLE_RUNS]
    ran = tuple(
        TestRun(
            name=test.name,
            verdict=one.verdict,
            stdout=shortened(one.stdout),
            stderr=one.stderr,
            expected=shortened(test.expected),
            ms=one.wall_ms,
        )
        for test, one in zip(shown, worked.cases, strict=False)
    )
    reason = ""
    if worked.state == "internal":
        reason = "We could not run it. This says nothing about your code; try again."
    elif worked.state == "compile_error":
        reason = "It does not compile."
    elif not shown:
        reason = "It was compiled. This question has no examples to run."
    elif len(ran) < len(shown):
        reason = f"{len(ran)} of {len(shown)} examples were run: together they took too long."
    return RunAnswer(
        state=worked.state,
        reason=reason,
        compile_output=worked.compile_output,
        tests=ran,
        toolchain=worked.toolchain,
        revision=revision,
    )


def shortened(text: str) -> str:
    """At most SHOWN_CHARS characters, and where there were more it says so."""
    note = "\n… (shortened)"
    return text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - len(note)] + note


@dataclass(frozen=True, slots=True)
class TestVerdict:
    """One test's part in a score, as it is kept as evidence."""

    __test__ = False

    name: str
    weight: int
    visible: bool
    verdict: Verdict
    note: str
    stdout: str
    """What was printed, shortened."""
    cpu_ms: int
    peak_kb: int


@dataclass(frozen=True, slots=True)
class Growth:
    """How processor time grows with the size of the input; evidence, never marks."""

    exponent_milli: int
    """Slope of log time over log size, times 1000: 1000 is linear, 2000 quadratic."""
    fit_milli: int
    """Coefficient of determination times 1000; below 900 the times follow no power."""
    points: int


@dataclass(frozen=True, slots=True)
class CodeScore:
    """A proposal with its evidence."""

    state: Literal["provisional", "needs_person"]
    points_milli: int | None
    """Points times 1000; None where a person is needed."""
    reason: str
    verdicts: tuple[TestVerdict, ...]
    toolchain: str
    growth: Growth | None
    compile_output: str = ""


def not_run(reason: str) -> CodeScore:
    """Where nothing could be run at all: a person reads the answer."""
    return CodeScore(
        state="needs_person",
        points_milli=None,
        reason=f"It was not run, which says nothing about the answer. {reason}",
        verdicts=(),
        toolchain="",
        growth=None,
    )


def score(worked: Worked, tests: Sequence[CodeTest], *, max_marks: int) -> CodeScore:
    """What the run of `full_work(…, tests)` is worth of `max_marks`."""
    if worked.state == "compile_error":
        verdicts = tuple(
            TestVerdict(test.name, test.weight, test.visible, "CE", "", "", 0, 0) for test in tests
        )
        return CodeScore(
            state="provisional",
            points_milli=0,
            reason="It does not compile, so no test was passed.",
            verdicts=verdicts,
            toolchain=worked.toolchain,
            growth=None,
            compile_output=worked.compile_output,
        )
    verdicts = tuple(
        TestVerdict(
            *(test.name, test.weight, test.visible, one.verdict, one.note),
            *(shortened(one.stdout), one.cpu_ms, one.peak_kb),
        )
        for test, one in zip(tests, worked.cases, strict=False)
    )
    broken = [one for one in verdicts if one.verdict == "IE"]
    if worked.state == "internal" or broken or len(verdicts) < len(tests):
        why = worked.reason or (broken[0].note if broken else "Not every test was run.")
        return CodeScore(
            state="needs_person",
            points_milli=None,
            reason=f"It could not be run, which says nothing about the answer. {why}".strip(),
            verdicts=verdicts,
            toolchain=worked.toolchain,
            growth=None,
        )
    whole = sum(one.weight for one in verdicts)
    earned = sum(one.weight for one in verdicts if one.verdict == "AC")
    passed = sum(one.verdict == "AC" for one in verdicts)
    return CodeScore(
        state="provisional",
        points_milli=max_marks * 1000 * earned // whole,
        reason=f"{passed} of {len(verdicts)} tests passed ({worked.toolchain}).",
        verdicts=verdicts,
        toolchain=worked.toolchain,
        growth=growth(tests, worked.cases),
        compile_output=worked.compile_output,
    )


FEWEST_POINTS = 4
"""Sizes that a fit needs."""
SPREAD = 8
"""Largest size in multiples of the smallest, at least."""
MEASURABLE_MS = 20
"""The slowest test must take as long beyond the fastest: start and noise are no growth."""


def growth(tests: Sequence[CodeTest], ran: Sequence[Ran]) -> Growth | None:
    """Least squares of log processor time over log input size, over accepted tests that grow.

    The fastest test's time is taken for the start of the tool chain and subtracted. None where the
    inputs do not grow enough, or the times are too short to say anything.
    """
    pairs = sorted(
        (len(test.stdin), one.cpu_ms)
        for test, one in zip(tests, ran, strict=False)
        if one.verdict == "AC" and test.stdin
    )
    if len({size for size, _ in pairs}) < FEWEST_POINTS or pairs[-1][0] < SPREAD * pairs[0][0]:
        return None
    start = min(ms for _, ms in pairs)
    if max(ms for _, ms in pairs) - start < MEASURABLE_MS:
        return None
    grown = [(math.log(size), math.log(ms - start)) for size, ms in pairs if ms - start >= 1]
    if len({size for size, _ in grown}) < FEWEST_POINTS - 1:
        return None
    mean_x = sum(x for x, _ in grown) / len(grown)
    mean_y = sum(y for _, y in grown) / len(grown)
    spread_x = sum((x - mean_x) ** 2 for x, _ in grown)
    spread_y = sum((y - mean_y) ** 2 for _, y in grown)
    shared = sum((x - mean_x) * (y - mean_y) for x, y in grown)
    slope = shared / spread_x
    fit = 1.0 if spread_y == 0 else shared**2 / (spread_x * spread_y)
    return Growth(round(slope * 1000), round(fit * 1000), len(grown))
