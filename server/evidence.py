"""Which blobs an interview's record names, and which of them have come.

One rule: the bytes are on the disk before the table says so; a name without bytes is `missing`,
and the client is asked for it until it comes.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from server.models import Evidence
from server.refusals import Refused
from server.settings import Settings
from server.storage import BlobStore, StorageFull
from shared.events import Artifact

MAX_MISSING = 50
"""As many addresses go into one receipt."""


def store(settings: Settings) -> BlobStore:
    """The blobs of this server."""
    return BlobStore(settings.data_dir / "blobs")


def write(settings: Settings, session: str, content: bytes) -> str:
    """Keeps sealed bytes on the disk and answers their address; refuses `evidence_full`."""
    try:
        return store(settings).put(session, content)
    except StorageFull:
        raise Refused("evidence_full") from None


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
