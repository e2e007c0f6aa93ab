"""Background work over HTTP, for super admins."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Path, status

from server import audit, outbox
from server.auth.deps import SuperAdmin
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.jobs import queries
from server.jobs.views import JobsView, JobView, QueueView
from server.models import Outbox
from server.queues import queue_of
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES

router = feature_router("/admin/jobs", "jobs", max_body_size=MAX_FORM_BYTES)
_ADMIN = ("not_signed_in", "forbidden")


@router.get("", responses=problems(*_ADMIN))
def list_jobs(person: SuperAdmin, db: ReadDb, now: Now) -> JobsView:
    """What waits in each queue and what died after three attempts."""
    lines, found = queries.jobs(db, now)
    return JobsView(
        queues=[QueueView.model_validate(asdict(line)) for line in lines],
        items=[JobView(queue=queue_of(job.topic), **_shown(job)) for job in found],
    )


@router.post(
    "/{job}/retry",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(*_ADMIN, "csrf", "malformed_body", "too_large", "not_found", "wrong_state"),
)
def retry_job(
    job: Annotated[int, Path(ge=1, lt=2**63)], person: SuperAdmin, db: Db, now: Now
) -> None:
    """Gives a dead job three more attempts."""
    if not outbox.revive(db, job, now=now):
        if db.get(Outbox, job) is None:
            raise Refused("not_found")
        raise Refused("wrong_state", "Only a dead job is tried again by hand.")
    audit.note(db, person.actor, "job.retried", subject=f"job:{job}", at=now, org_id=person.org_id)


def _shown(job: Outbox) -> dict[str, Any]:
    return job.model_dump(include=set(JobView.model_fields))
