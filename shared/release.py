"""What a release says of itself: which version, for which systems, from when on for how many.

One rule: only a release key's signature over the exact text makes it count, and it counts until it
expires: whoever stands between may keep a release back, but not pass an old one off as the newest.
"""

from typing import Annotated

from pydantic import Field

from shared.model import Digest, UtcText, Wire

TITLE = b"invigil release 1\n"
"""Stands before what a release key signs, so that the signature is good for nothing else."""
VERSION = r"^[0-9]{1,6}(\.[0-9]{1,6}){0,5}$"


class Package(Wire):
    """The release for one system."""

    platform: Annotated[str, Field(max_length=60)]
    """Such as linux-x86_64."""
    url: Annotated[str, Field(max_length=2000)]
    """Where it is, absolute or beside the manifest."""
    size: Annotated[int, Field(gt=0)]
    """Bytes."""
    sha256: Digest
    """Of the archive."""
    build: Digest
    """SHA-256 of the list of the app's files inside: what the app will tell of itself."""


class Release(Wire):
    """One release."""

    v: int = 1
    """Format."""
    version: Annotated[str, Field(pattern=VERSION)]
    """The app's release."""
    published_at: UtcText
    """When it was signed."""
    expires_at: UtcText
    """From when on this manifest is no longer believed: it is signed anew before."""
    rollout_percent: Annotated[int, Field(ge=0, le=100)] = 100
    """For how many computers in a hundred; always the same ones first."""
    oldest: Annotated[str, Field(pattern=VERSION)] = "0"
    """Oldest version that can be exchanged for it; older ones are installed anew."""
    packages: Annotated[tuple[Package, ...], Field(max_length=20)] = ()
    """One for each system."""


class SignedRelease(Wire):
    """What lies on the server of releases."""

    release: Annotated[str, Field(max_length=20_000)]
    """The JSON of a `Release`, exactly as it was signed."""
    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    """Whose signature; it says nothing where this computer does not know that key."""
    sig: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{86}$")]
    """Ed25519 over `statement(release)`."""


def statement(release: str) -> bytes:
    """The bytes that are signed."""
    return TITLE + release.encode()
