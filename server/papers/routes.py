"""Papers and questions over HTTP.

One rule: somebody else's paper is `not_found`, never `forbidden`: its existence is not told.
"""

from typing import Annotated, Any

from fastapi import Query, status
from sqlmodel import Session

from server.auth.deps import Author, AuthorOrScheduler
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.links import leads_to, with_body, with_id
from server.models import Question, QuestionPaper
from server.papers import queries, service
from server.papers.document import Difficulty, question_fields
from server.papers.views import (
    PaperChange,
    PaperPage,
    PaperRequest,
    PaperSummary,
    PaperView,
    QuestionChange,
    QuestionList,
    QuestionRequest,
    QuestionView,
)
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor
from shared.exam import QuestionKind
from shared.policy import Policy

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")
_OF_A_PAPER = leads_to(
    201,
    with_id(
        *("getPaper", "changePaper", "deletePaper", "duplicatePaper", "exportPaper"),
        *("listQuestions", "createQuestion", "getDraw", "setDraw", "getPaperAccess"),
        *("sharePaper", "listVersions", "listDocuments", "listChecks"),
    ),
    with_body("createInterview", paper_id="id"),
)
_OF_A_QUESTION = leads_to(
    201,
    with_id(
        *("getQuestion", "changeQuestion", "deleteQuestion", "restoreQuestion"),
        *("duplicateQuestion", "checkQuestion", "waiveCheck"),
    ),
    with_id("getPaper", "listQuestions", at="paper_id"),
    with_body("createInterview", paper_id="paper_id"),
)
Search = Annotated[
    str | None, Query(max_length=100, pattern=r"^[^\x00]*$", description="In its texts.")
]
router = feature_router("/admin", "papers", max_body_size=MAX_FORM_BYTES)


@router.get("/papers", responses=problems("not_signed_in", "forbidden"))
def list_papers(
    person: AuthorOrScheduler,
    db: ReadDb,
    cursor: Cursor = None,
    limit: Limit = 50,
    archived: Annotated[bool, Query(description="Also those that were put away.")] = False,
    q: Search = None,
) -> PaperPage:
    """Papers, newest first."""
    after = read_cursor(cursor)
    found = queries.list_papers(
        db, person, archived=archived, search=q, after=after, limit=limit + 1
    )
    page = found[:limit]
    sums = queries.sums_of(db, page)
    last = page[-1] if len(found) > limit else None
    return PaperPage(
        items=[
            PaperSummary(**_summary(paper, sums.get(paper.id, queries.Sums()))) for paper in page
        ],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.post(
    "/papers",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE) | _OF_A_PAPER,
)
def create_paper(asked: PaperRequest, person: Author, db: Db, now: Now) -> PaperView:
    """Makes a paper without questions."""
    paper = service.add_paper(db, person, dict(asked), now=now)
    return _paper_view(paper, [])


@router.get("/papers/{id}", responses=problems(*_ADMIN))
def get_paper(id: Key, person: AuthorOrScheduler, db: ReadDb) -> PaperView:
    """One paper with its questions."""
    paper = service.get_paper(db, person, id)
    return _paper_view(paper, service.questions_of(db, paper.id))


@router.patch("/papers/{id}", responses=problems(*_CHANGE))
def change_paper(id: Key, asked: PaperChange, person: Author, db: Db, now: Now) -> PaperView:
    """Changes the fields that are given."""
    paper = service.get_paper(db, person, id, lock=True)
    fields = asked.given()
    if (archived := fields.pop("archived", None)) is not None:
        fields["archived_at"] = (paper.archived_at or now) if archived else None
    service.change_paper(db, person, paper, fields=fields, now=now)
    return _paper_view(paper, service.questions_of(db, paper.id))


@router.delete(
    "/papers/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_CHANGE, "in_use"),
)
def delete_paper(id: Key, person: Author, db: Db, now: Now) -> None:
    """Removes a paper from which no interview was made."""
    service.delete_paper(db, person, service.get_paper(db, person, id, lock=True), now=now)


@router.post(
    "/papers/{id}/duplicate",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_ADMIN, "csrf") | _OF_A_PAPER,
)
def duplicate_paper(id: Key, person: Author, db: Db, now: Now) -> PaperView:
    """Makes a paper of one's own that equals this one but for its title."""
    source = service.get_paper(db, person, id, lock=True)
    return paper_view(db, service.duplicate_paper(db, person, source, now=now))


