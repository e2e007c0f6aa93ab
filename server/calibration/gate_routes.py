"""HTTP of the gate: calibration sets, trials of the language model, and who lets one through.

One rule: reviewers see where it stands; what changes which model scores is a super admin's, and
stands in the audit log.
"""

import json
from typing import Annotated

from fastapi import Query, Request, Response, status
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session, col, select

from server.auth.deps import Reviewer, SuperAdmin
from server.calibration import alike, chosen, files, sets, trials
from server.calibration.gate_views import (
    AnsweredView,
    CalibrationSetView,
    ChooseSet,
    GateView,
    GraderTrialView,
    LetThrough,
    NameSet,
)
from server.calibration.views import AgreementView, ShiftView, change_view
from server.candidate.requests import raw_body, read_body
from server.deps import Db, Now, Parts, PartsDep, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.models import CalibrationSet, GraderTrial, User
from server.refusals import Refused
from server.routers import feature_router
from server.scoring.judge import admission
from server.scoring.judge import service as judging
from server.views import Key, Line

_FILE = ("too_large", "unsupported_media", "file_unsafe", "file_unreadable")
_CHANGE = ("not_signed_in", "forbidden", "csrf", "calibration_state")
router = feature_router("/admin", "calibration")


@router.get("/calibration/gate", responses=problems("not_signed_in", "forbidden"))
def get_gate(person: Reviewer, parts: PartsDep, db: ReadDb) -> GateView:
    """Which model scores, on what proof, and how each one did that was measured."""
    return _view(db, parts, person.org_id)


@router.put(
    "/calibration/gate", responses=problems(*_CHANGE, "not_found", "malformed_body", "too_large")
)
def choose_set(asked: ChooseSet, person: SuperAdmin, parts: PartsDep, db: Db, now: Now) -> GateView:
    """Holds graders to another set, or to none."""
    sets.use(db, person, asked.set, now=now)
    db.flush()
    return _view(db, parts, person.org_id)


@router.post(
    "/calibration/sets",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, *_FILE) | leads_to(201, with_id("deleteSet")),
    openapi_extra=raw_body("application/octet-stream"),
)
async def keep_set(
    request: Request,
    person: SuperAdmin,
    parts: PartsDep,
    name: Annotated[Line, Query(description="What to call it.")],
) -> CalibrationSetView:
    """Keeps a CSV or XLSX file of graded answers as a calibration set, not in use yet.

    Columns as for measuring. At least 50 answers to 3 questions, 1,000 answers at most.
    """
    content = await read_body(request, files.LIMITS.bytes)

    def work() -> CalibrationSetView:
        found = files.read(content).answers
        with parts.database.write() as db:
            return _set(sets.keep(db, person, name.strip(), found, now=parts.now()))

    return await run_in_threadpool(work)


@router.post(
    "/calibration/sets/decided",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, "malformed_body", "too_large")
    | leads_to(201, with_id("deleteSet")),
)
def keep_decided(asked: NameSet, person: SuperAdmin, db: Db, now: Now) -> CalibrationSetView:
    """Keeps the newest answers that people have decided as a calibration set, not in use yet.

    Spoken and written ones, 1,000 at most; at least 50 to 3 questions.
    """
    row = chosen.keep(db, person, asked.name.strip(), now=now)
    db.flush()
    return _set(row)


@router.delete(
    "/calibration/sets/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_CHANGE, "not_found"),
)
def delete_set(id: Key, person: SuperAdmin, db: Db, now: Now) -> Response:
    """Deletes a set that is not in use, with its trials."""
    sets.delete(db, person, id, now=now)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/calibration/trials",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(*_CHANGE),
)
def begin_trial(person: SuperAdmin, parts: PartsDep, db: Db, now: Now) -> GateView:
    """Begins to measure the settings' model on the set in use; it takes some seconds an answer."""
    settings = parts.settings
    if settings.llm == "off":
        raise Refused("calibration_state", "No language model is set up (INVIGIL_LLM).")
    trials.begin(db, person, model=settings.llm_model, samples=settings.llm_samples, now=now)
    db.flush()
    return _view(db, parts, person.org_id)


