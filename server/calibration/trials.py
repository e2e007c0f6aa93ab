"""Measures a language model on the set in use, and says whether it may score.

One rule: a trial is compared with what scored before it on the same answers (the grader admitted
last, else the baseline), and only a super admin's reason lets a refused one through.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from server import audit, outbox
from server.auth.people import Person
from server.calibration import alike, chosen, sets
from server.calibration.alike import Marks
from server.calibration.figures import Pair, agreement
from server.calibration.gate import LEAST_ANSWERS, Both, rule
from server.calibration.graded import Graded, by_baseline
from server.calibration.labs import DRAWS
from server.models import CalibrationSet, GraderTrial
from server.refusals import Refused
from server.scoring.judge import service as judging
from server.scoring.judge.admission import Backed, Gate, Passed
from shared.ids import new_id

TOPIC = "trial"
JUDGE_TOPIC = "judge"
"""Answers that waited for an admitted model are judged as soon as there is one."""
MOST_WAITING = 2000
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a piece of a trial's work brought."""

    marks: Marks
    answered: Mapping[Backed, int]
    """How many of them each model answered."""


def gate(db: Session, org_id: str) -> Gate:
    """What scoring is held to now."""
    row = sets.in_use(db, org_id)
    if row is None:
        return Gate()
    return Gate(row.id, tuple(_passed(one) for one in admitted(db, row.id)))


def admitted(db: Session, set_id: str) -> list[GraderTrial]:
    """Trials on a set after which a grader may score, the last one first."""
    return [one for one in of_set(db, set_id) if may_score(one)]


def may_score(trial: GraderTrial) -> bool:
    """Whether its grader scores."""
    return trial.state == "measured" and (trial.passes or trial.let_by != "")


def of_set(db: Session, set_id: str) -> list[GraderTrial]:
    """All trials on a set: the one settled last first, before it those that still run."""
    found = db.exec(
        select(GraderTrial)
        .where(GraderTrial.set_id == set_id)
        .order_by(col(GraderTrial.made_at).desc(), col(GraderTrial.id))
    ).all()
    running = [one for one in found if one.settled_at is None]
    settled = [one for one in found if one.settled_at is not None]
    return [*running, *sorted(settled, key=lambda one: one.settled_at or one.made_at, reverse=True)]


def begin(db: Session, person: Person, *, model: str, samples: int, now: datetime) -> GraderTrial:
    """Notes the first job of a trial of the settings' model on the set in use.

    Refuses `calibration_state` where no set is in use, or one is being measured.
    """
    row = sets.in_use(db, person.org_id)
    if row is None:
        raise Refused("calibration_state", "No calibration set is in use: choose one first.")
    if any(one.state == "running" for one in of_set(db, row.id)):
        raise Refused(
            "calibration_state", "A model is being measured already. Wait until it is done."
        )
    trial = GraderTrial(
        id=new_id(),
        org_id=person.org_id,
        set_id=row.id,
        model=model,
        version=judging.VERSION,
        samples=samples,
        made_by=person.actor,
        made_at=now,
    )
    db.add(trial)
    note_next(db, trial.id, 0, now=now)
    _note(db, person, "grader_trial.begun", trial, now=now, model=model, version=judging.VERSION)
    return trial


def note_next(db: Session, trial: str, done: int, *, now: datetime) -> None:
    """Notes the job that goes on after `done` answers."""
    outbox.note(db, TOPIC, f"{TOPIC}:{trial}:{done}", {"trial": trial, "done": done}, now=now)


def let_through(
    db: Session, person: Person, key: str, reason: str, *, now: datetime
) -> GraderTrial:
    """Lets a refused grader score, with a reason; refuses `not_found` and `calibration_state`."""
    trial = get(db, person, key)
    if trial.state != "measured" or may_score(trial):
        raise Refused(
            "calibration_state", "Only a grader that was measured and refused can be let through."
        )
    trial.let_by, trial.let_reason, trial.settled_at = person.actor, reason, now
    db.add(trial)
    _note(db, person, "grader_trial.let_through", trial, now=now, reason=reason)
    judge_waiting(db, trial, now=now)
    return trial


