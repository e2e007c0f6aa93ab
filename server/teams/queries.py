"""Reads lists of teams and people. One rule: nothing here changes anything."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, tuple_
from sqlmodel import Session, col, select

from server.auth.people import Person, Role
from server.models import Team, TeamMember, User

MOST_NAMES = 200
"""People and teams in one answer of the directory; whoever needs more types a part of the name."""


def list_teams(
    db: Session, person: Person, *, after: tuple[datetime, str] | None, limit: int
) -> list[tuple[Team, int]]:
    """Teams that they are in, all for a super admin, with their number of members, newest first."""
    members = select(func.count()).where(TeamMember.team_id == Team.id).scalar_subquery()
    query = select(Team, members).where(Team.org_id == person.org_id)
    if person.role is not Role.SUPER_ADMIN:
        mine = select(TeamMember.team_id).where(TeamMember.user_id == person.id)
        query = query.where(col(Team.id).in_(mine))
    if after is not None:
        query = query.where(tuple_(col(Team.created_at), col(Team.id)) < tuple_(*after))
    order = (col(Team.created_at).desc(), col(Team.id).desc())
    return [(team, count or 0) for team, count in db.exec(query.order_by(*order).limit(limit))]


def members(db: Session, team: Team) -> list[tuple[User, bool]]:
    """Who is in a team and whether they lead it, by name."""
    query = (
        select(User, TeamMember.lead)
        .join(TeamMember, col(TeamMember.user_id) == col(User.id))
        .where(TeamMember.team_id == team.id)
        .order_by(func.lower(User.name), col(User.id))
    )
    return [(user, lead) for user, lead in db.exec(query)]


def led_by(db: Session, person: Person) -> set[str]:
    """The teams that they lead."""
    query = select(TeamMember.team_id).where(
        TeamMember.user_id == person.id, col(TeamMember.lead).is_(True)
    )
    return set(db.exec(query))


def people_named(db: Session, person: Person, part: str) -> list[User]:
    """Active admins with `part` in name or address, by name."""
    query = select(User).where(
        User.org_id == person.org_id,
        col(User.active).is_(True),
        col(User.role).in_((Role.ADMIN, Role.SUPER_ADMIN)),
        or_(_holds(User.name, part), _holds(User.email, part)),
    )
    return list(db.exec(query.order_by(func.lower(User.name), col(User.id)).limit(MOST_NAMES)))


def teams_named(db: Session, person: Person, part: str) -> list[Team]:
    """Teams with `part` in their name, by name."""
    query = select(Team).where(Team.org_id == person.org_id, _holds(Team.name, part))
    return list(db.exec(query.order_by(func.lower(Team.name), col(Team.id)).limit(MOST_NAMES)))


def _holds(column: str, part: str) -> ColumnElement[bool]:
    return func.lower(column).contains(part.lower(), autoescape=True)
