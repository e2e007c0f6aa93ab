"""Backs up database, keys and sealed evidence as one set, and puts such a set back.

One rule: the set is whole or it is no backup. The database is copied first, because a row names
only blobs that were there before it; the manifest comes last, so a cut archive has none.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server import evidence
from server.migrations import run
from server.settings import Settings
from server.storage import BlobStore, name_of
from shared.clock import utc_text
from shared.version import APP_VERSION

FORMAT = 1
"""Grows when an older server could not put the archive back."""
MANIFEST = "manifest.json"
_SQLITE = "database/invigil.sqlite3"
_POSTGRES = "database/invigil.dump"
_PIECE = 1 << 20
_NOBODYS = ("--no-owner", "--no-privileges")
"""Another cluster has other roles: `grants` is run there again."""


class BackupError(Exception):
    """It did not work; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an archive holds."""

    made_at: str
    """UTC."""
    revision: str
    """The schema's revision."""
    database: str
    """`sqlite` or `postgresql`."""
    files: dict[str, str]
    """SHA-256 of each file, by its name in the archive."""


def back_up(settings: Settings, target: Path, *, now: datetime) -> Content:
    """Writes a new archive that only its owner can read; a running server may go on.

    Raises BackupError; `target` then does not exist.
    """
    if target.exists():
        raise BackupError(f"{target} is there already: name another file.")
    partial = target.with_name(f".{target.name}.part")
    with tempfile.TemporaryDirectory(prefix="invigil-backup-") as name, _told(target):
        name_in_set, copy = _copy_database(settings, Path(name))
        hashes: dict[str, str] = {}
        try:
            with (
                os.fdopen(
                    os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"
                ) as raw,
                tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive,
            ):
                hashes[name_in_set] = _add(archive, copy, name_in_set)
                for part in _parts(settings):
                    for path in _files(settings.data_dir / part):
                        inside = path.relative_to(settings.data_dir).as_posix()
                        with contextlib.suppress(FileNotFoundError):  # erased meanwhile
                            hashes[inside] = _add(archive, path, inside)
                if settings.storage_url:
                    hashes |= _add_bucket(archive, settings)
                content = Content(
                    made_at=utc_text(now),
                    revision=run.HEAD,
                    database="sqlite" if settings.database.startswith("sqlite") else "postgresql",
                    files=hashes,
                )
                _add_text(archive, MANIFEST, json.dumps(_wire(content), indent=1, sort_keys=True))
                archive.close()
                raw.flush()
                os.fsync(raw.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return content


def restore(settings: Settings, source: Path, *, replace: bool = False) -> Content:
    """Puts an archive's set in place of an empty one; the server must not run meanwhile.

    With `replace` what is there is kept beside it as `….before-restore` (SQLite, keys, blobs) or
    dropped (PostgreSQL). Raises BackupError with nothing changed where the archive is not whole.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with _told(settings.data_dir):
        staged = Path(tempfile.mkdtemp(prefix=".restore-", dir=settings.data_dir))
        try:
            content = _unpack(source, staged)
            _check_fits(settings, content)
            if not replace:
                _refuse_unless_empty(settings)
            if content.database == "postgresql":
                _restore_postgres(settings, staged / _POSTGRES)
            else:
                _put(staged / _SQLITE, _sqlite_path(settings))
            if settings.storage_url:
                _fill_bucket(settings, staged / "blobs")
            for part in _parts(settings):
                if (staged / part).exists():
                    _put(staged / part, settings.data_dir / part)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    return content


def read(source: Path) -> Content:
    """What an archive says that it holds, with every file hashed; raises BackupError."""
    with tempfile.TemporaryDirectory(prefix="invigil-backup-") as name, _told(source):
        return _unpack(source, Path(name))


def _copy_database(settings: Settings, folder: Path) -> tuple[str, Path]:
    if settings.database.startswith("sqlite"):
        path = _sqlite_path(settings)
        if not path.exists():
            raise BackupError(
                f"There is no database at {path}: name its folder (INVIGIL_DATA_DIR)."
            )
        copy = folder / "copy.sqlite3"
        with (
            contextlib.closing(sqlite3.connect(path)) as ours,
            contextlib.closing(sqlite3.connect(copy)) as theirs,
        ):
            ours.backup(theirs)
        return _SQLITE, copy
    copy = folder / "copy.dump"
    _program(["pg_dump", "--format=custom", *_NOBODYS, f"--file={copy}", _plain_url(settings)])
    return _POSTGRES, copy


def _restore_postgres(settings: Settings, dump: Path) -> None:
    command = ["pg_restore", "--clean", "--if-exists", *_NOBODYS, "--single-transaction"]
    _program([*command, f"--dbname={_plain_url(settings)}", str(dump)])


def _program(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BackupError(
            f"{command[0]} is missing: install PostgreSQL's client programs."
        ) from None
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise BackupError(f"{command[0]} failed: {said[-1] if said else 'it said nothing'}")


def _plain_url(settings: Settings) -> str:
    return settings.database.replace("postgresql+psycopg://", "postgresql://", 1)


def _sqlite_path(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


def _parts(settings: Settings) -> tuple[str, ...]:
    """Folders of data_dir that belong to the set."""
    return ("keys",) if settings.storage_url else ("keys", "blobs")


def _add_bucket(archive: tarfile.TarFile, settings: Settings) -> dict[str, str]:
    """The bucket's blobs, under the names that they would have on a disk."""
    store, hashes = evidence.store(settings), {}
    for session, address in store.each():
        content = store.get(session, address)
        if content is None:  # erased meanwhile
            continue
        inside = f"blobs/{name_of(session, address)}"
        entry = tarfile.TarInfo(inside)
        entry.mode, entry.size = 0o600, len(content)
        archive.addfile(entry, io.BytesIO(content))
        hashes[inside] = hashlib.sha256(content).hexdigest()
    return hashes


def _fill_bucket(settings: Settings, blobs: Path) -> None:
    """Puts the archive's blobs into the bucket; what is there already stays."""
    store = evidence.store(settings)
    for session, address in BlobStore(blobs).each():
        store.put(session, (blobs / name_of(session, address)).read_bytes())


def _files(folder: Path) -> Iterator[Path]:
    """Whole files only: what is still being written has a name that begins with a dot."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path


def _add(archive: tarfile.TarFile, path: Path, inside: str) -> str:
    entry = tarfile.TarInfo(inside)
    entry.mode = 0o600
    with path.open("rb") as file:
        entry.size = os.fstat(file.fileno()).st_size
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        archive.addfile(entry, file)
    return sha256


def _add_text(archive: tarfile.TarFile, inside: str, text: str) -> None:
    content = text.encode()
    entry = tarfile.TarInfo(inside)
    entry.mode, entry.size = 0o600, len(content)
    archive.addfile(entry, io.BytesIO(content))


def _unpack(source: Path, folder: Path) -> Content:
    try:
        with tarfile.open(source, "r:") as archive:
            archive.extractall(folder, filter="data")
    except (tarfile.TarError, EOFError) as error:
        raise BackupError(f"{source} is not a whole backup: {error}.") from error
    try:
        content = _parsed(json.loads((folder / MANIFEST).read_text("utf-8")))
    except FileNotFoundError:
        raise BackupError(f"{source} is not a whole backup: it has no manifest.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{source} has a manifest that cannot be read: {error}.") from error
    for name, sha256 in content.files.items():
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            raise BackupError(f"{source} is not a whole backup: it lacks {name}.") from None
        if found != sha256:
            raise BackupError(f"{source} is damaged: {name} has another SHA-256.")
    return content


def _check_fits(settings: Settings, content: Content) -> None:
    here = "sqlite" if settings.database.startswith("sqlite") else "postgresql"
    if content.database != here:
        raise BackupError(
            f"The backup is of {content.database}, the settings name {here}: set DATABASE_URL."
        )
    if content.revision > run.HEAD:
        raise BackupError(
            f"The backup has schema {content.revision}, this server knows up to {run.HEAD}: "
            "install the newer server first."
        )


def _refuse_unless_empty(settings: Settings) -> None:
    there = [part for part in _parts(settings) if any(_files(settings.data_dir / part))]
    if settings.storage_url and next(evidence.store(settings).each(), None):
        there.append("the bucket")
    if settings.database.startswith("sqlite"):
        if _sqlite_path(settings).exists():
            there.append("the database")
    elif _has_tables(settings):
        there.append("the database")
    if there:
        raise BackupError(
            f"There is something already: {', '.join(there)}. Use another folder or database, or "
            "--replace."
        )


def _has_tables(settings: Settings) -> bool:
    from sqlalchemy import inspect

    from server.db import open_database

    database = open_database(settings)
    try:
        return bool(inspect(database.engine).get_table_names())
    finally:
        database.close()


def _put(new: Path, place: Path) -> None:
    """Moves into place; what was there stays beside it."""
    if place.exists():
        aside = place.with_name(f"{place.name}.before-restore")
        if aside.exists():
            raise BackupError(f"{aside} is still there from an earlier restore: move it away.")
        place.rename(aside)
        for suffix in ("-wal", "-shm"):  # SQLite's; they belong to the file that went aside
            beside = place.with_name(place.name + suffix)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + suffix))
    place.parent.mkdir(parents=True, exist_ok=True)
    new.rename(place)


def _wire(content: Content) -> dict[str, object]:
    return {
        "format": FORMAT,
        "server": APP_VERSION,
        "made_at": content.made_at,
        "revision": content.revision,
        "database": content.database,
        "files": content.files,
    }


def _parsed(wire: dict[str, object]) -> Content:
    if wire["format"] != FORMAT:
        raise BackupError(f"The backup has format {wire['format']}, this server reads {FORMAT}.")
    files = wire["files"]
    if not isinstance(files, dict):
        raise ValueError("files is no table")
    return Content(
        made_at=str(wire["made_at"]),
        revision=str(wire["revision"]),
        database=str(wire["database"]),
        files={str(name): str(sha256) for name, sha256 in files.items()},
    )


@contextlib.contextmanager
def _told(place: Path) -> Iterator[None]:
    """Errors of disk and SQLite leave as a sentence."""
    try:
        yield
    except OSError as error:
        raise BackupError(f"{error.filename or place}: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise BackupError(f"The database could not be copied: {error}.") from error
