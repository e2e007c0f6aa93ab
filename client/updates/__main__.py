"""`invigil update check | install | back`: for installations as a folder; packages have their own.

One rule: it asks one address, says what it found and why it does or does not act, and is meant to
be started by a timer as well as by a person.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from client import managed
from client.attest.here import release_keys
from client.attest.manifest import root, this_platform
from client.errors import SpoolBusy, SpoolError
from client.models.download import Network, download, part_of, why
from client.models.errors import FetchError
from client.models.manifest import Pin
from client.settings import Settings, load
from client.spool.database import FILE_NAME
from client.spool.store import Spool
from client.updates.feed import MOST_BYTES, BadRelease, believed
from client.updates.rules import Here, Take, Wait, Window, decide, interview
from client.updates.swap import NotSwapped, Place, Starts, back, take
from shared.clock import parse_utc
from shared.release import Package, Release
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


def main(
    arguments: Sequence[str] | None = None,
    *,
    settings: Settings | None = None,
    keys: Sequence[str] | None = None,
    network: Network | None = None,
    now: datetime | None = None,
    starts: Starts | None = None,
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
    now = now or datetime.now(UTC)
    base = asked.base or _base()
    if base is None:
        show("This app came as a package: its package manager updates it.")
        return 2
    place = Place(base)
    running = place.running() or APP_VERSION
    here = look(settings.spools, place, running)
    try:
        if asked.what == "back":
            if interview(here, now) is not None:
                show(WORDS["interview"])
                return 3
            show(f"Version {back(place)} runs again; {running} is not taken anew.")
            return 0
        url = asked.manifest or settings.update_url
        if not url or urlsplit(url).scheme != "https":
            show("Name the manifest of releases by https: --manifest URL, or set update_url.")
            return 2
        known = release_keys(root()) if keys is None else tuple(keys)
        network = network or Network()
        release = believed(_manifest(url, network), known)
        if is_older(here.seen, release.version):
            place.note(replace(place.noted(), seen=release.version))
        decided = decide(release, here, now)
        if isinstance(decided, Wait):
            show(f"{WORDS[decided.because]} (here {running}, newest {release.version})")
            return 0 if decided.because == "current" else 3
        if asked.what == "check":
            show(f"Version {release.version} can be taken now ({decided.package.size >> 20} MiB).")
            return 0
        _install(place, release, decided, url, network, known, starts, show)
        show(f"Version {release.version} runs from the next start on; `back` takes it back.")
        return 0
    except BadRelease as error:
        print(f"The manifest does not count: {error}.", file=sys.stderr)
    except (FetchError, NotSwapped) as error:
        print(f"Nothing was exchanged. {error}", file=sys.stderr)
    except OSError as error:
        told = f"{error.filename or place.base}: {error.strerror}"
        print(
            f"Nothing was exchanged. {told}: free space, or take the right to write.",
            file=sys.stderr,
        )
    return 1


def look(spools: Path, place: Place, version: str) -> Here:
    """This computer, with every interview that is saved on it."""
    noted = place.noted()
    open_now, windows = False, list[Window]()
    for path in spools.glob(f"*/{FILE_NAME}"):
        try:
            with Spool.open(path.parent) as spool:
                grant = spool.grant
                if not spool.finished:
                    windows.append(Window(parse_utc(grant.opens_at), parse_utc(grant.closes_at)))
        except SpoolBusy:
            open_now = True
        except SpoolError:
            continue  # nobody goes on with it: it is kept, whatever version runs
    return Here(
        version,
        this_platform(),
        noted.number,
        open_now,
        tuple(windows),
        noted.seen,
        frozenset(noted.failed),
    )


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


def _install(
    place: Place,
    release: Release,
    taken: Take,
    url: str,
    network: Network,
    keys: Sequence[str],
    starts: Starts | None,
    show: Show,
) -> None:
    package: Package = taken.package
    pin = Pin(f"invigil-{release.version}.tar", package.sha256, package.size)
    with part_of(pin, place.base) as part:
        download(pin, urljoin(url, package.url), part, say=show, network=network)
        take(place, part, release.version, build=package.build, keys=keys, starts=starts)
        part.unlink()


if __name__ == "__main__":
    sys.exit(main())
