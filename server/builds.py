"""How far the build that an app tells of can be believed.

Pure but for reading the settings. One rule: a build is released by a key or a list that this server
was given, never by how many run it; unknown is shown and blocks nobody.
"""

from dataclasses import dataclass
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from server.keys import decode
from server.settings import Settings
from shared.build import Build, statement

Standing = Literal["released", "changed", "unknown", "not_told"]


@dataclass(frozen=True, slots=True)
class Trust:
    """What this server was given."""

    keys: tuple[str, ...] = ()
    """Release keys, Ed25519, URL-safe base64."""
    digests: frozenset[str] = frozenset()
    """Builds known by the SHA-256 of their files' list."""


def trust(settings: Settings) -> Trust:
    """From the settings."""
    digests = _parts(settings.trusted_builds.lower())
    return Trust(tuple(_parts(settings.release_keys)), frozenset(digests))


def read(build_json: str) -> Build | None:
    """As it was kept; None where nothing was told."""
    try:
        return Build.model_validate_json(build_json) if build_json else None
    except ValidationError:
        return None


def kept(build: Build | None) -> str:
    """As it is stored; NUL, which PostgreSQL's text cannot hold, replaced."""
    text = "" if build is None else build.model_dump_json()
    return text.replace("\\u0000", "\ufffd")


def standing(build: Build | None, given: Trust) -> Standing:
    """`changed`: it was released, and its files are not those any more."""
    if build is None:
        return "not_told"
    released = build.released is not None and (
        build.released in given.digests or any(_signed(build, key) for key in given.keys)
    )
    if released and build.found is not None:
        return "released" if build.found == build.released else "changed"
    # A checkout has no list of its own, and can be known all the same.
    if build.released is None and build.found in given.digests:
        return "released"
    return "unknown"


WORDS: dict[Standing, str] = {
    "released": "A released build, and its files are as they were released. A patched app could "
    "say so too.",
    "changed": "It calls itself a released build, but its files are not those that were released.",
    "unknown": "No build that this server knows. That says nothing about the candidate: ask IT "
    "which app they were given.",
    "not_told": "The app did not say which build it is.",
}
"""For a person who decides."""


def sentences(build_json: str, settings: Settings) -> list[str]:
    """For a report: what it is, and which files differ."""
    build = read(build_json)
    stands = standing(build, trust(settings))
    said = [f"The candidate's app: {WORDS[stands]}"]
    if build is not None:
        name = f"Version {build.version} for {build.platform}"
        digest = build.released or build.found
        said.append(f"{name}, list of files {digest[:16]}." if digest else f"{name}.")
        if build.changed:
            more = build.changed_count - len(build.changed)
            named = ", ".join(build.changed) + (f" and {more} more" if more > 0 else "")
            said.append(f"Files that differ: {named}.")
    return said


def _signed(build: Build, key: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(decode(key)).verify(decode(build.sig), statement(build))
    except (InvalidSignature, ValueError):
        return False
    return True


def _parts(text: str) -> list[str]:
    return [part for part in text.replace(",", " ").split() if part]
