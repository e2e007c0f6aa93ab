"""What all lists and forms of the admin's pages share: ids in paths, limits, cursors.

One rule: a cursor is opaque and names the item after which the list goes on, never a page number.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Annotated

from fastapi import Path, Query

from server.bodies import (
    AccommodationsBody,
    Asked,
    Email,
    Instant,
    Line,
    Password,
    PolicyBody,
    View,
)
from server.refusals import Refused
from shared.ids import ID_PATTERN

__all__ = [
    "MAX_FORM_BYTES",
    "AccommodationsBody",
    "Asked",
    "Cursor",
    "Email",
    "Instant",
    "Key",
    "Limit",
    "Line",
    "Password",
    "PolicyBody",
    "View",
    "cursor_after",
    "read_cursor",
]

MAX_FORM_BYTES = 1024 * 1024
"""Largest body of an admin's request: a question with its texts at their longest, five times."""

Key = Annotated[str, Path(pattern=ID_PATTERN)]
"""An id in a path."""
Limit = Annotated[int, Query(ge=1, le=200, description="Most items in one answer.")]
Cursor = Annotated[
    str | None,
    Query(max_length=200, description="`next_cursor` of the answer before; leave out to begin."),
]


def cursor_after(at: datetime, key: str) -> str:
    """An opaque cursor that goes on after the item made at `at` with id `key`."""
    return urlsafe_b64encode(f"{at.isoformat()}|{key}".encode()).rstrip(b"=").decode()


def read_cursor(text: str | None) -> tuple[datetime, str] | None:
    """What `cursor_after` wrote; refuses `invalid_request` for anything else."""
    if text is None:
        return None
    try:
        at, _, key = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii").partition("|")
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None or not key:
            raise ValueError("not a cursor of ours")
    except ValueError:
        raise Refused(
            "invalid_request",
            "Leave the cursor out to begin again.",
            errors=[{"field": "query.cursor", "message": "not a cursor of this list"}],
        ) from None
    return moment, key
