"""The record of one interview on this machine, and its place in the queue to the server.

One rule: a fact counts only when `append` has returned, and then it survives anything; rows are
chained and sealed as `shared.chain` and `shared.sync` say, and stay after they were acknowledged.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from client.errors import KeyUnreachable, RecordDiffers, SpoolDamaged, SpoolError, SpoolMissing
from client.sentences import SOUND_NOT_SAVED
from client.spool import keystore, stores
from client.spool.blobs import BlobFiles
from client.spool.database import FILE_NAME, connect, errors_of, transaction
from client.spool.files import sync_folder
from client.spool.keys import Lease, SigningKey
from client.spool.lock import FileLock, held
from client.spool.sealing import Sealer, from_key32, open_exam, to_wire
from shared.chain import SALT_BYTES, body_digest, canonical, first_break, make_row
from shared.clock import utc_text
from shared.events import BODIES, Artifact, InstructionApplied
from shared.ids import sha256_hex
from shared.model import Wire
from shared.session import ChainHead, Grant, Started
from shared.sync import MAX_BLOB_BYTES, MAX_ROWS, Receipt, SealedRow
from shared.version import PROTOCOL

log = logging.getLogger(__name__)

KEY_FILE = "signing.key"
COUNTER_BLOCK = 64
"""Counters taken from the disk at once: one fsync a minute instead of one a request; a restart
skips what is left of the block, and the server asks only that they grow."""
MAX_PENDING_BYTES = 3_000_000
"""Bytes of rows in one batch, well below `MAX_BATCH_BYTES` with its JSON around them."""

KIND_OF: dict[type[Wire], str] = {model: str(kind) for kind, model in BODIES.items()}


@dataclass(frozen=True, slots=True)
class Backlog:
    """What has not reached the server."""

    rows: int
    blobs: int
    bytes: int
    """Sealed bytes of those rows and blobs."""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row for the candidate's own view of the record."""

    seq: int
    kind: str
    envelope: bytes
    body: bytes
    """Canonical JSON."""
    acknowledged: bool


