"""Judge0 (CE or Extra CE, API 1.13): one submission for each test, sent and asked for in batches.

One rule: what Judge0 itself calls an internal or a format error is IE. Statuses by its own table:
3 ran to its end, 5 too slow, 6 does not compile, 7-12 ended badly, 13 and 14 its own failures.
"""

import base64
import re
import time
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import httpx
from pydantic import BaseModel, BeforeValidator, Field, TypeAdapter, ValidationError

from server.sandbox import elsewhere
from server.sandbox.asking import CannotRun
from server.sandbox.limits import Outcome
from server.sandbox.wire import Ability, Off, Work, Worked
from shared.exam import Language

_NAMES: Mapping[Language, str] = {
    "python": r"Python \(3",
    "javascript": r"JavaScript \(Node",
    "java": r"Java \(",
    "c": r"C \((GCC|Clang)",
    "cpp": r"C\+\+ \((GCC|Clang)",
    "go": r"Go \(",
    "sql": r"SQL \(SQLite",
}
_EXIT_CODES = {3: 0, 7: 139, 8: 153, 9: 136, 10: 134, 11: 1, 12: 1}
_BATCH = 20
"""Submissions in one request: Judge0's own default limit."""
_ASK_EVERY_S = 0.5
_PATIENCE_S = 300.0


def _decoded(value: Any) -> Any:
    return base64.b64decode(value) if isinstance(value, str) else b""


_Base64 = Annotated[bytes, BeforeValidator(_decoded)]


class _Language(BaseModel):
    id: int
    name: str


class _Status(BaseModel):
    id: int
    description: str = ""


class _Token(BaseModel):
    token: str


class _Submission(BaseModel):
    token: str
    stdout: _Base64 = b""
    stderr: _Base64 = b""
    compile_output: _Base64 = b""
    message: _Base64 = b""
    status: _Status
    time: float | None = None
    wall_time: float | None = None
    memory: float | None = Field(default=None)


class _Batch(BaseModel):
    submissions: list[_Submission]


_LANGUAGES = TypeAdapter(list[_Language])
_TOKENS = TypeAdapter(list[_Token])


class Judge0:
    """A Judge0 server; `token` goes into X-Auth-Token."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = httpx.Client(
            base_url=url.rstrip("/"),
            headers={"X-Auth-Token": token} if token else {},
            timeout=httpx.Timeout(30, connect=5),
            transport=transport,
        )
        self._sleep = sleep
        self._ids: dict[Language, _Language] = {}

    def ability(self) -> Ability:
        """Its languages, the newest of each."""
        found = self._languages()
        off = [
            Off(name=name, reason="Judge0 has no such language.")
            for name in _NAMES
            if name not in found
        ]
        return Ability(
            driver="Judge0",
            languages={name: one.name for name, one in found.items()},
            off=tuple(off),
            limits={"all": "held by Judge0"},
        )

    def work(self, work: Work) -> Worked:
        """One submission for each case; the program is compiled for each, as Judge0 does it."""
        language = self._languages().get(work.language)
        if language is None:
            raise CannotRun(f"Judge0 has no {work.language}.", soon=False)
        sources = [elsewhere.source(work, case) for case in work.cases]
        sent = [
            _submission(work, place, source, language.id)
            for place, source in enumerate(sources)
            if source is not None
        ]
        answers = iter(self._run(sent))
        cases = []
        for case, source in zip(work.cases, sources, strict=True):
            if source is None:
                outcome = elsewhere.broken("Judge0 cannot make this call; give the test an input.")
            else:
                answer = next(answers)
                if answer.status.id == 6:
                    said = answer.compile_output.decode(errors="replace")
                    return elsewhere.compile_error(said, language.name)
                outcome = _outcome(answer)
            cases.append(elsewhere.ran(case, outcome, memory_mb=work.memory_mb))
            if work.stop_at_failure and cases[-1].verdict != "AC":
                break
        return Worked(state="done", cases=tuple(cases), toolchain=language.name)

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()

    def _languages(self) -> dict[Language, _Language]:
        if not self._ids:
            every = self._ask(_LANGUAGES, "GET", "/languages")
            for name, pattern in _NAMES.items():
                fitting = [one for one in every if re.match(pattern, one.name)]
                if fitting:
                    self._ids[name] = max(fitting, key=lambda one: one.id)
        return self._ids

    def _run(self, submissions: list[dict[str, Any]]) -> list[_Submission]:
        done: dict[str, _Submission] = {}
        tokens: list[str] = []
        for start in range(0, len(submissions), _BATCH):
            body = {"submissions": submissions[start : start + _BATCH]}
            path = "/submissions/batch?base64_encoded=true"
            tokens += [one.token for one in self._ask(_TOKENS, "POST", path, json=body)]
        waited = 0.0
        while waiting := [token for token in tokens if token not in done]:
            fields = "token,stdout,stderr,compile_output,message,status,time,wall_time,memory"
            asked = {
                "tokens": ",".join(waiting[:_BATCH]),
                "base64_encoded": "true",
                "fields": fields,
            }
            found = self._ask(_BATCHES, "GET", "/submissions/batch", params=asked)
            done |= {one.token: one for one in found.submissions if one.status.id > 2}
            if any(token not in done for token in waiting[:_BATCH]):
                if waited > _PATIENCE_S:
                    raise CannotRun("Judge0 does not come to an end.", soon=True)
                self._sleep(_ASK_EVERY_S)
                waited += _ASK_EVERY_S
        return [done[token] for token in tokens]

    def _ask(self, shape: TypeAdapter[Any], method: str, path: str, **more: Any) -> Any:
        try:
            answer = self._client.request(method, path, **more)
            if answer.status_code in (401, 403):
                raise CannotRun("Judge0 does not accept our token.", soon=False)
            if answer.status_code in (429, 503):
                raise CannotRun("Judge0 is busy.", soon=True)
            answer.raise_for_status()
            return shape.validate_json(answer.content)
        except httpx.HTTPError:
            raise CannotRun("Judge0 does not answer.", soon=True) from None
        except ValidationError:
            raise CannotRun("Judge0 answered something else.", soon=True) from None


_BATCHES = TypeAdapter(_Batch)


def _submission(work: Work, place: int, source: str, language: int) -> dict[str, Any]:
    case = work.cases[place]
    seconds = case.time_limit_ms / 1000
    return {
        "source_code": base64.b64encode(source.encode()).decode(),
        "stdin": base64.b64encode(case.stdin.encode()).decode(),
        "language_id": language,
        "cpu_time_limit": min(seconds, 15),
        "wall_time_limit": min(seconds * 3, 20),
        "memory_limit": min(work.memory_mb * 1024, 512_000),
        "enable_network": False,
    }


def _outcome(answer: _Submission) -> Outcome:
    said = answer.message.decode(errors="replace")[:200] or answer.status.description
    if answer.status.id not in _EXIT_CODES and answer.status.id != 5:
        return elsewhere.broken(f"Judge0 failed: {said}")
    return Outcome(
        exit_code=_EXIT_CODES.get(answer.status.id),
        stdout=answer.stdout,
        stderr=answer.stderr,
        wall_ms=round((answer.wall_time or answer.time or 0) * 1000),
        cpu_ms=round((answer.time or 0) * 1000),
        peak_kb=round(answer.memory or 0),
        hit="time" if answer.status.id == 5 else "",
    )
