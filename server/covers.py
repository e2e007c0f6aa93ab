"""How long people's own words covered the questions of an interview: decisions only.

One rule: it is known from what the server signed itself; a machine can only claim less.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared import outages
from shared.actions import Action

_MS = timedelta(milliseconds=1)
_ENDS_ALL = (Action.TERMINATE, Action.REOPEN)
_NOTES = (Action.MESSAGE, Action.EXTEND, Action.REOPEN, Action.LET_ON)
"""What the app shows over the question until it is confirmed."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Word:
    """One instruction, as far as it covers or uncovers."""

    action: str
    text: str
    given_at: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Until:
    """What ends a cover that nobody saw end."""

    now: datetime
    grace: timedelta
    """How long the word that uncovers may take to arrive: a machine without a network stays
    covered until then, and one that holds it back gains no more."""


def spans(words: Sequence[Word], until: Until) -> list[Span]:
    """When the questions were covered, at most: pauses, which give their own time, left out."""
    locks = _between(words, Action.LOCK, Action.UNLOCK, until)
    pauses = _between(words, Action.PAUSE, Action.RESUME, Until(until.now, timedelta()))
    return [piece for span in locks for piece in _without(span, pauses)]


def allowed_ms(words: Sequence[Word], until: Until) -> int:
    """Most that is given back: all covers, and for each note as much as reading it takes."""
    notes = (outages.note_cap_ms(word.text) for word in words if word.action in _NOTES)
    return sum((end - begin) // _MS for begin, end in spans(words, until)) + sum(notes)


def overlap_ms(found: Iterable[Span], of: Span) -> int:
    """How much of `of` lies in the spans, none of which overlap."""
    begin, end = of
    return sum(max(0, (min(end, to) - max(begin, since)) // _MS) for since, to in found)


def _between(words: Sequence[Word], begins: Action, ends: Action, until: Until) -> list[Span]:
    found: list[Span] = []
    since: datetime | None = None
    for word in words:
        if word.action == begins and since is None:
            # Never before the last one ended: what overlaps counts once.
            since = max(word.given_at, found[-1][1]) if found else word.given_at
        elif since is not None and (word.action == ends or word.action in _ENDS_ALL):
            last = until.now if word.applied_at is None else word.applied_at
            end = word.given_at
            if word.action == ends:
                end = max(end, min(last, end + until.grace))
            found.append((since, max(since, end)))
            since = None
    if since is not None:
        found.append((since, max(since, until.now)))
    return found


def _without(span: Span, others: Sequence[Span]) -> list[Span]:
    begin, end = span
    pieces: list[Span] = []
    for since, to in others:
        if to <= begin or since >= end:
            continue
        if since > begin:
            pieces.append((begin, since))
        begin = max(begin, to)
    return [*pieces, (begin, end)] if begin < end else pieces
