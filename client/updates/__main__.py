"""`invigil update check | install | back`: for installations as a folder; packages have their own.

One rule: it asks one address, says what it found and why it does or does not act, and is meant to
be started by a timer as well as by a person.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from client import managed
from client.attest.here import release_keys
from client.attest.manifest import root, this_platform
from client.errors import SpoolDamaged, SpoolError, SpoolMissing
from client.models.download import Network, download, part_of, why
from client.models.errors import FetchError
from client.models.manifest import Pin
from client.settings import Settings, load
from client.spool.database import FILE_NAME
from client.spool.store import Spool
from client.updates.feed import MOST_BYTES, BadRelease, believed
from client.updates.rules import Here, Wait, Window, decide, interview
from client.updates.swap import (
    AnotherUpdate,
    NotSwapped,
    Place,
    Starts,
    alone,
    back,
    processes,
    started,
    take,
)
from shared.clock import parse_utc
from shared.release import Package
from shared.version import APP_VERSION, is_older

Show = Callable[[str], None]

WORDS = {
    "current": "This is the newest version.",
    "older than what was seen": "The manifest names an older version than before: not believed.",
    "expired": "The manifest has expired: whoever publishes releases has to sign it anew.",
    "from the future": "The manifest is dated in the future: check this computer's clock.",
    "interview": "An interview is open or may be taken soon: nothing is exchanged.",
    "not this system": "There is no package for this system.",
    "install anew": "This version is too old to be exchanged: install the new one.",
    "went wrong here": "That version was taken back on this computer.",
    "not yet": "This computer's turn has not come yet.",
}


@dataclass(frozen=True, slots=True)
class Update:
    """One call, and what it works with."""

    place: Place
    spools: Path
    """Where this person's interviews are."""
    url: str
    """Of the manifest."""
    keys: Sequence[str]
    """Public keys whose releases count."""
    network: Network
    now: datetime
    starts: Starts
    show: Show

    def here(self) -> Here:
        """This computer, as it is at this moment."""
        return look(self.spools, self.place, self.running)

    @property
    def running(self) -> str:
        """The version that runs from the next start on."""
        return self.place.running() or APP_VERSION


def main(
    arguments: Sequence[str] | None = None,
    *,
    settings: Settings | None = None,
    keys: Sequence[str] | None = None,
    network: Network | None = None,
    now: datetime | None = None,
    starts: Starts = started,
    show: Show = print,
) -> int:
    """0 done, or nothing to do; 3 not now (said why); 1 it went wrong (said); 2 usage."""
    parser = argparse.ArgumentParser(
        prog="invigil update",
        description="The newest release, for installations as a folder.",
        epilog="Exit status: 0 done or nothing to do, 3 not now (said why), 1 it went wrong, "
        "with nothing exchanged, 2 usage.",
    )
    parser.add_argument("what", choices=("check", "install", "back"))
    parser.add_argument("--manifest", metavar="URL", help="else the setting update_url")
    parser.add_argument("--base", type=Path, metavar="DIR", help="else where this app lies")
    asked = parser.parse_args(arguments)
    settings = settings or load(given=managed.here().given)
    base = asked.base or _base()
    if base is None:
        show("This app came as a package: its package manager updates it.")
        return 2
    url = asked.manifest or settings.update_url or ""
    if asked.what != "back" and urlsplit(url).scheme != "https":
        show("Name the manifest of releases by https: --manifest URL, or set update_url.")
        return 2
    update = Update(
        Place(base),
        settings.spools,
        url,
        release_keys(root()) if keys is None else keys,
        network or Network(),
        now or datetime.now(UTC),
        starts,
        show,
    )
    try:
        with alone(update.place):
            return _back(update) if asked.what == "back" else _forward(update, asked.what)
    except AnotherUpdate as error:
        show(str(error))
        return 3
    except BadRelease as error:
        print(f"The manifest does not count: {error}.", file=sys.stderr)
    except (FetchError, NotSwapped) as error:
        print(f"Nothing was exchanged. {error}", file=sys.stderr)
    except OSError as error:
        told = f"{error.filename or base}: {error.strerror}"
        print(
            f"Nothing was exchanged. {told}: free space, or take the right to write.",
            file=sys.stderr,
        )
    return 1


