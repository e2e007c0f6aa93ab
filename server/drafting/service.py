"""Documents of a paper and what was drafted from them; approving, changing, dismissing.

One rule: a draft becomes a question in the transaction in which a person approves it, once.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person
from server.documents.document import Document, Source, stands
from server.drafting.rules import Draft, Drafted
from server.models import PaperDocument, Question, QuestionDraft, QuestionPaper
from server.papers import service as papers
from server.papers.document import QuestionBody
from server.papers.marking import Criterion, KeyPoint
from server.refusals import Refused

MARKS = 10


def body_of(draft: Draft) -> QuestionBody:
    """A draft as the question that it would become."""
    return QuestionBody(
        kind="spoken",
        prompt=draft.prompt,
        topic=draft.topic[:200],
        difficulty=draft.difficulty,
        marks=MARKS,
        time_limit_s=draft.time_limit_s,
        key_points=[KeyPoint(text=point) for point in draft.key_points],
        rubric=[Criterion(name=draft.criterion, levels=list(draft.levels))],
    )


def documents_of(db: Session, paper_id: str) -> list[PaperDocument]:
    """A paper's documents, newest first."""
    query = select(PaperDocument).where(PaperDocument.paper_id == paper_id)
    return list(
        db.exec(query.order_by(col(PaperDocument.created_at).desc(), col(PaperDocument.id)))
    )


def open_counts(db: Session, paper_id: str) -> dict[str, int]:
    """How many drafts of each of a paper's documents wait for a decision."""
    found = db.exec(
        select(QuestionDraft.document_id, func.count())
        .join(PaperDocument, col(PaperDocument.id) == col(QuestionDraft.document_id))
        .where(PaperDocument.paper_id == paper_id, QuestionDraft.state == "open")
        .group_by(col(QuestionDraft.document_id))
    )
    return dict(found.all())


def get_document(
    db: Session, person: Person, key: str, *, lock: bool = False
) -> tuple[QuestionPaper, PaperDocument]:
    """A document of a visible paper; refuses `not_found`. `lock` keeps others from the paper."""
    found = db.exec(select(PaperDocument).where(PaperDocument.id == key)).one_or_none()
    if found is None:
        raise Refused("not_found")
    return papers.get_paper(db, person, found.paper_id, lock=lock), found


def drafts_of(db: Session, document_id: str) -> list[QuestionDraft]:
    """A document's drafts, in order."""
    query = select(QuestionDraft).where(QuestionDraft.document_id == document_id)
    return list(db.exec(query.order_by(col(QuestionDraft.position))))


