"""What a saved view holds, and how it is sent and read."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from server.results.views import TotalState
from server.results.wanted import Order, Signals
from server.views import Asked, Line, View
from shared.ids import ID_PATTERN

Page = Literal["results"]
Column = Literal["paper", "score", "signals", "status", "started", "finished", "shortlist"]
"""Columns beside the candidate's, which is always there."""
Day = Annotated[date, Field(strict=False)]


class ResultsLook(Asked):
    """How the results are looked at: what is wanted, in which order, and what is shown of it."""

    q: Annotated[str, Field(max_length=100)] = ""
    """In name, address or title; empty: all."""
    paper_id: Annotated[str | None, Field(pattern=ID_PATTERN)] = None
    states: Annotated[list[TotalState], Field(max_length=4)] = Field(default_factory=list)
    """Only these; empty: all."""
    signals: Signals | None = None
    shortlisted: bool | None = None
    """On the short list or not; null: both."""
    from_day: Day | None = None
    """Handed in on this day or later, in the zone of whoever reads."""
    until_day: Day | None = None
    """Handed in on this day or before."""
    order: Order = "newest"
    columns: Annotated[list[Column], Field(max_length=7)] = Field(
        default_factory=lambda: ["score", "signals", "status", "finished"]
    )
    """In this order, behind the candidate."""


class SavedViewRequest(Asked):
    """A new view."""

    page: Page
    name: Line
    look: ResultsLook
    is_default: bool = False
    """Whether the page opens with it; the one that did so before no longer does."""


class SavedViewChange(Asked):
    """The fields to change; those left out stay."""

    name: Line | None = None
    look: ResultsLook | None = None
    is_default: bool | None = None


class SavedViewView(View):
    """One of one's own views."""

    id: str
    page: Page
    name: str
    look: ResultsLook
    is_default: bool
    version: int
    """Counts changes; its entity tag is this number in quotes."""
    updated_at: datetime


class SavedViewList(View):
    """One's own views of a page, by name."""

    items: list[SavedViewView]
