"""Small facts that all processes of one server share, in the database.

One rule: one row for each fact, written whole; the last writer counts.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server.models import ServerNote

SWEPT = "swept"
"""When a worker last looked for forgotten work: every minute while one is alive."""
MAINTENANCE = "maintenance"
"""Whether new work is refused, see `server.operations.maintenance`."""


def put(db: Session, key: str, value: Mapping[str, Any], *, now: datetime) -> None:
    """Writes a fact in place of what was there."""
    if db.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    columns = {"value_json": json.dumps(value, sort_keys=True), "at": now}
    statement = insert(ServerNote).values(key=key, **columns)
    db.execute(statement.on_conflict_do_update(index_elements=["key"], set_=columns))


def get(db: Session, key: str) -> tuple[dict[str, Any], datetime] | None:
    """A fact and when it was written; None where nobody did."""
    found = db.get(ServerNote, key, populate_existing=True)
    return (json.loads(found.value_json), found.at) if found else None
