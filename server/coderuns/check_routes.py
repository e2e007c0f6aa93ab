"""HTTP of testing a coding question's tests.

One rule: a check is asked for and read, never waited for; who asks a question untested says why.
"""

import json
from collections.abc import Sequence

from fastapi import status
from sqlmodel import Session, col, select

from server.auth.deps import Author, AuthorOrScheduler
from server.coderuns.check_views import CheckView, PaperChecks, Survivor, Waiver
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.models import Question, User
from server.papers import service as papers
from server.papers import tested
from server.papers.tested import Standing
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large", "wrong_state")
router = feature_router("/admin", "papers", max_body_size=MAX_FORM_BYTES)


@router.get("/papers/{id}/checks", responses=problems(*_ADMIN))
def list_checks(id: Key, person: AuthorOrScheduler, db: ReadDb, parts: PartsDep) -> PaperChecks:
    """Where the paper's coding questions stand: tested, waived, or not to be asked yet."""
    paper = papers.get_paper(db, person, id)
    found = tested.standings(db, papers.questions_of(db, paper.id))
    return PaperChecks(
        runner=bool(parts.settings.runner_url),
        may_invite=all(one.may_be_asked for one in found),
        items=_views(db, found),
    )


@router.post(
    "/questions/{id}/check",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(*_CHANGE, "no_runner"),
)
def check_question(id: Key, person: Author, db: Db, now: Now, parts: PartsDep) -> CheckView:
    """Begins to run the question's reference, and mutants of it, through its tests."""
    paper, question = papers.get_question(db, person, id, lock=True)
    if not parts.settings.runner_url:
        raise Refused("no_runner")
    tested.begin(db, person, paper, question, now=now)
    return _view(db, question)


@router.post("/questions/{id}/waive-check", responses=problems(*_CHANGE))
def waive_check(id: Key, asked: Waiver, person: Author, db: Db, now: Now) -> CheckView:
    """Lets the question be asked without a good test of its tests, with a reason that is kept."""
    paper, question = papers.get_question(db, person, id, lock=True)
    tested.waive(db, person, paper, question, reason=asked.reason.strip(), now=now)
    return _view(db, question)


def _view(db: Session, question: Question) -> CheckView:
    return _views(db, tested.standings(db, [question]))[0]


def _views(db: Session, found: Sequence[Standing]) -> list[CheckView]:
    people = {one.check.created_by for one in found if one.check is not None}
    names = dict(db.exec(select(User.id, User.name).where(col(User.id).in_(people))).all())
    return [_of(one, names) for one in found]


def _of(one: Standing, names: dict[str, str]) -> CheckView:
    check = one.check
    result = json.loads(check.result_json) if check else {}
    return CheckView(
        question=one.question.id,
        position=one.question.position,
        state=one.state,
        may_be_asked=one.may_be_asked,
        words=result.get("fault") or (check.reason if check else "") or tested.WORDS[one.state],
        steps_done=check.steps_done if check else 0,
        steps=check.steps if check else 0,
        failed=result.get("failed", []),
        tried=result.get("tried", 0),
        noticed=result.get("noticed", 0),
        survivors=[Survivor(**survivor) for survivor in result.get("survivors", [])],
        asked_by=names.get(check.created_by, "") if check else "",
        asked_at=check.created_at if check else None,
        settled_at=check.settled_at if check else None,
    )
