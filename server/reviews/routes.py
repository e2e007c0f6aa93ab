"""HTTP of the review queue. One rule: only what is visible to who asks is in it."""

from server.auth.deps import Reviewer
from server.deps import ReadDb
from server.errors import problems
from server.reviews import queries
from server.reviews.views import ReviewItem, ReviewQueue
from server.routers import feature_router
from server.views import Limit

router = feature_router("/admin", "reviews")


@router.get("/reviews", responses=problems("not_signed_in", "forbidden"))
def list_reviews(person: Reviewer, db: ReadDb, limit: Limit = 50) -> ReviewQueue:
    """Scores that no person has settled, those where a look is worth most first."""
    found = queries.waiting(db, person, limit=limit)
    return ReviewQueue(items=[_view(one) for one in found], waiting=queries.count(db, person))


def _view(one: queries.Item) -> ReviewItem:
    score = one.score
    return ReviewItem(
        interview=one.interview.id,
        title=one.interview.title,
        question=one.question.id,
        position=one.question.position,
        kind=one.question.kind,
        prompt=one.question.prompt,
        grader=score.grader,
        state=score.state,
        points=None if score.points_milli is None else score.points_milli / 1000,
        max_marks=one.question.marks,
        spread=None if score.spread_milli is None else score.spread_milli / 1000,
        why=list(one.why),
        reason=score.reason,
        worth=one.worth,
        scored_at=score.created_at,
    )
