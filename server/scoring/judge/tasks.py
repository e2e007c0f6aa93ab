"""The jobs of judging, as the worker runs them.

One rule: the model is asked outside of any transaction, and an outage is waited for; only the last
attempt, or an error that will not pass, is written down as a failure for a person to see.
"""

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from server import outbox
from server.db import Database
from server.outbox import Job
from server.scoring import service as scoring
from server.scoring.judge import service
from server.scoring.judge.judging import Plan, judge
from server.scoring.llm.asking import LlmError
from server.scoring.llm.model import Model

TOPIC = "judge"
PAUSES_S = (60, 600, 600)
"""A model's server that restarts is back in a minute; one that is updated in ten."""
WITHIN_S = 800.0
"""Below the job's lease: a judgement that takes longer begins again with its next attempt."""

_log = logging.getLogger(__name__)


def score_then_judge(job: Job, now: datetime) -> Callable[[Session, datetime], None]:
    """The baseline as always, and in the same transaction the job for the model."""

    def effect(db: Session, now: datetime) -> None:
        scoring.score_answer(db, job.payload["answer"], now)
        note(db, job.payload["answer"], f"{TOPIC}:{job.key}", now)

    return effect


def note(db: Session, answer_id: str, key: str, now: datetime) -> None:
    """Notes the job of judging an answer; the same key is noted once."""
    outbox.note(db, TOPIC, key, {"answer": answer_id}, now=now)


@dataclass(frozen=True)
class Judging:
    """Called with one job at a time."""

    database: Database
    model: Model
    samples: int

    def __call__(self, job: Job, now: datetime) -> Callable[[Session, datetime], None]:
        """Judges the answer that the job names; raises TryLater."""
        with self.database.read() as db:
            ready = service.ready(db, job.payload["answer"])
            if ready is None or service.is_judged(db, ready):
                return _nothing
        plan = Plan(seed=secrets.randbelow(2**31), samples=self.samples)
        until_s = time.monotonic() + WITHIN_S
        try:
            found = judge(
                self.model, ready.case, plan, may_go_on=lambda: time.monotonic() < until_s
            )
        except LlmError as error:
            if error.retryable and job.attempt < outbox.MAX_ATTEMPTS:
                raise outbox.TryLater(f"language model: {error.code}", pauses_s=PAUSES_S) from None
            _log.warning("answer %s was not judged: %s", ready.answer_id, error.code)
            code = error.code
            return lambda db, now: _done(service.keep_failure(db, ready, code, now=now))
        return lambda db, now: _done(service.keep(db, ready, plan, found, now=now))


def _done(kept: bool) -> None:
    if not kept:
        _log.info("an answer changed while it was judged; its new text has a job of its own")


def _nothing(db: Session, now: datetime) -> None:
    """It is judged, or nothing is there to judge."""