@router.post(
    "/calibration/trials/{id}/let-through",
    responses=problems(*_CHANGE, "not_found", "malformed_body", "too_large"),
)
def let_through(
    id: Key, asked: LetThrough, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> GateView:
    """Lets a refused model score, with a reason."""
    trials.let_through(db, person, id, asked.reason.strip(), now=now)
    db.flush()
    return _view(db, parts, person.org_id)


def _view(db: Session, parts: Parts, org_id: str) -> GateView:
    settings = parts.settings
    kept = sets.listed(db, org_id)
    used = sets.in_use(db, org_id)
    found = trials.of_set(db, used.id) if used else []
    model = "" if settings.llm == "off" else settings.llm_model
    grader = (model, judging.VERSION, settings.llm_samples)
    backing = admission.choose(trials.gate(db, org_id), *grader)
    standing = "not_calibrated" if used is None else "not_admitted"
    if used is not None and backing and not (backing.instead_of or backing.samples_set):
        standing = "let_through" if backing.standing == "let_through" else "admitted"
    measured = (one for one in found if (one.model, one.version, one.samples) == grader)
    newest = next((one for one in measured if one.state == "measured"), None)
    if newest is not None and not trials.may_score(newest):
        # The name was admitted with other weights: what answers under it now was refused.
        standing, backing = "not_admitted", None
    if not model:
        standing, backing = "off", None
    actors = {one.let_by.removeprefix("user:") for one in found if one.let_by}
    names = dict(db.exec(select(User.id, User.name).where(col(User.id).in_(actors))).all())
    return GateView(
        standing=standing,
        model=model,
        version=judging.VERSION,
        samples=settings.llm_samples,
        scoring=backing.model if backing else "",
        scoring_samples=backing.samples if backing else 0,
        waiting=len(judging.unadmitted(db, org_id, limit=trials.MOST_WAITING)),
        sets=[_set(one, used) for one in kept],
        trials=[_trial(one, used, found, names) for one in found if used is not None],
    )


def _set(row: CalibrationSet, used: CalibrationSet | None = None) -> CalibrationSetView:
    return CalibrationSetView(
        id=row.id,
        name=row.name,
        source=row.source,  # pyright: ignore[reportArgumentType] -- stored from that type
        answers=row.answers,
        questions=row.questions,
        made_at=row.made_at,
        in_use=used is not None and used.id == row.id,
    )


def _trial(
    row: GraderTrial, used: CalibrationSet, found: list[GraderTrial], names: dict[str, str]
) -> GraderTrialView:
    told = json.loads(row.ruling_json)
    before = told.get("before", "")
    named = next((f"{one.model} ({one.version})" for one in found if one.id == before), before)
    return GraderTrialView(
        id=row.id,
        set_name=used.name,
        model=row.model,
        version=row.version,
        samples=row.samples,
        state=row.state,  # pyright: ignore[reportArgumentType] -- stored from that type
        done=len(json.loads(row.marks_json)),
        of=used.answers + alike.count(used.answers),
        may_score=trials.may_score(row),
        words=row.words,
        answered=[AnsweredView(**one) for one in json.loads(row.models_json)],
        compared_with=named,
        compared=told.get("compared", 0),
        to_people=told.get("to_people", 0),
        alike=[ShiftView(kind=kind, **one) for kind, one in told.get("alike", {}).items()],
        figures=AgreementView.model_validate(told["figures"]) if "figures" in told else None,
        error_change=change_view(told.get("error_change")),
        pearson_change=change_view(told.get("pearson_change")),
        let_by=names.get(row.let_by.removeprefix("user:"), row.let_by),
        let_reason=row.let_reason,
        made_at=row.made_at,
        settled_at=row.settled_at,
    )
