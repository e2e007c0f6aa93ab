"""HTTP of an answer's history. One rule: as for results; looking is written down."""

from typing import Annotated

from fastapi import Path

from server.auth.deps import Reviewer
from server.deps import Db, Now, PartsDep
from server.errors import problems
from server.interviews import service as interviews
from server.results import history
from server.results.service import Looker
from server.results.views import HistoryView
from server.routers import feature_router
from server.views import Key
from shared.ids import ID_PATTERN

router = feature_router("/admin", "results")


@router.get(
    "/result/{id}/history/{question}",
    responses=problems("not_signed_in", "forbidden", "not_found", "erased"),
)
def get_history(
    id: Key,
    question: Annotated[str, Path(pattern=ID_PATTERN)],
    person: Reviewer,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> HistoryView:
    """How a written or coding answer came to be, to replay it. The look is written down."""
    interview = interviews.get_interview(db, person, id)
    looker = Looker(person, parts.settings, parts.keys, now)
    return history.history(db, looker, interview, question=question)