class Spool:
    """One interview's record. Safe to call from any thread; made by `create` or `open`."""

    def __init__(self, folder: Path, lock: FileLock, db: sqlite3.Connection) -> None:
        self.folder = folder
        self._lock_file = lock
        self._db = db
        self._mutex = RLock()
        self._counters: Iterator[int] = iter(())
        self._signing_key: SigningKey | None = None
        self._load()

    @classmethod
    def create(cls, folder: Path, grant: Grant, signing_key: SigningKey) -> "Spool":
        """A new spool that goes on from `grant.head`, durable with its grant when this returns.

        Raises SpoolBusy, SpoolError where a complete spool is there already, DiskFull, OSError.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with held(folder) as lock:
            db = connect(folder, make=True)
            try:
                with errors_of(folder):
                    begun = db.execute("SELECT 1 FROM meta WHERE name = 'grant'").fetchone()
                if begun:
                    raise SpoolError(
                        "This interview was already begun here. Resume it instead.", folder=folder
                    )
                signing_key.save(folder / KEY_FILE)
                head = grant.head
                first = {
                    "acked_seq": str(head.seq).encode(),
                    "acked_hash": head.hash.encode(),
                    "grant": grant.model_dump_json().encode(),
                }
                with transaction(db, folder):
                    db.executemany("INSERT INTO meta VALUES (?, ?)", first.items())
                sync_folder(folder)
                return cls(folder, lock, db)
            except BaseException:
                db.close()
                raise

    @classmethod
    def open(cls, folder: Path) -> "Spool":
        """Opens a spool and checks its chain from the first row to the last.

        Raises SpoolMissing, SpoolBusy, SpoolDamaged (files are kept), DiskFull, SpoolError.
        """
        if not (folder / FILE_NAME).exists():
            raise SpoolMissing(folder)
        with held(folder) as lock:
            db = connect(folder, make=False)
            try:
                return cls(folder, lock, db)
            except BaseException:
                db.close()
                raise

    def close(self) -> None:
        """Gives file and lock back; the spool can be opened again."""
        with self._mutex:
            self._db.close()
            self._lock_file.release()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing

    def append(self, body: Wire, *, at: datetime, mono_ms: int, state: bytes | None = None) -> int:
        """Chains, seals and stores one fact; answers its sequence number.

        `state` replaces the exam's state in the same transaction. Raises DiskFull or SpoolError
        with nothing changed, TypeError for a body that is in no row of `BODIES`.
        """
        kind = KIND_OF.get(type(body))
        if kind is None:
            raise TypeError(f"{type(body).__name__} is not the body of any kind of row")
        content = canonical(body.model_dump(mode="json"))
        salt = os.urandom(SALT_BYTES)
        with self._mutex:
            row = make_row(
                v=PROTOCOL,
                session=self._grant.session,
                seq=self._head.seq + 1,
                at=utc_text(at),
                mono_ms=mono_ms,
                kind=kind,
                body_sha256=body_digest(salt, content),
                prev=self._head.hash,
            )
            sealed = self._sealer.seal_body(salt=salt, body=content, envelope=row.raw)
            with transaction(self._db, self.folder):
                self._db.execute(
                    "INSERT INTO rows (seq, kind, hash, row, sealed) VALUES (?, ?, ?, ?, ?)",
                    (row.seq, kind, row.hash, row.raw, sealed),
                )
                if state is not None:
                    self._put("state", state)
                if isinstance(body, InstructionApplied):
                    if body.action == "reopen":
                        self._db.execute("DELETE FROM meta WHERE name = 'finished'")
                    self._put("applied", str(max(self._applied, body.number)).encode())
            self._head = ChainHead(seq=row.seq, hash=row.hash)
            if isinstance(body, InstructionApplied):
                self._applied = max(self._applied, body.number)
            return row.seq

    def put_blob(self, content: bytes, media_type: str) -> Artifact:
        """Seals and stores `content`; when this returns, a row may name the artifact.

        Raises DiskFull, SpoolError, ValueError where it is larger than the server takes.
        """
        sealed = self._sealer.seal_blob(content)
        if len(sealed) > MAX_BLOB_BYTES:
            raise ValueError(f"blob has {len(sealed)} bytes, at most {MAX_BLOB_BYTES} are taken")
        try:
            address = self._blobs.write(sealed)
        except OSError as error:
            raise SpoolError(
                SOUND_NOT_SAVED(detail=error.strerror),
                folder=self.folder,
            ) from error
        with self._mutex, transaction(self._db, self.folder):
            self._db.execute(
                "INSERT INTO blobs (sha256, media_type, size) VALUES (?, ?, ?)",
                (address, media_type, len(sealed)),
            )
        return Artifact(sha256=address, media_type=media_type, size=len(sealed))

    def save_state(self, state: bytes) -> None:
        """Replaces the exam's state; durable when this returns. Raises DiskFull, SpoolError."""
        self._save("state", state)

    def load_state(self) -> bytes | None:
        """The state saved last, by `save_state` or with a row; None before the first."""
        return self._get("state")

    def save_started(self, started: Started) -> Started:
        """Keeps the questions and the deadline, so that a restart needs no network.

        Answers them opened: they may have come ahead, and the start brought their key. Raises
        ValueError where they do not open.
        """
        grant = self._grant
        if started.exam is None:
            if grant.ahead is None or started.exam_key is None:
                raise ValueError("the start brought neither questions nor a key for those here")
            opened = open_exam(grant.ahead, started.exam_key, grant.session)
            started = started.model_copy(update={"exam": opened, "exam_key": None})
        self._save("started", started.model_dump_json().encode())
        return started

    @property
    def started(self) -> Started | None:
        """What the server answered to the start; None before it."""
        raw = self._get("started")
        return None if raw is None else Started.model_validate_json(raw)

    def renew(self, grant: Grant) -> None:
        """Replaces the grant after the same claim was made again (a new token, a new policy).

        Raises ValueError where it is another interview or segment.
        """
        with self._mutex:
            mine = (self._grant.session, self._grant.segment)
            if (grant.session, grant.segment) != mine:
                raise ValueError(f"grant is for {grant.session}/{grant.segment}, spool is {mine}")
            kept = grant.model_copy(update={"head": self._grant.head})
            self._save("grant", kept.model_dump_json().encode())
            self._grant = kept

    def mark_finished(self) -> None:
        """The server accepted the hand-in: this spool is no longer offered for resuming."""
        self._save("finished", b"1")

    # Reading

    @property
    def grant(self) -> Grant:
        """What the server handed over at the claim; its head is where this spool begins."""
        return self._grant

    @property
    def signing_key(self) -> SigningKey:
        """The key pair that the claim named.

        The first time it may wait for the system's key store; raises KeyUnreachable.
        """
        if self._signing_key is None:
            try:
                self._signing_key = SigningKey.load(self.folder / KEY_FILE, stores.here())
            except keystore.StoreUnusable as error:
                raise KeyUnreachable(self.folder, str(error)) from error
        return self._signing_key

    @property
    def head(self) -> ChainHead:
        """The last durable row."""
        return self._head

    @property
    def acked(self) -> ChainHead:
        """The last row that the server has countersigned."""
        return self._acked

    @property
    def applied(self) -> int:
        """Number of the last instruction noted as applied; 0 before the first."""
        return self._applied

    @property
    def finished(self) -> bool:
        """Whether the hand-in was accepted."""
        return self._get("finished") is not None

    def count(self) -> int:
        """Rows in this spool, acknowledged or not."""
        return self._head.seq - self._grant.head.seq

    def backlog(self) -> Backlog:
        """What waits for the server."""
        with self._mutex:
            rows = self._read(
                "SELECT count(*), coalesce(sum(length(row) + length(sealed)), 0) "
                "FROM rows WHERE seq > ?",
                (self._acked.seq,),
            )[0]
            blobs = self._read(
                "SELECT count(*), coalesce(sum(size), 0) FROM blobs WHERE sent = 0 AND refused = ''"
            )[0]
        return Backlog(rows=rows[0], blobs=blobs[0], bytes=rows[1] + blobs[1])

    def pending(
        self, limit: int = MAX_ROWS, *, max_bytes: int = MAX_PENDING_BYTES
    ) -> tuple[SealedRow, ...]:
        """The oldest rows without an acknowledgement; at least one where there is any."""
        with self._mutex:
            found = self._read(
                "SELECT row, sealed FROM rows WHERE seq > ? ORDER BY seq LIMIT ?",
                (self._acked.seq, limit),
            )
        rows: list[SealedRow] = []
        size = 0
        for row, sealed in found:
            size += len(row) + len(sealed) * 4 // 3
            if rows and size > max_bytes:
                break
            rows.append(SealedRow(row=row.decode("utf-8"), sealed=to_wire(sealed)))
        return tuple(rows)

    def sealed_rows(self) -> Iterator[SealedRow]:
        """All rows in order as they travel, acknowledged or not."""
        after = self._grant.head.seq
        while found := self._read(
            "SELECT seq, row, sealed FROM rows WHERE seq > ? ORDER BY seq LIMIT 200", (after,)
        ):
            for _, row, sealed in found:
                yield SealedRow(row=row.decode("utf-8"), sealed=to_wire(sealed))
            after = found[-1][0]

    def blob_addresses(self) -> tuple[str, ...]:
        """Of all blobs, sent or not, the oldest first."""
        return tuple(address for (address,) in self._read("SELECT sha256 FROM blobs ORDER BY n"))

    def pending_blobs(self, limit: int = 50) -> tuple[Artifact, ...]:
        """The oldest blobs that the server has not taken."""
        with self._mutex:
            found = self._read(
                "SELECT sha256, media_type, size FROM blobs WHERE sent = 0 AND refused = '' "
                "ORDER BY n LIMIT ?",
                (limit,),
            )
        return tuple(Artifact(sha256=a, media_type=m, size=s) for a, m, s in found)

    def read_blob(self, address: str) -> bytes:
        """The sealed bytes under `address`; raises SpoolDamaged where they are gone or changed."""
        return self._blobs.read(address)

    def open_blob(self, address: str) -> bytes:
        """The content under `address`, for the candidate's own playback."""
        return self._sealer.open_blob(self.read_blob(address))

    def rows(self) -> Iterator[StoredRow]:
        """The whole record in order, opened: the candidate's own copy."""
        after = self._grant.head.seq
        while True:
            with self._mutex:
                found = self._read(
                    "SELECT seq, kind, row, sealed FROM rows WHERE seq > ? ORDER BY seq LIMIT 500",
                    (after,),
                )
                acked = self._acked.seq
            if not found:
                return
            for seq, kind, row, sealed in found:
                _, body = self._sealer.open_body(sealed, row)
                yield StoredRow(seq, kind, row, body, acknowledged=seq <= acked)
            after = found[-1][0]

    def bodies(self, kind: str) -> Iterator[bytes]:
        """The opened bodies of one kind, oldest first, as canonical JSON."""
        found = self._read("SELECT row, sealed FROM rows WHERE kind = ? ORDER BY seq", (kind,))
        for row, sealed in found:
            yield self._sealer.open_body(sealed, row)[1]

    def lease(self) -> Lease:
        """What the API needs to sign requests for this interview."""
        grant = self._grant
        return Lease(
            session=grant.session,
            token=grant.token,
            nonce=grant.nonce,
            kid=grant.kid,
            server_key=grant.server_key,
            signing_key=self.signing_key,
            next_counter=self.next_counter,
        )

    # The server's side of it

    def next_counter(self) -> int:
        """A number for one signed request: greater than all before, across restarts too."""
        with self._mutex:
            number = next(self._counters, None)
            if number is None:
                used = int(self._get("counter") or b"0")
                self._save("counter", str(used + COUNTER_BLOCK).encode())
                self._counters = iter(range(used + 1, used + COUNTER_BLOCK + 1))
                number = next(self._counters)
            return number

    def skip_counters(self, count: int) -> None:
        """Leaves out `count` numbers: the server has seen later ones than this spool remembers."""
        with self._mutex:
            used = int(self._get("counter") or b"0")
            self._save("counter", str(used + count).encode())
            self._counters = iter(())

    def acknowledge(self, receipt: Receipt, sent: bytes | None = None) -> None:
        """Marks rows as committed at the server and keeps the receipt.

        `sent`: what has left this machine so far (`client.spool.sent`), kept where rows moved.

        The mark also moves back where the server holds less than it once said (it was restored
        from a backup): its rows are then pending again. Raises RecordDiffers where the
        countersigned row is not ours; signatures are the API's business.
        """
        with self._mutex:
            head = receipt.acked
            if head.hash != self._hash_at(head.seq):
                raise RecordDiffers(self.folder, f"server's row {head.seq} is not ours")
            moved = head != self._acked
            with transaction(self._db, self.folder):
                if moved:
                    self._put("acked_seq", str(head.seq).encode())
                    self._put("acked_hash", head.hash.encode())
                    if sent is not None:
                        self._put("sent", sent)
                    self._db.execute(
                        "INSERT INTO receipts (seq, receipt) VALUES (?, ?)",
                        (head.seq, receipt.model_dump_json()),
                    )
                if receipt.missing_blobs:
                    self._db.executemany(
                        "UPDATE blobs SET sent = 0 WHERE sha256 = ?",
                        [(address,) for address in receipt.missing_blobs],
                    )
            if head.seq < self._acked.seq:
                log.warning("server went back from row %d to %d", self._acked.seq, head.seq)
            self._acked = head

    def receipts(self) -> tuple[Receipt, ...]:
        """Every receipt that moved the mark: the candidate's proof of what was committed."""
        found = self._read("SELECT receipt FROM receipts ORDER BY n")
        return tuple(Receipt.model_validate_json(text) for (text,) in found)

    def blob_sent(self, address: str, sent: bytes | None = None) -> None:
        """The server has taken this blob; `sent` as in `acknowledge`."""
        with self._mutex, transaction(self._db, self.folder):
            self._db.execute("UPDATE blobs SET sent = 1 WHERE sha256 = ?", (address,))
            if sent is not None:
                self._put("sent", sent)

    def save_sent(self, sent: bytes) -> None:
        """Keeps what has left this machine; raises DiskFull, SpoolError."""
        self._save("sent", sent)

    def load_sent(self) -> bytes | None:
        """What `acknowledge`, `blob_sent` or `save_sent` kept last; None before the first."""
        return self._get("sent")

    def blob_refused(self, address: str, code: str) -> None:
        """The server will never take this blob; it stays here and is no longer offered."""
        with self._mutex, transaction(self._db, self.folder):
            self._db.execute("UPDATE blobs SET refused = ? WHERE sha256 = ?", (code, address))

    def refused_blobs(self) -> tuple[tuple[str, str], ...]:
        """(address, code) of blobs that the server refused for good."""
        found = self._read("SELECT sha256, refused FROM blobs WHERE refused <> '' ORDER BY n")
        return tuple((address, code) for address, code in found)

    # Inside

    def _load(self) -> None:
        grant = self._get("grant")
        if grant is None:
            raise SpoolMissing(self.folder)
        try:
            self._grant = Grant.model_validate_json(grant)
            self._sealer = Sealer(from_key32(self._grant.key))
            key_file = self.folder / KEY_FILE
            # One that is in the system's key store is asked for by whoever signs.
            self._signing_key = None if keystore.elsewhere(key_file) else SigningKey.load(key_file)
            self._applied = max(int(self._get("applied") or b"0"), self._grant.applied)
            acked_seq, acked_hash = self._get("acked_seq"), self._get("acked_hash")
            self._acked = ChainHead(
                seq=int(acked_seq or b"0"), hash=(acked_hash or b"").decode("ascii")
            )
        except (ValueError, OSError) as error:
            raise SpoolDamaged(self.folder, f"{type(error).__name__} in its grant") from error
        self._head = self._checked_head()
        if self._acked.hash != self._hash_at(self._acked.seq):
            raise SpoolDamaged(self.folder, f"acknowledged row {self._acked.seq} is not there")
        self._blobs = BlobFiles(self.folder / "blobs")
        self._sweep_blobs()

    def _checked_head(self) -> ChainHead:
        head = self._grant.head
        found = self._read("SELECT hash, CAST(row AS BLOB) FROM rows ORDER BY seq")
        rows: list[bytes] = [row for _, row in found]
        broken = first_break(rows, session=self._grant.session, seq=head.seq, head=head.hash)
        if broken:
            raise SpoolDamaged(self.folder, f"row {broken.seq}: {broken.reason}, {broken.detail}")
        for n, (stored, row) in enumerate(found, start=head.seq + 1):
            if stored != sha256_hex(row):
                raise SpoolDamaged(self.folder, f"row {n}: its index names another hash")
        return ChainHead(seq=head.seq + len(found), hash=found[-1][0]) if found else head

    def _hash_at(self, seq: int) -> str | None:
        if seq == self._grant.head.seq:
            return self._grant.head.hash
        found = self._read("SELECT hash FROM rows WHERE seq = ?", (seq,))
        return found[0][0] if found else None

    def _sweep_blobs(self) -> None:
        """A kill between file and entry leaves a file that no row can name."""
        known = {a for (a,) in self._read("SELECT sha256 FROM blobs")}
        for address in self._blobs.addresses() - known:
            self._blobs.remove(address)

    def _get(self, name: str) -> bytes | None:
        found = self._read("SELECT value FROM meta WHERE name = ?", (name,))
        return bytes(found[0][0]) if found else None

    def _read(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._mutex, errors_of(self.folder):
            return self._db.execute(sql, values).fetchall()

    def _put(self, name: str, value: bytes) -> None:
        self._db.execute(
            "INSERT INTO meta VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def _save(self, name: str, value: bytes) -> None:
        with self._mutex, transaction(self._db, self.folder):
            self._put(name, value)
