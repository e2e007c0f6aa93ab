"""HTTP of appeals: a candidate writes on the invite's page, a reviewer answers.

One rule: the candidate proves themselves by the link's secret, in the body and never in an address.
"""

from datetime import datetime

from sqlmodel import Session

from server.auth.deps import Reviewer
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.models import InterviewSession
from server.reviews import appeals
from server.reviews.appeals import Objection
from server.reviews.second_views import (
    AppealAnswer,
    AppealItem,
    Appeals,
    MyAppeal,
    MyAppealAsked,
    MyAppeals,
    MyAppealText,
)
from server.routers import feature_router
from server.views import Key

router = feature_router("/admin", "reviews", max_body_size=64 * 1024)
candidate_router = feature_router("/interview", "candidate", max_body_size=32 * 1024)
_INVITED = ("malformed_body", "too_large", "invite_unknown", "invite_revoked")
_CHANGE = ("not_signed_in", "forbidden", "not_found", "csrf", "malformed_body", "too_large")


@router.get("/appeals", responses=problems("not_signed_in", "forbidden"))
def list_appeals(person: Reviewer, db: ReadDb) -> Appeals:
    """What candidates object to."""
    return Appeals(items=[_item(one) for one in appeals.listed(db, person)])


@router.post("/appeals/{appeal}/answer", responses=problems(*_CHANGE, "wrong_state"))
def answer_appeal(
    appeal: Key, asked: AppealAnswer, person: Reviewer, db: Db, now: Now
) -> AppealItem:
    """Writes back; the candidate reads it on the invite's page."""
    found = appeals.answer(db, person, appeal, asked.answer.strip(), now=now)
    db.flush()
    return _item(found)


@candidate_router.post("/appeals", responses=problems(*_INVITED))
def read_my_appeals(asked: MyAppealAsked, db: ReadDb, now: Now) -> MyAppeals:
    """A candidate's own objections. Changes nothing; a POST keeps the secret out of logs."""
    return _mine(db, appeals.invited(db, asked.token), now)


@candidate_router.post("/appeal", responses=problems(*_INVITED, "wrong_state", "erased"))
def make_appeal(asked: MyAppealText, db: Db, now: Now) -> MyAppeals:
    """Objects to what was released; a person answers."""
    interview = appeals.invited(db, asked.token, lock=True)
    appeals.make(db, interview, asked.text.strip(), now=now)
    db.flush()
    return _mine(db, interview, now)


def _mine(db: Session, interview: InterviewSession, now: datetime) -> MyAppeals:
    words = appeals.refusal(db, interview, now=now)
    return MyAppeals(
        may_write=not words,
        words=words,
        items=[
            MyAppeal(
                text=one.text, made_at=one.made_at, answer=one.answer, answered_at=one.answered_at
            )
            for one in appeals.of(db, interview)
        ],
    )


def _item(one: Objection) -> AppealItem:
    row = one.row
    return AppealItem(
        id=row.id,
        interview=one.interview.id,
        title=one.interview.title,
        text=row.text,
        made_at=row.made_at,
        answer=row.answer,
        answered_at=row.answered_at,
        scored_by_me=one.scored_by_me,
    )
