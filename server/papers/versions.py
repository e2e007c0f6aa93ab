"""Versions of papers that interviews use.

One rule: a version is written once, when the first interview is made from it, and stays as it is.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from server.db import insert_unless_there
from server.models import InterviewSession, PaperVersion, Question, QuestionPaper
from server.papers.document import PaperDocument, as_json, document_of
from server.refusals import Refused
from shared.ids import new_id, sha256_hex


@dataclass(frozen=True, slots=True)
class Kept:
    """A version in the list of a paper's versions."""

    version: int
    made_at: datetime
    """When the first interview was made from it."""
    interviews: int
    question_count: int
    marks: int


def keep(db: Session, paper: QuestionPaper, questions: list[Question], *, now: datetime) -> None:
    """Freezes a locked paper as it stands, unless this version is frozen already."""
    there = select(PaperVersion.id).where(
        PaperVersion.paper_id == paper.id, PaperVersion.version == paper.version
    )
    if db.exec(there).first() is not None:
        return  # the unique key decides below; this spares a thousand invites the document
    text = as_json(document_of(paper, questions))
    insert_unless_there(
        db,
        PaperVersion,
        {
            "id": new_id(),
            "paper_id": paper.id,
            "version": paper.version,
            "document_json": text,
            "sha256": sha256_hex(text.encode()),
            "question_count": len(questions),
            "marks": sum(question.marks for question in questions),
            "made_at": now,
        },
        by=("paper_id", "version"),
    )


def kept(db: Session, paper: QuestionPaper, *, limit: int) -> list[Kept]:
    """The paper's versions that interviews use, newest first."""
    used = (
        select(InterviewSession.paper_version, func.count())
        .where(InterviewSession.paper_id == paper.id)
        .group_by(col(InterviewSession.paper_version))
    )
    counts: dict[int, int] = dict(db.exec(used).all())
    query = select(
        PaperVersion.version,
        PaperVersion.made_at,
        PaperVersion.question_count,
        PaperVersion.marks,
    ).where(PaperVersion.paper_id == paper.id)
    found = db.exec(query.order_by(col(PaperVersion.version).desc()).limit(limit))
    return [
        Kept(version, made_at, counts.get(version, 0), questions, marks)
        for version, made_at, questions, marks in found
    ]


def read(
    db: Session, paper: QuestionPaper, version: int, *, questions: list[Question]
) -> PaperDocument:
    """A version that was kept, or the paper as it stands; refuses `not_found`."""
    query = select(PaperVersion).where(
        PaperVersion.paper_id == paper.id, PaperVersion.version == version
    )
    if (row := db.exec(query).one_or_none()) is not None:
        return PaperDocument.model_validate_json(row.document_json)
    if version == paper.version:
        return document_of(paper, questions)
    raise Refused("not_found", f"Version {version} was not kept: no interview was made from it.")
