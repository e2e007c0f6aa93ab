"""How a paper's questions are drawn, over HTTP. One rule: rules that nothing can meet are told, and
kept all the same: questions may still be added.
"""

from collections import Counter

from server.auth.deps import Author, AuthorOrScheduler
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.models import Question, QuestionPaper
from server.papers import service
from server.papers.draw import Draw, Impossible, draw
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key, View

_ADMIN = ("not_signed_in", "forbidden", "not_found")
router = feature_router("/admin/papers", "papers", max_body_size=MAX_FORM_BYTES)


class Sort(View):
    """Questions of one sort."""

    topic: str
    difficulty: str
    kind: str
    count: int


class DrawView(View):
    """The rules of a paper beside what it has."""

    draw: Draw
    available: list[Sort]
    fault: str
    """Why nobody can be invited with these rules, as a sentence; empty where they can be met."""


@router.get("/{id}/draw", responses=problems(*_ADMIN))
def get_draw(id: Key, person: AuthorOrScheduler, db: ReadDb) -> DrawView:
    """The rules by which each interview's questions are drawn, and what there is to draw from."""
    paper = service.get_paper(db, person, id)
    return _view(paper, service.questions_of(db, paper.id))


@router.put("/{id}/draw", responses=problems(*_ADMIN, "csrf", "malformed_body", "too_large"))
def set_draw(id: Key, asked: Draw, person: Author, db: Db, now: Now) -> DrawView:
    """Sets the rules for interviews that are made from now on."""
    paper = service.get_paper(db, person, id, lock=True)
    service.change_paper(db, person, paper, fields={"draw_json": asked.model_dump_json()}, now=now)
    return _view(paper, service.questions_of(db, paper.id))


def _view(paper: QuestionPaper, questions: list[Question]) -> DrawView:
    rules = Draw.model_validate_json(paper.draw_json)
    outcome = draw(service.cards(questions), rules, "")
    sorts = Counter((q.topic.strip(), q.difficulty, q.kind) for q in questions)
    return DrawView(
        draw=rules,
        available=[
            Sort(topic=topic, difficulty=difficulty, kind=kind, count=count)
            for (topic, difficulty, kind), count in sorted(sorts.items())
        ],
        fault=outcome.message if isinstance(outcome, Impossible) else "",
    )
