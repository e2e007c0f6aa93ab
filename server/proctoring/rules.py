"""Pairs what opened with what closed, so that a page shows episodes.

One rule: nothing is invented: what never closed has no end, and a closing without its opening is
shown as it came.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

OPENED = "signal.opened"
CLOSED = "signal.closed"


@dataclass(frozen=True, slots=True)
class Noted:
    """One event of a record. Times in milliseconds since the interview's start."""

    id: int
    seq: int
    kind: str
    signal: str
    severity: str
    onset_ms: int | None
    at_ms: int | None
    ended_ms: int | None
    body_json: str
    received_at: datetime


def episodes(events: Sequence[Noted]) -> list[Noted]:
    """`events` in their order, each opening with its end, the closings that end one left out.

    Two are paired by signal and onset; of several closings the first counts.
    """
    ends: dict[tuple[str, int | None], int | None] = {}
    for event in events:
        if event.kind == CLOSED:
            ends.setdefault((event.signal, event.onset_ms), event.ended_ms)
    opened = {(event.signal, event.onset_ms) for event in events if event.kind == OPENED}
    shown: list[Noted] = []
    for event in events:
        pair = (event.signal, event.onset_ms)
        if event.kind == CLOSED and pair in opened:
            continue
        if event.kind == OPENED:
            event = replace(event, ended_ms=ends.get(pair))
        shown.append(event)
    return shown
