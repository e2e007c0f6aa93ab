"""What the interview's own key closes and opens: row bodies and blobs.

One rule: the format is the contract's (`shared.sync.SealedRow`, API: blobs); destroying the key
erases the person and leaves the chain verifiable.
"""

import os
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.chain import SALT_BYTES
from shared.exam import Exam, SealedExam, exam_context

NONCE_BYTES = 12
BLOB_AAD = b"blob"


def from_key32(text: str) -> bytes:
    """32 bytes from URL-safe base64 without padding; raises ValueError for another length."""
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(raw) != 32:
        raise ValueError(f"key has {len(raw)} bytes, expected 32")
    return raw


def to_base64url(raw: bytes) -> str:
    """URL-safe base64 without padding, as headers and keys travel."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of `to_base64url`; raises ValueError for other text."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Sealer:
    """AES-256-GCM under one interview's key (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal_body(self, *, salt: bytes, body: bytes, envelope: bytes) -> bytes:
        """nonce || ciphertext of salt || body, bound to the row's envelope bytes."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, salt + body, envelope)

    def open_body(self, sealed: bytes, envelope: bytes) -> tuple[bytes, bytes]:
        """(salt, body); raises ValueError where key, envelope and bytes do not belong together."""
        plain = self._open(sealed, envelope)
        return plain[:SALT_BYTES], plain[SALT_BYTES:]

    def seal_blob(self, content: bytes) -> bytes:
        """nonce || ciphertext, as a blob travels and lies on disk."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, content, BLOB_AAD)

    def open_blob(self, sealed: bytes) -> bytes:
        """The content; raises ValueError where it was not sealed under this key."""
        return self._open(sealed, BLOB_AAD)

    def _open(self, sealed: bytes, aad: bytes) -> bytes:
        try:
            return self._aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], aad)
        except InvalidTag:
            raise ValueError("sealed bytes do not fit this key") from None


def open_exam(ahead: SealedExam, key: str, session: str) -> Exam:
    """The questions that came ahead; raises ValueError where `key` (32 bytes in URL-safe base64)
    does not open them."""
    sealed = from_wire(ahead.sealed)
    try:
        plain = AESGCM(from_key32(key)).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], exam_context(session)
        )
    except InvalidTag:
        raise ValueError("the exam does not open with the key of the start") from None
    return Exam.model_validate_json(plain)


def to_wire(sealed: bytes) -> str:
    """Standard base64, as `SealedRow.sealed` carries it."""
    return b64encode(sealed).decode("ascii")


def from_wire(text: str) -> bytes:
    """The bytes of `SealedRow.sealed`; raises ValueError for other text."""
    return b64decode(text, validate=True)
