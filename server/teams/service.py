"""Makes teams and says who is in them.

One rule: super admins make teams and their leads; a lead adds and removes other members; everybody
may leave. Whoever is not in a team learns its name at most.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from server import audit, ownership
from server.auth.people import Person, Role
from server.db import insert_unless_there
from server.doorbell import LIVE, ring_after_commit
from server.models import InterviewSession, QuestionPaper, Team, TeamMember, User
from server.ownership import Doer, Recipient
from server.refusals import Refused
from shared.ids import new_id


@dataclass(frozen=True, slots=True)
class Holder:
    """A person or a team with its name."""

    kind: str
    """`person` or `team`."""
    id: str
    name: str


def get_team(db: Session, person: Person, key: str, *, lock: bool = False) -> Team:
    """A team that they are in, or any for a super admin; refuses `not_found`."""
    query = select(Team).where(Team.id == key, Team.org_id == person.org_id)
    team = db.exec(query.with_for_update() if lock else query).one_or_none()
    if team is None or not (_rules(person) or ownership.is_member(db, person, team.id)):
        raise Refused("not_found")
    return team


def leads(db: Session, person: Person, team: Team) -> bool:
    """Whether they may add and remove members."""
    if _rules(person):
        return True
    member = db.get(TeamMember, (team.id, person.id))
    return member is not None and member.lead


def add_team(db: Session, doer: Doer, name: str) -> Team:
    """A team without members; refuses `already_exists`."""
    team = Team(id=new_id(), org_id=doer.person.org_id, name=name.strip(), created_at=doer.now)
    insert_unless_there(db, Team, team.model_dump(), by=("org_id", "name"))
    if db.exec(select(Team.id).where(Team.id == team.id)).first() is None:
        raise Refused("already_exists", _TAKEN)
    _note(db, doer, "team.created", team)
    return team


def rename_team(db: Session, doer: Doer, team: Team, name: str) -> None:
    """Gives a locked team another name; refuses `already_exists`."""
    name = name.strip()
    other = select(Team.id).where(Team.org_id == team.org_id, Team.name == name, Team.id != team.id)
    if db.exec(other).first() is not None:
        raise Refused("already_exists", _TAKEN)
    team.name = name
    db.add(team)
    _note(db, doer, "team.renamed", team)


def delete_team(db: Session, doer: Doer, team: Team) -> None:
    """Removes a locked team that owns nothing; refuses `in_use`."""
    if ownership.owns_anything(db, Recipient(team_id=team.id)):
        raise Refused("in_use", "Papers or interviews are the team's: hand them over first.")
    _note(db, doer, "team.deleted", team)
    db.delete(team)


def put_member(db: Session, doer: Doer, team: Team, *, user_id: str, lead: bool) -> None:
    """Adds an admin to a locked team, or changes whether they lead it.

    Refuses `forbidden` for who may not, `not_found` for an account that is none of an active admin.
    """
    standing = db.get(TeamMember, (team.id, user_id))
    _may_touch(db, doer.person, team, leads_now=bool(standing and standing.lead), leads_then=lead)
    user = db.get(User, user_id)
    if user is None or user.org_id != team.org_id or not user.active or user.role == Role.CANDIDATE:
        raise Refused("not_found", "There is no admin with this account.")
    if standing is None:
        values = {
            "team_id": team.id,
            "user_id": user_id,
            "lead": lead,
            "created_at": doer.now,
        }
        insert_unless_there(db, TeamMember, values, by=("team_id", "user_id"))
    else:
        standing.lead = lead
        db.add(standing)
    _note(db, doer, "team.member_put", team, user=user_id, lead=lead)


def remove_member(db: Session, doer: Doer, team: Team, user_id: str) -> None:
    """Takes somebody out of a locked team; refuses `forbidden`, and `not_found` for a stranger."""
    standing = db.get(TeamMember, (team.id, user_id))
    if standing is None:
        raise Refused("not_found", "They are not in this team.")
    if user_id != doer.person.id:
        _may_touch(db, doer.person, team, leads_now=standing.lead, leads_then=False)
    db.delete(standing)
    _note(db, doer, "team.member_removed", team, user=user_id)


def owned_counts(db: Session, team: Team) -> tuple[int, int]:
    """How many papers and interviews are the team's."""
    papers = select(func.count()).where(col(QuestionPaper.team_id) == team.id)
    interviews = select(func.count()).where(col(InterviewSession.team_id) == team.id)
    return db.exec(papers).one(), db.exec(interviews).one()


def holder(db: Session, *, user_id: str | None, team_id: str | None) -> Holder:
    """The name of a person or a team."""
    if team_id:
        team = db.get(Team, team_id)
        return Holder("team", team_id, team.name if team else "")
    user = db.get(User, user_id)
    return Holder("person", user_id or "", user.name if user else "")


_TAKEN = "A team has this name: choose another one."


def _rules(person: Person) -> bool:
    return person.role is Role.SUPER_ADMIN


def _may_touch(
    db: Session, person: Person, team: Team, *, leads_now: bool, leads_then: bool
) -> None:
    if _rules(person):
        return
    if not leads(db, person, team):
        raise Refused("forbidden", "Only the team's leads and super admins choose its members.")
    if leads_now or leads_then:
        raise Refused("forbidden", "Only super admins choose who leads a team.")


def _note(db: Session, doer: Doer, action: str, team: Team, **detail: Any) -> None:
    audit.note(
        db,
        doer.person.actor,
        action,
        subject=f"team:{team.id}",
        at=doer.now,
        org_id=team.org_id,
        **detail,
    )
    ring_after_commit(db, LIVE)  # members see other interviews now
