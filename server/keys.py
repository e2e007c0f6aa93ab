"""The server's own secrets: its signing key, the master key and the token secret.

One rule: they live in data_dir/keys, readable by the server's user only, are made once and are
never logged; losing the master key loses what it wrapped, so it belongs in every backup.
"""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.ids import sha256_hex

KEY_BYTES = 32
NONCE_BYTES = 12


class BadKeys(Exception):
    """A key file is missing or unreadable in a way that must not be repaired silently."""


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """Loaded once at the start; `repr` shows the public part only."""

    signing: Ed25519PrivateKey
    master: bytes
    jwt: bytes

    def __repr__(self) -> str:
        return f"ServerKeys(kid={self.kid})"

    @property
    def public(self) -> bytes:
        """The 32 bytes of the Ed25519 public key."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def public_text(self) -> str:
        """The public key in URL-safe base64 without padding, as grants carry it."""
        return encode(self.public)

    @property
    def kid(self) -> str:
        """First 16 hexadecimal digits of the public key's SHA-256."""
        return sha256_hex(self.public)[:16]

    def sign(self, statement: bytes) -> str:
        """Ed25519 signature in URL-safe base64 without padding."""
        return encode(self.signing.sign(statement))

    def wrap(self, key: bytes, *, about: str) -> bytes:
        """`key` sealed under the master key; `about` (the session's id) is bound to it."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self.master).encrypt(nonce, key, _context(about))

    def unwrap(self, sealed: bytes, *, about: str) -> bytes:
        """The key that `wrap` sealed; raises BadKeys under another master key or session."""
        nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return AESGCM(self.master).decrypt(nonce, box, _context(about))
        except InvalidTag:
            raise BadKeys("an interview's key does not open with this master key") from None


def load_keys(data_dir: Path) -> ServerKeys:
    """Reads the keys below `data_dir`, making the ones that are not there yet."""
    folder = data_dir / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return ServerKeys(
        signing=Ed25519PrivateKey.from_private_bytes(_secret(folder / "server.ed25519")),
        master=_secret(folder / "master.key"),
        jwt=_secret(folder / "jwt.key"),
    )


def encode(raw: bytes) -> str:
    """URL-safe base64 without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes of `encode`; raises ValueError for anything else."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _secret(path: Path) -> bytes:
    """32 bytes; made complete under another name first, so that a crash leaves no half file."""
    if not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # fails where another process was first: then its key counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    raw = path.read_bytes()
    if len(raw) != KEY_BYTES:
        raise BadKeys(f"{path.name} has {len(raw)} bytes, expected {KEY_BYTES}: restore a backup")
    return raw


def _context(about: str) -> bytes:
    return b"invigil-interview-key\n" + about.encode()
