"""The list of scores that wait for a person."""

from datetime import datetime

from server.views import View


class ReviewItem(View):
    """One answer; whose it is, is not told here."""

    interview: str
    title: str
    """Of the interview's paper."""
    question: str
    """The question's id in that interview."""
    position: int
    kind: str
    prompt: str
    grader: str
    state: str
    points: float | None
    """What is proposed; None where nothing is."""
    max_marks: int
    spread: float | None
    """Points between the lowest and the highest judgement."""
    why: list[str]
    """Why a person has to look, by code."""
    reason: str
    """The same in words."""
    worth: float
    """Marks by which a person is expected to decide otherwise; the list's order."""
    scored_at: datetime


class ReviewQueue(View):
    """What to look at, first things first."""

    items: list[ReviewItem]
    waiting: int
    """All that wait, listed here or not."""
