"""Documents that questions are drafted from, and the drafts until somebody decides.

One rule: the file itself is gone once it was read; of its text only the drafts' sentences stay.
"""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field

from server.models.base import Table, big, id_field, made_at, named, ref, utc


class PaperDocument(Table, table=True):
    """A resume or a job description that somebody uploaded to a paper."""

    __tablename__ = named("paper_documents")
    __table_args__ = (Index("ix_paper_documents_paper_id_created_at", "paper_id", "created_at"),)

    id: str = id_field()
    paper_id: str = ref("question_papers.id")
    what: str = Field(max_length=20)
    """`resume` or `job_description`."""
    name: str = Field(default="", max_length=200)
    """As the file was called."""
    sha256: str = Field(max_length=64)
    size: int = big()
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    """The file; None once it was read or refused."""
    state: str = Field(default="waiting", max_length=12)
    """`waiting`, `reading`, `drafting`, `ready` or `refused`."""
    steps_done: int = 0
    steps: int = 0
    """Progress of `drafting`; 0 of 0 where it is not known."""
    problem: str = Field(default="", max_length=40)
    """Code of a refusal (`shared.problems`)."""
    problem_words: str = Field(default="", sa_type=Text)
    removed_json: str = Field(default="[]", sa_type=Text)
    """List of `server.documents.document.Removed`."""
    notes_json: str = Field(default="[]", sa_type=Text)
    """Sentences on what was left out or assumed."""
    drafted_by: str = Field(default="", max_length=100)
    """`rules`, or `model:` and its name."""
    created_by: str = ref("users.id", ondelete="RESTRICT")
    created_at: datetime = made_at()
    settled_at: datetime | None = utc(None)


class QuestionDraft(Table, table=True):
    """A drafted question with the sentence that it came from."""

    __tablename__ = named("question_drafts")
    __table_args__ = (Index("ix_question_drafts_document_id_position", "document_id", "position"),)

    id: str = id_field()
    document_id: str = ref("paper_documents.id")
    position: int
    body_json: str = Field(sa_type=Text)
    """A `server.papers.document.QuestionBody`."""
    source_json: str = Field(sa_type=Text)
    """A `server.documents.document.Source`."""
    origin: str = Field(default="rules", max_length=100)
    state: str = Field(default="open", max_length=12)
    """`open`, `approved` or `dismissed`."""
    question_id: str | None = Field(default=None, max_length=32)
    """The question that it became; that row may be gone by now."""
    decided_by: str | None = Field(default=None, max_length=32)
    decided_at: datetime | None = utc(None)
