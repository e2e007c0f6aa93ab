"""What a candidate's app asks and hears when code is tried on a question's examples.

`POST /api/interview/run/{session}` with the lease's bearer token, unsigned: a run changes nothing
in the record, and so it never holds up the signed calls, which go one at a time. One rule: only
tests that their author made visible have a place here. `503 code_runs_off` says why nothing can be
run, `429` when the next run may be asked for.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.exam import Language
from shared.model import Id, Wire

MAX_CODE_CHARS = 200_000
"""Longest program that is run."""
SHOWN_CHARS = 4000
"""Of each output as much is answered; what was longer ends with a line that says so."""

Verdict = Literal["AC", "WA", "TLE", "MLE", "OLE", "RTE", "CE", "IE"]
"""Accepted, wrong answer, time, memory or output limit exceeded, run-time error, compile error, and
internal error: our failure, never the candidate's."""


class RunRequest(Wire):
    """Code to be tried on the visible tests of its question."""

    question: Id
    """The question of this session."""
    language: Language
    """The language that it is written in; must be the question's."""
    code: Annotated[str, Field(max_length=MAX_CODE_CHARS)]
    """The whole program as it stands in the editor."""
    revision: Annotated[int, Field(ge=0, strict=True)] = 0
    """The answer's revision that holds this text, repeated in the answer; 0: not saved yet."""


class TestRun(Wire):
    """What became of one visible test."""

    __test__ = False  # not a test of ours, whatever its name looks like to pytest

    name: str
    """As in `ExamQuestion.samples`."""
    verdict: Verdict
    """AC: what was printed is what was expected."""
    stdout: str = ""
    """What the program printed, shortened to SHOWN_CHARS."""
    stderr: str = ""
    """What it printed as errors, shortened to SHOWN_CHARS."""
    expected: str = ""
    """What it should have printed, shortened to SHOWN_CHARS."""
    ms: Annotated[int, Field(ge=0)] = 0
    """Milliseconds that it ran by the wall clock, with the start of its language's tool chain."""


class RunAnswer(Wire):
    """The outcome of one sample run."""

    state: Literal["done", "compile_error", "internal"]
    """`internal`: we could not run it, nothing is said about the code; try again."""
    reason: str = ""
    """A sentence for the candidate where the state is not `done`, or where nothing was to run."""
    compile_output: str = ""
    """What the compiler said, shortened to SHOWN_CHARS; may hold warnings where it is `done`."""
    tests: tuple[TestRun, ...] = ()
    """In the order of `ExamQuestion.samples`; empty unless `done`."""
    toolchain: str = ""
    """What ran it, such as `Python 3.11.2`."""
    revision: Annotated[int, Field(ge=0)] = 0
    """As asked."""
