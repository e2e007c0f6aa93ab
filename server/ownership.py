"""Whose a paper or an interview is, and who else sees it.

One rule: it has one owner, a person or a team, and any number of shares; a super admin sees all of
the organisation's. Each feature's `visible_to` is `seen_by` for its table and nothing else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, delete, or_, true, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from server import audit
from server.auth.people import Person, Role
from server.db import insert_unless_there
from server.doorbell import LIVE, ring_after_commit
from server.models import InterviewSession, QuestionPaper, Share, Team, TeamMember, User
from server.refusals import Refused
from shared.ids import new_id

Owned = type[QuestionPaper] | type[InterviewSession]
Item = QuestionPaper | InterviewSession


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or a team: one of them is set."""

    user_id: str | None = None
    team_id: str | None = None

    @property
    def text(self) -> str:
        """As the audit log names it, such as `team:<id>`."""
        return f"user:{self.user_id}" if self.user_id else f"team:{self.team_id}"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who gives, and when."""

    person: Person
    now: datetime


def seen_by(person: Person, table: Owned) -> ColumnElement[bool]:
    """Rows that are theirs, their teams', or shared with them or one of their teams."""
    same_org = col(table.org_id) == person.org_id
    if person.role is Role.SUPER_ADMIN:
        return same_org & true()
    shared = _shared(table)
    with_them = select(shared).where(
        col(shared).is_not(None),
        or_(col(Share.user_id) == person.id, col(Share.team_id).in_(_teams(person))),
    )
    return same_org & or_(_owned_by(person, table), col(table.id).in_(with_them))


def of_new(db: Session, person: Person, team_id: str | None) -> str | None:
    """The team that is to own something new; refuses one that they are not in."""
    if team_id is None or is_member(db, person, team_id):
        return team_id
    if person.role is Role.SUPER_ADMIN and _there(db, person, Recipient(team_id=team_id)):
        return team_id
    errors = [{"field": "body.team_id", "message": "not a team of yours"}]
    raise Refused("invalid_request", "Choose a team that you are in.", errors=errors)


def is_member(db: Session, person: Person, team_id: str) -> bool:
    """Whether they are in a team."""
    return team_id in db.exec(_teams(person)).all()


def commands(db: Session, person: Person, item: Item) -> bool:
    """Whether they may share something and hand it over: its owner, their team, a super admin."""
    if person.role is Role.SUPER_ADMIN or item.owner_id == person.id:
        return True
    return item.team_id is not None and is_member(db, person, item.team_id)


def hand_over(db: Session, doer: Doer, table: Owned, *, ids: Collection[str], to: Recipient) -> int:
    """Gives what they see and command to somebody else, all or nothing; how many.

    Refuses `not_found`, `forbidden` and, for the recipient, `invalid_request`.
    """
    _check(db, doer.person, to)
    items = _commanded(db, doer.person, table, ids)
    _give(db, doer, table, items=items, to=to)
    return len(items)


def hand_over_all(db: Session, doer: Doer, *, giver: str, to: Recipient) -> dict[str, int]:
    """Gives everything that a person owns to somebody else: how many, by table."""
    if to.user_id == giver:
        _refuse_recipient("That is the same person: choose another one.")
    _check(db, doer.person, to)
    counts: dict[str, int] = {}
    tables: tuple[Owned, ...] = (QuestionPaper, InterviewSession)
    for table in tables:
        query = select(table).where(table.owner_id == giver, table.org_id == doer.person.org_id)
        items = list(db.exec(query.order_by(col(table.id)).with_for_update()))
        _give(db, doer, table, items=items, to=to)
        counts[_noun(table)] = len(items)
    return counts


def share(db: Session, doer: Doer, table: Owned, *, key: str, to: Recipient) -> None:
    """Lets a person or a team see and work on something; shared twice is shared once."""
    _check(db, doer.person, to)
    (item,) = _commanded(db, doer.person, table, [key])
    values = {
        "id": new_id(),
        "key": f"{_noun(table)}:{item.id}:{to.text}",
        _shared(table).key: item.id,
        "user_id": to.user_id,
        "team_id": to.team_id,
        "created_at": doer.now,
    }
    insert_unless_there(db, Share, values, by=("key",))
    _note(db, doer, "shared", item, to=to.text)


