"""The audit log on the wire. One rule: ids and field names, as they were written down."""

from datetime import datetime
from typing import Any

from server.views import View


class AuditEntry(View):
    """One deed or look."""

    id: int
    at: datetime
    actor: str
    """Who: `user:<id>`, `candidate:<id>` or `server`."""
    action: str
    """What, such as `result.overridden`."""
    subject: str
    """About what, such as `interview:<id>`."""
    detail: dict[str, Any]
    """Ids and names of fields; no names of people, no answers, no tokens."""


class AuditPage(View):
    """Newest first."""

    items: list[AuditEntry]
    next_cursor: str | None
