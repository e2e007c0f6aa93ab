"""Where pasted and dropped text comes from: this app, or elsewhere.

One rule: text counts as our own only if this run of the app put it on the clipboard, or if it
stands in the question or the answer already; everything else is from outside.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QMimeData

INSIDE = "application/x-invigil-inside"
"""A format that carries a proof; another program can pass it on only with the very same text."""
_KEY = secrets.token_bytes(32)

Way = Literal["clipboard", "selection", "drop"]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text from outside that was let in or kept out."""

    way: Way
    outcome: Literal["flagged", "blocked"]
    length: int
    """Characters."""
    sha256: str
    """Of the text in UTF-8."""


def sign(mime: QMimeData) -> QMimeData:
    """The same data with the proof that its text was copied here."""
    mime.setData(INSIDE, _proof(mime.text()))
    return mime


def is_ours(mime: QMimeData, own: Iterable[str]) -> bool:
    """Whether the text was copied in this app, or stands in one of `own` already."""
    text = mime.text()
    if hmac.compare_digest(mime.data(INSIDE).data(), _proof(text)):
        return True
    plain = text.strip()
    return not plain or any(plain in one for one in own)


def foreign(text: str, way: Way, outcome: Literal["flagged", "blocked"]) -> Foreign:
    """What the record says of it: never the content."""
    raw = text.encode("utf-8", "replace")
    return Foreign(way, outcome, len(text), hashlib.sha256(raw).hexdigest())


def _proof(text: str) -> bytes:
    return hmac.digest(_KEY, text.encode("utf-8", "surrogatepass"), "sha256").hex().encode()
