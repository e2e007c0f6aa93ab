"""A spool as one file, for when the network never returns: how it is laid out and what is signed.

One rule: nothing in it is in the clear that is not in the record's envelopes; rows and blobs stay
sealed under the interview's key, and the manifest that names them all is signed by the machine.

A parcel is a ZIP of stored (uncompressed) members: `manifest.json`, `signature`, `rows.jsonl` (one
`SealedRow` a line), `receipts.jsonl` (one `Receipt` a line), `blobs/<sha256>`.
"""

from typing import Annotated

from pydantic import Field

from shared.ids import sha256_hex
from shared.model import Digest, Id, UtcText, Wire
from shared.session import ChainHead

MANIFEST, SIGNATURE, ROWS, RECEIPTS = "manifest.json", "signature", "rows.jsonl", "receipts.jsonl"
BLOBS = "blobs/"
SUFFIX = ".invigil"
MAX_PARCEL_BYTES = 1024 * 1024 * 1024
"""Far more than a day of speech and pictures."""
MAX_MANIFEST_BYTES = 16 * 1024 * 1024
MAX_PARCEL_BLOBS = 50_000


class ParcelManifest(Wire):
    """What the file holds."""

    format: Annotated[int, Field(ge=1)] = 1
    """Layout of the file; a reader refuses a newer one."""
    session: Id
    """The interview."""
    segment: Annotated[int, Field(ge=1)]
    """The segment that this machine wrote."""
    head: ChainHead
    """The last row in the file."""
    rows: Annotated[int, Field(ge=0)]
    """How many rows there are: consecutive, and the last one is `head`."""
    made_at: UtcText
    """The machine's wall clock."""
    lost_ms: Annotated[int, Field(ge=0)] = 0
    """As in `shared.sync.Batch`."""
    stood_ms: Annotated[int, Field(ge=0)] = 0
    """As in `shared.sync.Batch`."""
    covered_ms: Annotated[int, Field(ge=0)] = 0
    """As in `shared.sync.Batch`."""
    applied: Annotated[int, Field(ge=0)] = 0
    """As in `shared.sync.Batch`."""
    rows_sha256: Digest
    """Of `rows.jsonl`."""
    receipts_sha256: Digest
    """Of `receipts.jsonl`."""
    blobs: Annotated[tuple[Digest, ...], Field(max_length=MAX_PARCEL_BLOBS)] = ()
    """Addresses of all blobs in the file."""


def parcel_statement(nonce: str, manifest: bytes) -> bytes:
    """The bytes that the machine signs; `nonce` is the lease's, so that a file fits one lease."""
    return f"invigil-parcel-v1\n{nonce}\n{sha256_hex(manifest)}".encode()
