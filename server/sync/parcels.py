"""Takes a record that came as a file: the same checks as for what comes over the network.

One rule: a file is believed by its machine's signature alone, whoever brings it, and the same file
again changes nothing.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError
from sqlmodel import Session, select

from server import audit, evidence
from server.candidate import ending
from server.candidate import rules as candidate_rules
from server.candidate.setting import Setting
from server.db import Database
from server.keys import decode
from server.models import InterviewSession
from server.refusals import Refused
from server.sync import rules, service
from server.timeline import Cause
from shared.events import Kind
from shared.ids import sha256_hex
from shared.lifecycle import Status
from shared.parcel import (
    BLOBS,
    MANIFEST,
    MAX_MANIFEST_BYTES,
    RECEIPTS,
    ROWS,
    SIGNATURE,
    ParcelManifest,
    parcel_statement,
)
from shared.sync import MAX_BLOB_BYTES
from shared.version import PROTOCOL

ROWS_AT_ONCE = 200
"""As in a batch: one transaction never holds the writer's place for long."""
_LINE_BYTES = rules.MAX_SEALED_CHARS * 2
"""Longest line that is read: a sealed row with its envelope, and room for JSON's escapes."""

Find = Callable[[Session, str], InterviewSession]
"""The locked interview, as far as the one who brings the file may see it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What the file brought."""

    session: str
    rows: int
    """Rows in the file."""
    new_rows: int
    """Of them, those that the server did not have."""
    blobs: int
    new_blobs: int
    missing_blobs: int
    """Blobs that the record names and the server still lacks."""
    conflict: str
    """`chain_fork` or `chain_gap` where the rows do not go on from what is here; empty else."""
    status: Status


def bring(
    database: Database, file: IO[bytes], *, find: Find, actor: str, setting: Setting
) -> Imported:
    """Takes the whole file; refuses `file_unreadable`, `bad_signature` and what `find` refuses."""
    try:
        with zipfile.ZipFile(file) as parcel:
            return _bring(database, parcel, find=find, actor=actor, setting=setting)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError) as error:
        raise Refused("file_unreadable", f"It is no whole record file: {error}.") from None


def _bring(
    database: Database, parcel: zipfile.ZipFile, *, find: Find, actor: str, setting: Setting
) -> Imported:
    for member in parcel.infolist():
        if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
            raise Refused("file_unreadable", "It is no record file: its members are packed.")
    raw = _read(parcel, MANIFEST, MAX_MANIFEST_BYTES)
    signature = _read(parcel, SIGNATURE, 1000).decode("ascii", "replace")
    try:
        manifest = ParcelManifest.model_validate_json(raw)
    except ValidationError:
        raise Refused("file_unreadable", "Its list of contents cannot be read.") from None
    if manifest.format != 1:
        raise Refused("file_unreadable", "It was written by a newer app: update this server.")
    with database.read() as db:
        _check(find(db, manifest.session), manifest, raw, signature)
    _whole(parcel, manifest)
    new_blobs = _blobs(database, parcel, manifest, find=find, setting=setting)
    about, new_rows, last_kind = sha256_hex(raw), 0, ""
    conflict = ""
    for rows in _chunks(parcel):
        with database.write() as db:
            interview = find(db, manifest.session)
            _check(interview, manifest, raw, signature)
            before = interview.head_seq
            batch = service.SentBatch(
                v=PROTOCOL,
                session=manifest.session,
                segment=manifest.segment,
                sent_at=manifest.made_at,
                mono_ms=0,
                rows=rows,
                applied=manifest.applied,
                lost_ms=min(manifest.lost_ms, rules.MAX_COUNT),
                stood_ms=min(manifest.stood_ms, rules.MAX_COUNT),
                covered_ms=min(manifest.covered_ms, rules.MAX_COUNT),
            )
            outcome = service.take(db, interview, batch, about=about, setting=setting)
            new_rows += interview.head_seq - before
            last_kind = rules.read_envelope(rows[-1].row, manifest.session).kind
            if isinstance(outcome, service.Conflict):
                conflict = outcome.code
        if conflict:
            break
    with database.write() as db:
        interview = find(db, manifest.session)
        whole = not conflict and interview.head_hash == manifest.head.hash
        if whole and last_kind == Kind.CLOSED:
            _finish(db, interview, about, setting)
        audit.note(
            db,
            actor,
            "record.imported",
            subject=f"interview:{interview.id}",
            at=setting.now,
            org_id=interview.org_id,
            rows=manifest.rows,
            new_rows=new_rows,
            new_blobs=new_blobs,
            conflict=conflict,
            manifest=about,
        )
        return Imported(
            session=interview.id,
            rows=manifest.rows,
            new_rows=new_rows,
            blobs=len(manifest.blobs),
            new_blobs=new_blobs,
            missing_blobs=len(evidence.missing(db, interview.id)),
            conflict=conflict,
            status=interview.status,
        )


