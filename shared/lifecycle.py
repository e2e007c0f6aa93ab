"""Where an interview stands, and which steps are allowed from there.

One pure table. Terminal states are reached by a person's decision, the window's end or the
candidate's own finish; a lost network is never one of them.
"""

from enum import StrEnum


class Status(StrEnum):
    """The candidate's lifecycle, in the order of a good day."""

    INVITED = "invited"
    LINK_ACCESSED = "link_accessed"
    AUTHENTICATED = "authenticated"
    SELFIE_UPLOADED = "selfie_uploaded"
    ENROLLMENT = "enrollment"
    INTERVIEW_ACTIVE = "interview_active"
    PAUSED = "paused"
    COMPLETED = "completed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    TERMINATED = "terminated"


BEFORE_START = (
    Status.INVITED,
    Status.LINK_ACCESSED,
    Status.AUTHENTICATED,
    Status.SELFIE_UPLOADED,
    Status.ENROLLMENT,
)
RUNNING = (Status.INTERVIEW_ACTIVE, Status.PAUSED)
TERMINAL = (Status.COMPLETED, Status.EXPIRED, Status.CANCELLED, Status.TERMINATED)

TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.INVITED: frozenset({Status.LINK_ACCESSED, Status.EXPIRED, Status.CANCELLED}),
    Status.LINK_ACCESSED: frozenset({Status.AUTHENTICATED, Status.EXPIRED, Status.CANCELLED}),
    # A policy or an accommodation may ask for no selfie and no voice sample.
    Status.AUTHENTICATED: frozenset(
        {
            Status.SELFIE_UPLOADED,
            Status.ENROLLMENT,
            Status.INTERVIEW_ACTIVE,
            Status.EXPIRED,
            Status.CANCELLED,
        }
    ),
    Status.SELFIE_UPLOADED: frozenset(
        {Status.ENROLLMENT, Status.INTERVIEW_ACTIVE, Status.EXPIRED, Status.CANCELLED}
    ),
    Status.ENROLLMENT: frozenset({Status.INTERVIEW_ACTIVE, Status.EXPIRED, Status.CANCELLED}),
    Status.INTERVIEW_ACTIVE: frozenset({Status.PAUSED, Status.COMPLETED, Status.TERMINATED}),
    Status.PAUSED: frozenset({Status.INTERVIEW_ACTIVE, Status.COMPLETED, Status.TERMINATED}),
    # Re-opening is a person's decision and starts a new segment of the record.
    Status.COMPLETED: frozenset({Status.INTERVIEW_ACTIVE}),
    Status.EXPIRED: frozenset({Status.INVITED}),
    Status.CANCELLED: frozenset({Status.INVITED}),
    Status.TERMINATED: frozenset({Status.INTERVIEW_ACTIVE}),
}


def may_change(old: Status, new: Status) -> bool:
    """Whether the table has the step from `old` to `new`."""
    return new in TRANSITIONS[old]


def steps(old: Status, new: Status) -> tuple[Status, ...] | None:
    """The statuses to go through from `old` to `new`, `new` included; None where no way leads.

    Only the first steps may be walked through in one go (a client that says `enrollment` has
    authenticated on the way); empty where `old` already stands at `new` or beyond.
    """
    if old == new:
        return ()
    if old in BEFORE_START and new in BEFORE_START:
        order = BEFORE_START.index
        if order(new) < order(old):
            return ()
    if may_change(old, new):
        return (new,)
    for between in (Status.LINK_ACCESSED, Status.AUTHENTICATED):
        if between in TRANSITIONS[old] and (rest := steps(between, new)):
            return (between, *rest)
    return None
