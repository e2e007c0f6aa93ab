"""Whether a coding question's tests are worth something: its reference passes, its mutants fail.

One rule: a test that nothing fails says nothing of an answer. A question's reference program is its
expected answer. Mutants that do not compile are left out: no test had to notice them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from server.coderuns import rules
from server.coderuns.mutants import Mutant, mutants
from server.papers.marking import CodeTest
from server.sandbox.asking import Runner
from shared.exam import Language

ENOUGH = 0.95
"""Share of the mutants that the tests must notice."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one question."""

    fault: str
    """Why its tests cannot be relied on, in a sentence for its author; empty: they can."""
    failed: tuple[str, ...] = ()
    """Names of the tests that the reference itself does not pass."""
    tried: int = 0
    """Mutants that ran."""
    noticed: int = 0
    """Of them, those that a test failed."""
    survivors: tuple[Mutant, ...] = ()
    """Those that all tests accepted."""


def check(
    runner: Runner,
    language: Language,
    reference: str,
    tests: Sequence[CodeTest],
    *,
    progress: Callable[[int, int], None] = lambda done, of: None,
    may_go_on: Callable[[], bool] = lambda: True,
) -> Checked:
    """Runs reference and mutants; raises CannotRun where nobody runs code.

    `progress` is told after each mutant how many are done of how many; `may_go_on` is asked before
    each whether there is time for it.
    """
    if not tests:
        return Checked("It has no tests.")
    if not reference.strip():
        return Checked("It has no reference program: write it as the expected answer.")
    worked = runner.work(rules.full_work(language, reference, tests))
    if worked.state == "internal":
        return Checked(f"The reference could not be run. {worked.reason}".strip())
    if worked.state == "compile_error":
        return Checked(f"The reference does not compile: {worked.compile_output[:500]}")
    failed = tuple(
        test.name for test, ran in zip(tests, worked.cases, strict=False) if ran.verdict != "AC"
    )
    if failed or len(worked.cases) < len(tests):
        return Checked("The reference does not pass its own tests.", failed)
    return _mutated(runner, language, reference, tests, progress=progress, may_go_on=may_go_on)


def _mutated(
    runner: Runner,
    language: Language,
    reference: str,
    tests: Sequence[CodeTest],
    *,
    progress: Callable[[int, int], None],
    may_go_on: Callable[[], bool],
) -> Checked:
    made = mutants(language, reference)
    tried = 0
    survivors: list[Mutant] = []
    for place, mutant in enumerate(made, start=1):
        if not may_go_on():
            return Checked(
                f"Trying its tests took too long: {place - 1} of {len(made)} faults were tried. "
                "Make its tests faster, or lower their time limits.",
                (),
                tried,
                tried - len(survivors),
                tuple(survivors),
            )
        work = rules.full_work(language, mutant.code, tests)
        worked = runner.work(work.model_copy(update={"stop_at_failure": True}))
        progress(place, len(made))
        broken = any(ran.verdict == "IE" for ran in worked.cases)
        if worked.state != "done" or broken:
            continue
        tried += 1
        if all(ran.verdict == "AC" for ran in worked.cases):
            survivors.append(mutant)
    noticed = tried - len(survivors)
    fault = ""
    if tried == 0:
        fault = "Nothing in the reference could be changed to try its tests."
    elif noticed < ENOUGH * tried:
        fault = f"Its tests notice {noticed} of {tried} faults put into the reference; add tests."
    return Checked(fault, (), tried, noticed, tuple(survivors))
