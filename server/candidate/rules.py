"""Who may enter an interview, and which step follows: decisions only.

One rule: everything it needs is an argument, the time included; a refusal is a value that names
the problem's code, never an exception.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.lifecycle import BEFORE_START, RUNNING, Status, steps
from shared.problems import PROBLEMS
from shared.version import PROTOCOL, is_older, parse_version

LEASE_SILENT_AFTER_S = 60
"""A lease not seen for as long may be taken over by another machine: sixty times the client's
usual second between two requests, and short enough to wait for after a broken machine."""

LATE_GRACE_S = 15
"""Rows that arrive this long after the deadline still count as in time: the last revision needs
a round trip and, on a bad line, some retries."""

OVERDUE_AFTER_S = 120
"""An app ends its interview by itself when the time is over, and needs a while to bring the last
answer; one that has not done so by then is away."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A door that stays shut."""

    code: str
    """Key of `shared.problems.PROBLEMS`."""
    detail: str = ""
    """More than the problem's own sentence, where there is more to say."""

    def __post_init__(self) -> None:
        if self.code not in PROBLEMS:
            raise ValueError(f"no problem has the code {self.code!r}")


@dataclass(frozen=True, slots=True)
class Lease:
    """The machine that holds the interview."""

    public_key: str
    """URL-safe base64 of its Ed25519 key."""
    segment: int
    """Which segment of the record it writes."""
    seen_at: datetime
    """When it was last heard."""
    record_segment: int
    """Newest segment of the record: `segment`, or beyond it after a re-opening."""


@dataclass(frozen=True, slots=True)
class Invite:
    """What decides about entering."""

    status: Status
    opens_at: datetime
    closes_at: datetime
    """Last moment to start."""
    revoked: bool
    lease: Lease | None
    """None until the first claim."""


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asks to enter."""

    public_key: str
    client_version: str
    protocol: int


@dataclass(frozen=True, slots=True)
class Admitted:
    """The claim holds."""

    segment: int
    fresh: bool
    """Whether this is a new lease; False for the same machine asking again."""


def claim(
    invite: Invite, now: datetime, *, claimant: Claimant, min_client: str
) -> Admitted | Refusal:
    """Whether `claimant` gets the interview at `now`, and which segment it writes.

    `min_client`: oldest release that is let in.
    """
    lease = invite.lease
    same_machine = lease is not None and lease.public_key == claimant.public_key
    # What is running or handed in is never cut off by a window, a withdrawn link or a version:
    # its machine must be able to bring the rest of its record.
    if lease is not None and same_machine and invite.status in _KEEPS_ITS_MACHINE:
        return Admitted(lease.segment, fresh=False)
    if refusal := _shut(invite, now) or _version(invite.status, claimant, min_client=min_client):
        return refusal
    if lease is None:
        return Admitted(1, fresh=True)
    if same_machine:
        return Admitted(lease.segment, fresh=False)
    silent = now - lease.seen_at
    if silent < timedelta(seconds=LEASE_SILENT_AFTER_S):
        return Refusal("open_elsewhere")
    return Admitted(lease.record_segment + 1, fresh=True)


def access(invite: Invite) -> Refusal | None:
    """Whether the welcome screen may show this invite; a window still to come is shown."""
    if invite.revoked or invite.status is Status.CANCELLED:
        return Refusal("invite_revoked")
    return None


def start(status: Status, now: datetime, *, window: tuple[datetime, datetime]) -> Refusal | None:
    """Whether the questions may open now; None also while they are open already."""
    if status in RUNNING:
        return None
    if status not in BEFORE_START:
        return _ended(status)
    opens_at, closes_at = window
    if now < opens_at:
        return Refusal("invite_early")
    if now > closes_at:
        return Refusal("invite_expired")
    return None


def read_question(status: Status) -> Refusal | None:
    """Questions are readable while the interview runs, not before and not after."""
    if status in RUNNING:
        return None
    return Refusal("not_started") if status in BEFORE_START else Refusal("already_over")


def finish(status: Status, reason: str) -> Literal["complete", "stands"] | Refusal:
    """What a finish does: completes a running interview, finds an ended one standing.

    A machine that was told to end completes nothing: a person may have re-opened it meanwhile.
    """
    if status in RUNNING:
        return "stands" if reason == "terminated" else "complete"
    return Refusal("not_started") if status in BEFORE_START else "stands"


def record_step(old: Status, said: Status) -> tuple[Status, ...]:
    """What a `status` row of the client moves: steps before the start only.

    The server itself decides when an interview starts, ends or pauses; a client's word for
    those is kept in the record and moves nothing.
    """
    if old not in BEFORE_START or said not in BEFORE_START:
        return ()
    return steps(old, said) or ()


def deadline(started_at: datetime, duration_s: int) -> datetime:
    """End of the interview; `duration_s` is the allowed time, accommodations included."""
    return started_at + timedelta(seconds=duration_s)


def deadline_now(
    deadline_at: datetime | None, *, paused_at: datetime | None, now: datetime
) -> datetime | None:
    """The deadline as it stands: while a person keeps the interview paused it moves along."""
    if deadline_at is None or paused_at is None:
        return deadline_at
    return deadline_at + max(now - paused_at, timedelta())


def overdue_at(
    deadline_at: datetime, *, contact_at: datetime | None, creditable: timedelta
) -> datetime:
    """From when on a running interview is ended because its time is over.

    `creditable`: how much lost time the policy would still give back. A machine that was not heard
    since the deadline may come and claim it, so that long the end waits; one that was heard has.
    """
    heard = contact_at is not None and contact_at >= deadline_at
    return deadline_at + timedelta(seconds=OVERDUE_AFTER_S) + (timedelta() if heard else creditable)


def allowed_s(seconds: int, extra_time_percent: int) -> int:
    """A time limit with the agreed extra time, rounded up to whole seconds."""
    return -(-seconds * (100 + extra_time_percent) // 100)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The times that decide whether something is late."""

    status: Status
    started_at: datetime | None
    deadline_at: datetime | None


