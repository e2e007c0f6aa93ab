"""HTTP of readiness: handed in by invite, read by those who see the interview."""

from datetime import datetime
from typing import Annotated

from fastapi import Query

from server.auth.deps import Admin
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.models import ReadinessReport
from server.readiness import service
from server.routers import feature_router
from server.views import Cursor, Key, Limit, View, cursor_after, read_cursor
from shared.readiness import Readiness, ReadinessOutcome, ReadinessPost

MAX_BYTES = 128 * 1024
"""A report at its longest, with every letter escaped."""

candidate_router = feature_router("/interview", "candidate", max_body_size=MAX_BYTES)
router = feature_router("/admin", "readiness")

Outcome = Annotated[
    ReadinessOutcome | None,
    Query(description="Only reports whose worst line is this; leave out for all."),
]

_ADMIN = ("not_signed_in", "forbidden")


class ReadinessKept(View):
    """The report is here."""

    outcome: ReadinessOutcome
    """The worst of its lines."""
    received_at: datetime


class ReadinessView(View):
    """One report of a machine. Its signature fits the key that was made for it."""

    id: str
    session: str
    """The interview's id."""
    received_at: datetime
    outcome: ReadinessOutcome
    """The worst of its lines; unknown never counts as ok."""
    readiness: Readiness
    """As the machine said."""
    public_key: str
    signature: str


class ReadinessList(View):
    """Reports of one interview, the newest first."""

    items: list[ReadinessView]


class MachineView(ReadinessView):
    """A report with whose interview it is for."""

    candidate_name: str
    title: str


class MachinePage(View):
    """Readiness of machines: reports of all visible interviews, the newest first."""

    items: list[MachineView]
    next_cursor: str | None


@candidate_router.post(
    "/readiness",
    responses=problems(
        *("malformed_body", "too_large", "invite_unknown", "already_over", "bad_signature")
    ),
)
def keep_readiness(post: ReadinessPost, db: Db, now: Now) -> ReadinessKept:
    """Takes the signed report of a preflight for the interview that the invite opens."""
    kept = service.keep(db, post, now)
    return ReadinessKept.model_validate({"outcome": kept.outcome, "received_at": kept.received_at})


@router.get("/interviews/{id}/readiness", responses=problems(*_ADMIN, "not_found"))
def list_interview_readiness(id: Key, person: Admin, db: ReadDb) -> ReadinessList:
    """What the candidate's machines said before the interview."""
    interview = interviews.get_interview(db, person, id)
    found = service.of_interview(db, interview.id)
    return ReadinessList(items=[ReadinessView.model_validate(_fields(one)) for one in found])


@router.get("/readiness", responses=problems(*_ADMIN))
def list_readiness(
    person: Admin,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
    outcome: Outcome = None,
) -> MachinePage:
    """Readiness of machines, the newest report first."""
    found = service.listed(db, person, read_cursor(cursor), limit=limit + 1, outcome=outcome)
    shown = found[:limit]
    items = [
        MachineView.model_validate(
            {
                **_fields(report),
                "candidate_name": interview.candidate_name,
                "title": interview.title,
            }
        )
        for report, interview in shown
    ]
    last = shown[-1][0] if len(found) > limit else None
    return MachinePage(
        items=items,
        next_cursor=None if last is None else cursor_after(last.received_at, last.id),
    )


def _fields(report: ReadinessReport) -> dict[str, object]:
    return {
        "id": report.id,
        "session": report.session_id,
        "received_at": report.received_at,
        "outcome": report.outcome,
        "readiness": Readiness.model_validate_json(report.report),
        "public_key": report.public_key,
        "signature": report.signature,
    }
