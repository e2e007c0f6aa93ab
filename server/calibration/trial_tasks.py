"""Judges a calibration set's answers, piece by piece, as jobs.

One rule: the model is asked outside of any transaction and exactly as for a candidate's answer; one
answer that it cannot judge is left to a person, a model that is not there ends the trial in words.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server import outbox
from server.calibration import alike, chosen, trials
from server.calibration.alike import Marks
from server.calibration.graded import Graded
from server.calibration.trials import Kept
from server.db import Database
from server.models import CalibrationSet, GraderTrial
from server.outbox import Job
from server.scoring.baseline import KeyPoint, key_points
from server.scoring.judge import prompt, rubric
from server.scoring.judge import service as judging
from server.scoring.judge.admission import Backed
from server.scoring.judge.judging import Case, Plan, judge
from server.scoring.judge.tasks import PAUSES_S
from server.scoring.llm.asking import BadReply, LlmError, Misconfigured
from server.scoring.llm.model import Model
from shared.policy import Outside

PIECE = 50
"""Answers of one job at most."""
WITHIN_S = 600.0
"""Of one job, below its lease."""
NOBODY = "No language model is set up on this server any more (INVIGIL_LLM)."

_log = logging.getLogger(__name__)
Effect = Callable[[Session, datetime], None]


def without_model(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """The model was taken away after the trial was asked for."""
    trial = db.get(GraderTrial, str(payload["trial"]))
    if trial is not None and trial.state == "running":
        trials.fail(db, trial, NOBODY, now=now)


def case_of(one: Graded) -> Case | None:
    """A graded answer as the judge reads any; None where there is nothing to look for.

    Marks are thousandths of one point, so that a sum is a share.
    """
    points = key_points([KeyPoint(text, 1) for text in one.key_points], one.expected_answer)
    criteria = rubric.criteria([], points)
    if not criteria or not one.answer.strip():
        return None
    question = prompt.Question(
        prompt=one.question, kind="written", expected=one.expected_answer, key_points=one.key_points
    )
    return Case(question=question, criteria=criteria, answer=one.answer, max_marks=1)


@dataclass(frozen=True)
class Trials:
    """Called with one job at a time."""

    database: Database
    model: Model
    name: str
    """The model's, in the settings."""
    outside: Outside | None = None
    """Whose machine the model is on, where it is not one's own."""

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Judges the next piece of the trial that the job names; raises TryLater."""
        key, done = str(job.payload["trial"]), int(job.payload["done"])
        with self.database.read() as db:
            trial = db.get(GraderTrial, key)
            if trial is None or trial.state != "running" or _done(trial) != done:
                return lambda db, now: None
            row = db.get_one(CalibrationSet, trial.set_id)
            piece = _piece(db, row, done, self.outside)
            samples = trial.samples
            changed = trial.model != self.name or trial.version != judging.VERSION
        if changed:
            words = "Model or prompts were changed while it was measured. Measure again."
            return lambda db, now: _fail(db, key, words, now)
        try:
            kept = self._judged(piece, samples)
        except LlmError as error:
            if error.retryable and job.attempt < outbox.MAX_ATTEMPTS:
                raise outbox.TryLater(f"language model: {error.code}", pauses_s=PAUSES_S) from None
            _log.warning("trial %s ended: %s", key, error.code)
            words = f"The language model could not be measured ({error.code}). Try again later."
            return lambda db, now: _fail(db, key, words, now)
        return lambda db, now: _add(db, key, done, kept, now)

    def _judged(self, lines: Sequence[tuple[int, Graded | None]], samples: int) -> Kept:
        until_s = time.monotonic() + WITHIN_S
        marks: list[int | None] = []
        answered: dict[Backed, int] = {}
        for number, one in lines:
            if marks and time.monotonic() >= until_s:
                break
            case = None if one is None else case_of(one)
            if case is None:
                marks.append(None)
                continue
            try:
                # The place is the seed: another model reads the same words in the same order, and
                # so is an answer read that says the same in another way.
                found = judge(self.model, case, Plan(seed=number, samples=samples))
            except LlmError as error:
                if not (error.retryable or isinstance(error, Misconfigured)) or isinstance(
                    error, BadReply
                ):
                    marks.append(None)  # it cannot judge this one
                    continue
                if marks:
                    break  # what is there is kept; the next job meets the outage
                raise
            marks.append(found.verdict.points_milli)
            for backed in found.models:
                answered[backed] = answered.get(backed, 0) + 1
        return Kept(marks, answered)


def _piece(
    db: Session, row: CalibrationSet, done: int, outside: Outside | None
) -> list[tuple[int, Graded | None]]:
    """(place in the set, answer): the next answers, and after the set those that are alike."""
    if done < row.answers:
        part = chosen.lines(db, row, first=done, most=PIECE, outside=outside)
        return list(enumerate(part, start=done))
    alike_ones = alike.others(chosen.lines(db, row, outside=outside))
    first = done - row.answers
    return [(one.place, one.line) for one in alike_ones[first : first + PIECE]]


def _done(trial: GraderTrial) -> int:
    marks: Marks = json.loads(trial.marks_json)
    return len(marks)


def _add(db: Session, key: str, done: int, kept: Kept, now: datetime) -> None:
    trial = _running(db, key)
    if trial is not None and _done(trial) == done:
        trials.add(db, trial, kept, now=now)


def _fail(db: Session, key: str, words: str, now: datetime) -> None:
    trial = _running(db, key)
    if trial is not None:
        trials.fail(db, trial, words, now=now)


def _running(db: Session, key: str) -> GraderTrial | None:
    trial = db.get(GraderTrial, key, with_for_update=True)
    return trial if trial is not None and trial.state == "running" else None
