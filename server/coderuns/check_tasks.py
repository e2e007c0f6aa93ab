"""Tests a coding question's tests, as a job.

One rule: the runner works outside of any transaction; what it found is kept with the hash of what
was run, and a question that changed meanwhile is untested again by that.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import update
from sqlmodel import Session, col

from server import outbox
from server.coderuns.checking import Checked, check
from server.coderuns.tasks import PAUSES_S
from server.db import Database
from server.models import Question, QuestionCheck
from server.outbox import Job
from server.papers import marking, tested
from server.sandbox.asking import CannotRun, Runner
from shared.exam import Language

TOPIC = tested.TOPIC
WITHIN_S = 800.0
"""Below the job's lease: what takes longer is told its author."""

_log = logging.getLogger(__name__)
Effect = Callable[[Session, datetime], None]


def without_runner(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """The runner was taken away after the check was asked for."""
    _settle(db, str(payload["check"]), "not_run", reason=_NOBODY, now=now)


_NOBODY = "No runner is set up on this server (INVIGIL_RUNNER_URL)."


@dataclass(frozen=True)
class Checks:
    """Called with one job at a time."""

    database: Database
    runner: Runner

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Checks what the job names; raises TryLater."""
        key = str(job.payload["check"])
        with self.database.read() as db:
            found = db.get(QuestionCheck, key)
            question = db.get(Question, found.question_id) if found else None
            if found is None or question is None or found.state not in tested.PENDING:
                return lambda db, now: None
            if tested.input_sha256(question) != found.input_sha256:
                reason = "The question was changed before its test began. Test it again."
                return lambda db, now: _settle(db, key, "not_run", reason=reason, now=now)
            language, reference = cast("Language", question.language), question.expected_answer
            tests = marking.code_tests(question.tests_json)
        self._progress(key, 0, 0)
        until_s = time.monotonic() + WITHIN_S
        try:
            checked = check(
                self.runner,
                language,
                reference,
                tests,
                progress=lambda done, of: self._progress(key, done, of),
                may_go_on=lambda: time.monotonic() < until_s,
            )
        except CannotRun as why:
            if why.soon and job.attempt < outbox.MAX_ATTEMPTS:
                raise outbox.TryLater(why.reason, pauses_s=PAUSES_S) from None
            reason = why.reason
            return lambda db, now: _settle(db, key, "not_run", reason=reason, now=now)
        except SyntaxError:  # another Python runs it than ours, and knows more
            reason = "This server cannot read the reference's Python, so no fault could be put in."
            return lambda db, now: _settle(db, key, "not_run", reason=reason, now=now)
        return lambda db, now: _keep(db, key, checked, now=now)

    def _progress(self, key: str, done: int, of: int) -> None:
        with self.database.write() as db:
            db.execute(
                update(QuestionCheck)
                .where(col(QuestionCheck.id) == key, col(QuestionCheck.state).in_(tested.PENDING))
                .values(state="running", steps_done=done, steps=of)
            )


def result(checked: Checked) -> dict[str, Any]:
    """What is kept of it: no programs, which the question has."""
    return {
        "fault": checked.fault,
        "failed": list(checked.failed),
        "tried": checked.tried,
        "noticed": checked.noticed,
        "survivors": [{"line": one.line, "what": one.what} for one in checked.survivors],
    }


def _keep(db: Session, key: str, checked: Checked, *, now: datetime) -> None:
    state = "bad" if checked.fault else "good"
    text = json.dumps(result(checked), ensure_ascii=False)
    _settle(db, key, state, result_json=text, now=now)


def _settle(db: Session, key: str, state: str, *, now: datetime, **columns: str) -> None:
    db.execute(
        update(QuestionCheck)
        .where(col(QuestionCheck.id) == key, col(QuestionCheck.state).in_(tested.PENDING))
        .values(state=state, settled_at=now, **columns)
    )
