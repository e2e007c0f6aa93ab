"""Piston (API v2): one execution for each test.

One rule: a status of Piston's own failing (`XX`) is IE. Older servers tell no status: then a
program that was killed for its time is known by `SIGKILL` with nothing else said.
"""

from typing import Any, Literal

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from server.sandbox import elsewhere
from server.sandbox.asking import CannotRun
from server.sandbox.limits import MB, Hit, Outcome
from server.sandbox.wire import Ability, Case, Off, Work, Worked
from shared.exam import Language

_FILES: dict[Language, tuple[str, str]] = {
    "python": ("python", "main.py"),
    "javascript": ("javascript", "main.js"),
    "java": ("java", "Main.java"),
    "c": ("c", "main.c"),
    "cpp": ("c++", "main.cpp"),
    "go": ("go", "main.go"),
    "sql": ("sqlite3", "main.sql"),
}
"""Its name there, and the file's name."""
_SIGNALS = {"SIGSEGV": 11, "SIGABRT": 6, "SIGFPE": 8, "SIGILL": 4, "SIGXFSZ": 25, "SIGKILL": 9}
_HITS: dict[str, Hit] = {"TO": "time", "OL": "output", "EL": "output"}


class _Runtime(BaseModel):
    language: str
    version: str
    aliases: list[str] = []


class _Stage(BaseModel):
    stdout: str = ""
    stderr: str = ""
    code: int | None = None
    signal: str | None = None
    message: str | None = None
    status: Literal["RE", "SG", "TO", "OL", "EL", "XX"] | None = None
    cpu_time: float | None = None
    wall_time: float | None = None
    memory: float | None = None


class _Executed(BaseModel):
    run: _Stage
    compile: _Stage | None = None


_RUNTIMES = TypeAdapter(list[_Runtime])
_EXECUTED = TypeAdapter(_Executed)


class Piston:
    """A Piston server; `token` goes into Authorization."""

    def __init__(
        self, url: str, token: str, *, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._client = httpx.Client(
            base_url=url.rstrip("/"),
            headers={"Authorization": token} if token else {},
            timeout=httpx.Timeout(120, connect=5),
            transport=transport,
        )
        self._found: dict[Language, _Runtime] = {}

    def ability(self) -> Ability:
        """Its languages."""
        found = self._runtimes()
        off = [
            Off(name=name, reason="Piston has no such language installed.")
            for name in _FILES
            if name not in found
        ]
        return Ability(
            driver="Piston",
            languages={name: f"{one.language} {one.version}" for name, one in found.items()},
            off=tuple(off),
            limits={"all": "held by Piston"},
        )

    def work(self, work: Work) -> Worked:
        """One execution for each case; the program is compiled for each, as Piston does it."""
        runtime = self._runtimes().get(work.language)
        if runtime is None:
            raise CannotRun(f"Piston has no {work.language} installed.", soon=False)
        name = f"{runtime.language} {runtime.version}"
        cases = []
        for case in work.cases:
            source = elsewhere.source(work, case)
            if source is None:
                outcome = elsewhere.broken("Piston cannot make this call; give the test an input.")
            else:
                answer = self._execute(work, case, source, runtime)
                compiled = answer.compile
                if compiled is not None and (compiled.code != 0 or compiled.signal):
                    said = compiled.stderr or compiled.stdout or compiled.message or ""
                    return elsewhere.compile_error(said, name)
                outcome = _outcome(answer.run)
            cases.append(elsewhere.ran(case, outcome, memory_mb=work.memory_mb))
            if work.stop_at_failure and cases[-1].verdict != "AC":
                break
        return Worked(state="done", cases=tuple(cases), toolchain=name)

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()

    def _runtimes(self) -> dict[Language, _Runtime]:
        if not self._found:
            every = self._ask(_RUNTIMES, "GET", "/api/v2/runtimes")
            for language, (name, _) in _FILES.items():
                fitting = [one for one in every if name in (one.language, *one.aliases)]
                if fitting:
                    self._found[language] = max(fitting, key=lambda one: _number(one.version))
        return self._found

    def _execute(self, work: Work, case: Case, source: str, runtime: _Runtime) -> _Executed:
        body = {
            "language": runtime.language,
            "version": runtime.version,
            "files": [{"name": _FILES[work.language][1], "content": source}],
            "stdin": case.stdin,
            "run_timeout": case.time_limit_ms,
            "run_cpu_time": case.time_limit_ms,
            "run_memory_limit": work.memory_mb * MB,
        }
        return self._ask(_EXECUTED, "POST", "/api/v2/execute", json=body)

    def _ask(self, shape: TypeAdapter[Any], method: str, path: str, **more: Any) -> Any:
        try:
            answer = self._client.request(method, path, **more)
            if answer.status_code in (401, 403):
                raise CannotRun("Piston does not accept our token.", soon=False)
            if answer.status_code in (429, 503):
                raise CannotRun("Piston is busy.", soon=True)
            answer.raise_for_status()
            return shape.validate_json(answer.content)
        except httpx.HTTPError:
            raise CannotRun("Piston does not answer.", soon=True) from None
        except ValidationError:
            raise CannotRun("Piston answered something else.", soon=True) from None


def _outcome(stage: _Stage) -> Outcome:
    if stage.status == "XX":
        return elsewhere.broken(f"Piston failed: {(stage.message or '')[:200]}")
    hit = _HITS.get(stage.status or "", "")
    if stage.status is None and stage.signal == "SIGKILL":
        hit = "time"
    code = stage.code
    if stage.signal and code is None:
        code = 128 + _SIGNALS.get(stage.signal, 9)
    return Outcome(
        exit_code=None if hit else code,
        stdout=stage.stdout.encode(),
        stderr=stage.stderr.encode(),
        wall_ms=round(stage.wall_time or 0),
        cpu_ms=round(stage.cpu_time or 0),
        peak_kb=round((stage.memory or 0) / 1024),
        hit=hit,
    )


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
