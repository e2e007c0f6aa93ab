"""Whether this computer takes a release now. Pure.

One rule: each reason not to is named; an interview that may be taken, now or within a day, is the
strongest, and no hurry of a release stands above it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.clock import parse_utc
from shared.release import Package, Release
from shared.version import is_older

MARGIN = timedelta(hours=24)
"""Before a window opens: an update that turns out badly can still be taken back."""

Because = Literal[
    "current",
    "older than what was seen",
    "expired",
    "from the future",
    "interview",
    "not this system",
    "install anew",
    "went wrong here",
    "not yet",
]


@dataclass(frozen=True, slots=True)
class Window:
    """When an interview that is saved on this computer may be taken."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Here:
    """This computer."""

    version: str
    platform: str
    number: str
    """Random, kept here and told to nobody: which computers come first."""
    open_now: bool = False
    """Whether an interview is open in the app."""
    windows: Sequence[Window] = ()
    """Of interviews that are not finished."""
    seen: str = "0"
    """Newest version that a believed manifest ever named."""
    failed: frozenset[str] = frozenset()
    """Versions that were taken back here."""


@dataclass(frozen=True, slots=True)
class Take:
    """The release is taken now."""

    package: Package


@dataclass(frozen=True, slots=True)
class Wait:
    """It is not, and why."""

    because: Because
    until: datetime | None = None
    """When it is worth asking again, where that is known."""


def decide(release: Release, here: Here, now: datetime) -> Take | Wait:
    """What to do about a release whose signature fits."""
    if now >= parse_utc(release.expires_at):
        return Wait("expired")
    if now < parse_utc(release.published_at) - MARGIN:
        return Wait("from the future")  # a clock that is wrong would let an old one live on
    if is_older(release.version, here.seen):
        return Wait("older than what was seen")
    if not is_older(here.version, release.version):
        return Wait("current")
    if (blocked := interview(here, now)) is not None:
        return blocked
    if is_older(here.version, release.oldest):
        return Wait("install anew")
    if release.version in here.failed:
        return Wait("went wrong here")
    package = next((one for one in release.packages if one.platform == here.platform), None)
    if package is None:
        return Wait("not this system")
    if place(here.number, release.version) >= release.rollout_percent * 100:
        return Wait("not yet")
    return Take(package)


def interview(here: Here, now: datetime) -> Wait | None:
    """Why nothing is exchanged now, for an interview's sake."""
    if here.open_now:
        return Wait("interview")
    near = [one.closes for one in here.windows if one.opens - MARGIN <= now < one.closes]
    return Wait("interview", max(near)) if near else None


def place(number: str, version: str) -> int:
    """0..9999: where this computer stands in the line for a version. Always the same for both; for
    another version the line is another, so that nobody is always first."""
    digest = hashlib.sha256(f"{number}\n{version}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 10_000
