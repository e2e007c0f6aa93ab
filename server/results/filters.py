"""The filters and the order of a list of results, as the query asks.

One rule: one noun for the list and its file, so that they never disagree.
"""

from typing import Annotated

from fastapi import Depends, Query

from server.results.views import TotalState
from server.results.wanted import Filter, Order, Signals
from server.views import Instant
from shared.ids import ID_PATTERN


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