def look(spools: Path, place: Place, version: str) -> Here:
    """This computer, with every interview that this person saved on it."""
    noted = place.noted()
    open_now, windows = others(place), list[Window]()
    for path in spools.glob(f"*/{FILE_NAME}"):
        try:
            with Spool.open(path.parent) as spool:
                grant = spool.grant
                if not spool.finished:
                    windows.append(Window(parse_utc(grant.opens_at), parse_utc(grant.closes_at)))
        except (SpoolMissing, SpoolDamaged):
            continue  # nobody goes on with it: it is kept, whatever version runs
        except SpoolError:  # open in the app, or it cannot be told: its key store is locked
            open_now = True
    return Here(
        version,
        this_platform(),
        noted.number,
        open_now,
        tuple(windows),
        noted.seen,
        frozenset(noted.failed),
    )


def others(place: Place, proc: Path = Path("/proc")) -> bool:
    """Whether the app runs for somebody else: what that person saved is not seen from here."""
    folders = (place.base / "versions").glob("[0-9]*")
    found = (process for folder in folders for process in processes(folder, proc))
    return any(_owner(process) not in (None, os.getuid()) for process in found)


def _owner(process: Path) -> int | None:
    try:
        return process.stat().st_uid
    except OSError:  # gone
        return None


def _back(update: Update) -> int:
    running = update.running
    if interview(update.here(), update.now) is not None:
        update.show(WORDS["interview"])
        return 3
    update.show(f"Version {back(update.place)} runs again; {running} is not taken anew.")
    return 0


def _forward(update: Update, what: str) -> int:
    here, place = update.here(), update.place
    release = believed(_manifest(update.url, update.network), update.keys)
    if is_older(here.seen, release.version):
        place.note(replace(place.noted(), seen=release.version))
    decided = decide(release, here, update.now)
    if isinstance(decided, Wait):
        newest = f"(here {here.version}, newest {release.version})"
        update.show(f"{WORDS[decided.because]} {newest}")
        return 0 if decided.because == "current" else 3
    if what == "check":
        size = decided.package.size >> 20
        update.show(f"Version {release.version} can be taken now ({size} MiB).")
        return 0
    return _install(update, release.version, decided.package)


def _base() -> Path | None:
    """BASE of BASE/versions/X, where this app lies so."""
    folder = root()
    return folder.parents[1] if folder.parent.name == "versions" else None


def _manifest(url: str, network: Network) -> bytes:
    try:
        with network.client() as http, http.stream("GET", url) as answer:
            if answer.status_code != httpx.codes.OK:
                raise FetchError(f"{answer.url.host} answered {answer.status_code}.")
            raw = b""
            for piece in answer.iter_bytes():
                raw += piece
                if len(raw) > MOST_BYTES:
                    break
            return raw
    except httpx.HTTPError as error:
        raise FetchError(why(error), retryable=True) from error


def _install(update: Update, version: str, package: Package) -> int:
    place = update.place
    pin = Pin(f"invigil-{version}.tar", package.sha256, package.size)
    with part_of(pin, place.base) as part:
        url = urljoin(update.url, package.url)
        download(pin, url, part, say=update.show, network=update.network)
        # Minutes have passed: somebody may have opened an invitation.
        if interview(update.here(), update.now) is not None:
            update.show(WORDS["interview"])
            return 3
        try:
            take(place, part, version, build=package.build, keys=update.keys, starts=update.starts)
        finally:
            if version in (place.running(), *place.noted().failed):
                shutil.rmtree(part.parent, ignore_errors=True)  # with what older tries left
    update.show(f"Version {version} runs from the next start on; `back` takes it back.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
