"""Which build of the app speaks: what was released, and what its files are now.

One rule: a signature says who released a list of files, never that the files here are those; both
are told, and what nobody signed is unknown however many machines run it.
"""

from typing import Annotated

from pydantic import Field

from shared.chain import canonical
from shared.model import Digest, Wire

MAX_NAMED = 20
"""Most files that are named; beyond that only their number tells."""
TITLE = b"invigil build 1\n"
"""Stands before what a release key signs, so that the signature is good for nothing else."""


class Build(Wire):
    """What an app tells of itself at the claim and in the record. A patched app can tell anything:
    whoever reads it believes the signature, and keeps in mind that it can be repeated."""

    version: Annotated[str, Field(max_length=40)]
    """The app's release."""
    platform: Annotated[str, Field(max_length=60)]
    """System and processor that it was built for, such as linux-x86_64."""
    released: Digest | None = None
    """SHA-256 of the list of files that came with the app; None where none did."""
    files: Annotated[int, Field(ge=0)] = 0
    """How many files that list names."""
    sig: Annotated[str, Field(max_length=100)] = ""
    """Ed25519 over `statement` by a release key, URL-safe base64; empty: nobody signed it."""
    found: Digest | None = None
    """SHA-256 of the same list as made of the files that are here now; equal to `released` where
    nothing was changed. None where they could not be read."""
    changed: Annotated[
        tuple[Annotated[str, Field(max_length=200)], ...], Field(max_length=MAX_NAMED)
    ] = ()
    """Files of the app that differ from the list, are missing or were added, by name."""
    changed_count: Annotated[int, Field(ge=0)] = 0
    """How many those are in all."""


def statement(build: Build) -> bytes:
    """What a release key signs: version, platform, and the list by number and digest."""
    return TITLE + canonical(
        {
            "version": build.version,
            "platform": build.platform,
            "files": build.files,
            "manifest_sha256": build.released or "",
        }
    )
