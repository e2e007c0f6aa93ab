"""Many invitations from one file, many changes in one request, and the list as a file.

One rule: a preview writes nothing and says the same as what follows; links of new invitations are
in the answer that made them, and nowhere else.
"""

from typing import Annotated, Literal

from fastapi import Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from server import audit
from server.auth.deps import InterviewReader, Scheduler
from server.auth.step_up import STEP_UP, StepUp
from server.candidate.requests import raw_body, read_body
from server.deps import Db, Now, PartsDep
from server.errors import problems
from server.interviews import bulk, intake, links, queries
from server.interviews.bulk import Setup
from server.interviews.filters import Wanted
from server.interviews.views import (
    BulkChange,
    BulkChanged,
    BulkFault,
    BulkRow,
    BulkView,
    ChangedOne,
    InterviewSummary,
)
from server.mail import service as mail
from server.papers import service as papers
from server.refusals import Refused
from server.routers import feature_router
from server.sheets import CSV_TYPE, Limits, read_table, write_csv
from server.spoken import service as spoken
from shared.ids import ID_PATTERN
from shared.policy import Policy
from shared.problems import PROBLEMS

MAX_LISTED = 10_000
"""Most lines of the list as a file."""
LIMITS = Limits(cell_chars=1000)
_FILE = ("too_large", "unsupported_media", "file_unsafe", "file_unreadable")
_CHANGE = ("not_signed_in", "forbidden", "csrf", "malformed_body", "too_large")
_RESULT = ("row", "email", "name", "outcome", "interview", "status", "link", "faults")
router = feature_router("/admin", "interviews")


@router.post(
    "/interviews/bulk",
    responses=problems(
        "not_signed_in",
        "forbidden",
        "not_found",
        "csrf",
        *_FILE,
        "paper_empty",
        "question_untested",
        "draw_impossible",
        "wrong_state",
        "rows_faulty",
    )
    | {200: {"content": {"text/csv": {}}}},
    response_model=BulkView,
    openapi_extra=raw_body("application/octet-stream"),
)
async def invite_many(
    request: Request,
    person: Scheduler,
    parts: PartsDep,
    now: Now,
    paper_id: Annotated[str, Query(pattern=ID_PATTERN)],
    commit: Annotated[
        bool, Query(description="Makes the invitations; left out: only says what would be.")
    ] = False,
    rows: Annotated[
        Literal["all", "good"],
        Query(description="`all`: makes none while a row has a fault. `good`: leaves those out."),
    ] = "all",
    zone: Annotated[str, Query(max_length=64, description="Where a row names none.")] = "UTC",
    opens_at: Annotated[str, Query(max_length=40, description="Where a row names none.")] = "",
    closes_at: Annotated[str, Query(max_length=40, description="Where a row names none.")] = "",
    answer: Annotated[Literal["json", "csv"], Query(description="How the result comes.")] = "json",
) -> BulkView | Response:
    """Invites everybody in a CSV or XLSX file, once: an address that is there is left as it is.

    The body is the file. Columns: name, email, opens_at, closes_at, zone, duration_min,
    extra_time_percent, accommodations. Times without an offset are in the row's zone.
    """
    content = await read_body(request, LIMITS.bytes)
    usual = {"zone": zone, "opens_at": opens_at, "closes_at": closes_at}

    def work() -> BulkView:
        table = read_table(content, limits=LIMITS)
        if words := intake.missing_columns(table):
            raise Refused("file_unreadable", words)
        read = [intake.read(row, usual, now) for row in table.rows]
        setup = Setup(parts.keys, now, mail.post_of(parts.settings))
        invitations = [row.invitation for row in read]
        with parts.database.write() as db:
            paper = papers.get_paper(db, person, paper_id, lock=True)
            if commit:
                if rows == "all" and any(row.faults for row in read):
                    raise Refused("rows_faulty")
                made = bulk.invite_all(db, person, paper, invitations=invitations, setup=setup)
                if parts.voices is not None and any(one.outcome == "made" for one in made):
                    policy = Policy.model_validate_json(paper.policy_json)
                    spoken.wish_for_paper(db, paper, policy, now=now)
            else:
                emails = [one.candidate_email.lower() for one in invitations if one]
                made = bulk.sort(invitations, bulk.already_there(db, paper, emails))
        lines = [
            BulkRow(
                row=row.number,
                email=row.email,
                name=row.name,
                outcome=one.outcome,
                interview=one.interview or None,
                status=one.status,
                invite_url=links.invite_url(parts.settings, one.secret) if one.secret else None,
                faults=[
                    BulkFault(column=fault.column, message=fault.message) for fault in row.faults
                ],
            )
            for row, one in zip(read, made, strict=True)
        ]
        return BulkView(committed=commit, notes=list(table.notes), rows=lines)

    view = await run_in_threadpool(work)
    if answer == "json":
        return view
    return _file("invitations.csv", write_csv(_RESULT, [_line(row) for row in view.rows]))


@router.post(
    "/interviews/change-many", responses=problems(*_CHANGE, "mail_off"), name="change_many"
)
def change_many(
    asked: BulkChange, person: Scheduler, parts: PartsDep, db: Db, now: Now
) -> BulkChanged:
    """Cancels, moves or mails many interviews; each is answered for itself."""
    if asked.invite_again and not parts.settings.mails:
        raise Refused("mail_off")
    setup = Setup(parts.keys, now, mail.post_of(parts.settings))
    fields = asked.given()
    keys = fields.pop("ids")
    done = bulk.change_all(db, person, keys, fields=fields, setup=setup)
    return BulkChanged(
        items=[
            ChangedOne(
                id=one.id,
                code=one.code or None,
                detail=(one.detail or PROBLEMS[one.code][2]) if one.code else "",
            )
            for one in done
        ]
    )


@router.get(
    "/interviews.csv",
    responses=problems("not_signed_in", "forbidden", STEP_UP)
    | {200: {"content": {"text/csv": {}}}},
    response_class=Response,
)
def download_interviews(
    person: InterviewReader, confirmed: StepUp, wanted: Wanted, db: Db, now: Now
) -> Response:
    """The list for a spreadsheet with the same filters, newest first; nothing in it calculates."""
    found = queries.list_interviews(db, person, wanted, after=None, limit=MAX_LISTED)
    columns = [
        name
        for name in InterviewSummary.model_fields
        if name not in ("no_show", "mail_state", "created_by")
    ]
    lines = [{name: _text(getattr(interview, name)) for name in columns} for interview in found]
    audit.note(
        db,
        person.actor,
        "interviews.downloaded",
        subject="interviews",
        at=now,
        org_id=person.org_id,
        lines=len(lines),
    )
    return _file("interviews.csv", write_csv(columns, lines))


def _line(row: BulkRow) -> dict[str, str | int | None]:
    faults = " ".join(f"{fault.column}: {fault.message}" for fault in row.faults)
    return {
        "row": row.row,
        "email": row.email,
        "name": row.name,
        "outcome": row.outcome,
        "interview": row.interview,
        "status": row.status,
        "link": row.invite_url,
        "faults": faults,
    }


def _text(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    return "" if value is None else str(isoformat() if isoformat else value)


def _file(name: str, content: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=CSV_TYPE, headers=headers)
