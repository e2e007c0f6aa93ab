"""Which mail a change calls for, whether it is still wanted, and how its fate reads.

One rule: everything needed is an argument, the time included; nothing here reads, writes or sends.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.lifecycle import BEFORE_START, TERMINAL, Status

QUIET = timedelta(hours=1)
"""No reminder sooner than this after the mail that told of the window."""
MAX_LINE = 200
_JOINERS = "\u200c\u200d\u200e\u200f"
"""Invisible, and part of how names and emoji are written."""


class Kind(StrEnum):
    """Why a candidate is written to."""

    INVITE = "invite"
    RESCHEDULE = "reschedule"
    CANCELLATION = "cancellation"
    REMINDER = "reminder"
    FEEDBACK = "feedback"


class State(StrEnum):
    """What became of a mail."""

    QUEUED = "queued"
    SENT = "sent"
    """A mail server took it."""
    BOUNCED = "bounced"
    """A mail server refused it for good, at once or hours later."""
    FAILED = "failed"
    """All attempts failed."""
    DROPPED = "dropped"
    """Overtaken by events before it was sent."""


class Overall(StrEnum):
    """How an interview's mail stands as a whole."""

    OFF = "off"
    NONE = "none"
    QUEUED = "queued"
    SENT = "sent"
    BOUNCED = "bounced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a candidate has to know of an interview."""

    address: str
    opens_at: datetime
    closes_at: datetime
    zone: str
    link: str
    """The hash of the link's secret."""
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Fate:
    """One mail, as far as it is told."""

    kind: Kind
    state: State
    due_at: datetime
    settled_at: datetime | None
    attempts: int
    words: str


def occasion(before: Standing | None, after: Standing, *, told: bool) -> Kind | None:
    """The mail that the change from `before` to `after` calls for; None where none.

    `told`: whether an earlier mail was sent or may be on its way.
    """
    if after.cancelled:
        return Kind.CANCELLATION if told and before and not before.cancelled else None
    if before is None or before.cancelled or not told:
        return Kind.INVITE if before != after else None
    if (before.link, before.address) != (after.link, after.address):
        return Kind.INVITE
    window = (before.opens_at, before.closes_at, before.zone)
    return Kind.RESCHEDULE if window != (after.opens_at, after.closes_at, after.zone) else None


def reminders(
    closes_at: datetime, leads: Sequence[timedelta], now: datetime
) -> list[tuple[timedelta, datetime]]:
    """(lead, due) of the reminders that are worth sending after a mail of `now`."""
    due = [(lead, closes_at - lead) for lead in leads]
    return [(lead, at) for lead, at in due if at - now >= QUIET]


def unwanted(
    kind: Kind, *, status: Status, closes_at: datetime, due_at: datetime, told: bool, now: datetime
) -> str | None:
    """Why a queued mail is not sent any more, as a sentence, or None."""
    if kind is Kind.FEEDBACK:
        return None if status in TERMINAL else "The interview was opened again."
    if kind is Kind.CANCELLATION:
        if status is not Status.CANCELLED:
            return "The interview was brought back."
        return None if told else "The candidate was never written to."
    if status not in BEFORE_START:
        return "The interview has begun or is over."
    if closes_at <= now:
        return "The window is over."
    if kind is Kind.REMINDER and now - due_at > (closes_at - due_at) / 2:
        return "It was too late for this reminder."
    return None


def fate(state: str, job: str | None) -> State:
    """A mail's state from its own row and that of its job, which dies by itself."""
    if state == State.QUEUED and job == "dead":
        return State.FAILED
    return State(state)


def overall(mails: Sequence[Fate], *, on: bool) -> Overall:
    """How it stands: the latest mail counts, planned reminders and dropped mails do not."""
    counted = [
        mail
        for mail in mails
        if mail.state is not State.DROPPED
        and (mail.kind is not Kind.REMINDER or mail.state is not State.QUEUED)
    ]
    if not counted:
        return Overall.NONE if on else Overall.OFF
    return Overall(max(counted, key=lambda mail: mail.due_at).state)


def sentence(state: Overall) -> str:
    """What `state` means for the person who looks, and what to do."""
    return _SENTENCES[state]


_SENTENCES = {
    Overall.OFF: "Not sent: no mail server is configured; copy the link.",
    Overall.NONE: "Nothing was sent yet: send the invitation, or copy the link.",
    Overall.QUEUED: "On its way to the mail server.",
    Overall.SENT: "Sent: a mail server took it.",
    Overall.BOUNCED: "Refused by the mail server: check the address and send it again.",
    Overall.FAILED: "Not sent after three attempts: send it again, or copy the link.",
}


def clean_line(text: str, *, otherwise: str = "") -> str:
    """`text` as one line that shows as it is: no controls, no breaks, nothing that turns its order.

    At most MAX_LINE characters; `otherwise` where nothing is left.
    """
    kept = "".join(
        " " if unicodedata.category(c) in _UNSHOWN and c not in _JOINERS else c for c in text
    )
    return re.sub(r"\s+", " ", kept).strip()[:MAX_LINE].rstrip() or otherwise


_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


# ---- what a mail server answers ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taken:
    """It is the mail server's business now."""

    by: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Never, with the server's words."""

    words: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """Perhaps later."""

    words: str
    """What was said."""
    code: str
    """The same without anything personal, such as `SMTP 451`."""
    in_doubt: bool = False
    """It may have been taken all the same: no other way is tried."""


Answer = Taken | Refused | NotNow


def smtp_answer(code: int, words: str, *, about_recipient: bool) -> Refused | NotNow:
    """What an SMTP refusal means. 5xx is for good where it is about this mail, else our set-up."""
    said = clean_line(f"{code} {words}")
    if about_recipient and 500 <= code < 600:
        return Refused(said)
    return NotNow(said, f"SMTP {code}")


def http_answer(status: int, words: str) -> Answer:
    """What SendGrid's status means: 400 is about this mail, other failures about us or them."""
    if 200 <= status < 300:
        return Taken("SendGrid")
    said = clean_line(f"{status} {words}")
    return Refused(said) if status == 400 else NotNow(said, f"SendGrid {status}")
