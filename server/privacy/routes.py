"""HTTP of privacy: find a person, copy them, erase them; holds and receipts.

One rule: what concerns a person across interviews is for super admins, who see them all; a hold
and a receipt belong to the interview.
"""

import json
import os
import tempfile
from datetime import datetime

from fastapi import Response
from fastapi.responses import FileResponse
from sqlmodel import Session
from starlette.background import BackgroundTask

from server import audit, blind, holds
from server.auth.deps import Admin, InterviewReader, Reviewer, SuperAdmin
from server.auth.people import Person
from server.auth.step_up import STEP_UP, StepUp
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.models import Deletion, InterviewSession
from server.privacy import export, queries, rules, service
from server.privacy.rules import What
from server.privacy.views import (
    DeletionPage,
    DeletionView,
    ErasureRequest,
    ErasureView,
    HoldRequest,
    HoldView,
    KeptPerson,
    KeptView,
    PersonInterview,
    PersonRequest,
    Receipt,
    RetentionView,
)
from server.refusals import Refused
from server.routers import feature_router
from server.views import Cursor, Key, Limit, cursor_after, read_cursor

router = feature_router("/admin", "privacy", max_body_size=64 * 1024)
_ADMIN = ("not_signed_in", "forbidden")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")

BACKUPS = (
    "Backups made before still hold what was destroyed, with the keys: they end when you delete "
    "them. After restoring one, erase again; this list says what."
)


@router.get("/privacy/retention", responses=problems(*_ADMIN))
def get_retention(person: Admin, parts: PartsDep) -> RetentionView:
    """How long things are kept at most."""
    ages = service.ages(parts.settings)
    return RetentionView(
        templates=ages.templates,
        audio=ages.audio,
        evidence=ages.evidence,
        record=ages.record,
        results=max(ages.results, ages.record),
        backup_words=BACKUPS,
    )


@router.post("/privacy/person", responses=problems(*_CHANGE, "not_found"))
def find_person(asked: PersonRequest, person: SuperAdmin, db: Db, now: Now) -> KeptPerson:
    """Which interviews are kept of an address. By POST: addresses do not belong into logs."""
    found = queries.of_person(db, person, asked.email)
    if not found:
        raise Refused("not_found", "Nothing is kept under this address.")
    held = {one.id: holds.standing(db, one.id) is not None for one in found}
    audit.note(
        db,
        person.actor,
        "privacy.person_found",
        subject="privacy",
        at=now,
        org_id=person.org_id,
        interviews=[one.id for one in found],
    )
    return KeptPerson(
        email=asked.email.strip().lower(),
        interviews=[
            PersonInterview(
                **one.model_dump(include=set(PersonInterview.model_fields)),
                held=held[one.id],
                obstacle="A legal hold keeps it."
                if held[one.id]
                else rules.erasure_refusal(one.status) or "",
            )
            for one in found
        ],
    )


