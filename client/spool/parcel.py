"""The whole spool as one file that a person can carry to the server.

One rule: the name appears only once the file is whole and on the medium; a file that was there
before is not touched until then.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from client.errors import DiskFull, SpoolDamaged, SpoolError
from client.sentences import FILE_NOT_WRITTEN
from client.spool.claims import NO_CLAIMS, Claims
from client.spool.files import NO_ROOM, TEMPORARY, sync_folder
from client.spool.store import Spool
from shared.clock import utc_text
from shared.ids import sha256_hex
from shared.model import Wire
from shared.parcel import (
    BLOBS,
    MANIFEST,
    RECEIPTS,
    ROWS,
    SIGNATURE,
    SUFFIX,
    ParcelManifest,
    parcel_statement,
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was written."""

    path: Path
    rows: int
    blobs: int
    bytes: int


def file_name(spool: Spool) -> str:
    """Names the interview by the number that the help card quotes, and nobody by name."""
    return f"interview-{spool.grant.session[:8]}{SUFFIX}"


def write_parcel(spool: Spool, path: Path, *, now: datetime, claims: Claims = NO_CLAIMS) -> Parcel:
    """Writes all rows, receipts and blobs; raises DiskFull or SpoolError with nothing changed."""
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        with temporary.open("wb") as file:
            os.chmod(temporary, 0o600)
            rows, blobs = _write(spool, file, now=now, claims=claims)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        if error.errno in NO_ROOM:
            raise DiskFull(path.parent) from error
        raise SpoolError(
            FILE_NOT_WRITTEN(detail=error.strerror),
            folder=path.parent,
        ) from error
    return Parcel(path, rows, blobs, size)


def _write(spool: Spool, file: "object", *, now: datetime, claims: Claims) -> tuple[int, int]:
    grant, head = spool.grant, spool.head
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as made:  # type: ignore[arg-type]
        rows, rows_sha256 = _lines(made, ROWS, _until(spool, head.seq))
        _, receipts_sha256 = _lines(made, RECEIPTS, spool.receipts())
        addresses: list[str] = []
        for address in spool.blob_addresses():
            try:
                content = spool.read_blob(address)
            except SpoolDamaged:
                continue  # one lost file must not keep the rest from its server
            made.writestr(BLOBS + address, content)
            addresses.append(address)
        manifest = ParcelManifest(
            session=grant.session,
            segment=grant.segment,
            head=head,
            rows=rows,
            made_at=utc_text(now),
            lost_ms=claims.lost_ms,
            stood_ms=claims.stood_ms,
            covered_ms=claims.covered_ms,
            applied=spool.applied,
            rows_sha256=rows_sha256,
            receipts_sha256=receipts_sha256,
            blobs=tuple(addresses),
        )
        raw = manifest.model_dump_json().encode()
        made.writestr(MANIFEST, raw)
        made.writestr(SIGNATURE, spool.signing_key.sign(parcel_statement(grant.nonce, raw)))
    return rows, len(addresses)


def _until(spool: Spool, last: int) -> Iterable[Wire]:
    """Rows that are appended meanwhile are left for the next file."""
    count = last - spool.grant.head.seq
    for place, row in enumerate(spool.sealed_rows()):
        if place >= count:
            return
        yield row


def _lines(made: zipfile.ZipFile, name: str, items: Iterable[Wire]) -> tuple[int, str]:
    """Writes one item a line; answers (how many, SHA-256 of all)."""
    digest, count = hashlib.sha256(), 0
    with made.open(name, "w", force_zip64=True) as member:
        for item in items:
            line = item.model_dump_json().encode() + b"\n"
            member.write(line)
            digest.update(line)
            count += 1
    return count, digest.hexdigest() if count else sha256_hex(b"")
