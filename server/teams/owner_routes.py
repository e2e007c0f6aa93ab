"""Whose papers and interviews are, over HTTP: sharing and handing over.

One rule: whoever sees something may read who has it; only its owner, the team that owns it and
super admins give it away. What one does not see is `not_found`.
"""

from typing import Annotated

from fastapi import Path, status
from sqlmodel import Session

from server import ownership
from server.auth.deps import Author, AuthorOrScheduler, InterviewReader, Scheduler, SuperAdmin
from server.auth.people import Person
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.models import InterviewSession, QuestionPaper
from server.ownership import Doer, Item
from server.papers import service as papers
from server.routers import feature_router
from server.teams import service
from server.teams.views import (
    AccessView,
    HandedOver,
    HandOverRequest,
    HolderView,
    RecipientBody,
    ShareView,
)
from server.users import service as users
from server.views import MAX_FORM_BYTES, Key
from shared.ids import ID_PATTERN

_READ = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_READ, "csrf", "malformed_body", "too_large")
router = feature_router("/admin", "teams", max_body_size=MAX_FORM_BYTES)

ShareKey = Annotated[str, Path(pattern=ID_PATTERN)]


@router.get("/papers/{id}/access", responses=problems(*_READ))
def get_paper_access(id: Key, person: AuthorOrScheduler, db: ReadDb) -> AccessView:
    """Whose a paper is, and who else sees it."""
    return _access(db, person, papers.get_paper(db, person, id))


@router.post("/papers/{id}/shares", responses=problems(*_CHANGE))
def share_paper(id: Key, asked: RecipientBody, person: Author, db: Db, now: Now) -> AccessView:
    """Lets a colleague or a team see a paper and work on it, as far as their scopes go."""
    ownership.share(db, Doer(person, now), QuestionPaper, key=id, to=asked.recipient)
    return _access(db, person, papers.get_paper(db, person, id))


@router.delete(
    "/papers/{id}/shares/{share}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_READ, "csrf"),
)
def unshare_paper(id: Key, share: ShareKey, person: Author, db: Db, now: Now) -> None:
    """Takes a share back, or gives up one's own."""
    ownership.unshare(db, Doer(person, now), QuestionPaper, key=id, share_id=share)


@router.post("/hand-over/papers", responses=problems(*_CHANGE))
def hand_over_papers(asked: HandOverRequest, person: Author, db: Db, now: Now) -> HandedOver:
    """Gives papers to a colleague or a team, all of them or none."""
    count = ownership.hand_over(
        db, Doer(person, now), QuestionPaper, ids=asked.ids, to=asked.recipient
    )
    return HandedOver(papers=count, interviews=0)


@router.get("/interviews/{id}/access", responses=problems(*_READ))
def get_interview_access(id: Key, person: InterviewReader, db: ReadDb) -> AccessView:
    """Whose an interview is, and who else sees it."""
    return _access(db, person, interviews.get_interview(db, person, id))


@router.post("/interviews/{id}/shares", responses=problems(*_CHANGE))
def share_interview(
    id: Key, asked: RecipientBody, person: Scheduler, db: Db, now: Now
) -> AccessView:
    """Lets a colleague or a team see an interview and work on it, as far as their scopes go."""
    ownership.share(db, Doer(person, now), InterviewSession, key=id, to=asked.recipient)
    return _access(db, person, interviews.get_interview(db, person, id))


@router.delete(
    "/interviews/{id}/shares/{share}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_READ, "csrf"),
)
def unshare_interview(id: Key, share: ShareKey, person: Scheduler, db: Db, now: Now) -> None:
    """Takes a share back, or gives up one's own."""
    ownership.unshare(db, Doer(person, now), InterviewSession, key=id, share_id=share)


@router.post("/hand-over/interviews", responses=problems(*_CHANGE))
def hand_over_interviews(asked: HandOverRequest, person: Scheduler, db: Db, now: Now) -> HandedOver:
    """Gives interviews to a colleague or a team, all of them or none."""
    count = ownership.hand_over(
        db, Doer(person, now), InterviewSession, ids=asked.ids, to=asked.recipient
    )
    return HandedOver(papers=0, interviews=count)


@router.post("/users/{id}/hand-over", responses=problems(*_CHANGE))
def hand_over_everything(
    id: Key, asked: RecipientBody, person: SuperAdmin, db: Db, now: Now
) -> HandedOver:
    """Gives everything that an account owns to somebody else, as when a colleague leaves."""
    giver = users.get_user(db, person, id)
    counts = ownership.hand_over_all(db, Doer(person, now), giver=giver.id, to=asked.recipient)
    return HandedOver(papers=counts["paper"], interviews=counts["interview"])


def _access(db: Session, person: Person, item: Item) -> AccessView:
    db.flush()
    return AccessView(
        owner=_holder(db, item.owner_id, item.team_id),
        shares=[
            ShareView(
                id=share.id,
                holder=_holder(db, share.user_id, share.team_id),
                created_at=share.created_at,
            )
            for share in ownership.shares_of(db, item)
        ],
        may_change=ownership.commands(db, person, item),
    )


def _holder(db: Session, user_id: str | None, team_id: str | None) -> HolderView:
    found = service.holder(db, user_id=user_id, team_id=team_id)
    return HolderView.model_validate({"kind": found.kind, "id": found.id, "name": found.name})
