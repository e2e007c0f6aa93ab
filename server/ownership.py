"""Whose a paper or an interview is, and who else sees it.

One rule: it has one owner, a person or a team, and any number of shares; a super admin sees all of
the organisation's. Each feature's `visible_to` is `seen_by` for its table and nothing else.
"""

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import Session, col, select

from server.auth.people import Person, Role
from server.models import InterviewSession, QuestionPaper, Share, TeamMember
from server.refusals import Refused

Owned = type[QuestionPaper] | type[InterviewSession]


def seen_by(person: Person, table: Owned) -> ColumnElement[bool]:
    """Rows that are theirs, their teams', or shared with them or one of their teams."""
    same_org = col(table.org_id) == person.org_id
    if person.role is Role.SUPER_ADMIN:
        return same_org & true()
    teams = select(TeamMember.team_id).where(TeamMember.user_id == person.id)
    shared = Share.paper_id if table is QuestionPaper else Share.session_id
    with_them = select(shared).where(
        col(shared).is_not(None),
        or_(col(Share.user_id) == person.id, col(Share.team_id).in_(teams)),
    )
    return same_org & or_(
        col(table.owner_id) == person.id,
        col(table.team_id).in_(teams),
        col(table.id).in_(with_them),
    )


def is_member(db: Session, person: Person, team_id: str) -> bool:
    """Whether they are in a team."""
    found = db.exec(
        select(TeamMember.user_id).where(
            TeamMember.team_id == team_id, TeamMember.user_id == person.id
        )
    )
    return found.first() is not None


def of_new(db: Session, person: Person, *, team_id: str | None) -> str | None:
    """The team that is to own something new; refuses a team that they are not in."""
    if team_id is not None and not is_member(db, person, team_id):
        errors = [{"field": "body.team_id", "message": "not a team of yours"}]
        raise Refused("invalid_request", "Choose a team that you are in.", errors=errors)
    return team_id
