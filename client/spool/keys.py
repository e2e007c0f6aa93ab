"""The client's signing key, and the lease that says for whom it signs.

One rule: the key is in the system's key store, or on disk (mode 0600), before the claim that names
it, so that a claim repeated after a power cut is the same claim; it never leaves this machine.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from client.spool import keystore
from client.spool.files import write_whole
from client.spool.sealing import from_base64url, to_base64url


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key pair; its text forms are URL-safe base64 without padding."""

    private: Ed25519PrivateKey = field(repr=False)
    kept: bytes = field(default=b"", repr=False)
    """Content of its file, where that is not the private half itself: where the key is."""
    why_file: str = ""
    """Of a key that was just made: why no key store of the system has it."""

    @property
    def in_store(self) -> bool:
        """Whether a key store of the system has it."""
        return self.kept.startswith(keystore.MARK)

    @staticmethod
    def generate() -> "SigningKey":
        """A fresh key pair."""
        return SigningKey(Ed25519PrivateKey.generate())

    @staticmethod
    def load(path: Path, store: keystore.Store | None = None) -> "SigningKey":
        """Reads it from the file, or from the store that the file names.

        Raises OSError or ValueError where it is not there, StoreUnusable where the store has it.
        """
        content = path.read_bytes()
        secret = keystore.read(content, store)
        return SigningKey(Ed25519PrivateKey.from_private_bytes(secret), content)

    @staticmethod
    def load_or_make(path: Path, store: keystore.Store | None = None) -> "SigningKey":
        """The key at `path`, made first where there is none; raises as `load` does."""
        if path.exists():
            return SigningKey.load(path, store)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        private = Ed25519PrivateKey.generate()
        kept = keystore.keep(private.private_bytes_raw(), store)
        made = SigningKey(private, kept.content, kept.why_file)
        made.save(path)
        return made

    def save(self, path: Path) -> None:
        """Writes its file with mode 0600; raises DiskFull or OSError."""
        write_whole(path, self.kept or self.private.private_bytes_raw(), mode=0o600)
        os.chmod(path, 0o600)

    @property
    def public(self) -> str:
        """What `ClaimRequest.public_key` carries."""
        return to_base64url(self.private.public_key().public_bytes_raw())

    def sign(self, statement: bytes) -> str:
        """The signature as headers carry it."""
        return to_base64url(self.private.sign(statement))


@dataclass(frozen=True, slots=True)
class Lease:
    """What signed requests of one claimed interview need."""

    session: str
    token: str = field(repr=False)
    """Bearer token."""
    nonce: str
    kid: str
    """Server key that countersigns."""
    server_key: str
    """That public key."""
    signing_key: SigningKey = field(repr=False)
    next_counter: Callable[[], int] = field(repr=False)
    """Strictly increasing, across restarts too."""


def signature_fits(public_key: str, *, statement: bytes, signature: str) -> bool:
    """Whether `signature` (base64url) over `statement` is by `public_key` (base64url, 32 bytes)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(from_base64url(public_key))
        key.verify(from_base64url(signature), statement)
    except (InvalidSignature, ValueError):
        return False
    return True