@router.get("/papers/{id}/questions", responses=problems(*_ADMIN))
def list_questions(
    id: Key,
    person: AuthorOrScheduler,
    db: ReadDb,
    kind: QuestionKind | None = None,
    difficulty: Difficulty | None = None,
    topic: Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")] = None,
    q: Search = None,
    deleted: Annotated[bool, Query(description="Only those that can be put back.")] = False,
) -> QuestionList:
    """A paper's questions in order."""
    paper = service.get_paper(db, person, id)
    wanted = queries.Wanted(kind, difficulty, topic, search=q, deleted=deleted)
    found = queries.find_questions(db, paper, wanted)
    return QuestionList(items=[_question_view(question) for question in found])


@router.post(
    "/papers/{id}/questions",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE) | _OF_A_QUESTION,
)
def create_question(
    id: Key, asked: QuestionRequest, person: Author, db: Db, now: Now
) -> QuestionView:
    """Adds a question, last or at a position."""
    paper = service.get_paper(db, person, id, lock=True)
    fields = dict(asked)
    position = fields.pop("position")
    question = service.add_question(db, person, paper, fields=fields, position=position, now=now)
    return _question_view(question)


@router.get("/questions/{id}", responses=problems(*_ADMIN))
def get_question(id: Key, person: AuthorOrScheduler, db: ReadDb) -> QuestionView:
    """One question."""
    return _question_view(service.get_question(db, person, id)[1])


@router.patch("/questions/{id}", responses=problems(*_CHANGE))
def change_question(
    id: Key, asked: QuestionChange, person: Author, db: Db, now: Now
) -> QuestionView:
    """Changes the fields that are given; `position` moves it."""
    paper, question = service.get_question(db, person, id, lock=True)
    fields = asked.given("language")
    position = fields.pop("position", None)
    service.change_question(
        db, person, paper, question=question, fields=fields, position=position, now=now
    )
    return _question_view(question)


@router.delete(
    "/questions/{id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(*_CHANGE)
)
def delete_question(id: Key, person: Author, db: Db, now: Now) -> None:
    """Takes a question out of its paper; it can be put back. Interviews keep their copy."""
    paper, question = service.get_question(db, person, id, lock=True)
    service.delete_question(db, person, paper, question=question, now=now)


@router.post("/questions/{id}/restore", responses=problems(*_ADMIN, "csrf"))
def restore_question(id: Key, person: Author, db: Db, now: Now) -> QuestionView:
    """Puts a deleted question back where it was, for fourteen days after its deletion."""
    paper, question = service.get_question(db, person, id, lock=True, deleted=True)
    service.restore_question(db, person, paper, question=question, now=now)
    return _question_view(question)


@router.post(
    "/questions/{id}/duplicate",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_ADMIN, "csrf") | _OF_A_QUESTION,
)
def duplicate_question(id: Key, person: Author, db: Db, now: Now) -> QuestionView:
    """Makes a copy right behind the question."""
    paper, question = service.get_question(db, person, id, lock=True)
    copy = service.duplicate_question(db, person, paper, question=question, now=now)
    return _question_view(copy)


def _summary(paper: QuestionPaper, sums: queries.Sums) -> dict[str, Any]:
    return {
        "id": paper.id,
        "title": paper.title,
        "description": paper.description,
        "duration_s": paper.duration_s,
        "language": paper.language,
        "version": paper.version,
        "question_count": sums.questions,
        "marks": sums.marks,
        "created_by": paper.created_by,
        "owner_id": paper.owner_id,
        "team_id": paper.team_id,
        "created_at": paper.created_at,
        "updated_at": paper.updated_at,
        "archived": paper.archived_at is not None,
    }


def paper_view(db: Session, paper: QuestionPaper) -> PaperView:
    """A paper with the questions that the database has."""
    return _paper_view(paper, service.questions_of(db, paper.id))


def _paper_view(paper: QuestionPaper, questions: list[Question]) -> PaperView:
    sums = queries.Sums(len(questions), sum(question.marks for question in questions))
    return PaperView(
        **_summary(paper, sums),
        policy=Policy.model_validate_json(paper.policy_json),
        questions=[_question_view(question) for question in questions],
    )


def _question_view(question: Question) -> QuestionView:
    plain = question.model_dump(include={"id", "paper_id", "position", "deleted_at"})
    return QuestionView.model_validate(plain | question_fields(question))
