"""What is said to the runner, and what it says: the models of its small HTTP surface.

One rule: whole in themselves. The runner knows no questions, no candidates and no marks: it gets a
program with inputs and limits, and answers with verdicts.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.exam import Language
from shared.model import Wire
from shared.runs import MAX_CODE_CHARS, Verdict

Checker = Literal["exact", "whitespace", "float", "unordered", "custom"]


class Case(Wire):
    """One run of the program."""

    stdin: Annotated[str, Field(max_length=200_000)] = ""
    """What it reads."""
    call: Annotated[str, Field(max_length=2000)] = ""
    """An expression whose value is printed; empty: the program is run as it is."""
    expected: Annotated[str, Field(max_length=200_000)] = ""
    """What it must print. Never in the box of the program itself."""
    checker: Checker = "whitespace"
    """How the two are compared."""
    tolerance: Annotated[float, Field(ge=0, le=1)] = 1e-6
    """Of the checker `float`: absolute or relative."""
    checker_code: Annotated[str, Field(max_length=20_000)] = ""
    """Of the checker `custom`: Python that defines `check(input, printed, expected) -> bool`."""
    time_limit_ms: Annotated[int, Field(ge=100, le=60_000)] = 5000
    """Processor time, beside what the language's tool chain takes to start."""


class Work(Wire):
    """A program with its tests."""

    language: Language
    """What it is written in."""
    code: Annotated[str, Field(max_length=MAX_CODE_CHARS)]
    """The program, one file."""
    cases: Annotated[tuple[Case, ...], Field(max_length=100)]
    """Run one after another, each in a box of its own."""
    memory_mb: Annotated[int, Field(ge=16, le=2048)] = 256
    """Of one run, beside what the language's tool chain takes."""
    budget_s: Annotated[int, Field(ge=0, le=600)] = 0
    """Seconds by the wall after which the remaining cases are left out; 0: all are run."""
    stop_at_failure: bool = False
    """Whether cases after the first that is not accepted are left out (mutants: one is enough)."""


class Ran(Wire):
    """What became of one case."""

    verdict: Verdict
    """By the case's own checker."""
    stdout: str = ""
    """What was printed; at most 20,000 characters."""
    stderr: str = ""
    """What was printed as errors; at most 4,000 characters."""
    wall_ms: int = 0
    """By the clock on the wall."""
    cpu_ms: int = 0
    """Of the processor."""
    peak_kb: int = 0
    """Most memory; 0: not measured."""
    note: str = ""
    """What ended it, in a few words; for IE, what broke."""


class Worked(Wire):
    """The outcome of one `Work`."""

    state: Literal["done", "compile_error", "internal"]
    """`internal`: nothing is said about the program."""
    reason: str = ""
    """Why it is `internal`."""
    compile_output: str = ""
    """What the compiler said; at most 4,000 characters."""
    cases: tuple[Ran, ...] = ()
    """In the order asked; fewer where it stopped at a failure or its budget was spent."""
    toolchain: str = ""
    """What ran it, with its version."""


class Off(Wire):
    """A language, or all of them, that is switched off."""

    name: str
    """A language, or `all`."""
    reason: str
    """What is missing, or which limit does not bind; a sentence."""


class Ability(Wire):
    """`GET /`: what this runner does."""

    driver: str
    """Who holds the box together, such as `bubblewrap 0.8.0`."""
    languages: dict[str, str]
    """Those that are on, with their tool chain's name and version."""
    off: tuple[Off, ...]
    """Those that are not, with the reason."""
    limits: dict[str, str]
    """What holds each limit, by its name."""
