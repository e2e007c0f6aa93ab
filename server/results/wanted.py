"""Which results of a list are wanted, in which order, and after which line it goes on.

One rule: a cursor says in which order it was given, and is good for no other.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from server.refusals import Refused

Order = Literal["newest", "name", "points", "signals", "finished"]
"""`name` from A on; all others from the most, or the latest, on."""
Signals = Literal["high", "some", "none"]
"""`some`: of high or medium severity."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which results are wanted; what is None or empty leaves none out."""

    search: str | None = None
    paper_id: str | None = None
    state: tuple[str, ...] = ()
    """`server.results.views.TotalState`."""
    signals: Signals | None = None
    shortlisted: bool | None = None
    finished_after: datetime | None = None
    finished_before: datetime | None = None
    order: Order = "newest"


@dataclass(frozen=True, slots=True)
class Place:
    """After which line a list goes on."""

    value: Any
    """What the line was ordered by: a number, a text or an instant."""
    key: str


def cursor_after(order: Order, place: Place) -> str:
    """An opaque cursor that goes on after a line."""
    value = place.value
    if isinstance(value, datetime):
        value = value.isoformat()
    text = json.dumps([order, value, place.key], separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def read_cursor(text: str | None, order: Order) -> Place | None:
    """What `cursor_after` wrote for this order; refuses `invalid_request` for anything else."""
    if text is None:
        return None
    try:
        given, value, key = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if given != order or not isinstance(key, str) or "\0" in key:
            raise ValueError("not a cursor of this list")
        return Place(_typed(order, value), key)
    except (ValueError, TypeError):
        raise Refused(
            "invalid_request",
            "Leave the cursor out to begin again.",
            errors=[{"field": "query.cursor", "message": "not a cursor of this list"}],
        ) from None


def _typed(order: Order, value: Any) -> Any:
    if order == "name":
        if isinstance(value, str) and "\0" not in value:
            return value
    elif order in ("points", "signals"):
        if type(value) is int and abs(value) < 2**63:
            return value
    else:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment
    raise ValueError("not what this list is ordered by")