def is_late(clocks: Clocks, received_at: datetime, *, at_ms: int | None) -> bool:
    """Whether an answer came after the end: by the server's clock, or by its own account.

    `at_ms`: the client's own milliseconds since the start, None where it gave none. What
    arrives late over a lost network is flagged too: a person sees both times and decides.
    """
    if clocks.status not in (*BEFORE_START, *RUNNING):
        return True
    if clocks.started_at is None or clocks.deadline_at is None:
        return False
    grace = timedelta(seconds=LATE_GRACE_S)
    if received_at > clocks.deadline_at + grace:
        return True
    if at_ms is None:
        return False
    allowed_ms = (clocks.deadline_at - clocks.started_at + grace) // timedelta(milliseconds=1)
    return at_ms > allowed_ms


_KEEPS_ITS_MACHINE = (*RUNNING, Status.COMPLETED, Status.TERMINATED)
_ENDED: Mapping[Status, str] = {
    Status.CANCELLED: "invite_revoked",
    Status.EXPIRED: "invite_expired",
    Status.COMPLETED: "already_over",
    Status.TERMINATED: "already_over",
}


def _ended(status: Status) -> Refusal:
    return Refusal(_ENDED[status])


def _shut(invite: Invite, now: datetime) -> Refusal | None:
    if invite.revoked:
        return Refusal("invite_revoked")
    if invite.status in (Status.COMPLETED, Status.TERMINATED):
        return Refusal("invite_used")
    if invite.status not in (*BEFORE_START, *RUNNING):
        return _ended(invite.status)
    if invite.status in RUNNING:
        return None
    if now < invite.opens_at:
        return Refusal("invite_early")
    if now > invite.closes_at:
        return Refusal("invite_expired")
    return None


def _version(status: Status, claimant: Claimant, *, min_client: str) -> Refusal | None:
    if status in RUNNING:
        return None  # before the interview, never during it
    if claimant.protocol > PROTOCOL:
        return Refusal("client_too_new")
    try:
        parse_version(claimant.client_version)
    except ValueError:
        return Refusal("client_too_old", "The version it names cannot be read.")
    if claimant.protocol < PROTOCOL or is_older(claimant.client_version, min_client):
        return Refusal("client_too_old")
    return None