def any_interview(db: Session, key: str) -> InterviewSession:
    """For the operator on the server's own machine; refuses `not_found`."""
    query = select(InterviewSession).where(InterviewSession.id == key).with_for_update()
    found = db.exec(query).one_or_none()
    if found is None:
        raise Refused("not_found", "This server has no such interview.")
    return found


def _check(
    interview: InterviewSession, manifest: ParcelManifest, raw: bytes, signature: str
) -> None:
    """Refuses what the machine that holds the interview did not sign."""
    if manifest.segment != interview.segment:
        raise Refused(
            "bad_signature",
            "Another machine has taken this interview over since the file was written; its rows "
            "cannot follow what that machine recorded.",
        )
    try:
        key = Ed25519PublicKey.from_public_bytes(decode(interview.public_key or ""))
        key.verify(decode(signature), parcel_statement(interview.nonce or "", raw))
    except (InvalidSignature, ValueError):
        raise Refused(
            "bad_signature", "The file was changed, or was not written by this interview's machine."
        ) from None


def _whole(parcel: zipfile.ZipFile, manifest: ParcelManifest) -> None:
    for name, wanted in ((ROWS, manifest.rows_sha256), (RECEIPTS, manifest.receipts_sha256)):
        digest = hashlib.sha256()
        with parcel.open(name) as member:
            while part := member.read(1 << 20):
                digest.update(part)
        if digest.hexdigest() != wanted:
            raise Refused("bad_signature", f"{name} is not what the machine signed.")


def _blobs(
    database: Database,
    parcel: zipfile.ZipFile,
    manifest: ParcelManifest,
    *,
    find: Find,
    setting: Setting,
) -> int:
    """Keeps the blobs that are named; those that were here already count for nothing."""
    new = 0
    for address in manifest.blobs:
        with database.read() as db:
            if evidence.has(db, manifest.session, address):
                continue
        content = _read(parcel, BLOBS + address, MAX_BLOB_BYTES)
        if sha256_hex(content) != address:
            raise Refused("bad_signature", "A recording in the file was changed.")
        evidence.write(setting.settings, manifest.session, content)
        with database.write() as db:
            interview = find(db, manifest.session)
            evidence.note_stored(
                db, interview.id, address=address, size=len(content), now=setting.now
            )
        new += 1
    return new


def _chunks(parcel: zipfile.ZipFile) -> Iterator[list[service.SentRow]]:
    decoder = msgspec.json.Decoder(service.SentRow)
    with parcel.open(ROWS) as member:
        while lines := list(islice(iter(lambda: member.readline(_LINE_BYTES), b""), ROWS_AT_ONCE)):
            try:
                yield [decoder.decode(line) for line in lines]
            except msgspec.DecodeError:
                raise Refused("file_unreadable", "A row in the file cannot be read.") from None


def _finish(db: Session, interview: InterviewSession, about: str, setting: Setting) -> None:
    """The machine had handed it in: its last row says so."""
    if candidate_rules.finish(interview.status, "candidate") == "complete":
        how = ending.Ending(
            Status.COMPLETED, Cause("finish:file", setting.now), about=about, link="finish"
        )
        ending.end(db, interview, how, keys=setting.keys)


def _read(parcel: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with parcel.open(name) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise Refused("file_unreadable", f"{name} is larger than it can be.")
    return content
