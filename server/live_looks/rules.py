"""Whether a look may begin, how far it has come, and when it is over.

Pure. One rule: a look that nobody ends is over all the same: by its limit, by silence, or because
the interview does not run any more; nothing must be told for that to be so.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.lifecycle import BEFORE_START, Status
from shared.looks import LookEnd

ANSWER_WITHIN = timedelta(seconds=25)
"""The open line brings a look at once; a receipt, where there is no line, within some seconds."""
CONNECT_WITHIN = timedelta(seconds=40)
"""Finding a way through two networks and a relay takes a browser up to 30 s."""
SILENT_AFTER = timedelta(seconds=30)
"""A machine that was not heard for so long would not answer."""


class Phase(StrEnum):
    """How far a look has come."""

    ASKED = "asked"
    ANSWERED = "answered"
    LIVE = "live"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an interview stands, as far as it decides whether its camera may be looked through."""

    allowed: bool
    """By its policy."""
    status: Status
    knows: bool
    """Whether the app that holds it knows looks."""
    silent: timedelta | None
    """Since the machine was last heard; None where it never was."""
    others: int
    """Other people who look now."""
    most: int
    """People who may look at a time."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A look that nobody has ended yet."""

    phase: Phase
    segment: int
    """Of the lease for which it was asked."""
    phase_at: datetime
    """When it came so far."""
    until_at: datetime
    """Its limit."""


def refusal(standing: Standing) -> str | None:
    """Why no look can begin now, as a sentence, or None."""
    if not standing.allowed:
        return (
            "This interview's policy allows no live look. It is agreed with the candidate before "
            "the start and cannot be switched on now."
        )
    if standing.status in BEFORE_START:
        return "The interview has not started. Look again once the first question is open."
    if standing.status is Status.PAUSED:
        return "Nobody is watched while the interview is paused."
    if standing.status is not Status.INTERVIEW_ACTIVE:
        return "The interview is over."
    if not standing.knows:
        return "The candidate's app is too old for live looks."
    if standing.silent is None or standing.silent > SILENT_AFTER:
        return "The candidate's computer is not connected now. Try again once it is heard."
    if standing.others >= standing.most:
        people = "One person looks" if standing.others == 1 else f"{standing.others} people look"
        return f"{people} already, and no more may at a time."
    return None


def over(look: Begun, *, status: Status, segment: int, now: datetime) -> LookEnd | None:
    """Why a look is over although nobody ended it; None while it goes on."""
    if status is Status.PAUSED:
        return LookEnd.PAUSED
    if status is not Status.INTERVIEW_ACTIVE:
        return LookEnd.OVER
    if look.segment != segment:
        return LookEnd.MOVED
    if now >= look.until_at:
        return LookEnd.TIME
    if look.phase is Phase.ASKED and now - look.phase_at > ANSWER_WITHIN:
        return LookEnd.NO_ANSWER
    if look.phase is Phase.ANSWERED and now - look.phase_at > CONNECT_WITHIN:
        return LookEnd.NO_WAY
    return None


def follows(phase: Phase, said: Phase) -> bool:
    """Whether an app's word moves a look on; what comes twice or late changes nothing."""
    order = tuple(Phase)
    return phase is not Phase.ENDED and order.index(said) > order.index(phase)


def offer_fault(sdp: str) -> str | None:
    """What is wrong with a session description from outside, or None.

    Only its shape: the app reads it with a library of its own, in a process that may die of it.
    """
    lines = sdp.splitlines()
    if not lines or lines[0] != "v=0":
        return "no session description: it begins with v=0"
    if any(ord(letter) < 32 for line in lines for letter in line):
        return "holds characters that no session description has"
    if [line for line in lines if line.startswith("m=")] != [
        line for line in lines if line.startswith("m=video ")
    ] or sum(line.startswith("m=") for line in lines) != 1:
        return "one video and nothing else can be asked for"
    if not any(line.startswith("a=fingerprint:sha-256 ") for line in lines):
        return "names no fingerprint of its key"
    return None
