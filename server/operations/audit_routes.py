"""Reading the audit log, for super admins.

One rule: it is only read here; whoever reads it leaves an entry too, once in half an hour.
"""

import json
from datetime import timedelta
from typing import Annotated

from fastapi import Query
from sqlmodel import col, select

from server import audit
from server.auth.deps import SuperAdmin
from server.deps import Db, Now
from server.errors import problems
from server.models import AuditLog
from server.operations.audit_views import AuditEntry, AuditPage
from server.refusals import Refused
from server.routers import feature_router
from server.views import Cursor, Instant, Limit, cursor_after, read_cursor
from shared.ids import ID_PATTERN

router = feature_router("/admin/audit", "operations")

READ = "audit.read"
READ_AGAIN = timedelta(minutes=30)


@router.get("", responses=problems("not_signed_in", "forbidden"))
def list_audit(
    reader: SuperAdmin,
    db: Db,
    now: Now,
    person: Annotated[
        str | None, Query(pattern=ID_PATTERN, description="Only what this account did.")
    ] = None,
    interview: Annotated[
        str | None, Query(pattern=ID_PATTERN, description="Only what is about it.")
    ] = None,
    action: Annotated[
        str | None,
        Query(pattern=r"^[a-z_]+(\.[a-z_]+)*$", max_length=60, description="Only this action."),
    ] = None,
    since: Annotated[Instant | None, Query(description="Only from then on.")] = None,
    until: Annotated[Instant | None, Query(description="Only before then.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AuditPage:
    """Who did or looked at what, newest first."""
    asked = select(AuditLog).where(AuditLog.org_id == reader.org_id)
    if person is not None:
        # By themselves or by a token of theirs, whose first characters stand behind the id.
        asked = asked.where(col(AuditLog.actor).startswith(f"user:{person}", autoescape=True))
    if interview is not None:
        asked = asked.where(AuditLog.subject == f"interview:{interview}")
    if action is not None:
        asked = asked.where(AuditLog.action == action)
    if since is not None:
        asked = asked.where(col(AuditLog.at) >= since)
    if until is not None:
        asked = asked.where(col(AuditLog.at) < until)
    if (after := read_cursor(cursor)) is not None:
        asked = asked.where(col(AuditLog.id) < _number(after[1]))
    found = db.exec(asked.order_by(col(AuditLog.id).desc()).limit(limit + 1)).all()
    page = found[:limit]
    since = now - READ_AGAIN
    if not audit.noted_since(db, reader.actor, READ, subject="audit", since=since):
        audit.note(db, reader.actor, READ, subject="audit", at=now, org_id=reader.org_id)
    last = page[-1] if len(found) > limit else None
    return AuditPage(
        items=[
            AuditEntry(
                id=entry.id or 0,
                at=entry.at,
                actor=entry.actor,
                action=entry.action,
                subject=entry.subject,
                detail=json.loads(entry.detail_json),
            )
            for entry in page
        ],
        next_cursor=cursor_after(last.at, str(last.id)) if last else None,
    )


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Refused("invalid_request", "The cursor is not one of this list: begin anew.")
    return int(text)
