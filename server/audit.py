"""Who did or looked at what: rows that are only ever added.

One rule: an entry is written in the same transaction as the deed, and holds ids and field names,
never names, answers or tokens.
"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, select

from server.models import AuditLog


def note(
    db: Session,
    actor: str,
    action: str,
    *,
    subject: str,
    at: datetime,
    org_id: str,
    **detail: Any,
) -> None:
    """Adds one entry. `actor` such as `user:<id>`, `subject` such as `paper:<id>`."""
    db.add(
        AuditLog(
            org_id=org_id,
            actor=actor,
            action=action,
            subject=subject,
            at=at,
            detail_json=json.dumps(detail, sort_keys=True),
        )
    )


def done_by(column: Mapped[str], account: str) -> ColumnElement[bool]:
    """Where a column of actors names an account, such as `user:<id>`: it acted itself or by one
    of its tokens. Whoever is behind it knows what both saw."""
    return or_(column == account, column.startswith(f"{account}/"))


def noted_since(db: Session, actor: str, action: str, *, subject: str, since: datetime) -> bool:
    """Whether `actor` has an entry of this kind about `subject` that is not older than `since`."""
    found = db.exec(
        select(AuditLog.id)
        .where(
            AuditLog.subject == subject,
            AuditLog.actor == actor,
            AuditLog.action == action,
            AuditLog.at >= since,
        )
        .limit(1)
    )
    return found.first() is not None
