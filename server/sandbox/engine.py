"""Compiles a program once and runs each of its tests in a fresh box.

One rule: whatever breaks on our side is IE, tried once more, and never the program's fault. The
program's folder can be written while it is compiled and by nobody afterwards.
"""

import json
import logging
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from server.sandbox import harness, judging, languages
from server.sandbox.languages import BOX, Row, Shape
from server.sandbox.limits import Command, Limits, Mount, Outcome
from server.sandbox.wire import Case, Off, Ran, Work, Worked
from shared.exam import Language
from shared.runs import SHOWN_CHARS

_STDOUT_CHARS = 20_000
_COMPILING = Limits(cpu_s=30, wall_s=90, memory_mb=1024, processes=128, files_mb=512, file_mb=128)
"""A C++ program with many templates takes 10 s; javac's own heap is bounded beside."""
_CHECKING = Limits(cpu_s=5, wall_s=20, memory_mb=256)
_WALL = 3
"""Wall time in multiples of processor time, on a machine where others work too."""
_WALL_MORE_S = 5.0
_GO = (
    ("GOCACHE", "/tmp/cache"),
    ("GOPATH", "/tmp/go"),
    ("GO111MODULE", "off"),
    ("CGO_ENABLED", "0"),
)

_log = logging.getLogger(__name__)


class Box(Protocol):
    """What a driver on this machine does."""

    def run(self, command: Command, limits: Limits) -> Outcome:
        """One run in a fresh box."""
        ...


@dataclass(frozen=True, slots=True)
class Tool:
    """A language that is on."""

    row: Row
    programs: languages.Programs
    mounts: tuple[Mount, ...]
    name: str
    """With its version."""


def tools(box: Box) -> tuple[dict[Language, Tool], list[Off]]:
    """The languages that work in this box, and why the others are off."""
    there: dict[Language, Tool] = {}
    off: list[Off] = []
    for row in languages.ROWS:
        programs, missing = languages.found(row)
        if missing:
            reason = f"This machine has no {' and no '.join(missing)}."
            off.append(Off(name=row.language, reason=reason))
            continue
        mounts = languages.mounts(programs)
        asked = (programs[row.programs[0]], *row.version)
        command = Command(asked, mounts=mounts, address_space=row.address_space)
        outcome = box.run(command, Limits(cpu_s=10, wall_s=30, memory_mb=256 + row.extra_mb))
        if outcome.exit_code != 0 or outcome.hit:
            why = outcome.failure or f"{asked[0]} does not start in a box"
            off.append(Off(name=row.language, reason=f"{why.rstrip('.')}."))
            continue
        said = (outcome.stdout or outcome.stderr).decode(errors="replace").splitlines()
        version = said[0].removeprefix("javac ").removeprefix("go version ") if said else ""
        there[row.language] = Tool(row, programs, mounts, f"{row.label} {version}".strip())
    return there, off


