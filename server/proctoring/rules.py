"""Pairs what opened with what closed, and decides what may be asked of an interview.

One rule: nothing is invented: what never closed has no end, a closing without its opening is
shown as it came, and what moves an interview is in the lifecycle's table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from shared.actions import REASONS, Action, Reason
from shared.lifecycle import RUNNING, Status, may_change

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
        if event.kind == OPENED and (ended_ms := ends.get(pair)) != event.ended_ms:
            event = replace(event, ended_ms=ended_ms)
        shown.append(event)
    return shown


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an interview stands, as far as it decides what may be asked of it."""

    status: Status
    claimed: bool
    """Whether a machine ever opened it."""
    locked: bool
    blocks: tuple[str, ...] = ()
    """Which of the policy's blocks cover the questions now, as the machine said last."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks of a running interview."""

    action: Action
    reason: Reason
    text: str
    """Of a message; of a `let_on`, which block."""
    seconds: int
    """For an extension, and for what a re-opened interview gets on top of what was left."""
    key: str
    """Made by who asks: the same key is one order."""


def refusal(standing: Standing, action: Action) -> str | None:
    """Why `action` is not possible now, as a sentence, or None; what moves follows the table."""
    status = standing.status
    if not standing.claimed:
        return "No computer has opened this interview yet: there is nobody to tell."
    step = _STEPS.get(action)
    if step is not None:
        return None if status in step.at and may_change(status, step.to) else step.otherwise
    if action is Action.MESSAGE:
        return None if status not in (Status.EXPIRED, Status.CANCELLED) else "It is over."
    if status not in RUNNING:
        return "It is not running."
    if action is Action.LOCK and standing.locked:
        return "The screen is covered already."
    if action is Action.LET_ON and not standing.blocks:
        return "Nothing that the policy names covers the questions now."
    if action is Action.UNLOCK and not standing.locked:
        return "The screen is not covered."
    return None


@cache
def possible(standing: Standing) -> tuple[Action, ...]:
    """What may be asked now, in the order in which a menu shows it."""
    return tuple(action for action in Action if refusal(standing, action) is None)


def fault(
    order: Order, *, left: timedelta | None, blocks: tuple[str, ...] = ()
) -> tuple[str, str] | None:
    """(field, why) where an order does not fit together, or None.

    `left`: what was left of the time when the interview ended; None where it did not end.
    `blocks`: what covers the questions now.
    """
    if order.action not in REASONS[order.reason].fits:
        return "reason", f"{order.reason.value} is no reason for {order.action.value}"
    if order.action is Action.LET_ON:
        if order.text not in blocks:
            return "text", f"name what is let pass, one of: {', '.join(blocks) or 'nothing now'}"
    elif (order.action is Action.MESSAGE) != bool(order.text.strip()):
        return "text", "a message has a text, and nothing else has one"
    timed = order.action in (Action.EXTEND, Action.REOPEN)
    if order.seconds and not timed:
        return "seconds", "only an extension or a re-opening gives time"
    if order.action is Action.EXTEND and order.seconds < 1:
        return "seconds", "say how many seconds are given"
    if order.action is Action.REOPEN:
        whole = (left or timedelta()) + timedelta(seconds=order.seconds)
        if whole < timedelta(seconds=MIN_REOPENED_S):
            return "seconds", f"with what was left, it needs {MIN_REOPENED_S} seconds at least"
    return None


def deadline(
    order: Order, now: datetime, *, deadline_at: datetime, held: timedelta, left: timedelta
) -> datetime | None:
    """The end of the interview after `order`; None where it stays.

    `held`: how long it has been paused; `left`: what was left of the time at its end.
    """
    given = timedelta(seconds=order.seconds)
    match order.action:
        case Action.EXTEND:
            return deadline_at + given
        case Action.RECALIBRATE:
            return deadline_at + timedelta(seconds=RECALIBRATION_S)
        case Action.RESUME | Action.TERMINATE:
            return deadline_at + held if held else None
        case Action.REOPEN:
            return now + left + given
        case _:
            return None


RECALIBRATION_S = 60
"""Given for a calibration in mid-interview: it ends by itself within 40 s."""
MIN_REOPENED_S = 60
"""Less would be over before the candidate has read that it goes on."""


@dataclass(frozen=True, slots=True)
class _Step:
    at: tuple[Status, ...]
    to: Status
    otherwise: str


_STEPS = {
    Action.PAUSE: _Step(
        (Status.INTERVIEW_ACTIVE,), Status.PAUSED, "Only an interview that runs can be paused."
    ),
    Action.RESUME: _Step((Status.PAUSED,), Status.INTERVIEW_ACTIVE, "It is not paused."),
    Action.TERMINATE: _Step(RUNNING, Status.TERMINATED, "It is not running."),
    Action.REOPEN: _Step(
        (Status.COMPLETED, Status.TERMINATED),
        Status.INTERVIEW_ACTIVE,
        "Only an interview that was handed in or ended can be re-opened.",
    ),
}


def target(action: Action) -> Status | None:
    """Where `action` brings the interview; None where it moves nothing."""
    step = _STEPS.get(action)
    return None if step is None else step.to