@router.post(
    "/privacy/export",
    responses=problems(*_CHANGE, STEP_UP, "not_found")
    | {200: {"content": {"application/zip": {}}}},
    response_class=Response,
)
def export_person(
    asked: PersonRequest,
    person: SuperAdmin,
    confirmed: StepUp,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> Response:
    """A copy of all that is kept of one person, points that a second reader must not see among it:
    whoever takes it is no second reader of these answers from then on."""
    found = queries.of_person(db, person, asked.email)
    if not found:
        raise Refused("not_found", "Nothing is kept under this address.")
    handle, path = tempfile.mkstemp(prefix="invigil-export-", suffix=".zip")
    try:
        with os.fdopen(handle, "wb") as out:
            opener = export.Opener(parts.settings, parts.keys)
            email = asked.email.strip().lower()
            files = export.write(db, out, email, interviews=found, opener=opener)
    except BaseException:
        os.unlink(path)
        raise
    for one in found:
        audit.note(
            db,
            person.actor,
            blind.EXPORTED,
            subject=f"interview:{one.id}",
            at=now,
            org_id=person.org_id,
            files=files,
        )
    return FileResponse(
        path,
        media_type="application/zip",
        filename="person.zip",
        headers={"Cache-Control": "private, no-store"},
        background=BackgroundTask(os.unlink, path),
    )


@router.post(
    "/privacy/erase", responses=problems(*_CHANGE, STEP_UP, "not_found", "on_hold", "wrong_state")
)
def erase_person(
    asked: ErasureRequest, person: SuperAdmin, confirmed: StepUp, db: Db, now: Now
) -> ErasureView:
    """Destroys all that is kept of one person, or nothing where something stands against it."""
    if asked.email.strip().lower() != asked.again.strip().lower():
        raise Refused(
            "invalid_request",
            errors=[{"field": "body.again", "message": "It is not the same address."}],
        )
    found = queries.of_person(db, person, asked.email, lock=True)
    if not found:
        raise Refused("not_found", "Nothing is kept under this address.")
    order = service.Order(What.PERSON, rules.ERASURE, person.actor, now)
    ordered = [service.erase(db, one, order) for one in found]
    service.drop_account(db, asked.email.strip().lower(), person.org_id)
    return ErasureView(deletions=[deletion_view(one) for one in ordered])


@router.get("/privacy/deletions", responses=problems(*_ADMIN))
def list_deletions(
    person: SuperAdmin, db: ReadDb, cursor: Cursor = None, limit: Limit = 50
) -> DeletionPage:
    """What was destroyed, newest first."""
    after = read_cursor(cursor)
    found = queries.deletion_page(db, person.org_id, after=after, limit=limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    return DeletionPage(
        items=[deletion_view(one) for one in page],
        next_cursor=cursor_after(last.asked_at, last.id) if last else None,
    )


@router.get(
    "/privacy/deletions/{id}/receipt.json",
    responses=problems(*_ADMIN, "not_found", "wrong_state"),
)
def get_receipt(id: Key, person: InterviewReader, db: ReadDb, response: Response) -> Receipt:
    """The signed receipt, to keep."""
    found = queries.deletion(db, person, interviews.visible_to(person), id)
    if found is None:
        raise Refused("not_found")
    if found.statement is None:
        raise Refused("wrong_state", "The last bytes are still being removed: try again soon.")
    response.headers["Content-Disposition"] = f'attachment; filename="deletion-{found.id}.json"'
    return Receipt(
        statement=found.statement.decode(), sig=found.sig, kid=found.kid, link=found.link
    )


@router.get("/result/{id}/kept", responses=problems(*_ADMIN, "not_found"))
def get_kept(id: Key, person: InterviewReader, parts: PartsDep, db: ReadDb) -> KeptView:
    """How long this interview's things stay, whether a hold keeps them, and what is gone."""
    interview = interviews.get_interview(db, person, id)
    hold = holds.standing(db, interview.id)
    return KeptView(
        ends_at=service.ended_at(db, interview),
        days=dict(service.kept_for(parts.settings, interview)),
        hold=HoldView.model_validate(hold.model_dump(include=set(HoldView.model_fields)))
        if hold
        else None,
        deletions=[deletion_view(one) for one in queries.deletions(db, interview.id)],
    )


@router.put(
    "/result/{id}/hold", status_code=204, responses=problems(*_CHANGE, "not_found", "erased")
)
def place_hold(id: Key, asked: HoldRequest, person: Reviewer, db: Db, now: Now) -> None:
    """Keeps everything of this interview until the hold is lifted. One that stands stays."""
    interview = interviews.get_interview(db, person, id, lock=True)
    if interview.erased_at is not None:
        raise Refused("erased")
    reason = asked.reason.strip()
    holds.place(db, interview.id, reason=reason, actor=person.actor, now=now)
    _note(db, person, interview, "hold.placed", now)


@router.delete(
    "/result/{id}/hold", status_code=204, responses=problems(*_ADMIN, "csrf", "not_found")
)
def lift_hold(id: Key, person: Reviewer, db: Db, now: Now) -> None:
    """Lifts the hold; what is due by then goes within the hour."""
    interview = interviews.get_interview(db, person, id, lock=True)
    holds.lift(db, interview.id)
    _note(db, person, interview, "hold.lifted", now)


def deletion_view(one: Deletion) -> DeletionView:
    """As it is told."""
    return DeletionView.model_validate(
        one.model_dump(include=set(DeletionView.model_fields))
        | {"counts": json.loads(one.counts_json)}
    )


def _note(
    db: Session, person: Person, interview: InterviewSession, action: str, now: datetime
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
    )
