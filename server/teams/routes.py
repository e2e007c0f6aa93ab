"""Teams over HTTP.

One rule: a team that one is not in is `not_found`; in person only, no API token makes teams.
"""

from typing import Annotated

from fastapi import Path, Query, status
from sqlmodel import Session

from server.auth.deps import Admin, SuperAdmin
from server.auth.people import Person, Role
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.models import Team
from server.ownership import Doer
from server.routers import feature_router
from server.teams import queries, service
from server.teams.views import (
    Colleague,
    Directory,
    MemberRequest,
    MemberView,
    TeamName,
    TeamPage,
    TeamRequest,
    TeamSummary,
    TeamView,
)
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor
from shared.ids import ID_PATTERN

_ADMIN = ("not_signed_in", "forbidden")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")
router = feature_router("/admin", "teams", max_body_size=MAX_FORM_BYTES)

UserKey = Annotated[str, Path(pattern=ID_PATTERN)]


@router.get("/directory", responses=problems(*_ADMIN))
def list_directory(
    person: Admin,
    db: ReadDb,
    q: Annotated[
        str, Query(max_length=100, pattern=r"^[^\x00]*$", description="In a name or an address.")
    ] = "",
) -> Directory:
    """Colleagues and teams by name, to share with or to hand over to."""
    return Directory(
        people=[
            Colleague(id=user.id, name=user.name, email=user.email)
            for user in queries.people_named(db, person, q)
        ],
        teams=[TeamName(id=team.id, name=team.name) for team in queries.teams_named(db, person, q)],
    )


@router.get("/teams", responses=problems(*_ADMIN))
def list_teams(person: Admin, db: ReadDb, cursor: Cursor = None, limit: Limit = 50) -> TeamPage:
    """One's teams, newest first; all of them for a super admin."""
    found = queries.list_teams(db, person, after=read_cursor(cursor), limit=limit + 1)
    led, page = queries.led_by(db, person), found[:limit]
    last = page[-1][0] if len(found) > limit else None
    return TeamPage(
        items=[
            TeamSummary(
                id=team.id,
                name=team.name,
                created_at=team.created_at,
                members=count,
                lead=person.role is Role.SUPER_ADMIN or team.id in led,
            )
            for team, count in page
        ],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.post(
    "/teams",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, "already_exists")
    | leads_to(201, with_id("getTeam", "changeTeam", "deleteTeam", "putTeamMember")),
)
def create_team(asked: TeamRequest, person: SuperAdmin, db: Db, now: Now) -> TeamView:
    """Makes a team without members."""
    return _view(db, person, service.add_team(db, Doer(person, now), asked.name))


@router.get("/teams/{id}", responses=problems(*_ADMIN, "not_found"))
def get_team(id: Key, person: Admin, db: ReadDb) -> TeamView:
    """One team with its members."""
    return _view(db, person, service.get_team(db, person, id))


@router.patch("/teams/{id}", responses=problems(*_CHANGE, "not_found", "already_exists"))
def change_team(id: Key, asked: TeamRequest, person: SuperAdmin, db: Db, now: Now) -> TeamView:
    """Gives a team another name."""
    team = service.get_team(db, person, id, lock=True)
    service.rename_team(db, Doer(person, now), team, asked.name)
    return _view(db, person, team)


@router.delete(
    "/teams/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found", "in_use"),
)
def delete_team(id: Key, person: SuperAdmin, db: Db, now: Now) -> None:
    """Removes a team that owns nothing; what was shared with it is no longer."""
    service.delete_team(db, Doer(person, now), service.get_team(db, person, id, lock=True))


@router.put("/teams/{id}/members/{user}", responses=problems(*_CHANGE, "not_found"))
def put_team_member(
    id: Key, user: UserKey, asked: MemberRequest, person: Admin, db: Db, now: Now
) -> TeamView:
    """Adds an admin, or says whether they lead: leads add members, super admins make leads."""
    team = service.get_team(db, person, id, lock=True)
    service.put_member(db, Doer(person, now), team, user_id=user, lead=asked.lead)
    return _view(db, person, team)


@router.delete(
    "/teams/{id}/members/{user}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found"),
)
def remove_team_member(id: Key, user: UserKey, person: Admin, db: Db, now: Now) -> None:
    """Takes somebody out, at once; everybody may leave."""
    team = service.get_team(db, person, id, lock=True)
    service.remove_member(db, Doer(person, now), team, user)


def _view(db: Session, person: Person, team: Team) -> TeamView:
    db.flush()
    people = queries.members(db, team)
    papers, interviews = service.owned_counts(db, team)
    return TeamView(
        id=team.id,
        name=team.name,
        created_at=team.created_at,
        members=len(people),
        lead=service.leads(db, person, team),
        people=[
            MemberView(
                id=user.id,
                name=user.name,
                email=user.email,
                role=Role(user.role),
                active=user.active,
                lead=lead,
            )
            for user, lead in people
        ],
        papers=papers,
        interviews=interviews,
    )
