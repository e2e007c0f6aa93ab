"""Legal holds: what must not be destroyed, whoever asks and however old it is.

One rule: whoever destroys something of an interview asks here first, with the interview locked.
"""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server.db import insert_unless_there
from server.models import LegalHold
from server.refusals import Refused
from shared.ids import new_id


def standing(db: Session, session: str) -> LegalHold | None:
    """The hold on an interview; None where there is none."""
    return db.exec(select(LegalHold).where(LegalHold.session_id == session)).first()


def refuse_if_held(db: Session, session: str) -> None:
    """Refuses `on_hold`."""
    if standing(db, session) is not None:
        raise Refused("on_hold")


def place(db: Session, session: str, *, reason: str, actor: str, now: datetime) -> None:
    """Places a hold; one that stands already stays as it is."""
    values = {
        "id": new_id(),
        "session_id": session,
        "reason": reason,
        "placed_by": actor,
        "placed_at": now,
    }
    insert_unless_there(db, LegalHold, values, by=("session_id",))


def lift(db: Session, session: str) -> None:
    """Lifts the hold, if there is one."""
    db.execute(delete(LegalHold).where(col(LegalHold.session_id) == session))
