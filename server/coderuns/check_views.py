"""Checks of coding questions as authors read them."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.papers.tested import State
from server.views import Asked, View


class Waiver(Asked):
    """Why a question is asked although its tests were not tested well."""

    reason: Annotated[str, Field(min_length=10, max_length=1000, pattern=r"\S")]
    """A sentence; it is kept with the name of whoever gave it."""


class Survivor(View):
    """A fault that no test noticed."""

    line: int
    """Of the reference, from 1."""
    what: str
    """The change, such as `< becomes <=`."""


class CheckView(View):
    """Where one coding question stands."""

    question: str
    position: int
    state: State
    """Of the newest check of what the question holds now; `not_run`: it could not be tested."""
    may_be_asked: bool
    """Whether interviews may be made with it."""
    words: str
    """The same in a sentence."""
    steps_done: int
    """Faults tried, of `steps`; 0 of 0 until the reference has passed."""
    steps: int
    failed: list[str]
    """Names of the tests that the reference itself fails."""
    tried: int
    """Faults put into the reference that compiled."""
    noticed: int
    """Of them, those that a test failed."""
    survivors: list[Survivor]
    asked_by: str
    """Who asked for it, or waived it."""
    asked_at: datetime | None
    settled_at: datetime | None


class PaperChecks(View):
    """A paper's coding questions."""

    runner: bool
    """Whether a runner is set up on this server."""
    may_invite: bool
    """Whether none of them stands in the way of an interview."""
    items: list[CheckView]
    """In the paper's order."""
