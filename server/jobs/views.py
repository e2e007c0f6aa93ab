"""Jobs on the wire. One rule: what a job is about stays in the database; ids of jobs do here."""

from datetime import datetime
from typing import Literal

from server.views import View


class JobView(View):
    """One job."""

    id: int
    topic: str
    queue: str
    state: Literal["waiting", "dead"]
    attempts: int
    created_at: datetime
    due_at: datetime
    """When it is tried next, or was last."""
    last_error: str
    """The kind of error, never its text."""


class QueueView(View):
    """How one queue is doing."""

    queue: str
    waiting: int
    """Due or not."""
    dead: int
    oldest_due_at: datetime | None
    """Since when the job that waits longest is due; None where none is due."""


class JobsView(View):
    """Dead jobs first, then those that wait; at most 200."""

    queues: list[QueueView]
    items: list[JobView]
