"""What may be done with an invitation, and when: decisions only.

One rule: everything needed is an argument, the time included; a fault is a value that names the
field or the problem's code.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.lifecycle import BEFORE_START, Status

MAX_WINDOW = timedelta(days=366)
"""Longer windows are slips of the pen."""
MIN_WINDOW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fault:
    """A field that does not fit."""

    field: str
    message: str


def window_fault(opens_at: datetime, closes_at: datetime, now: datetime) -> Fault | None:
    """Whether an interview could be started in this window at all."""
    if closes_at - opens_at < MIN_WINDOW:
        return Fault("closes_at", "The window must close at least a minute after it opens.")
    if closes_at - opens_at > MAX_WINDOW:
        return Fault("closes_at", "The window is longer than a year.")
    if closes_at <= now:
        return Fault("closes_at", "The window is over already: choose a later time.")
    return None


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wants to change, as far as it decides."""

    window: bool = False
    candidate: bool = False
    """Name, address, zone, accommodations or policy."""
    cancel: bool = False
    new_link: bool = False


def change_refusal(status: Status, change: Change) -> str | None:
    """Why `change` is not possible from `status`, as a sentence, or None.

    An expired interview comes back with a new window, a cancelled one with a new link.
    """
    if status in BEFORE_START:
        return None
    if status is Status.EXPIRED:
        return None if not change.cancel else "It has expired already."
    if status is Status.CANCELLED:
        if change.cancel:
            return "It was cancelled already."
        return None if change.new_link else "It was cancelled: ask for a new link to bring it back."
    return "It has begun: only a proctor's actions change it now."


def reopens(status: Status, change: Change) -> bool:
    """Whether the change brings an ended invitation back to `invited`."""
    if status is Status.CANCELLED:
        return change.new_link
    return status is Status.EXPIRED and (change.window or change.new_link)


def invite_refusal(status: Status, closes_at: datetime, now: datetime) -> str | None:
    """Why an invitation is not sent again, as a sentence, or None."""
    if status in (Status.EXPIRED, Status.CANCELLED) or (
        status in BEFORE_START and closes_at <= now
    ):
        return "Nothing can be started with it: give it a new window or a new link first."
    return None if status in BEFORE_START else "It has begun: an invitation would change nothing."


def no_show(status: Status, segment: int) -> bool:
    """Whether the window passed and nobody ever opened the invitation in the app."""
    return status is Status.EXPIRED and segment == 0


def may_delete(status: Status, *, started: bool) -> bool:
    """Only what holds no record of an interview may go without a trace."""
    return not started and (status in BEFORE_START or status in (Status.EXPIRED, Status.CANCELLED))
