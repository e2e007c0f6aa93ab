"""Documents and drafts on the wire. One rule: of a document's text only the drafts' sentences."""

from datetime import datetime
from typing import Literal

from server.documents.document import Reason
from server.papers.document import QuestionBody
from server.views import View

State = Literal["waiting", "reading", "drafting", "ready", "refused"]


class RemovedView(View):
    """Something in the file that a reader does not see."""

    reason: Reason
    words: str
    """The reason, as people say it."""
    characters: int
    page: int | None
    sample: str
    """Its beginning."""


class DocumentView(View):
    """A document of a paper."""

    id: str
    paper_id: str
    what: Literal["resume", "job_description"]
    name: str
    size: int
    """Bytes."""
    state: State
    steps_done: int
    steps: int
    """Of `drafting`; 0 of 0 where it is not known."""
    problem: str
    """The code of a refusal; empty for none."""
    problem_words: str
    """What is wrong with the file, and what to do."""
    removed: list[RemovedView]
    notes: list[str]
    drafted_by: str
    """`rules`, or `model:` and its name; empty until it is ready."""
    open_drafts: int
    created_at: datetime
    settled_at: datetime | None


class SourceView(View):
    """The sentence that a draft came from."""

    quote: str
    page: int | None
    """From 1; null where the format has no pages."""
    paragraph: int
    start: int
    """First character in the paragraph."""
    end: int


class DraftView(View):
    """A drafted question."""

    id: str
    document_id: str
    position: int
    state: Literal["open", "approved", "dismissed"]
    question: QuestionBody
    source: SourceView
    origin: str
    question_id: str | None
    """The question that it became."""


class DocumentList(View):
    """A paper's documents, newest first."""

    items: list[DocumentView]


class DraftedView(DocumentView):
    """A document with its drafts."""

    drafts: list[DraftView]