def get(db: Session, person: Person, key: str) -> GraderTrial:
    """A trial of the person's organisation; refuses `not_found`."""
    found = db.exec(select(GraderTrial).where(GraderTrial.id == key).with_for_update()).first()
    if found is None or found.org_id != person.org_id:
        raise Refused("not_found", "There is no such trial.")
    return found


def add(db: Session, trial: GraderTrial, kept: Kept, *, now: datetime) -> None:
    """Adds a piece to a running trial, and rules on it once all answers are there."""
    row = db.get_one(CalibrationSet, trial.set_id)
    marks = [*json.loads(trial.marks_json), *kept.marks]
    answered = answers_by(trial)
    for backed, count in kept.answered.items():
        answered[backed] = answered.get(backed, 0) + count
    trial.marks_json = json.dumps(marks)
    trial.models_json = json.dumps(
        [{"model": name, "digest": digest, "answers": n} for (name, digest), n in answered.items()]
    )
    db.add(trial)
    if len(marks) < row.answers + alike.count(row.answers):
        note_next(db, trial.id, len(marks), now=now)
        return
    _settle(db, trial, chosen.lines(db, row), marks, now=now)


def fail(db: Session, trial: GraderTrial, words: str, *, now: datetime) -> None:
    """Ends a running trial that could not be measured."""
    trial.state, trial.words, trial.settled_at = "failed", words, now
    db.add(trial)


def judge_waiting(db: Session, trial: GraderTrial, *, now: datetime) -> int:
    """Has answers judged that waited for an admitted model; answers how many."""
    waiting = judging.unadmitted(db, trial.org_id, limit=MOST_WAITING)
    for answer in waiting:
        key = f"{JUDGE_TOPIC}:{trial.id}:{answer}"
        outbox.note(db, JUDGE_TOPIC, key, {"answer": answer}, now=now)
    return len(waiting)


def answers_by(trial: GraderTrial) -> dict[Backed, int]:
    """How many answers each model gave in it."""
    return {(one["model"], one["digest"]): one["answers"] for one in json.loads(trial.models_json)}


def _settle(
    db: Session, trial: GraderTrial, lines: Sequence[Graded | None], marks: Marks, *, now: datetime
) -> None:
    before = next(iter(admitted(db, trial.set_id)), None)
    own = marks[: len(lines)]
    old: Marks = json.loads(before.marks_json)[: len(lines)] if before else [None] * len(lines)
    both: list[Both] = []
    for line, after, earlier in zip(lines, own, old, strict=True):
        if line is None or after is None or (before is not None and earlier is None):
            continue
        share = by_baseline(line) if earlier is None else earlier / 1000
        both.append(Both(line.question, line.score, share, after / 1000))
    ruling = rule(both)
    figures = agreement([Pair(one.question, one.human, one.after) for one in both], draws=DRAWS)
    trial.state, trial.settled_at = "measured", now
    trial.passes, trial.words = ruling.passes, ruling.words
    counts = answers_by(trial).values()
    if ruling.passes and max(counts, default=0) < LEAST_ANSWERS:
        trial.passes = False
        trial.words = (
            f"{ruling.words} Several versions of the model answered, each to fewer than "
            f"{LEAST_ANSWERS} answers: that is too few to admit any of them."
        )
    trial.ruling_json = json.dumps(
        {
            "before": before.id if before else BASELINE,
            "compared": len(both),
            "to_people": sum(mark is None for mark in own),
            "alike": {
                kind: asdict(found) for kind, found in alike.shifts(marks, len(lines)).items()
            },
            "error_change": ruling.error_change,
            "pearson_change": ruling.pearson_change,
            "figures": asdict(figures),
        }
    )
    db.add(trial)
    if trial.passes:
        judge_waiting(db, trial, now=now)


def _passed(trial: GraderTrial) -> Passed:
    # What answered only a few was not measured; a person's reason stands for all that answered.
    answered = {
        backed
        for backed, count in answers_by(trial).items()
        if count >= LEAST_ANSWERS or trial.let_by
    }
    return Passed(
        trial.id,
        trial.model,
        trial.version,
        frozenset(answered),
        let_through=trial.let_by != "",
        samples=trial.samples,
    )


def _note(
    db: Session,
    person: Person,
    action: str,
    trial: GraderTrial,
    *,
    now: datetime,
    **detail: Any,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"grader_trial:{trial.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )
