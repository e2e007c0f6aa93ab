"""Keeps, changes and removes people's own views.

One rule: whatever a person asks for is theirs: somebody else's view is `not_found`; at most one
view of a page opens by itself.
"""

from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.db import insert_unless_there
from server.etags import matches
from server.models import SavedView
from server.refusals import Refused
from server.saved_views.views import ResultsLook, SavedViewChange, SavedViewRequest
from shared.ids import new_id

MOST = 50
"""Views to a person and page: more could not be told apart in a menu."""
_TAKEN = "You have a view of this name: choose another one, or change that one."


def own(db: Session, person: Person, page: str) -> list[SavedView]:
    """A person's views of a page, by name."""
    query = select(SavedView).where(SavedView.user_id == person.id, SavedView.page == page)
    return sorted(db.exec(query), key=lambda one: (one.name.casefold(), one.id))


def get(db: Session, person: Person, key: str) -> SavedView:
    """One of a person's views, locked; refuses `not_found`."""
    query = select(SavedView).where(SavedView.id == key, SavedView.user_id == person.id)
    found = db.exec(query.with_for_update()).one_or_none()
    if found is None:
        raise Refused("not_found")
    return found


def add(db: Session, person: Person, asked: SavedViewRequest, *, now: datetime) -> SavedView:
    """Keeps a new view; refuses `already_exists`, and `invalid_request` for too many."""
    query = select(func.count()).where(
        col(SavedView.user_id) == person.id, col(SavedView.page) == asked.page
    )
    if db.exec(query).one() >= MOST:
        raise Refused("invalid_request", f"{MOST} views are the most: remove one first.")
    made = SavedView(
        id=new_id(),
        org_id=person.org_id,
        user_id=person.id,
        page=asked.page,
        name=asked.name.strip(),
        look_json=_text(asked.look),
        is_default=False,
        created_at=now,
        updated_at=now,
    )
    if not insert_unless_there(db, SavedView, made.model_dump(), by=("user_id", "page", "name")):
        raise Refused("already_exists", _TAKEN)
    kept = get(db, person, made.id)
    if asked.is_default:
        _only_default(db, kept)
    return kept


def change(
    db: Session,
    person: Person,
    found: SavedView,
    *,
    asked: SavedViewChange,
    if_match: str | None,
    now: datetime,
) -> None:
    """Changes a locked view; refuses `edited_meanwhile`, `already_exists`."""
    if not matches(if_match, found.version):
        raise Refused("edited_meanwhile")
    if asked.name is not None and (name := asked.name.strip()) != found.name:
        if any(one.name == name for one in own(db, person, found.page)):
            raise Refused("already_exists", _TAKEN)
        found.name = name
    if asked.look is not None:
        found.look_json = _text(asked.look)
    if asked.is_default is not None:
        found.is_default = asked.is_default
        if asked.is_default:
            _only_default(db, found)
    found.version += 1
    found.updated_at = now
    db.add(found)


def look_of(found: SavedView) -> ResultsLook:
    """What a view holds."""
    return ResultsLook.model_validate_json(found.look_json)


def _text(look: ResultsLook) -> str:
    return look.model_dump_json()


def _only_default(db: Session, kept: SavedView) -> None:
    db.execute(
        update(SavedView)
        .where(
            col(SavedView.user_id) == kept.user_id,
            col(SavedView.page) == kept.page,
            col(SavedView.id) != kept.id,
        )
        .values(is_default=False)
        .execution_options(synchronize_session=False)
    )
    kept.is_default = True
    db.add(kept)
