"""The jobs of judging, as the worker runs them.

One rule: the model is asked outside of any transaction, and an outage is waited for; only the last
attempt, or an error that will not pass, is written down as a failure for a person to see. What the
organisation's gate has not let through is not asked, or not believed.
"""

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from server import outbox
from server.db import Database
from server.models import InterviewSession
from server.outbox import Job
from server.outside import may
from server.scoring import service as scoring
from server.scoring.judge import admission, service
from server.scoring.judge.admission import NO_GATE, Backing, Gate
from server.scoring.judge.judging import Plan, judge
from server.scoring.judge.service import Ready
from server.scoring.llm.asking import LlmError
from server.scoring.llm.model import Model
from shared.policy import Outside

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


def no_gate(db: Session, org_id: str) -> Gate:
    """Of an organisation that holds its graders to nothing."""
    return NO_GATE


def _no_other(name: str) -> Model | None:
    return None


@dataclass(frozen=True)
class Judging:
    """Called with one job at a time."""

    database: Database
    model: Model
    samples: int
    name: str = ""
    """The model's, in the settings."""
    gate: Callable[[Session, str], Gate] = no_gate
    """What an organisation holds its graders to."""
    outside: Outside | None = None
    """Whose machine the model is on, where it is not one's own."""
    other: Callable[[str], Model | None] = _no_other
    """Another model of the same server, by name."""
    _others: dict[str, Model | None] = field(default_factory=dict)

    def __call__(self, job: Job, now: datetime) -> Callable[[Session, datetime], None]:
        """Judges the answer that the job names; raises TryLater."""
        with self.database.read() as db:
            ready = service.ready(db, job.payload["answer"])
            if ready is None or service.is_judged(db, ready):
                return _nothing
            gate = self.gate(db, ready.org_id)
            named = may(db.get_one(InterviewSession, ready.session_id), self.outside)
            stands = bool(gate.set_id) and service.was_judged(db, ready)
        if not named:
            return lambda db, now: _done(service.keep_unnamed(db, ready, self.name, now=now))
        backing = admission.choose(gate, self.name, service.VERSION, self.samples)
        model = self._model(backing)
        if backing is None or model is None:
            return _nothing if stands else _to_a_person(ready, self.name, gate)
        plan = Plan(seed=secrets.randbelow(2**31), samples=backing.samples)
        until_s = time.monotonic() + WITHIN_S
        try:
            found = judge(model, ready.case, plan, may_go_on=lambda: time.monotonic() < until_s)
        except LlmError as error:
            if error.retryable and job.attempt < outbox.MAX_ATTEMPTS:
                raise outbox.TryLater(f"language model: {error.code}", pauses_s=PAUSES_S) from None
            _log.warning("answer %s was not judged: %s", ready.answer_id, error.code)
            code = error.code
            if backing.instead_of:
                return _to_a_person(ready, self.name, gate)
            return lambda db, now: _done(service.keep_failure(db, ready, code, now=now))
        confirmed = admission.confirm(gate, backing, service.VERSION, found.models)
        if confirmed is None:
            _log.warning("answer %s: what judged it is not admitted", ready.answer_id)
            return _nothing if stands else _to_a_person(ready, self.name, gate)
        return lambda db, now: _done(
            service.keep(db, ready, plan, found, backing=confirmed, now=now)
        )

    def close(self) -> None:
        """Gives the connections back, those to other models too."""
        for one in (self.model, *self._others.values()):
            if one is not None:
                one.close()

    def _model(self, backing: Backing | None) -> Model | None:
        if backing is None or not backing.instead_of:
            return self.model
        if backing.model not in self._others:
            self._others[backing.model] = self.other(backing.model)
        return self._others[backing.model]


def _to_a_person(ready: Ready, name: str, gate: Gate) -> Callable[[Session, datetime], None]:
    return lambda db, now: _done(
        service.keep_unadmitted(db, ready, model=name, set_id=gate.set_id, now=now)
    )


def _done(kept: bool) -> None:
    if not kept:
        _log.info("an answer changed while it was judged; its new text has a job of its own")


def _nothing(db: Session, now: datetime) -> None:
    """It is judged, or nothing is there to judge."""
