"""Identifiers that cross the wire, and the tokens that open doors.

One rule: ids are opaque text and sort by nothing; order comes from `seq` and commit cursors.
Tokens are secrets: stored hashed, never logged.
"""

import hashlib
import secrets
from typing import NewType
from uuid import uuid4

SessionId = NewType("SessionId", str)
"""One interview of one candidate."""
QuestionId = NewType("QuestionId", str)
"""A question as it stands in one session's immutable exam."""
InviteToken = NewType("InviteToken", str)
"""The secret in an invite link; its SHA-256 is what the server keeps."""
Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""

SHA256_PATTERN = r"^[0-9a-f]{64}$"
ID_PATTERN = r"^[0-9a-f]{32}$"


def new_id() -> str:
    """32 random hexadecimal digits (a UUID 4 without dashes)."""
    return uuid4().hex


def new_token() -> str:
    """43 URL-safe characters with 256 bits of randomness."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored instead of a token: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def sha256_hex(content: bytes) -> Sha256:
    """The content address of `content`."""
    return Sha256(hashlib.sha256(content).hexdigest())
