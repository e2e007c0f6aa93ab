"""Opens and makes sealed rows and blobs: AES-256-GCM under the interview's own key.

One rule: what does not open raises `NotOpened`; nothing here guesses. The layouts are
`shared.sync.SealedRow` and nonce || ciphertext with the associated data `blob`.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.chain import SALT_BYTES

NONCE_BYTES = 12
TAG_BYTES = 16
BLOB_CONTEXT = b"blob"


class NotOpened(ValueError):
    """The bytes are no sealed content of this interview."""


def open_row(key: bytes, sealed: bytes, envelope: bytes) -> tuple[bytes, bytes]:
    """(salt, body) of a row whose envelope's bytes are `envelope`; raises NotOpened."""
    content = _open(key, sealed, envelope)
    if len(content) < SALT_BYTES:
        raise NotOpened(f"content has {len(content)} bytes, fewer than its salt")
    return content[:SALT_BYTES], content[SALT_BYTES:]


def open_blob(key: bytes, sealed: bytes) -> bytes:
    """Content of a blob; raises NotOpened."""
    return _open(key, sealed, BLOB_CONTEXT)


def seal_blob(key: bytes, content: bytes) -> bytes:
    """Sealed bytes of `content`, each time with a fresh nonce."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, BLOB_CONTEXT)


def _open(key: bytes, sealed: bytes, context: bytes) -> bytes:
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        raise NotOpened(f"{len(sealed)} bytes are too few for nonce and tag")
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except InvalidTag:
        raise NotOpened("the key does not fit, or the bytes were changed") from None
