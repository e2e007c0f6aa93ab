"""The signed manifest of the newest release: read, and believed or not.

One rule: a manifest counts only by the signature of a key that came with this installation; the
text that was signed is the text that is read.
"""

from collections.abc import Collection

from pydantic import ValidationError

from client.spool.keys import SigningKey, signature_fits
from shared.release import Release, SignedRelease, statement

MOST_BYTES = 64 * 1024


class BadRelease(Exception):
    """The manifest is none that counts here; the text says why."""


def believed(raw: bytes, keys: Collection[str]) -> Release:
    """The release that a manifest names; raises BadRelease."""
    if len(raw) > MOST_BYTES:
        raise BadRelease(f"it has {len(raw)} bytes, at most {MOST_BYTES} are expected")
    try:
        signed = SignedRelease.model_validate_json(raw)
    except ValidationError as error:
        raise BadRelease(f"it is no signed release ({error.error_count()} faults)") from None
    if signed.key not in keys:
        raise BadRelease("its key is none of those that this installation knows")
    if not signature_fits(signed.key, statement=statement(signed.release), signature=signed.sig):
        raise BadRelease("its signature does not fit: it was changed on its way, or damaged")
    try:
        return Release.model_validate_json(signed.release)
    except ValidationError as error:
        raise BadRelease(f"what was signed is no release ({error.error_count()} faults)") from None


def signed_by(release: Release, key: SigningKey) -> bytes:
    """The manifest to put on a server."""
    text = release.model_dump_json()
    made = SignedRelease(release=text, key=key.public, sig=key.sign(statement(text)))
    return made.model_dump_json(indent=1).encode() + b"\n"
