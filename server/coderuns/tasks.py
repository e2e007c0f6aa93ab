"""Scores code by its hidden tests, as a job of the `code` queue.

One rule: the program runs outside of any transaction; what broke on our side is tried again, and
then a person decides. No failure of ours costs a mark.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from sqlmodel import Session

from server import outbox
from server.coderuns import rules
from server.coderuns.rules import CodeScore
from server.db import Database
from server.models import Answer, Score, SessionQuestion
from server.outbox import Job
from server.papers import marking
from server.sandbox.asking import CannotRun, Runner
from server.scoring import service as scoring
from shared.chain import canonical
from shared.exam import Language
from shared.ids import new_id, sha256_hex

TOPIC = scoring.CODE_TOPIC
PAUSES_S = (5, 60, 300)
"""A runner that restarts tests itself first, for some seconds."""
ACTOR = "runner"

_log = logging.getLogger(__name__)
Effect = Callable[[Session, datetime], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is run, read before the program starts."""

    answer_id: str
    session_id: str
    language: Language
    code: str
    tests: list[marking.CodeTest]
    max_marks: int


def without_runner(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Where nobody runs code the baseline stands, and a person reads the answer."""


@dataclass(frozen=True)
class CodeRuns:
    """Called with one job at a time."""

    database: Database
    runner: Runner

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Runs all tests of the answer that the job names; raises TryLater."""
        with self.database.read() as db:
            asked = _asked(db, job.payload["answer"])
        if asked is None:
            return lambda db, now: None
        last = job.attempt >= outbox.MAX_ATTEMPTS
        try:
            worked = self.runner.work(rules.full_work(asked.language, asked.code, asked.tests))
        except CannotRun as why:
            if why.soon and not last:
                raise outbox.TryLater(why.reason, pauses_s=PAUSES_S) from None
            found = rules.not_run(why.reason)
        else:
            found = rules.score(worked, asked.tests, max_marks=asked.max_marks)
            if found.state == "needs_person" and not last:
                raise outbox.TryLater("a box broke", pauses_s=PAUSES_S)
        return lambda db, now: _keep(db, asked, found, now=now)


def _asked(db: Session, answer_id: str) -> _Asked | None:
    """None for what was erased, is no code, or is empty: nothing is left to run."""
    answer = db.get(Answer, answer_id)
    if answer is None or not answer.text.strip():
        return None
    question = db.get_one(SessionQuestion, answer.session_question_id)
    tests = marking.code_tests(question.tests_json)
    if question.language is None or not tests:
        return None
    return _Asked(
        answer.id,
        answer.session_id,
        cast("Language", question.language),
        answer.text,
        tests,
        question.marks,
    )


def _keep(db: Session, asked: _Asked, found: CodeScore, *, now: datetime) -> None:
    """Inserts the score with its evidence; the same program is scored once by the same tests."""
    if db.get(Answer, asked.answer_id) is None:
        return  # erased while it ran
    given = {
        "code": asked.code,
        "marks": asked.max_marks,
        "tests": [test.model_dump() | {"tolerance": str(test.tolerance)} for test in asked.tests],
        "run": found.state,
    }
    evidence = {
        "tests": [asdict(one) for one in found.verdicts],
        "growth": asdict(found.growth) if found.growth else None,
        "toolchain": found.toolchain,
        "compile_output": found.compile_output,
    }
    scoring.insert_score(
        db,
        Score(
            id=new_id(),
            session_id=asked.session_id,
            answer_id=asked.answer_id,
            grader=rules.GRADER,
            grader_version=rules.GRADER_VERSION,
            state=found.state,
            points_milli=found.points_milli,
            max_marks=asked.max_marks,
            evidence_json=json.dumps(evidence, ensure_ascii=False),
            reason=found.reason,
            created_by=ACTOR,
            created_at=now,
            input_sha256=sha256_hex(canonical(given)),
        ),
    )
    scoring.add_up(db, asked.session_id, now)