def unshare(db: Session, doer: Doer, table: Owned, *, key: str, share_id: str) -> None:
    """Takes a share away; refuses `not_found` and `forbidden`. Whoever got it may give it up."""
    item = db.exec(select(table).where(table.id == key, seen_by(doer.person, table))).one_or_none()
    found = db.get(Share, share_id) if item else None
    if item is None or found is None or getattr(found, _shared(table).key) != item.id:
        raise Refused("not_found")
    if found.user_id != doer.person.id and not commands(db, doer.person, item):
        raise Refused("forbidden", _NOT_THEIRS)
    db.delete(found)
    to = Recipient(user_id=found.user_id, team_id=found.team_id)
    _note(db, doer, "unshared", item, to=to.text)


def shares_of(db: Session, item: Item) -> list[Share]:
    """Who else sees something, in the order of sharing."""
    query = select(Share).where(_shared(type(item)) == item.id)
    return list(db.exec(query.order_by(col(Share.created_at), col(Share.id))))


def owns_anything(db: Session, of: Recipient) -> bool:
    """Whether a paper or an interview is a person's or a team's."""
    for table in (QuestionPaper, InterviewSession):
        mine = table.owner_id == of.user_id if of.user_id else table.team_id == of.team_id
        if db.exec(select(table.id).where(mine).limit(1)).first():
            return True
    return False


_NOT_THEIRS = "Only its owner, somebody of the team that owns it, or a super admin does this."


def _teams(person: Person) -> SelectOfScalar[str]:
    return select(TeamMember.team_id).where(TeamMember.user_id == person.id)


def _owned_by(person: Person, table: Owned) -> ColumnElement[bool]:
    return or_(col(table.owner_id) == person.id, col(table.team_id).in_(_teams(person)))


def _shared(table: Owned) -> InstrumentedAttribute[str | None]:
    column = Share.paper_id if table is QuestionPaper else Share.session_id
    return cast(InstrumentedAttribute[str | None], column)


def _noun(table: Owned) -> str:
    return "paper" if table is QuestionPaper else "interview"


def _commanded(db: Session, person: Person, table: Owned, ids: Collection[str]) -> Sequence[Item]:
    """The rows, locked in one order; refuses what they do not see, and what is not theirs."""
    wanted = set(ids)
    query = select(table).where(col(table.id).in_(wanted), seen_by(person, table))
    items = list(db.exec(query.order_by(col(table.id)).with_for_update()))
    if len(items) != len(wanted):
        raise Refused("not_found")
    if not all(commands(db, person, item) for item in items):
        raise Refused("forbidden", _NOT_THEIRS)
    return items


def _give(db: Session, doer: Doer, table: Owned, *, items: Sequence[Item], to: Recipient) -> None:
    ids = [item.id for item in items]
    db.execute(
        update(table)
        .where(col(table.id).in_(ids))
        .values(owner_id=to.user_id, team_id=to.team_id)
        .execution_options(synchronize_session=False)
    )
    # Whoever owns it needs no share any more.
    keys = [f"{_noun(table)}:{key}:{to.text}" for key in ids]
    db.execute(
        delete(Share).where(col(Share.key).in_(keys)).execution_options(synchronize_session=False)
    )
    for item in items:
        was = Recipient(user_id=item.owner_id, team_id=item.team_id)
        _note(db, doer, "handed_over", item, giver=was.text, to=to.text)


def _check(db: Session, person: Person, to: Recipient) -> None:
    if not _there(db, person, to):
        _refuse_recipient("Choose an admin with an active account, or a team that exists.")


def _refuse_recipient(words: str) -> None:
    raise Refused("invalid_request", words, errors=[{"field": "body", "message": words}])


def _there(db: Session, person: Person, to: Recipient) -> bool:
    if to.team_id:
        query = select(Team.id).where(Team.id == to.team_id, Team.org_id == person.org_id)
    else:
        query = select(User.id).where(
            User.id == to.user_id,
            User.org_id == person.org_id,
            col(User.active).is_(True),
            col(User.role).in_((Role.ADMIN, Role.SUPER_ADMIN)),
        )
    return db.exec(query).first() is not None


def _note(db: Session, doer: Doer, deed: str, item: Item, **detail: str) -> None:
    noun = _noun(type(item))
    audit.note(
        db,
        doer.person.actor,
        f"{noun}.{deed}",
        subject=f"{noun}:{item.id}",
        at=doer.now,
        org_id=item.org_id,
        **detail,
    )
    ring_after_commit(db, LIVE)
