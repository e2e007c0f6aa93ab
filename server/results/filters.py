"""Which results of a list are wanted, and in which order.

One rule: one noun for the list and its file, so that they never disagree; a cursor says in which
order it was given, and is good for no other.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from server.refusals import Refused
from server.results.views import TotalState
from server.views import Instant
from shared.ids import ID_PATTERN

Order = Literal["newest", "name", "points", "signals", "finished"]
"""`name` from A on; all others from the most, or the latest, on."""
Signals = Literal["high", "some", "none"]
"""`some`: of high or medium severity."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which results are wanted; what is None or empty leaves none out."""

    search: str | None = None
    paper_id: str | None = None
    state: tuple[TotalState, ...] = ()
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


def _wanted(
    q: Annotated[
        str | None,
        Query(max_length=100, pattern=r"^[^\x00]*$", description="In name, address or title."),
    ] = None,
    paper_id: Annotated[str | None, Query(pattern=ID_PATTERN)] = None,
    state: Annotated[list[TotalState], Query(description="Only these; leave out for all.")] = [],  # noqa: B006
    signals: Annotated[Signals | None, Query(description="`some`: high or medium.")] = None,
    shortlisted: Annotated[bool | None, Query(description="On the short list, or not.")] = None,
    finished_after: Annotated[Instant | None, Query(description="Handed in then or later.")] = None,
    finished_before: Annotated[Instant | None, Query(description="Handed in before then.")] = None,
    order: Annotated[
        Order, Query(description="`name` from A on; others from the most or the latest on.")
    ] = "newest",
) -> Filter:
    return Filter(
        search=q,
        paper_id=paper_id,
        state=tuple(state),
        signals=signals,
        shortlisted=shortlisted,
        finished_after=finished_after,
        finished_before=finished_before,
        order=order,
    )


Wanted = Annotated[Filter, Depends(_wanted)]
"""The filters and the order of a list of results."""


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
