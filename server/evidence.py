"""Which blobs an interview's record names, and which of them have come.

One rule: the bytes are on the disk before the table says so; a name without bytes is `missing`,
and the client is asked for it until it comes.
"""

import logging
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from server.models import Evidence
from server.refusals import Refused
from server.settings import Settings
from server.storage import Blobs, BlobStore, StorageDown, StorageFull
from shared.events import Artifact

if TYPE_CHECKING:
    from server.bucket import Place

BYTES_IN_MB = 1_000_000
FULL_RETRY_S, DOWN_RETRY_S = 60, 5
_log = logging.getLogger(__name__)
MAX_MISSING = 50
"""As many addresses go into one receipt."""


def store(settings: Settings) -> Blobs:
    """The blobs of this server: in a bucket where one is set, else on the disk."""
    if settings.storage_url:
        from server.bucket import Place

        return _bucket(Place.of(settings))
    return BlobStore(
        settings.data_dir / "blobs", reserve=settings.evidence_reserve_mb * BYTES_IN_MB
    )


@lru_cache(maxsize=4)
def _bucket(place: "Place") -> Blobs:
    from server.bucket import BucketStore

    return BucketStore(place)


def write(settings: Settings, session: str, content: bytes) -> str:
    """Keeps sealed bytes and answers their address; refuses `evidence_full`, `overloaded`."""
    try:
        return store(settings).put(session, content)
    except StorageFull:
        raise Refused("evidence_full", retry_after_s=FULL_RETRY_S) from None
    except StorageDown as error:
        _log.warning("evidence waits: %s", error)
        raise Refused("overloaded", retry_after_s=DOWN_RETRY_S) from None


def note_stored(db: Session, session: str, *, address: str, size: int, now: datetime) -> None:
    """Notes that the bytes at `address` have come."""
    found = _find(db, session, address)
    if found is None:
        found = Evidence(session_id=session, sha256=address, size=size, media_type="")
    if found.stored_at is None:
        found.size, found.stored_at = size, now
        db.add(found)


def name(db: Session, session: str, artifact: Artifact) -> None:
    """Notes that the record names a blob, whether it came already or not."""
    found = _find(db, session, artifact.sha256)
    if found is None:
        found = Evidence(
            session_id=session, sha256=artifact.sha256, size=artifact.size, media_type=""
        )
    if not found.media_type:
        found.media_type = artifact.media_type.replace("\0", "\ufffd")[:100]
        db.add(found)


def has(db: Session, session: str, address: str) -> bool:
    """Whether the bytes at `address` have come."""
    found = _find(db, session, address)
    return found is not None and found.stored_at is not None


def missing(db: Session, session: str) -> tuple[str, ...]:
    """Addresses that the record names and the server lacks, at most `MAX_MISSING`."""
    found = db.exec(
        select(Evidence.sha256)
        .where(Evidence.session_id == session, col(Evidence.stored_at).is_(None))
        .order_by(col(Evidence.id))
        .limit(MAX_MISSING)
    )
    return tuple(found)


def _find(db: Session, session: str, address: str) -> Evidence | None:
    return db.exec(
        select(Evidence).where(Evidence.session_id == session, Evidence.sha256 == address)
    ).first()
