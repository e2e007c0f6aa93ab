"""Which interviews of a list are wanted, as the query asks.

One rule: one noun for the list, its counts and its file, so that they never disagree.
"""

from typing import Annotated

from fastapi import Depends, Query

from server.interviews.queries import Filter
from server.views import Instant
from shared.ids import ID_PATTERN
from shared.lifecycle import Status


async def _wanted(
    status: Annotated[list[Status], Query(description="Only these; leave out for all.")] = [],  # noqa: B006
    paper_id: Annotated[str | None, Query(pattern=ID_PATTERN)] = None,
    q: Annotated[
        str | None,
        Query(max_length=100, pattern=r"^[^\x00]*$", description="In name, address or title."),
    ] = None,
    closes_after: Annotated[Instant | None, Query(description="Closing then or later.")] = None,
    opens_before: Annotated[Instant | None, Query(description="Window opens before then.")] = None,
) -> Filter:
    return Filter(tuple(status), paper_id, q, closes_after, opens_before)


Wanted = Annotated[Filter, Depends(_wanted)]
"""The filters of a list of interviews."""
