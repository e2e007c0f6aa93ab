"""The SQLite file under a spool: its tables, its pragmas, and what its errors mean.

One rule: WAL with synchronous=FULL, so a statement that returned is on the medium; every error
of SQLite leaves here as one of ours.
"""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from client.errors import DiskFull, SpoolBusy, SpoolDamaged, SpoolError, SpoolMissing
from client.sentences import NOT_SAVED

FORMAT = 1
"""`user_version` of the file; grows when an older app would misread it."""
FILE_NAME = "spool.sqlite3"
LOW_WATER_BYTES = 256 * 1024
"""Less free space than this and an I/O error is taken for a full disk: SQLite's own message does
not always say so (the WAL index grows in steps of 32 KiB)."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE rows (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    hash TEXT NOT NULL,
    row BLOB NOT NULL,
    sealed BLOB NOT NULL
);
CREATE TABLE blobs (
    n INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    refused TEXT NOT NULL DEFAULT ''
);
CREATE TABLE receipts (
    n INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    receipt TEXT NOT NULL
);
"""


def connect(folder: Path, *, make: bool) -> sqlite3.Connection:
    """Opens (or makes) the spool's file; raises SpoolDamaged, SpoolError or DiskFull."""
    path = folder / FILE_NAME
    if make and not path.exists():
        # Made by hand first: SQLite would follow the umask, and the grant inside is a secret.
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with errors_of(folder):
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)
    try:
        with errors_of(folder):
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and make:
                db.executescript(f"BEGIN IMMEDIATE;{TABLES}PRAGMA user_version={FORMAT};COMMIT;")
                version = FORMAT
            if version == 0:
                # Cut off between making the file and making its tables.
                raise SpoolMissing(folder)
            check = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if check != "ok":
            raise SpoolDamaged(folder, check)
        if version > FORMAT:
            raise SpoolError(
                "This interview was saved by a newer version of Invigil. Install that version "
                "to go on.",
                folder=folder,
            )
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def transaction(db: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """All or nothing; the commit is on the medium when this returns."""
    with errors_of(folder):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            # A full disk may already have rolled back by itself.
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def errors_of(folder: Path) -> Iterator[None]:
    """Turns SQLite's errors into the spool's."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if primary == sqlite3.SQLITE_FULL:
            raise DiskFull(folder) from error
        if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _disk_is_full(folder):
            raise DiskFull(folder) from error
        if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise SpoolBusy(folder) from error
        if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise SpoolDamaged(folder, str(error)) from error
        raise SpoolError(
            NOT_SAVED(detail=error, folder=folder),
            folder=folder,
        ) from error


def _disk_is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LOW_WATER_BYTES
    except OSError:
        return False
