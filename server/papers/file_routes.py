"""Papers as files over HTTP: export, template, and import with a preview.

One rule: a preview and the taking over read the same file the same way; `preview` is only whether
anything is made.
"""

import re
from datetime import datetime
from typing import Annotated, Literal

from fastapi import File, Form, Query, Response, UploadFile
from sqlmodel import Session

from server import audit
from server.auth.deps import Author, AuthorOrScheduler
from server.auth.people import Person
from server.deps import Db, Now
from server.errors import problems
from server.papers import files, headings, service, uploads, versions
from server.papers.document import PaperDocument, PaperHead, QuestionDocument
from server.papers.files import Format, Item, PaperFile
from server.papers.rules import MAX_QUESTIONS
from server.papers.template import TEMPLATE
from server.papers.views import ColumnView, ImportedRow, ImportReport, RowFault
from server.refusals import Refused
from server.routers import feature_router
from server.sheets import Fault
from server.views import Key

_READ = ("not_signed_in", "forbidden", "not_found")
_UPLOAD = (
    "not_signed_in",
    "forbidden",
    "csrf",
    "malformed_body",
    "too_large",
    "unsupported_media",
    "file_unreadable",
    "file_unsafe",
)
_FORM_BYTES = 64 * 1024  # the form around the file
_FILES = {
    200: {
        "content": {
            files.JSON_TYPE: {"schema": {"type": "object"}},
            "text/csv": {"schema": {"type": "string", "format": "binary"}},
            files.XLSX_TYPE: {"schema": {"type": "string", "format": "binary"}},
        },
        "description": "The file.",
    }
}
router = feature_router("/admin", "papers", max_body_size=files.LIMITS.bytes + _FORM_BYTES)

Upload = Annotated[UploadFile, File(description="CSV, XLSX, or the JSON of an export.")]
Preview = Annotated[bool, Query(description="Only say what would be made.")]
Columns = Annotated[
    str,
    Form(
        max_length=20_000,
        description="What columns of a spreadsheet stand for, as JSON: "
        '`{"Question": "prompt", "Class": ""}`; the others are told by their headings.',
    ),
]
Take = Annotated[
    Literal["all", "good"],
    Query(description="`all`: nothing is made where a row has a fault; `good`: the other rows."),
]


@router.get("/papers/template", responses=_FILES | problems("not_signed_in", "forbidden"))
def download_template(person: Author, format: Format = "xlsx") -> Response:
    """A file to write one's questions into, with one of each kind."""
    return _file(TEMPLATE, format, name="invigil-questions")


