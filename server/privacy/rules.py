"""What is destroyed when, and what forbids it: decisions only.

One rule: the interview's own policy is a promise to the candidate; a setting of the server can
only make it shorter.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.lifecycle import BEFORE_START, RUNNING, Status


class What(StrEnum):
    """What goes at once. Each of the last two takes all before it along."""

    TEMPLATES = "templates"
    """Face and voice as numbers."""
    AUDIO = "audio"
    """Recordings: answers and the voice sample."""
    EVIDENCE = "evidence"
    """Pictures: the selfie and those beside signals."""
    RECORD = "record"
    """The interview's key with all that it opens, answers and scores; name and total stay."""
    PERSON = "person"
    """The rest: name, address, total. Only the chain stays, which tells nothing."""


PARTS = (What.TEMPLATES, What.AUDIO, What.EVIDENCE)
"""What goes by itself and leaves the rest readable."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Days after its end that an interview's things are kept."""

    templates: int
    audio: int
    evidence: int
    record: int
    results: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides how old an interview is."""

    status: Status
    closes_at: datetime
    deadline_at: datetime | None
    heard_at: datetime | None
    """When its machine was last heard."""
    changed_at: datetime
    """When the status last changed."""


def ended_at(standing: Standing) -> datetime:
    """From when its things age. One that was never handed in ages from when it was last heard."""
    if standing.status in BEFORE_START:
        return standing.closes_at
    if standing.status in RUNNING:
        heard = [at for at in (standing.deadline_at, standing.heard_at) if at is not None]
        return max([standing.changed_at, *heard])
    return standing.changed_at


def kept_for(ages: Ages, policy_days: int) -> Mapping[What, int]:
    """Days by kind. Results outlive the record, never the other way round."""
    record = min(ages.record, policy_days)
    return {
        What.TEMPLATES: min(ages.templates, record),
        What.AUDIO: min(ages.audio, record),
        What.EVIDENCE: min(ages.evidence, record),
        What.RECORD: record,
        What.PERSON: max(ages.results, record),
    }


def due(
    kept: Mapping[What, int], ended: datetime, now: datetime, *, gone: Collection[What]
) -> tuple[What, ...]:
    """What has to go now. `gone`: what went since the end; what includes the rest comes alone."""
    over = [what for what, days in kept.items() if now >= ended + timedelta(days=days)]
    for greatest in (What.PERSON, What.RECORD):
        if greatest in gone:
            return ()
        if greatest in over:
            return (greatest,)
    return tuple(what for what in PARTS if what in over and what not in gone)


def erasure_refusal(status: Status) -> str | None:
    """Why a person's interview is not erased now, as a sentence, or None."""
    if status in RUNNING:
        return "The interview is running: end it first, then erase it."
    return None


def retention_rule(what: What, days: int) -> str:
    """How a receipt names the rule."""
    return f"retention: {what} after {days} days"


ERASURE = "erasure: the person asked for it"
WITHDRAWAL = "consent: withdrawn by the candidate"
