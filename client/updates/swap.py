"""Linux: exchanges one version's folder for another's, and back.

    BASE/versions/0.1.0/   one folder for each version, as it was built
    BASE/current           a link to the one that runs
    BASE/updates.json      what was seen, what went wrong here, and which was before

One rule: a version is unpacked beside, compared with the list of files that its release key signed,
and started once; only then the link is exchanged, by one rename, and the one before stays.
"""

import json
import os
import secrets
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from client.attest.here import measure, read_signature
from client.attest.manifest import MANIFEST
from client.spool.keys import signature_fits
from client.spool.lock import FileLock
from shared.build import Build, statement

PROGRAM = "invigil"
STARTS_WITHIN_S = 120.0
"""A cold disk and a virus scanner that looks at 700 files."""


class NotSwapped(Exception):
    """Nothing was exchanged; the text says why."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is remembered about updates here."""

    number: str
    """Random: where this computer stands in the line."""
    seen: str = "0"
    failed: tuple[str, ...] = ()
    before: str = ""
    """The version to go back to."""


Starts = Callable[[Path], str]
"""Starts a version's program once; what it says its version is, "" where it does not run."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the versions lie."""

    base: Path

    @property
    def current(self) -> Path:
        """The link."""
        return self.base / "current"

    def running(self) -> str:
        """The version that the link names; "" where there is none."""
        return os.readlink(self.current).rpartition("/")[2] if self.current.is_symlink() else ""

    def noted(self) -> Noted:
        """What is remembered; a file that cannot be read is begun anew, with another number."""
        try:
            given = json.loads(self._notes.read_text("utf-8"))
            return Noted(
                str(given["number"]),
                str(given["seen"]),
                tuple(map(str, given["failed"])),
                str(given["before"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            made = Noted(secrets.token_hex(16))
            self.note(made)
            return made

    def note(self, noted: Noted) -> None:
        """On the disk when this returns; raises OSError."""
        self.base.mkdir(parents=True, exist_ok=True)
        fresh = self._notes.with_name("updates.json.new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(noted)) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._notes)

    @property
    def _notes(self) -> Path:
        return self.base / "updates.json"


def take(
    place: Place,
    archive: Path,
    version: str,
    *,
    build: str,
    keys: Collection[str],
    starts: "Starts | None" = None,
) -> None:
    """Makes the archive's version the one that runs; raises NotSwapped, with nothing exchanged.

    `build`: SHA-256 of its list of files, as the release names it.
    """
    lock = FileLock(_made(place.base) / "updates.lock")
    if not lock.acquire():
        raise NotSwapped("Another update is going on.")
    try:
        folder = place.base / "versions" / version
        if not folder.exists():
            _unpacked(archive, folder)
        try:
            _checked(folder, version, build, keys)
            said = (starts or started)(folder / PROGRAM)
            if said != version:
                raise NotSwapped(f"Version {version} does not start here: it says {said!r}.")
        except NotSwapped:
            noted = place.noted()
            if version not in noted.failed:
                place.note(replace(noted, failed=(*noted.failed, version)))
            shutil.rmtree(folder, ignore_errors=True)
            raise
        before = place.running()
        place.note(replace(place.noted(), before=before))
        _link(place, version)
        _tidy(place, {version, before})
    except OSError as error:
        raise NotSwapped(f"{error.filename or place.base}: {error.strerror}.") from error
    finally:
        lock.release()


def back(place: Place) -> str:
    """The version before runs again, and the present one is not taken anew; raises NotSwapped."""
    noted, now = place.noted(), place.running()
    if not noted.before or not (place.base / "versions" / noted.before / PROGRAM).is_file():
        raise NotSwapped("There is no earlier version here to go back to.")
    try:
        place.note(replace(noted, failed=(*noted.failed, now), before=""))
        _link(place, noted.before)
    except OSError as error:
        raise NotSwapped(f"{error.filename or place.base}: {error.strerror}.") from error
    return noted.before


def started(program: Path) -> str:
    """What `--version` says, within its time."""
    try:
        done = subprocess.run(
            [program, "--version"],
            capture_output=True,
            text=True,
            timeout=STARTS_WITHIN_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().rpartition(" ")[2] if done.returncode == 0 else ""


def _checked(folder: Path, version: str, build: str, keys: Collection[str]) -> None:
    found = measure(folder)
    if found.released is None or found.changed_count or found.found is None:
        raise NotSwapped(f"Version {version} is not whole: {found.changed_count} files differ.")
    if found.released != build or found.version != version:
        raise NotSwapped("The archive holds another build than its release names.")
    if not any(_signed(key, found, folder) for key in keys):
        raise NotSwapped(f"Nobody whom this installation knows signed {MANIFEST} inside.")


def _signed(key: str, found: Build, folder: Path) -> bool:
    sig = read_signature(folder)
    return bool(sig) and signature_fits(key, statement=statement(found), signature=sig)


def _unpacked(archive: Path, folder: Path) -> None:
    """The folder appears whole; nothing of the archive reaches a place beside it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
    try:
        try:
            with tarfile.open(archive) as packed:
                packed.extractall(fresh, filter="data")
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise NotSwapped(f"The archive cannot be unpacked ({type(error).__name__}).") from error
        tops = list(fresh.iterdir())
        if len(tops) != 1 or not (tops[0] / PROGRAM).is_file():
            raise NotSwapped("The archive holds no app.")
        os.replace(tops[0], folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _link(place: Place, version: str) -> None:
    fresh = place.base / ".current.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(f"versions/{version}")
    os.replace(fresh, place.current)


def _tidy(place: Place, keep: set[str]) -> None:
    """A version that still runs stays too: it reads modules from its own program."""
    for folder in (place.base / "versions").iterdir():
        if folder.name not in keep and not _runs(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(folder: Path) -> bool:
    program = str((folder / PROGRAM).resolve())
    for exe in Path("/proc").glob("[0-9]*/exe"):
        try:
            if os.readlink(exe) == program:
                return True
        except OSError:  # gone, or another person's
            continue
    return False


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSwapped(f"{folder}: {error.strerror}.") from error
    return folder
