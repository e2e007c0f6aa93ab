"""Finds what is older than the interview's policy or the server's settings allow, and orders its
end.

One rule: each interview is decided upon under its own lock; one that is on hold, or locked by
somebody, is left for the next hour.
"""

import logging
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from server import consents, holds, outbox
from server.db import Database
from server.models import Deletion, InterviewSession
from server.privacy import rules, service
from server.privacy.rules import What
from server.settings import Settings

TOPIC = "retention"
_PAGE = 200
_log = logging.getLogger(__name__)


def note_hourly(db: Session, now: datetime) -> None:
    """Notes the look for this hour, once however many servers sweep."""
    outbox.note(db, TOPIC, f"{TOPIC}:{now:%Y-%m-%dT%H}", {}, now=now)


def order_due(database: Database, settings: Settings, now: datetime) -> int:
    """Orders the end of everything that is due; answers how many deletions were ordered."""
    ordered, after = 0, ""
    while True:
        with database.read() as db:
            query = (
                select(InterviewSession.id)
                .where(
                    col(InterviewSession.erased_at).is_(None),
                    InterviewSession.created_at <= now - timedelta(days=1),
                    InterviewSession.id > after,
                )
                .order_by(col(InterviewSession.id))
                .limit(_PAGE)
            )
            page = list(db.exec(query))
            wanted = [key for key in page if _due(db, settings, key, now)]
        for key in wanted:
            with database.write() as db:
                ordered += _order(db, settings, key, now)
        if len(page) < _PAGE:
            break
        after = page[-1]
    if ordered:
        _log.info("retention: %d deletions ordered", ordered)
    return ordered


def _order(db: Session, settings: Settings, key: str, now: datetime) -> int:
    interview = db.exec(
        select(InterviewSession).where(InterviewSession.id == key).with_for_update(skip_locked=True)
    ).first()
    if interview is None or holds.standing(db, key) is not None:
        return 0
    kept = service.kept_for(settings, interview)
    wanted = _due(db, settings, key, now)
    for what in wanted:
        rule = rules.retention_rule(what, kept[what])
        if what is What.TEMPLATES and not consents.may_compare(db, key):
            rule = rules.WITHDRAWAL
        service.destroy(db, interview, service.Order(what, rule, "server", now))
    return len(wanted)


def _due(db: Session, settings: Settings, key: str, now: datetime) -> tuple[What, ...]:
    interview = db.get(InterviewSession, key)
    if interview is None or holds.standing(db, key) is not None:
        return ()
    ended = service.ended_at(db, interview)
    gone = {
        What(what)
        for what in db.exec(
            select(Deletion.what).where(Deletion.session_id == key, Deletion.asked_at >= ended)
        )
    }
    kept = service.kept_for(settings, interview)
    due = rules.due(kept, ended, now, gone=gone)
    if not due and not consents.may_compare(db, key):
        due = (What.TEMPLATES,)  # what came late, or was on hold
    return tuple(what for what in due if service.is_there(db, key, what))
