"""Linux: exchanges one version's folder for another's, and back.

    BASE/versions/0.1.0/   one folder for each version, as it was built
    BASE/current           a link to the one that runs
    BASE/updates.json      what was seen, what went wrong here, and which was before

One rule: a version is unpacked beside, compared with the list of files that its release key signed,
and started once; only then the link is exchanged, by one rename, and the one before stays. Whatever
is cut off in the midst of it leaves a version that runs, and can be done again.
"""

import json
import os
import secrets
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from client.attest.here import measure, read_signature
from client.attest.manifest import MANIFEST
from client.spool.files import sync_folder
from client.spool.keys import signature_fits
from client.spool.lock import FileLock
from shared.build import Build, statement

PROGRAM = "invigil"
STARTS_WITHIN_S = 120.0
"""A cold disk and a virus scanner that looks at 700 files."""
_UNPACKING = ".unpacking-"


class NotSwapped(Exception):
    """Nothing was exchanged; the text says why."""


class AnotherUpdate(NotSwapped):
    """Another process exchanges versions here."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is remembered about updates here."""

    number: str
    """Random: where this computer stands in the line."""
    seen: str = "0"
    failed: tuple[str, ...] = ()
    before: str = ""
    """The version to go back to."""

    def without(self, version: str) -> "Noted":
        """That version is not taken anew."""
        return self if version in self.failed else replace(self, failed=(*self.failed, version))


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
        fresh = self._notes.with_name("updates.json.new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(noted)) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._notes)
        sync_folder(self.base)

    @property
    def _notes(self) -> Path:
        return self.base / "updates.json"


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Nobody else reads what is noted, decides and exchanges meanwhile: for all of an update.

    Raises AnotherUpdate where somebody does, OSError where nothing can be written there.
    """
    place.base.mkdir(parents=True, exist_ok=True)
    lock = FileLock(place.base / "updates.lock")
    if not lock.acquire():
        raise AnotherUpdate("Another update is going on.")
    try:
        yield
    finally:
        lock.release()


def take(
    place: Place,
    archive: Path,
    version: str,
    *,
    build: str,
    keys: Collection[str],
    starts: Starts,
) -> None:
    """Makes the archive's version the one that runs; raises NotSwapped, with nothing exchanged.

    `build`: SHA-256 of its list of files, as the release names it; `starts`: see `started`.
    """
    folder = place.base / "versions" / version
    try:
        for left in folder.parent.glob(f"{_UNPACKING}*"):  # by an update that was killed
            shutil.rmtree(left, ignore_errors=True)
        if not folder.exists():
            _unpacked(archive, folder)
        try:
            _checked(folder, version, build, keys)
            said = starts(folder / PROGRAM)
            if said != version:
                raise NotSwapped(f"Version {version} does not start here: it says {said!r}.")
        except NotSwapped:
            place.note(place.noted().without(version))
            shutil.rmtree(folder, ignore_errors=True)
            raise
        before = place.running()
        place.note(replace(place.noted(), before=before))
        _link(place, version)
        _tidy(place, {version, before})
    except OSError as error:
        raise NotSwapped(f"{error.filename or place.base}: {error.strerror}.") from error


def back(place: Place) -> str:
    """The version before runs again, and the present one is not taken anew; raises NotSwapped."""
    noted, now = place.noted(), place.running()
    before = noted.before
    # The same: an update was cut off before its link, or a way back before its last note.
    if before in ("", now) or not (place.base / "versions" / before / PROGRAM).is_file():
        raise NotSwapped("There is no earlier version here to go back to.")
    noted = noted.without(now)
    try:
        place.note(noted)
        _link(place, before)
        place.note(replace(noted, before=""))  # only now: else a kill would lose the way back
    except OSError as error:
        raise NotSwapped(f"{error.filename or place.base}: {error.strerror}.") from error
    return before


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
    if found.released is None:
        raise NotSwapped(f"Version {version} brings no list of its files.")
    if found.changed_count or found.found is None:
        raise NotSwapped(f"Version {version} is not whole: {found.changed_count} files differ.")
    if found.released != build or found.version != version:
        raise NotSwapped("The archive holds another build than its release names.")
    if not any(_signed(key, found, folder) for key in keys):
        raise NotSwapped(f"Nobody whom this installation knows signed {MANIFEST} inside.")


def _signed(key: str, found: Build, folder: Path) -> bool:
    sig = read_signature(folder)
    return bool(sig) and signature_fits(key, statement=statement(found), signature=sig)


def _unpacked(archive: Path, folder: Path) -> None:
    """The folder appears whole, after a power cut too; nothing of the archive reaches a place
    beside it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=_UNPACKING, dir=folder.parent))
    try:
        try:
            with tarfile.open(archive) as packed:
                packed.extractall(fresh, filter="data")
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise NotSwapped(f"The archive cannot be unpacked ({type(error).__name__}).") from error
        tops = list(fresh.iterdir())
        if len(tops) != 1 or not (tops[0] / PROGRAM).is_file():
            raise NotSwapped("The archive holds no app.")
        os.sync()  # one call instead of one for each of 700 files
        os.replace(tops[0], folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _link(place: Place, version: str) -> None:
    fresh = place.base / ".current.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(f"versions/{version}")
    os.replace(fresh, place.current)
    sync_folder(place.base)


def _tidy(place: Place, keep: set[str]) -> None:
    """A version that still runs stays too: it reads modules from its own program."""
    for folder in (place.base / "versions").iterdir():
        if folder.name not in keep and not list(processes(folder)):
            shutil.rmtree(folder, ignore_errors=True)


def processes(folder: Path, proc: Path = Path("/proc")) -> Iterator[Path]:
    """Those that run the program in `folder`, as folders of /proc. Of another person's whose
    program may not be seen the name counts: too many are named, never too few."""
    program = str(folder.resolve() / PROGRAM)
    for process in proc.glob("[0-9]*"):
        try:
            runs = os.readlink(process / "exe") == program
        except PermissionError:
            runs = _name(process) == PROGRAM
        except OSError:  # gone
            continue
        if runs:
            yield process


def _name(process: Path) -> str:
    try:
        return (process / "comm").read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