def get_draft(
    db: Session, person: Person, key: str
) -> tuple[QuestionPaper, PaperDocument, QuestionDraft]:
    """A draft of a visible paper, which nobody else changes meanwhile; refuses `not_found`."""
    home = db.exec(select(QuestionDraft.document_id).where(QuestionDraft.id == key)).one_or_none()
    if home is None:
        raise Refused("not_found")
    paper, document = get_document(db, person, home, lock=True)
    # Read only now: while waiting for the paper somebody else may have decided.
    query = select(QuestionDraft).where(QuestionDraft.id == key)
    found = db.exec(query.execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise Refused("not_found")
    return paper, document, found


def change(draft: QuestionDraft, fields: Mapping[str, Any]) -> None:
    """Sets `fields` of the question; refuses `wrong_state` where it is in the paper already."""
    _check_open(draft)
    before = QuestionBody.model_validate_json(draft.body_json)
    after = QuestionBody.model_validate(dict(before) | dict(fields))
    draft.body_json = after.model_dump_json()


def approve(
    db: Session, person: Person, paper: QuestionPaper, draft: QuestionDraft, *, now: datetime
) -> Question:
    """Adds the question behind those of a locked paper; refuses `wrong_state` the second time."""
    _check_open(draft)
    body = QuestionBody.model_validate_json(draft.body_json)
    [question] = papers.add_questions(db, person, paper, [body], now=now)
    draft.state, draft.question_id = "approved", question.id
    _decided(db, person, draft, now)
    return question


def dismiss(db: Session, person: Person, draft: QuestionDraft, *, now: datetime) -> None:
    """Puts a draft aside; it can still be approved. Refuses `wrong_state` once it is a question."""
    _check_open(draft)
    draft.state = "dismissed"
    _decided(db, person, draft, now)


def forget(db: Session, person: Person, document: PaperDocument, *, now: datetime) -> None:
    """Removes a document with its drafts; questions that were approved stay."""
    db.delete(document)
    audit.note(
        db,
        person.actor,
        "document.forgotten",
        subject=f"paper:{document.paper_id}",
        at=now,
        org_id=person.org_id,
        document=document.id,
    )


def settle(
    db: Session, document_id: str, document: Document, drafted: Drafted, *, by: str, now: datetime
) -> None:
    """Keeps the drafts, those whose sentence stands in the document, and forgets the file."""
    if not _taken(db, document_id):
        return  # forgotten in the meantime, or settled by another worker
    true = [one for one in drafted.drafts if stands(one.source, document)]
    for position, one in enumerate(true, start=1):
        db.add(
            QuestionDraft(
                document_id=document_id,
                position=position,
                body_json=body_of(one).model_dump_json(),
                source_json=one.source.model_dump_json(),
                origin=by,
            )
        )
    _settle(
        db,
        document_id,
        state="ready",
        removed_json=json.dumps([one.model_dump() for one in document.removed]),
        notes_json=json.dumps([*document.notes, *drafted.notes], ensure_ascii=False),
        drafted_by=by,
        settled_at=now,
    )


def refuse(db: Session, document_id: str, refusal: Refused, *, words: str, now: datetime) -> None:
    """Notes why a document is not read, and forgets the file."""
    if _taken(db, document_id):
        _settle(
            db,
            document_id,
            state="refused",
            problem=refusal.code,
            problem_words=words,
            settled_at=now,
        )


def note_progress(db: Session, document_id: str, state: str, done: int = 0, of: int = 0) -> None:
    """Says how far a job is, for whoever waits."""
    db.execute(
        update(PaperDocument)
        .where(col(PaperDocument.id) == document_id, col(PaperDocument.content).is_not(None))
        .values(state=state, steps_done=done, steps=of)
    )


def prompts_of(db: Session, paper_id: str) -> Sequence[str]:
    """What a paper asks, and what drafts of it wait or were dismissed: none is drafted again."""
    questions = [question.prompt for question in papers.questions_of(db, paper_id)]
    drafts = db.exec(
        select(QuestionDraft.body_json)
        .join(PaperDocument, col(PaperDocument.id) == col(QuestionDraft.document_id))
        .where(PaperDocument.paper_id == paper_id)
    )
    return [*questions, *(QuestionBody.model_validate_json(one).prompt for one in drafts)]


def source_of(draft: QuestionDraft) -> Source:
    """Where the draft's sentence stands."""
    return Source.model_validate_json(draft.source_json)


def _taken(db: Session, document_id: str) -> bool:
    """Takes the file out of the database; whether it was there."""
    taken = db.execute(
        update(PaperDocument)
        .where(col(PaperDocument.id) == document_id, col(PaperDocument.content).is_not(None))
        .values(content=None)
    )
    return taken.rowcount == 1  # pyright: ignore[reportAttributeAccessIssue] -- UPDATE answers a CursorResult


def _settle(db: Session, document_id: str, **values: Any) -> None:
    db.execute(update(PaperDocument).where(col(PaperDocument.id) == document_id).values(**values))


def _check_open(draft: QuestionDraft) -> None:
    if draft.state == "approved":
        raise Refused("wrong_state", "This draft is a question of the paper already: change that.")


def _decided(db: Session, person: Person, draft: QuestionDraft, now: datetime) -> None:
    draft.decided_by, draft.decided_at = person.id, now
    db.add(draft)
    audit.note(
        db,
        person.actor,
        f"draft.{draft.state}",
        subject=f"draft:{draft.id}",
        at=now,
        org_id=person.org_id,
    )
