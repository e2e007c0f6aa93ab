"""HTTP for a record that is brought as a file by an admin. One rule: the body goes to a temporary
file as it comes and is judged there; no part of it is believed before its signature.
"""

import tempfile
from dataclasses import asdict

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session

from server.auth.deps import Scheduler
from server.candidate.requests import SettingDep, raw_body
from server.deps import PartsDep
from server.errors import problems
from server.interviews import service as interviews
from server.models import InterviewSession
from server.refusals import Refused
from server.routers import feature_router
from server.sync import parcels
from shared.lifecycle import Status
from shared.model import Id, Wire
from shared.parcel import MAX_PARCEL_BYTES

router = feature_router("/admin/interviews", "interviews")


class RecordImported(Wire):
    """What a record file brought."""

    session: Id
    """The interview."""
    rows: int
    """Rows in the file."""
    new_rows: int
    """Of them, those that were not here."""
    blobs: int
    """Recordings and pictures in the file."""
    new_blobs: int
    """Of them, those that were not here."""
    missing_blobs: int
    """Named by the record and still not here; at most 50 are counted."""
    conflict: str
    """`chain_fork` or `chain_gap` where the rows do not go on from what is here; empty else."""
    status: Status
    """Where the interview stands now."""


@router.post(
    "/{id}/record-file",
    responses=problems(
        "not_signed_in",
        "forbidden",
        "not_found",
        "csrf",
        "too_large",
        "file_unreadable",
        "bad_signature",
        "evidence_full",
    ),
    openapi_extra=raw_body("application/octet-stream"),
)
async def import_record_file(
    id: str, request: Request, person: Scheduler, parts: PartsDep, setting: SettingDep
) -> RecordImported:
    """Takes a record that a candidate's machine saved as a file. The same file again is harmless.

    What comes after the end is kept and flagged late, as over the network.
    """
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > MAX_PARCEL_BYTES:
        raise Refused("too_large")
    with tempfile.SpooledTemporaryFile(max_size=1 << 20) as file:
        size = 0
        async for part in request.stream():
            size += len(part)
            if size > MAX_PARCEL_BYTES:
                raise Refused("too_large")
            await run_in_threadpool(file.write, part)
        file.seek(0)

        def find(db: Session, key: str) -> InterviewSession:
            found = interviews.get_interview(db, person, id, lock=True)
            if key != found.id:
                raise Refused("file_unreadable", "The file belongs to another interview.")
            return found

        def work() -> RecordImported:
            with parts.database.read() as db:
                interviews.get_interview(db, person, id)
            done = parcels.bring(
                parts.database, file, find=find, actor=person.actor, setting=setting
            )
            return RecordImported(**asdict(done))

        return await run_in_threadpool(work)