class Engine:
    """Does `Work` in boxes; safe from several threads."""

    def __init__(self, box: Box, tools: dict[Language, Tool]) -> None:
        self._box = box
        self.tools = tools

    def work(self, work: Work) -> Worked:
        """Compiles and runs; raises KeyError for a language that is off."""
        called = [bool(case.call) for case in work.cases]
        if work.language in languages.CALLS_APART and any(called) and not all(called):
            return self._both(work)
        return self._same_kind(work)

    def _both(self, work: Work) -> Worked:
        """Tests that call and tests that run the program need two programs of it."""
        parts: dict[bool, Worked] = {}
        for kind in (False, True):
            cases = tuple(case for case in work.cases if bool(case.call) is kind)
            parts[kind] = self._same_kind(work.model_copy(update={"cases": cases}))
            if parts[kind].state != "done":
                return parts[kind]
        rest = {kind: list(part.cases) for kind, part in parts.items()}
        ran = [rest[kind].pop(0) for case in work.cases if rest[kind := bool(case.call)]]
        return parts[False].model_copy(update={"cases": tuple(ran)})

    def _same_kind(self, work: Work) -> Worked:
        tool = self.tools[work.language]
        calls = [case.call for case in work.cases if case.call]
        shape = tool.row.shape(work.code, calls)
        try:
            with _folder(shape) as folder:
                return self._work(work, tool, shape, folder=folder)
        except OSError as error:
            _log.warning("a program could not be laid down: %s", error.strerror)
            return Worked(
                state="internal",
                reason=f"The runner could not write its files ({error.strerror}).",
                toolchain=tool.name,
            )

    def _work(self, work: Work, tool: Tool, shape: Shape, *, folder: Path) -> Worked:
        compiled = self._compiled(tool, shape, folder)
        said = _shown(compiled.stderr + compiled.stdout, SHOWN_CHARS) if compiled else ""
        if compiled is not None and compiled.failure:
            return Worked(state="internal", reason=compiled.failure, toolchain=tool.name)
        if compiled is not None and (compiled.exit_code != 0 or compiled.hit):
            if compiled.hit:
                said = f"The compiler was stopped: {compiled.hit}.\n{said}"
            return Worked(state="compile_error", compile_output=said, toolchain=tool.name)
        cases: list[Ran] = []
        place = 0
        began = time.monotonic()
        for case in work.cases:
            if work.budget_s and time.monotonic() - began > work.budget_s:
                break
            cases.append(self._case(work, tool, shape, case=case, place=place, folder=folder))
            place += bool(case.call)
            if work.stop_at_failure and cases[-1].verdict != "AC":
                break
        return Worked(state="done", compile_output=said, cases=tuple(cases), toolchain=tool.name)

    def _compiled(self, tool: Tool, shape: Shape, folder: Path) -> Outcome | None:
        if tool.row.compile is None:
            return None
        command = Command(
            tool.row.compile(tool.programs, shape),
            mounts=(*tool.mounts, Mount(folder, BOX, writable=True)),
            environment=_GO if tool.row.language == "go" else (),
            address_space=False,
        )
        return self._twice(command, _COMPILING)

    def _case(
        self, work: Work, tool: Tool, shape: Shape, *, case: Case, place: int, folder: Path
    ) -> Ran:
        row = tool.row
        cpu_s = case.time_limit_ms / 1000 + row.startup_s
        limits = Limits(
            cpu_s=cpu_s,
            wall_s=cpu_s * _WALL + _WALL_MORE_S,
            memory_mb=work.memory_mb + row.extra_mb,
        )
        known = languages.Case(case.call, place, work.memory_mb)
        command = Command(
            row.run(tool.programs, shape, known),
            stdin=case.stdin.encode(),
            mounts=(*tool.mounts, Mount(folder, BOX)),
            address_space=row.address_space,
        )
        outcome = self._twice(command, limits)
        judged = judging.judge(
            case, outcome, memory_mb=limits.memory_mb, out_of_memory=row.out_of_memory
        )
        if judged.verdict is None:
            judged = self._checked(case, outcome)
        return Ran(
            verdict=judged.verdict or "IE",
            stdout=_shown(outcome.stdout, _STDOUT_CHARS),
            stderr=_shown(outcome.stderr, SHOWN_CHARS),
            wall_ms=outcome.wall_ms,
            cpu_ms=outcome.cpu_ms,
            peak_kb=outcome.peak_kb,
            note=judged.note,
        )

    def _checked(self, case: Case, outcome: Outcome) -> judging.Judged:
        """The custom checker's word; where it breaks, that is our side's fault."""
        python = self.tools.get("python")
        if python is None:
            return judging.Judged("IE", "A custom checker needs Python, and this machine has none.")
        files = {"checker.py": case.checker_code, "ask.py": harness.CUSTOM_CHECKER}
        given = {
            "input": case.stdin or case.call,
            "printed": outcome.stdout.decode(errors="replace"),
            "expected": case.expected,
        }
        with _folder(Shape(files)) as folder:
            command = Command(
                (python.programs["python3"], "-I", "-B", f"{BOX}/ask.py"),
                stdin=json.dumps(given).encode(),
                mounts=(*python.mounts, Mount(folder, BOX)),
            )
            answer = self._twice(command, _CHECKING)
        match answer.exit_code, answer.stdout:
            case 0, b"accepted":
                return judging.Judged("AC")
            case 0, b"refused":
                return judging.Judged("WA", "The question's own checker did not accept it.")
            case _:
                return judging.Judged("IE", "The question's own checker broke.")

    def _twice(self, command: Command, limits: Limits) -> Outcome:
        """A box that broke is made once more."""
        outcome = self._box.run(command, limits)
        if outcome.failure:
            _log.info("a box is made again: %s", outcome.failure)
            outcome = self._box.run(command, limits)
        return outcome


@contextmanager
def _folder(shape: Shape) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="invigil-run-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "out").mkdir()
        for file, text in shape.files.items():
            (folder / file).write_text(text, encoding="utf-8", errors="replace")
        yield folder


def _shown(text: bytes, most: int) -> str:
    """As text of at most `most` characters, NUL left out: no database takes it."""
    whole = text.decode(errors="replace").replace("\0", "\ufffd")
    if len(whole) <= most:
        return whole
    note = "\n… (shortened)"
    return whole[: most - len(note)] + note
