"""HTTP of the record's way in. One rule: a receipt leaves after its commit, and a conflict is
committed before it is reported.
"""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Path, Response

from server import evidence
from server.candidate import lease
from server.candidate.requests import (
    SettingDep,
    SignedBatch,
    SignedBlob,
    json_body,
    raw_body,
)
from server.candidate.routes import SIGNED
from server.deps import PartsDep
from server.errors import problems
from server.refusals import Refused
from server.routers import feature_router
from server.sync import service
from shared.ids import SHA256_PATTERN, sha256_hex
from shared.sync import Batch, Receipt

router = feature_router("/interview", "candidate")


async def _admitted(parts: PartsDep) -> AsyncIterator[None]:
    with parts.intake.place():
        yield


Admitted = Annotated[None, Depends(_admitted)]
"""First of a route's parameters: it refuses before a body is read."""


@router.post(
    "/sync/{session}",
    responses=problems(*SIGNED, "chain_gap", "chain_fork"),
    openapi_extra=json_body(Batch),
)
async def sync_record(
    _: Admitted, request: SignedBatch, parts: PartsDep, setting: SettingDep
) -> Receipt:
    """Takes a batch of the record and countersigns what is committed. Idempotent by row."""
    with parts.load.batch():
        outcome: Receipt | service.Conflict = await parts.intake.take(
            lambda db: service.ingest(db, request, setting)
        )
    if isinstance(outcome, service.Conflict):
        raise Refused(outcome.code, expected=outcome.expected.model_dump())
    return outcome.model_copy(update={"load": parts.load.level()})


@router.put(
    "/blob/{session}/{sha256}",
    status_code=204,
    responses=problems(*SIGNED, "blob_mismatch", "evidence_full"),
    openapi_extra=raw_body("application/octet-stream"),
)
def put_blob(
    sha256: Annotated[str, Path(pattern=SHA256_PATTERN)],
    request: SignedBlob,
    parts: PartsDep,
    setting: SettingDep,
) -> Response:
    """Keeps a sealed blob at its address. Idempotent."""
    # The disk is slow and SQLite has one writer: who asks is checked first, the bytes are
    # written next, and only the note that they came needs the writer's place.
    with parts.database.read() as db:
        lease.check(db, request)
    if sha256_hex(request.body) != sha256:
        raise Refused("blob_mismatch")
    evidence.write(parts.settings, request.session, request.body)
    with parts.database.write() as db:
        interview = lease.by_signature(db, request, setting.now)
        evidence.note_stored(
            db, interview.id, address=sha256, size=len(request.body), now=setting.now
        )
    return Response(status_code=204)
