"""HTTP of results. One rule: somebody else's interview is `not_found`, never `forbidden`."""

import csv
import io
import os
import tempfile
from typing import Annotated

from fastapi import Path, Query, Response
from fastapi.responses import FileResponse
from sqlmodel import Session
from starlette.background import BackgroundTask

from server import audit, blind
from server.auth.deps import ProctorOrReviewer, Reviewer
from server.auth.people import Person
from server.auth.step_up import STEP_UP, StepUp
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.models import InterviewSession
from server.proctoring import service as proctoring
from server.refusals import Refused
from server.results import dossier, queries, record, rules, service
from server.results.filters import Wanted
from server.results.page import points, result_json, result_view, without
from server.results.views import (
    ResultChange,
    ResultColumn,
    ResultPage,
    ResultSummary,
    ResultView,
)
from server.results.wanted import cursor_after, read_cursor
from server.routers import feature_router
from server.views import Cursor, Key, Limit
from shared.ids import ID_PATTERN, SHA256_PATTERN

router = feature_router("/admin", "results")

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_PRIVATE = {"Cache-Control": "private, no-store"}
MAX_CSV_LINES = 10_000
"""One download; whoever needs more narrows it down."""


@router.get("/results", responses=problems("not_signed_in", "forbidden"))
def list_results(
    person: Reviewer, db: ReadDb, wanted: Wanted, cursor: Cursor = None, limit: Limit = 50
) -> ResultPage:
    """Interviews that were started, with their totals."""
    sight = _sight(db, person)
    after = read_cursor(cursor, wanted.order)
    found = queries.page(db, sight, wanted, after=after, limit=limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    return ResultPage(
        items=_summaries(page, sight),
        next_cursor=cursor_after(wanted.order, last.place) if last else None,
    )


@router.get(
    "/results.csv",
    responses=problems("not_signed_in", "forbidden", STEP_UP)
    | {200: {"content": {"text/csv": {}}}},
    response_class=Response,
)
def download_results(
    person: Reviewer,
    confirmed: StepUp,
    db: Db,
    now: Now,
    wanted: Wanted,
    columns: Annotated[
        list[ResultColumn], Query(description="In this order; leave out for all.")
    ] = [],  # noqa: B006
) -> Response:
    """The list with its filters and order for a spreadsheet, RFC 4180; nothing in it calculates."""
    sight = _sight(db, person)
    found = queries.page(db, sight, wanted, after=None, limit=MAX_CSV_LINES)
    out = io.StringIO()
    writer = csv.writer(out)
    shown = list(dict.fromkeys(columns)) or [
        name for name in ResultSummary.model_fields if name != "id"
    ]
    writer.writerow(["interview", *shown])
    for line in _summaries(found, sight):
        values = line.model_dump(mode="json")
        writer.writerow(
            [line.id]
            + [
                rules.spreadsheet_text("" if values[name] is None else str(values[name]))
                for name in shown
            ]
        )
    audit.note(
        db,
        person.actor,
        "results.downloaded",
        subject="results",
        at=now,
        org_id=person.org_id,
        lines=len(found),
    )
    return Response(
        out.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="results.csv"'},
    )


@router.get("/result/{id}", response_model=ResultView, responses=problems(*_ADMIN))
def get_result(id: Key, person: Reviewer, db: ReadDb) -> Response:
    """Everything that one review page needs."""
    return _for(db, person, interviews.get_interview(db, person, id))


@router.patch(
    "/result/{id}",
    response_model=ResultView,
    responses=problems(*_ADMIN, "csrf", "malformed_body"),
)
def change_result(
    id: Key, asked: ResultChange, person: Reviewer, parts: PartsDep, db: Db, now: Now
) -> Response:
    """Overrides scores, each with a reason, and writes the note."""
    interview = interviews.get_interview(db, person, id, lock=True)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    for one in asked.overrides:
        decision = rules.Decision(one.question, rules.milli(one.points), one.reason.strip())
        service.override(db, looker, interview, decision=decision)
    if asked.note is not None:
        service.write_note(db, looker, interview, asked.note)
    db.flush()
    return _for(db, person, interview)


def _for(db: Session, person: Person, interview: InterviewSession) -> Response:
    """The page for this person: a second reader sees no points of what they may still read."""
    view = without(result_view(db, interview), blind.withheld(db, person, interview.id))
    content = result_json(view, proctoring.events(db, interview.id))
    return Response(content, media_type="application/json")


@router.get(
    "/result/{id}/evidence/{sha256}",
    responses=problems(*_ADMIN) | {200: {"content": {"image/*": {}}}},
    response_class=Response,
)
def get_evidence(
    id: Key,
    sha256: Annotated[str, Path(pattern=SHA256_PATTERN)],
    person: ProctorOrReviewer,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> Response:
    """A picture of the record, opened. The review is written down once in half an hour."""
    interview = interviews.get_interview(db, person, id)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    opened = service.look(db, looker, interview, address=sha256)
    return _blob(opened, {"image/jpeg", "image/png", "audio/ogg"})


@router.get(
    "/result/{id}/audio/{question}",
    responses=problems(*_ADMIN) | {200: {"content": {"audio/ogg": {}}}},
    response_class=Response,
)
def get_audio(
    id: Key,
    question: Annotated[str, Path(pattern=ID_PATTERN)],
    person: Reviewer,
    parts: PartsDep,
    db: Db,
    now: Now,
    take: Annotated[int | None, Query(ge=1, le=1000, description="Default: the last.")] = None,
) -> Response:
    """One take of a spoken answer as a single Ogg file. The listening is written down."""
    interview = interviews.get_interview(db, person, id)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    take = take or service.last_take(db, interview.id, question)
    opened = service.listen(db, looker, interview, question=question, take=take)
    return _blob(opened, {"audio/ogg"})


@router.get(
    "/result/{id}/report.pdf",
    responses=problems(*_ADMIN) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
)
def get_report(id: Key, person: Reviewer, parts: PartsDep, now: Now) -> Response:
    """The report to print or to keep; the same state gives the same bytes."""
    from server.results import drawing, fonts  # fpdf is a tenth of a second of the start

    # Drawing takes seconds: the interview's row is not held meanwhile.
    with parts.database.write() as db:
        interview = interviews.get_interview(db, person, id, lock=True)
        told = dossier.gather(
            db,
            interview,
            settings=parts.settings,
            keys=parts.keys,
            withheld=blind.withheld(db, person, interview.id),
        )
        looker = service.Looker(person, parts.settings, parts.keys, now)
        service.note_download(db, looker, interview, "report.downloaded")
    content = drawing.draw(told, fonts.find(parts.settings.report_fonts))
    return Response(
        content,
        media_type="application/pdf",
        headers=_PRIVATE | {"Content-Disposition": f'attachment; filename="report-{id}.pdf"'},
    )


@router.get(
    "/result/{id}/record.zip",
    responses=problems(*_ADMIN, STEP_UP, "reading_waits")
    | {200: {"content": {"application/zip": {}}}},
    response_class=Response,
)
def get_record(
    id: Key, person: Reviewer, confirmed: StepUp, parts: PartsDep, db: Db, now: Now
) -> Response:
    """The signed record as stored, with the interview's key: whoever has it can read all of it."""
    interview = interviews.get_interview(db, person, id, lock=True)
    if blind.withheld(db, person, interview.id):
        # Its bytes are signed: it is handed out whole or not at all.
        raise Refused("reading_waits")
    handle, path = tempfile.mkstemp(prefix="invigil-record-", suffix=".zip")
    try:
        with os.fdopen(handle, "wb") as out:
            blobs = record.write(db, out, interview, settings=parts.settings, keys=parts.keys)
    except BaseException:
        os.unlink(path)
        raise
    looker = service.Looker(person, parts.settings, parts.keys, now)
    service.note_download(
        db, looker, interview, "record.downloaded", head=interview.head_seq, blobs=blobs
    )
    return FileResponse(
        path,
        media_type="application/zip",
        filename=f"record-{id}.zip",
        headers=_PRIVATE,
        background=BackgroundTask(os.unlink, path),
    )


def _blob(opened: service.Opened, allowed: set[str]) -> Response:
    # The type was said by the candidate's machine: only harmless ones are shown as such.
    known = opened.media_type if opened.media_type in allowed else "application/octet-stream"
    headers = {
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(opened.content, media_type=known, headers=headers)


def _sight(db: Session, person: Person) -> queries.Sight:
    return queries.Sight(interviews.visible_to(person), blind.interviews(db, person))


def _summaries(page: list[queries.Line], sight: queries.Sight) -> list[ResultSummary]:
    return [
        ResultSummary.model_validate(
            {
                **interview.model_dump(include=set(ResultSummary.model_fields)),
                "points": points(result.total_milli)
                if result and interview.id not in sight.withheld
                else None,
                "withheld": interview.id in sight.withheld,
                "max_marks": result.max_marks if result else 0,
                "state": result.state if result else "open",
                "high": interview.high_signals,
                "medium": interview.medium_signals,
                "shortlisted": line.shortlisted,
            }
        )
        for line in page
        for interview, result in ((line.interview, line.result),)
    ]
