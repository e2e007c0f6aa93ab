"""The candidate's code on the examples: asked of the server, off the GUI thread.

One rule: one run at a time, typing never waits for it, and whatever becomes of it is told in plain
words and as a fact for the record.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from client.errors import ClientError, Refused, Unreachable
from client.exam import Ran
from client.ui.background import Background
from client.ui.words import localised
from shared.runs import RunAnswer, RunRequest

if TYPE_CHECKING:
    from client.api import InterviewApi

log = logging.getLogger(__name__)

Outcome = Literal["done", "compile_error", "internal", "refused", "offline", "cancelled"]


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one run."""

    request: RunRequest
    outcome: Outcome
    words: str
    """A sentence for the person; empty where the results speak for themselves."""
    answer: RunAnswer | None = None
    code: str = ""
    """Of a refusal."""


class Trials(QObject):
    """Asks for runs; `tried` carries a `Tried`."""

    tried = Signal(object)

    def __init__(
        self,
        background: Background,
        api: "Callable[[], InterviewApi | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._api = api
        self._asked: RunRequest | None = None
        """The run that is waited for; None while none is, also after a cancellation."""
        self._in_flight = False

    @property
    def busy(self) -> bool:
        """Whether the server still works on a run, waited for or not."""
        return self._in_flight

    def run(self, request: RunRequest) -> None:
        """Asks for a run; there is one at a time."""
        api = self._api()
        if api is None:
            self.tried.emit(Tried(request, "offline", self._words("offline")))
            return
        if self._in_flight:
            busy = Tried(request, "refused", self._words("busy"), code="run_in_progress")
            self.tried.emit(busy)
            return
        self._asked, self._in_flight = request, True
        self._background.run(
            lambda: api.run(request),
            lambda answer: self._over(request, self._told(request, answer)),
            lambda error: self._over(request, self._failed(request, error)),
        )

    def cancel(self) -> None:
        """The result is no longer waited for."""
        if (request := self._asked) is not None:
            self._asked = None
            self.tried.emit(Tried(request, "cancelled", self._words("cancelled")))

    def _over(self, request: RunRequest, tried: Tried) -> None:
        self._in_flight = False
        if self._asked is request:
            self._asked = None
            self.tried.emit(tried)

    def _told(self, request: RunRequest, answer: RunAnswer) -> Tried:
        match answer.state:
            case "done":
                passed = sum(test.verdict == "AC" for test in answer.tests)
                words = localised(answer.reason) or self._words("done").format(
                    passed=passed, total=len(answer.tests)
                )
            case "compile_error":
                words = localised(answer.reason) or self._words("compile_error")
            case "internal":
                words = localised(answer.reason) or self._words("internal")
        return Tried(request, answer.state, words, answer)

    def _failed(self, request: RunRequest, error: Exception) -> Tried:
        match error:
            case Refused(code="code_runs_off"):
                return Tried(request, "refused", self._words("code_runs_off"), code=error.code)
            case Refused():
                words = localised(f"{error.problem.title} {error.problem.detail}".strip())
                return Tried(request, "refused", words, code=error.code)
            case Unreachable():
                return Tried(request, "offline", self._words("offline"))
            case ClientError():
                return Tried(request, "internal", localised(error.message), code=error.code)
            case _:
                log.error("a run failed unexpectedly", exc_info=error)
                return Tried(request, "internal", self._words("internal"))

    def _words(self, name: str) -> str:
        return {
            "done": self.tr("{passed} of {total} passed."),
            "compile_error": self.tr("The code does not compile; what the compiler says is below."),
            "internal": self.tr(
                "The examples could not be run just now. That says nothing about your code."
            ),
            "busy": self.tr("The last run has not ended yet. Try again in a moment."),
            "cancelled": self.tr("Stopped."),
            "offline": self.tr(
                "There is no connection, so nothing can be run now. Your code is saved here; go on "
                "writing, and try again later."
            ),
            "code_runs_off": self.tr(
                "This organisation does not run code during the interview. Your code is saved and "
                "is looked at all the same."
            ),
        }[name]


def fact(tried: Tried) -> Ran:
    """For the record: what ran, by its digest, and what came of it in numbers."""
    tests = tried.answer.tests if tried.answer is not None else ()
    return Ran(
        question=tried.request.question,
        outcome=tried.outcome,
        code_sha256=hashlib.sha256(tried.request.code.encode()).hexdigest(),
        revision=tried.request.revision,
        passed=sum(test.verdict == "AC" for test in tests),
        total=len(tests),
        reason=tried.code[:200],
    )
