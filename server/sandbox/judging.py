"""What a run's outcome says about the program: its verdict.

One rule: pure; our own failure is IE and is never taken for the program's. Limits are told before
exit codes, because a program that is killed leaves with one.
"""

from dataclasses import dataclass

from server.sandbox.checkers import CHECKERS
from server.sandbox.limits import Outcome
from server.sandbox.wire import Case
from shared.runs import Verdict

_TOO_LARGE_A_FILE = 128 + 25  # SIGXFSZ
_OUT_OF_MEMORY = 0.95
"""Share of the memory limit at which a program that failed is taken to have run out of it."""

_HITS: dict[str, tuple[Verdict, str]] = {
    "time": ("TLE", "It took longer than it may."),
    "memory": ("MLE", "It took more memory than it may."),
    "output": ("OLE", "It printed more than it may."),
}
_SIGNALS = {4: "illegal instruction", 6: "aborted", 8: "division by zero", 11: "bad memory access"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict; `verdict` is None where a custom checker has the word."""

    verdict: Verdict | None
    note: str = ""


def judge(case: Case, outcome: Outcome, *, memory_mb: int, out_of_memory: str) -> Judged:
    """The verdict on one run. `memory_mb`: the limit it ran under; `out_of_memory`: what its
    language prints when memory runs out.
    """
    if outcome.failure:
        return Judged("IE", outcome.failure)
    if outcome.hit:
        return Judged(*_HITS[outcome.hit])
    if outcome.exit_code == _TOO_LARGE_A_FILE:
        return Judged("OLE", "It wrote a larger file than it may.")
    if outcome.exit_code != 0:
        said = outcome.stderr.decode(errors="replace")
        full = outcome.peak_kb >= memory_mb * 1024 * _OUT_OF_MEMORY
        if full or (out_of_memory and out_of_memory in said):
            return Judged(*_HITS["memory"])
        return Judged("RTE", _ended(outcome.exit_code))
    if case.checker == "custom":
        return Judged(None)
    printed = outcome.stdout.decode(errors="replace").replace("\r\n", "\n")
    expected = case.expected.replace("\r\n", "\n")
    fits = CHECKERS[case.checker](printed, expected, case.tolerance)
    return Judged("AC") if fits else Judged("WA", "It printed something else.")


def _ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code > 128:
        signal = exit_code - 128
        return f"It was ended by signal {signal} ({_SIGNALS.get(signal, 'see the errors')})."
    return f"It ended with exit code {exit_code}."