@router.get("/papers/{id}/export", responses=_FILES | problems(*_READ), response_class=Response)
def export_paper(
    id: Key,
    person: AuthorOrScheduler,
    db: Db,
    now: Now,
    format: Format = "xlsx",
    version: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """The whole paper as a file; importing it again gives an equal paper."""
    paper = service.get_paper(db, person, id, lock=True)
    wanted = version or paper.version
    document = versions.read(db, paper, wanted, questions=service.questions_of(db, paper.id))
    audit.note(
        db,
        person.actor,
        "paper.exported",
        subject=f"paper:{paper.id}",
        at=now,
        org_id=paper.org_id,
        format=format,
        version=wanted,
    )
    return _file(document, format, name=f"{_slug(document.title)}-v{wanted}")


@router.post("/papers/import", responses=problems(*_UPLOAD))
def import_paper(
    person: Author,
    db: Db,
    now: Now,
    file: Upload,
    preview: Preview = False,
    take: Take = "all",
    columns: Columns = "",
) -> ImportReport:
    """Makes a new paper from a file; it is called as the file says, or as the file."""
    found = files.read(file.file.read(), headings.read_mapping(columns))
    crowded = _crowded(found, 0)
    if preview:
        return _report(found, crowded)
    _check(found, crowded, take)
    head = found.head or PaperHead(title=_title(file.filename))
    questions = [QuestionDocument(**dict(body)) for body in found.bodies]
    document = PaperDocument(**dict(head), questions=questions)
    paper = service.make_from(db, person, document, now=now)
    return _report(found, crowded, added=len(questions), paper_id=paper.id)


@router.post(
    "/papers/{id}/questions/upload",
    responses=problems(*_UPLOAD, "not_found", "file_locked", "no_text", "wrong_state"),
)
def upload_questions(
    id: Key,
    person: Author,
    db: Db,
    now: Now,
    file: Upload,
    what: Annotated[
        Literal["spreadsheet", "resume", "job_description"],
        Form(
            description="What the file is. From the last two questions are drafted, by a job: the "
            "answer names the document to ask for, and nothing enters the paper by itself."
        ),
    ] = "spreadsheet",
    preview: Preview = False,
    take: Take = "all",
    columns: Columns = "",
) -> ImportReport:
    """Adds a file's questions behind those of a paper, or drafts some from a document.

    A document's kinds are PDF, DOCX, TXT and MD; `preview` and `take` are for spreadsheets.
    """
    if what != "spreadsheet":
        return _document(db, person, id, file, what=what, now=now)
    found = files.read(
        file.file.read(), headings.read_mapping(columns)
    )  # before the database: SQLite has one writer's place
    paper = service.get_paper(db, person, id, lock=not preview)
    faults = _crowded(found, len(service.questions_of(db, paper.id)))
    if preview:
        return _report(found, faults, paper_id=paper.id)
    _check(found, faults, take)
    service.add_questions(db, person, paper, found.bodies, now=now)
    return _report(found, faults, added=len(found.bodies), paper_id=paper.id)


def _document(
    db: Session, person: Person, id: str, file: UploadFile, *, what: str, now: datetime
) -> ImportReport:
    content = file.file.read()  # before the database: SQLite has one writer's place
    paper = service.get_paper(db, person, id, lock=True)
    taken = uploads.take_document(
        db, person, paper, content, what=what, name=file.filename or "", now=now
    )
    return ImportReport(
        format="document",
        title=None,
        rows=[],
        faults=[],
        columns=[],
        meanings=[],
        notes=["Questions are being drafted. Approve those that are to be asked."],
        fitting=0,
        added=0,
        paper_id=paper.id,
        document_id=taken.id,
    )


def _check(found: PaperFile, crowded: list[Fault], take: str) -> None:
    wrong = crowded or (found.all_faults if take == "all" else [])
    if wrong:
        errors = [
            {
                "field": ", ".join(filter(None, [f"row {fault.row}", fault.column])),
                "message": fault.message,
                "row": fault.row,
                "column": fault.column,
            }
            for fault in wrong[:200]
        ]
        raise Refused(
            "invalid_request",
            "Nothing was taken over. Correct the named rows, or take over the others only.",
            errors=errors,
        )
    if found.items and not found.bodies:
        raise Refused("invalid_request", "No row of the file can be taken over.", errors=[])


def _crowded(found: PaperFile, there: int) -> list[Fault]:
    """The fault of a paper that would get too long, or nothing."""
    wanted = there + len(found.bodies)
    if wanted <= MAX_QUESTIONS:
        return []
    return [Fault(0, "", f"The paper would have {wanted} questions; it can have {MAX_QUESTIONS}.")]


def _report(
    found: PaperFile, faults: list[Fault], *, added: int = 0, paper_id: str | None = None
) -> ImportReport:
    return ImportReport(
        format=found.format,
        title=found.head.title if found.head else None,
        rows=[_row(item) for item in found.items],
        faults=[_fault(fault) for fault in (*found.faults, *faults)],
        columns=[
            ColumnView(heading=heading, meaning=meaning) for heading, meaning in found.columns
        ],
        meanings=list(headings.MEANINGS),
        notes=list(found.notes),
        fitting=len(found.bodies),
        added=added,
        paper_id=paper_id,
    )


def _row(item: Item) -> ImportedRow:
    def shown(name: str) -> str:
        value = item.given.get(name)
        return value[:200] if isinstance(value, str) else ""

    unread = any(fault.column == "marks" for fault in item.faults)
    marks = None if unread else item.given.get("marks", 10)
    return ImportedRow(
        row=item.row,
        fits=item.body is not None,
        kind=shown("kind"),
        prompt=shown("prompt"),
        topic=shown("topic"),
        difficulty=shown("difficulty") or "medium",
        marks=marks if isinstance(marks, int) and abs(marks) < 2**31 else None,
        faults=[_fault(fault) for fault in item.faults],
    )


def _fault(fault: Fault) -> RowFault:
    return RowFault(row=fault.row, column=fault.column, message=fault.message)


def _file(document: PaperDocument, format: Format, *, name: str) -> Response:
    content, media_type = files.write(document, format)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{format}"'}
    return Response(content, media_type=media_type, headers=headers)


def _slug(title: str) -> str:
    """A file name from a title: letters and digits of ASCII, nothing that a header can break on."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-").lower()[:60] or "paper"


def _title(name: str | None) -> str:
    """A title from a file's name, for files that have none; never an error."""
    plain = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", (name or "").replace("\\", "/").rpartition("/")[2])
    try:
        return PaperHead(title=" ".join(plain.split())[:200]).title
    except ValueError:
        return "Imported paper"
