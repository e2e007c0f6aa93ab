"""Documents and drafts over HTTP.

One rule: what is drafted is a proposal until somebody approves it.
"""

import json

from fastapi import status
from sqlmodel import Session

from server.auth.deps import Author, AuthorOrScheduler
from server.deps import Db, Now, ReadDb
from server.documents.document import WORDS
from server.drafting import service
from server.drafting.views import (
    DocumentList,
    DocumentView,
    DraftedView,
    DraftView,
    RemovedView,
    SourceView,
)
from server.errors import problems
from server.models import PaperDocument, QuestionDraft
from server.papers import service as papers
from server.papers.document import QuestionBody
from server.papers.views import QuestionChange
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_DECIDE = (*_ADMIN, "csrf", "wrong_state")
router = feature_router("/admin", "drafts", max_body_size=MAX_FORM_BYTES)


@router.get("/papers/{id}/documents", responses=problems(*_ADMIN))
def list_documents(id: Key, person: AuthorOrScheduler, db: ReadDb) -> DocumentList:
    """The resumes and job descriptions of a paper, with how far they are."""
    paper = papers.get_paper(db, person, id)
    counts = service.open_counts(db, paper.id)
    found = service.documents_of(db, paper.id)
    return DocumentList(items=[_document(one, counts.get(one.id, 0)) for one in found])


@router.get("/documents/{id}", responses=problems(*_ADMIN))
def get_document(id: Key, person: AuthorOrScheduler, db: ReadDb) -> DraftedView:
    """A document with its drafts, each with the sentence that it came from."""
    _, found = service.get_document(db, person, id)
    return _drafted(db, found)


@router.delete(
    "/documents/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf"),
)
def delete_document(id: Key, person: Author, db: Db, now: Now) -> None:
    """Forgets a document and its drafts; questions that were approved stay."""
    _, found = service.get_document(db, person, id, lock=True)
    service.forget(db, person, found, now=now)


@router.patch("/drafts/{id}", responses=problems(*_DECIDE, "malformed_body", "too_large"))
def change_draft(id: Key, asked: QuestionChange, person: Author, db: Db) -> DraftView:
    """Changes the fields of the drafted question that are given; `position` is not looked at."""
    _, _, draft = service.get_draft(db, person, id)
    fields = asked.given("language")
    fields.pop("position", None)
    service.change(draft, fields)
    db.add(draft)
    return _draft(draft)


@router.post("/drafts/{id}/approve", responses=problems(*_DECIDE))
def approve_draft(id: Key, person: Author, db: Db, now: Now) -> DraftView:
    """Makes the draft the paper's last question. A dismissed one can still be approved."""
    paper, _, draft = service.get_draft(db, person, id)
    service.approve(db, person, paper, draft, now=now)
    return _draft(draft)


@router.post("/drafts/{id}/dismiss", responses=problems(*_DECIDE))
def dismiss_draft(id: Key, person: Author, db: Db, now: Now) -> DraftView:
    """Puts the draft aside."""
    _, _, draft = service.get_draft(db, person, id)
    service.dismiss(db, person, draft, now=now)
    return _draft(draft)


def _drafted(db: Session, document: PaperDocument) -> DraftedView:
    drafts = [_draft(one) for one in service.drafts_of(db, document.id)]
    waiting = sum(one.state == "open" for one in drafts)
    return DraftedView(**dict(_document(document, waiting)), drafts=drafts)


def _document(document: PaperDocument, waiting: int) -> DocumentView:
    removed = [
        RemovedView(**one, words=WORDS[one["reason"]]) for one in json.loads(document.removed_json)
    ]
    plain = document.model_dump(
        exclude={"content", "sha256", "created_by", "removed_json", "notes_json"}
    )
    return DocumentView(
        **plain, removed=removed, notes=json.loads(document.notes_json), open_drafts=waiting
    )


def _draft(draft: QuestionDraft) -> DraftView:
    plain = draft.model_dump(
        include={"id", "document_id", "position", "state", "origin", "question_id"}
    )
    return DraftView(
        **plain,
        question=QuestionBody.model_validate_json(draft.body_json),
        source=SourceView(**service.source_of(draft).model_dump()),
    )
