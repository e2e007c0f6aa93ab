"""How often each interview noted what, kept while events come in, for sums over a year of them.

One rule: a count can be made again from the interview's events, and is at its hand-in: a server of
before, which takes events in beside this one during an upgrade, counts nothing.
"""

import json
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import delete, func
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from server.models import EventCount, InterviewSession, ProctoringEvent
from shared.events import Kind

OPENED, SYSTEM = str(Kind.SIGNAL_OPENED), str(Kind.SYSTEM)
NAME_CHARS = 100

What = tuple[str, str, str]
"""Kind, name and severity."""


def counted(kind: str, signal: str, severity: str, body_json: str) -> What | None:
    """As what an event counts; None where nobody asks how often there are such."""
    if kind == OPENED:
        return kind, signal, severity
    if kind == SYSTEM:
        return kind, str(json.loads(body_json).get("what", ""))[:NAME_CHARS], severity
    return None


def add(db: Session, session: str, counts: Mapping[What, int]) -> None:
    """Adds to an interview's counts. Whoever calls holds the interview's row."""
    if not counts:
        return
    connection = db.connection()
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(EventCount)
    statement = insert.on_conflict_do_update(
        index_elements=["session_id", "kind", "name", "severity"],
        set_={"count": col(EventCount.count) + insert.excluded["count"]},
    )
    rows = [
        {"session_id": session, "kind": kind, "name": name, "severity": severity, "count": count}
        for (kind, name, severity), count in counts.items()
    ]
    connection.execute(statement, rows)


def recount(db: Session, session: str) -> None:
    """Makes an interview's counts again from its events, and holds its row from here on."""
    row = sql_select(col(InterviewSession.id)).where(col(InterviewSession.id) == session)
    db.execute(row.with_for_update(key_share=True))
    columns = (
        col(ProctoringEvent.kind),
        col(ProctoringEvent.signal),
        col(ProctoringEvent.severity),
        col(ProctoringEvent.body_json),
    )
    found: Counter[What] = Counter()
    opened = columns[:3]
    of_it = col(ProctoringEvent.session_id) == session
    noted = (
        sql_select(*opened, func.count())
        .where(of_it, col(ProctoringEvent.kind) == OPENED)
        .group_by(*opened)
    )
    for kind, signal, severity, count in db.execute(noted):
        found[kind, signal, severity] += count
    machinery = sql_select(*columns).where(of_it, col(ProctoringEvent.kind) == SYSTEM)
    for event in db.execute(machinery):
        if (what := counted(*event)) is not None:
            found[what] += 1
    db.execute(delete(EventCount).where(col(EventCount.session_id) == session))
    add(db, session, found)
